/** What the pages and cards of clocks are drawn from. */
import type { Tx } from '../../../platform/database/index.ts';
import type { Asked } from '../../../platform/web/index.ts';
import type { Rulebook } from '../../../rulebook/index.ts';
import { SHUT, type Lock } from '../../../platform/seal/index.ts';
import { cite, clauseHref } from '../../policies/index.ts';
import { mayRead } from '../decisions.ts';
import { eyesOn } from '../store.ts';
import { wordsOf } from './deeds.ts';
import { runningClocks } from './store.ts';
import type { Clock, ClockWords } from './words.ts';

/** A clock with what was said of it, and the clauses that say it too. */
export interface ClockLine {
  readonly clock: Clock;
  readonly words: ClockWords;
  readonly cited: readonly { readonly cite: string; readonly href: string }[];
}

export const clockLines = (clocks: readonly Clock[], lock: Lock, rulebook: Rulebook): ClockLine[] => clocks.map(clock => ({
  clock, words: wordsOf(clock, lock), cited: clock.clauses.filter(id => rulebook.clauses.has(id as never)).map(id => ({ cite: cite(rulebook, id), href: clauseHref(id) })),
}));

/** A clock that runs on a concern which the reader may read. */
export interface RunningLine {
  readonly concern: string;
  readonly code: string;
  readonly clock: string;
  readonly what: string;
  readonly dueAt: Date;
}

const LOOKED_AT = 500;

/** The clocks that run in what this reader may read, the one that ends first at the head. */
export async function clocksFor(tx: Tx, of: Pick<Asked<unknown>, 'reader' | 'now'>, lock: Lock): Promise<RunningLine[]> {
  const running = await runningClocks(tx, LOOKED_AT);
  if (running.length === 0) return [];
  const eyes = await eyesOn(tx, [...new Set(running.map(clock => clock.concern))]);
  return running.filter(clock => mayRead(of.reader, clock, eyes.filter(eye => eye.concern === clock.concern), { keyOf: lock.keyOf, now: of.now }))
    .map(clock => ({ concern: clock.concern, code: clock.code, clock: clock.clock, what: lock.openOr<ClockWords>(clock.locked, clock.id, { what: SHUT }).what, dueAt: clock.dueAt }));
}
