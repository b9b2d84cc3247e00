/** Clocks that begin by themselves, with the concern. */
import type { Tx } from '../../../platform/database/index.ts';
import { dayOf } from '../../../platform/days.ts';
import { newId } from '../../../platform/ids.ts';
import { askFeature } from '../../answers.ts';
import { rulesInForce } from '../../policies/index.ts';
import { actsFor } from '../case/decisions.ts';
import type { Doing } from '../words.ts';
import { clocksFor, endOfDay, momentAfter, schoolDaysIn } from './decisions.ts';
import { addClock, clockRules, clocksOf } from './store.ts';
import type { ClockStart } from './words.ts';

/** The moment a span after another; school days as the school has its terms. Null where it is no span. */
export async function dueAfter(tx: Tx, from: Date, span: string): Promise<Date | null> {
  const schoolDays = schoolDaysIn(span);
  return schoolDays === null ? momentAfter(from, span) : endOfDay(await askFeature('afterSchoolDays', tx, dayOf(from), schoolDays));
}

/** Begins the clocks of a concern's kind that do not run on it yet. They count from the moment it was told. */
export async function startClocks(tx: Tx, doing: Doing, of: { readonly concern: string; readonly kind: string; readonly openedAt: Date }): Promise<void> {
  const { shared, school, today } = doing;
  const { rulebook } = await rulesInForce(tx, { school, vocabulary: shared.vocabulary, today });
  const begun = await clocksOf(tx, of.concern);
  const starts = clocksFor({ rulebook, standards: shared.standards, rules: await clockRules(tx), kind: of.kind, acts: actsFor(of.kind), today });
  for (const start of starts.filter(one => !begun.some(clock => clock.clock === one.clock && clock.clauses.join() === one.clauses.join()))) await beginClock(tx, doing, { concern: of.concern, start, from: of.openedAt });
}

/** Begins one clock. Returns its id; null where its span is none. */
export async function beginClock(tx: Tx, { school, lock, at }: Pick<Doing, 'school' | 'lock' | 'at'>, of: { readonly concern: string; readonly start: ClockStart; readonly from: Date; readonly dueAt?: Date }): Promise<string | null> {
  const { start, from } = of;
  const dueAt = of.dueAt ?? await dueAfter(tx, from, start.span);
  if (!dueAt) return null;
  const id = newId();
  await addClock(tx, { ...start, school: school.id, id, concern: of.concern, startedAt: from, dueAt, state: 'running', endedAt: null, locked: lock.lock({ what: start.what }, id), warned: 0, at });
  return id;
}
