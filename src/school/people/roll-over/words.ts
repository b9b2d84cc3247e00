/** The words of the roll-over: every class moves up together on one day. */
import type { Place } from '../moves/words.ts';

/** Where a class goes. */
export type ClassGoes = 'up' | 'stays' | 'leaves';
/** Where one pupil goes who does not go with the class. */
export type PupilGoes = 'stays' | 'moves' | 'leaves';

export interface RollOver {
  readonly id: string;
  /** The first day in the new class. */
  readonly on: string;
  readonly state: 'draft' | 'confirmed' | 'done' | 'dropped';
  /** Whether parents who are nothing else here leave with their last child. */
  readonly parentsToo: boolean;
  readonly confirmedBy: string;
  readonly confirmedAt: Date | null;
  readonly doneAt: Date | null;
  readonly counts: Readonly<Partial<Record<Outcome | 'parents', number>>>;
}

/** Where the pupils of one class go. */
export interface ClassPlan {
  readonly yearFrom: string;
  readonly classFrom: string;
  readonly goes: ClassGoes;
  readonly yearTo: string;
  /** Empty where it has still to be said. */
  readonly classTo: string;
}

/** Where one pupil goes instead. */
export interface PupilPlan {
  readonly person: string;
  readonly goes: PupilGoes;
  readonly yearTo: string;
  readonly classTo: string;
}

/** A pupil as they are on the last day before the roll-over. */
export interface Pupil {
  readonly person: string;
  readonly givenName: string;
  readonly familyName: string;
  readonly yearGroup: string;
  readonly class: string;
  readonly phase: string;
  readonly kinds: readonly string[];
  /** Their own page notes a change for that day or later: they are left alone. */
  readonly planned: boolean;
}

/** What happens to a pupil: moves with or without the class, stays, leaves; is left alone; or nobody has said yet. */
export type Outcome = 'moves' | 'stays' | 'leaves' | 'planned' | 'unsaid';

export interface Planned {
  readonly pupil: Pupil;
  readonly outcome: Outcome;
  /** Where they sit then; null where they leave or nothing is said. */
  readonly to: Place | null;
  /** What they are then. */
  readonly kinds: readonly string[];
  /** Whether a line of their own decides, not the class. */
  readonly own: boolean;
}

/** One policy that somebody will be asked to sign when the day comes. */
export interface ToSign {
  readonly policy: string;
  readonly title: string;
}

/** What stops a roll-over from being confirmed. */
export type RollOverFault = 'unsaid' | 'nobody' | 'past' | 'gone';
