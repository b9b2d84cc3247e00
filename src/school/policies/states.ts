/** The moves of an edition: state → move → next state. Pages, deeds and tests all read this table. */
import type { EditionState } from './words.ts';

export const moves = {
  draft: { save: 'draft', propose: 'proposed', discard: 'discarded' },
  proposed: { approve: 'approved', 'send-back': 'draft', discard: 'discarded' },
  approved: {},
  discarded: {},
} as const satisfies Record<EditionState, Partial<Record<string, EditionState>>>;

export type Move = 'save' | 'propose' | 'approve' | 'send-back' | 'discard';

/** Where a move leads from a state, or null when it is not open. */
export function next(state: EditionState, move: Move): EditionState | null {
  return (moves[state] as Partial<Record<Move, EditionState>>)[move] ?? null;
}
