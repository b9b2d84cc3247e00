/** The moves of a concern. */
import type { ConcernState } from './words.ts';

/** From each state, the states that may follow. */
export const MOVES: Readonly<Record<ConcernState, readonly ConcernState[]>> = {
  new: ['seen', 'in-hand'],
  seen: ['in-hand', 'closed'],
  'in-hand': ['closed'],
  closed: ['in-hand'],
};

/** Whether a concern may go from one state to another. */
export const mayMove = (from: ConcernState, to: ConcernState): boolean => MOVES[from].includes(to);
