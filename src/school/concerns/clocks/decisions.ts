/** When a clock ends, which clocks begin with a concern, and what is left of one. Pure. */
import { addDays, addMonths, dayOf, hourOf } from '../../../platform/days.ts';
import type { BoundRule, ClauseId, Rulebook, Standards } from '../../../rulebook/index.ts';
import type { Clock, ClockRule, ClockStart } from './words.ts';

const SPAN = /^(\d+) (hour|day|school day|week|month)s?$/;
const HOUR_MS = 3_600_000;

/** The moment so long after another: hours to the minute; days and months end with their day. Null where it is no span. */
export function momentAfter(from: Date, span: string): Date | null {
  const found = SPAN.exec(span.trim());
  if (!found) return null;
  const [count, unit, day] = [Number(found[1]), found[2]!, dayOf(from)];
  if (unit === 'hour') return new Date(from.getTime() + count * HOUR_MS);
  if (unit === 'month') return endOfDay(addMonths(day, count));
  if (unit === 'school day') return endOfDay(weekdaysAfter(day, count));
  return endOfDay(addDays(day, unit === 'week' ? count * 7 : count));
}

/** How many school days a span is; null where it is another one. Whoever knows the terms counts them. */
export function schoolDaysIn(span: string): number | null {
  const found = SPAN.exec(span.trim());
  return found?.[2] === 'school day' ? Number(found[1]) : null;
}

/** The last second of a day in London. */
export function endOfDay(day: string): Date {
  const inWinter = new Date(`${day}T23:59:59Z`);
  return hourOf(inWinter) === 23 ? inWinter : new Date(inWinter.getTime() - HOUR_MS);
}

function weekdaysAfter(day: string, count: number): string {
  let at = day;
  for (let left = count; left > 0;) {
    at = addDays(at, 1);
    const weekday = new Date(`${at}T12:00:00Z`).getUTCDay();
    if (weekday !== 0 && weekday !== 6) left -= 1;
  }
  return at;
}

/** Whether a duty of the rules speaks of dealing with this kind of concern. */
const dealsWith = (rule: BoundRule, acts: readonly string[]): boolean => rule.verb === 'duty-of' && acts.includes(rule.attributes['to'] ?? '');

/**
 * The clocks that begin with a concern: those of the law for its kind, as of a day, and those that the school's own
 * rules set for dealing with it. Where a clause sets the same limit as the law, it is one clock, and the shorter counts.
 * @param acts what dealing with this kind is called in the rules: `handle-breach`
 */
export function clocksFor(of: { readonly rulebook: Rulebook; readonly standards: Standards; readonly rules: readonly ClockRule[]; readonly kind: string; readonly acts: readonly string[]; readonly today: string }): ClockStart[] {
  const own = of.rulebook.rules.filter(rule => dealsWith(rule, of.acts) && momentAfter(new Date(0), rule.attributes['within'] ?? '') !== null);
  const lawful = of.rules.filter(rule => rule.kind === of.kind && rule.since <= of.today && (rule.until === null || of.today <= rule.until)).flatMap((rule): ClockStart[] => {
    const cadence = of.standards.cadences.filter(one => one.name === rule.clock && one.since <= of.today).at(-1);
    if (!cadence) return [];
    const same = own.filter(one => cadence.verbs.includes(one.verb) && cadence.subjects.includes(one.attributes['to'] ?? ''));
    const span = [cadence.longest, ...same.map(one => one.attributes['within']!)].sort((a, b) => lengthOf(a) - lengthOf(b))[0]!;
    return [{ clock: rule.clock, clauses: same.map(one => one.clauseId), span, source: cadence.source, warnBefore: rule.warnBefore, what: cadence.what }];
  });
  const taken = new Set<ClauseId>(lawful.flatMap(one => one.clauses));
  const regulator = (rule: BoundRule): boolean => of.standards.cadences.some(one => one.attribute === 'within' && one.verbs.includes(rule.verb) && one.subjects.includes(rule.attributes['to'] ?? ''));
  return [...lawful, ...own.filter(rule => !taken.has(rule.clauseId) && !regulator(rule)).map((rule): ClockStart => ({
    clock: (rule.attributes['steps'] ?? '').split(/\s+/).includes('first-step') ? 'first-step' : 'own', clauses: [rule.clauseId], span: rule.attributes['within']!, source: '', warnBefore: [], what: rule.attributes['for'] ?? of.rulebook.clauses.get(rule.clauseId)?.text ?? '',
  }))];
}

const lengthOf = (span: string): number => momentAfter(new Date(0), span)?.getTime() ?? Number.MAX_SAFE_INTEGER;

/** How many warnings are due by now; one more than there are once the clock has run out. */
export function warningsDue(clock: Pick<Clock, 'dueAt' | 'warnBefore'>, now: Date): number {
  if (now.getTime() > clock.dueAt.getTime()) return clock.warnBefore.length + 1;
  return clock.warnBefore.filter(span => now.getTime() >= clock.dueAt.getTime() - before(span)).length;
}

const UNIT_MS: Readonly<Record<string, number>> = { hour: HOUR_MS, day: 24 * HOUR_MS, 'school day': 24 * HOUR_MS, week: 7 * 24 * HOUR_MS, month: 31 * 24 * HOUR_MS };
const before = (span: string): number => { const found = SPAN.exec(span); return found ? Number(found[1]) * UNIT_MS[found[2]!]! : 0; };

/** What is left of a clock: whole days once there are three or more, hours until then. Negative when it has run out. */
export function leftOf(dueAt: Date, now: Date): { readonly unit: 'days' | 'hours'; readonly count: number } {
  const hours = Math.trunc((dueAt.getTime() - now.getTime()) / HOUR_MS);
  return Math.abs(hours) >= 72 ? { unit: 'days', count: Math.trunc(hours / 24) } : { unit: 'hours', count: hours };
}

/** A day and a time in London as a moment. */
export function momentAt(day: string, time: string): Date {
  const inWinter = new Date(`${day}T${time}:00Z`);
  return hourOf(inWinter) === Number(time.slice(0, 2)) ? inWinter : new Date(inWinter.getTime() - HOUR_MS);
}
