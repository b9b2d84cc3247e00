/** What is done to a clock: it is met, nothing is owed, or it began at another moment. Each with a line of the chronology. */
import type { Tx } from '../../../platform/database/index.ts';
import { addEntry } from '../deeds/case.ts';
import type { Doing } from '../words.ts';
import { beginClock, dueAfter } from './start.ts';
import { clocksOf, holdClock, setClock } from './store.ts';
import type { Clock, ClockWords } from './words.ts';

/** What was said of a clock. */
export const wordsOf = (clock: Pick<Clock, 'id' | 'locked'>, lock: Doing['lock']): ClockWords => lock.open<ClockWords>(clock.locked, clock.id);

export interface ClockEnd {
  readonly concern: string;
  readonly clock: string;
  /** `met`: what it asks for was done; `not-needed`: nothing is owed, with the reason. */
  readonly as: 'met' | 'not-needed';
  readonly at: Date;
  readonly words: string;
  readonly reference: string;
  /** Why it was late; needed where it ended after its time. */
  readonly late: string;
}

/** Ends a clock. False where it does not run, or was late and nobody says why. */
export async function endClock(tx: Tx, doing: Doing, end: ClockEnd): Promise<boolean> {
  const clock = await holdClock(tx, end);
  if (clock?.state !== 'running' || (end.as === 'met' && end.at > clock.dueAt && end.late === '')) return false;
  const words: ClockWords = { ...wordsOf(clock, doing.lock), ended: end.words, reference: end.reference, late: end.late };
  await setClock(tx, { ...clock, state: end.as, endedAt: end.at, locked: doing.lock.lock(words, clock.id) });
  await addEntry(tx, doing, { concern: end.concern, sort: end.as === 'met' ? 'clock-met' : 'clock-not-needed', words: { clock: clock.clock, text: [end.words, end.reference, end.late].filter(Boolean).join('\n') }, happenedAt: end.at });
  return true;
}

/** Says when the school became aware, where that was not when it was told here; the end moves with it. */
export async function setAware(tx: Tx, doing: Doing, of: { readonly concern: string; readonly clock: string; readonly since: Date; readonly because: string }): Promise<boolean> {
  const clock = await holdClock(tx, of);
  const dueAt = clock?.state === 'running' && of.since <= doing.at ? await dueAfter(tx, of.since, clock.span) : null;
  if (!clock || !dueAt) return false;
  await setClock(tx, { ...clock, startedAt: of.since, dueAt, warned: 0, locked: doing.lock.lock({ ...wordsOf(clock, doing.lock), awareBecause: of.because }, clock.id) });
  await addEntry(tx, doing, { concern: of.concern, sort: 'clock-aware', words: { clock: clock.clock, text: of.because }, happenedAt: of.since });
  return true;
}

/** Begins a clock that the handler sets: a limit of the law from the list, or a day of the case's own. */
export async function addClockTo(tx: Tx, doing: Doing, of: { readonly concern: string; readonly start: Parameters<typeof beginClock>[2]['start']; readonly dueAt?: Date }): Promise<boolean> {
  const id = await beginClock(tx, doing, { concern: of.concern, start: of.start, from: doing.at, ...(of.dueAt ? { dueAt: of.dueAt } : {}) });
  if (id === null) return false;
  await addEntry(tx, doing, { concern: of.concern, sort: 'clock-begun', words: { clock: of.start.clock, text: of.start.what } });
  return true;
}

/** The clocks of these names that still run are met: the first step was taken, or the case is closed. */
export async function meetClocks(tx: Tx, doing: Doing, of: { readonly concern: string; readonly names: readonly string[] }): Promise<void> {
  for (const clock of (await clocksOf(tx, of.concern)).filter(one => one.state === 'running' && of.names.includes(one.clock))) {
    await setClock(tx, { ...clock, state: 'met', endedAt: doing.at });
  }
}
