/** The words of roles: what a rule calls `person-status`, hangs on no office, and is given to people by name. */
import type { Day } from '../../../platform/days.ts';
import type { ClauseId } from '../../../rulebook/index.ts';

/** A role that some rule looks at. */
export interface Role {
  /** A value of the fact `person-status`: `bubble-leader`. */
  readonly name: string;
  readonly clauses: readonly ClauseId[];
  /** Kinds of whom it may be said: those whom the rules bind. */
  readonly kinds: readonly string[];
  /** Offices that keep its list: those that look after the policies. */
  readonly keepers: readonly string[];
  /** Set where every rule that looks at it is of a temporary measure: its first and last day, where it has them. */
  readonly measure: { readonly from: Day | null; readonly until: Day | null } | null;
  /** Whether some rule looks at it today. */
  readonly looked: boolean;
}

/** Somebody on the list. */
export interface Named {
  readonly id: string;
  readonly role: string;
  /** Null once they are forgotten. */
  readonly person: string | null;
  readonly from: Day;
  readonly until: Day | null;
  readonly reason: string;
  readonly by: string | null;
  readonly at: Date;
  readonly endedAt: Date | null;
  readonly endedBy: string | null;
  readonly endedReason: string;
}

export const NAMED_STATES = ['now', 'coming', 'over'] as const;
export type NamedState = (typeof NAMED_STATES)[number];

/** One line of a list, with its names. */
export interface NamedLine extends Named {
  readonly name: string | null;
  readonly namer: string | null;
  readonly ender: string | null;
  readonly state: NamedState;
  /** Its last day, no later than the measure's. */
  readonly lastDay: Day | null;
  /** Whether this reader may take it off the list. */
  readonly mine: boolean;
}
