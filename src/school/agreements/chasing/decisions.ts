/** When somebody is reminded, and when the office takes over. Pure. */
import { inOrder } from '../../../platform/order.ts';
import type { Day } from '../../../rulebook/index.ts';
import { nextRemindingDay, type Term } from '../calendar.ts';
import type { Calendar } from '../words.ts';
import { CHASE_SETTINGS, MOST_REMINDERS, type Alike, type BoardRow, type Standing } from './words.ts';

const settingOn = (day: Day) => CHASE_SETTINGS.findLast(line => line.from <= day) ?? CHASE_SETTINGS[0]!;

/** The day the next reminder is due; null when all have been given. */
export function nextReminder(standing: Standing, calendar: Calendar): Day | null {
  if (standing.number >= MOST_REMINDERS) return null;
  const setting = settingOn(standing.since);
  const planned = calendar.afterSchoolDays(standing.since, setting.schoolDaysAfter[standing.number] ?? setting.schoolDaysAfter.at(-1)!);
  const rested = standing.last === null ? planned : calendar.afterSchoolDays(standing.last, setting.leastBetween);
  return planned > rested ? planned : rested;
}

/** The day the office takes over, some days after the last reminder; null while reminders are left. */
export function officeTakesOver(standing: Standing, calendar: Calendar): Day | null {
  if (standing.number < MOST_REMINDERS || standing.last === null) return null;
  return calendar.afterSchoolDays(standing.last, settingOn(standing.since).officeAfter);
}

/** Whether one more reminder may be given by hand today. */
export const mayRemindToday = (standing: Standing, today: Day): boolean => standing.number < MOST_REMINDERS && standing.last !== today;

/** The lines of the board, by class and kind. */
export function boardOf(alike: readonly Alike[], of: { today: Day; calendar: Calendar; terms: readonly Term[] }): BoardRow[] {
  const lines = new Map<string, BoardRow>();
  for (const one of alike) {
    const key = JSON.stringify([one.class, one.kind]);
    const line = lines.get(key) ?? { class: one.class, kind: one.kind, waiting: 0, overdue: 0, reminders: 0, last: null, next: null, withOffice: 0 };
    const planned = nextReminder(one, of.calendar);
    const next = planned && nextRemindingDay(planned > of.today ? planned : of.today, of.terms);
    lines.set(key, {
      ...line, waiting: line.waiting + (one.overdue ? 0 : one.count), overdue: line.overdue + (one.overdue ? one.count : 0), reminders: line.reminders + one.number * one.count,
      last: later(line.last, one.last), next: earlier(line.next, next), withOffice: line.withOffice + (one.handed ? one.count : 0),
    });
  }
  return [...lines.values()].sort((a, b) => b.overdue - a.overdue || inOrder(a.class, b.class) || a.kind.localeCompare(b.kind));
}

const later = (a: Day | null, b: Day | null): Day | null => (a === null || (b !== null && b > a) ? b : a);
const earlier = (a: Day | null, b: Day | null): Day | null => (a === null || (b !== null && b < a) ? b : a);
