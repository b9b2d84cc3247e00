/** The moves of a device in custody. None of them throws it away, and none leads out of `struck`. */
import type { CustodyState, Move } from './words.ts';

const MOVES: Readonly<Record<CustodyState, Partial<Record<Move, CustodyState>>>> = {
  held: {
    'handed-over': 'held', 'put-away': 'held', 'due-now': 'held', 'to-police': 'handed-on', 'to-dsl': 'handed-on',
    'returned-to-pupil': 'returned', 'returned-to-parent': 'returned', struck: 'struck',
  },
  'handed-on': { 'came-back': 'held', 'returned-to-pupil': 'returned', 'returned-to-parent': 'returned' },
  // Why: for a few minutes, where it was noted by mistake.
  returned: { 'not-returned': 'held' },
  struck: {},
};

/** Where a move leads from a state; null where it is not possible. */
export const after = (state: CustodyState, move: Move): CustodyState | null => MOVES[state][move] ?? null;
