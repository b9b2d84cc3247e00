/** The words of joining, moving and leaving. */

/** A year group of the school: its phase, and what its pupils are in the words of the rules (`pupil-ks1`). */
export interface YearGroup {
  readonly name: string;
  readonly phase: string;
  readonly kind: string;
}

/** Where a pupil sits. */
export interface Place {
  readonly yearGroup: string;
  readonly class: string;
  readonly phase: string;
}

/** What somebody is: their kinds, and their class where they are a pupil. */
export interface Standing {
  readonly kinds: readonly string[];
  readonly place: Place | null;
}

/** A change of what somebody is, from a day on. */
export interface Move {
  readonly id: string;
  readonly from: string;
  readonly was: Standing;
  readonly becomes: Standing;
  /** Who noted it, by name; empty where the school's clock did. */
  readonly by: string;
  readonly at: Date;
  readonly takenBackAt: Date | null;
  /** Whether nothing has changed since, so that it can be taken back. */
  readonly latest: boolean;
}

/** Why a change cannot be noted as asked. */
export type MoveFault = 'before-joined' | 'after-last-day' | 'later-planned' | 'same';
