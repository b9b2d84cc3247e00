/** The school's calendar: Monday to Friday but for bank holidays, and in term where the terms are known. */
import { addDays, addMonths } from '../../platform/days.ts';
import { isBankHoliday } from './terms/bank-holidays.ts';
import type { Calendar } from './words.ts';

export interface Term {
  readonly from: string;
  readonly to: string;
}

/** Counts school days over these terms. A day after the last term that is known counts when it is no weekend. */
export function calendarOf(terms: readonly Term[]): Calendar {
  return {
    afterSchoolDays: (day, days) => {
      let on = day;
      for (let left = days; left > 0;) {
        on = addDays(on, 1);
        if (isSchoolDay(on, terms)) left--;
      }
      return on;
    },
    afterSpan,
  };
}

const isWeekend = (day: string): boolean => [0, 6].includes(new Date(`${day}T00:00:00Z`).getUTCDay());

/** Whether reminders may go out on a day: no weekend or bank holiday, and in term where the terms are known. A day beyond them is not known to be in term, so none go. */
export const mayRemindOn = (day: string, terms: readonly Term[]): boolean =>
  !isWeekend(day) && !isBankHoliday(day) && (terms.length === 0 || terms.some(term => term.from <= day && day <= term.to));

/** The first day from this one on that reminders may go out; null when the terms known hold none. */
export function nextRemindingDay(day: string, terms: readonly Term[]): string | null {
  const last = terms.at(-1)?.to ?? addDays(day, 7);
  for (let on = day; on <= last; on = addDays(on, 1)) if (mayRemindOn(on, terms)) return on;
  return null;
}

function isSchoolDay(day: string, terms: readonly Term[]): boolean {
  if (isWeekend(day) || isBankHoliday(day)) return false;
  const known = terms.length > 0 && day >= terms[0]!.from && day <= terms.at(-1)!.to;
  return !known || terms.some(term => term.from <= day && day <= term.to);
}

function afterSpan(day: string, span: string): string | null {
  const found = /^(\d{1,3}) (day|week|month|year)s?$/.exec(span);
  if (!found) return null;
  const count = Number(found[1]);
  switch (found[2]) {
    case 'day': return addDays(day, count);
    case 'week': return addDays(day, 7 * count);
    case 'month': return addMonths(day, count);
    default: return addMonths(day, 12 * count);
  }
}
