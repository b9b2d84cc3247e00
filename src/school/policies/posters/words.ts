/** The words of posters: clauses of a policy on a wall, and the places where they hang. */
import type { Clause } from '../../../rulebook/index.ts';
import type { Published } from '../words.ts';

/** For whom a poster is: a kind of people. */
export const AUDIENCES = ['pupil-ks1', 'pupil-senior', 'pupil', 'staff', 'visitor', 'parent', 'governor'] as const;

export const MOST_CLAUSES = 12;

export interface Poster {
  readonly id: string;
  readonly policy: string;
  readonly title: string;
  readonly audience: string;
  /** Ids of the clauses on it. */
  readonly clauses: readonly string[];
  readonly madeAt: Date;
  readonly retiredOn: string | null;
}

/** A copy on a wall. */
export interface Place {
  readonly id: string;
  readonly poster: string;
  readonly place: string;
  readonly editionId: string;
  readonly edition: number;
  readonly putUpBy: string | null;
  readonly putUpOn: string;
  readonly checkedBy: string | null;
  readonly checkedOn: string | null;
  readonly takenDownOn: string | null;
}

/** A poster with the words it has today: those of the edition in force. */
export interface Shown {
  readonly poster: Poster;
  readonly of: Published;
  readonly clauses: readonly Clause[];
  /** Clauses that were chosen and are no longer in the policy. */
  readonly gone: number;
}

/** A line of the register of places. */
export interface PlaceRow extends Place {
  readonly posterTitle: string;
  readonly policy: string;
  readonly audience: string;
  readonly putUpName: string;
  readonly checkedName: string;
  /** The edition in force, or null where the policy is no longer in force. */
  readonly current: number | null;
  readonly stale: boolean;
}
