/** How an address moves on the block list. What is blocked and then left is first taken off the filter. */
import type { SiteState, Turn } from './words.ts';

const MOVES: Readonly<Record<SiteState, Partial<Record<Turn, SiteState>>>> = {
  proposed: { block: 'to-block', leave: 'left' },
  'to-block': { leave: 'left', done: 'blocked' },
  blocked: { leave: 'to-open' },
  'to-open': { block: 'blocked', done: 'left' },
  left: { block: 'to-block' },
};

/** Where a turn leads; null where it is not allowed. */
export const moved = (state: SiteState, turn: Turn): SiteState | null => MOVES[state][turn] ?? null;
