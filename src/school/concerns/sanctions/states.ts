/** The moves of a sanction. A timed one begins and ends by itself; one that switches off while it is looked into begins once decided. */
import type { SanctionKind, SanctionState } from './words.ts';

type Move = 'agree' | 'refuse' | 'tell' | 'begin' | 'end' | 'lift' | 'take-back';

const MOVES: Readonly<Record<SanctionState, Partial<Record<Move, SanctionState>>>> = {
  proposed: { agree: 'decided', refuse: 'refused', 'take-back': 'refused' },
  refused: {},
  decided: { tell: 'told', begin: 'in-force', lift: 'lifted' },
  told: { begin: 'in-force', lift: 'lifted' },
  'in-force': { tell: 'in-force', end: 'ended', lift: 'lifted' },
  ended: {},
  lifted: {},
};

/** Kinds that last, from a first day to a last one. */
const TIMED: ReadonlySet<SanctionKind> = new Set(['confiscation', 'looked-into', 'switch-off', 'withdrawal']);
/** Kinds for which IT switches something off, and on again. */
const SWITCHED: ReadonlySet<SanctionKind> = new Set(['looked-into', 'switch-off', 'withdrawal']);

export const isTimed = (kind: SanctionKind): boolean => TIMED.has(kind);
export const isSwitched = (kind: SanctionKind): boolean => SWITCHED.has(kind);

/** States in which it stands, so that it may be lifted; what only waits for those who decide is taken back instead. */
export const mayLift = (state: SanctionState): boolean => after(state, 'lift') !== null;
export const mayTakeBack = (state: SanctionState): boolean => after(state, 'take-back') !== null;

/** Where a move leads from a state; null where it is not allowed. */
export const after = (state: SanctionState, move: Move): SanctionState | null => MOVES[state][move] ?? null;
