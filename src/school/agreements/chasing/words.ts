/** The words of chasing. */
import type { Day } from '../../../rulebook/index.ts';

/** However it reaches them and whoever presses: no ask is ever reminded of more often. */
export const MOST_REMINDERS = 4;

/** When reminders are due, by the day from which it holds: school days after the ask began, and how long at least between two. */
export const CHASE_SETTINGS: readonly { readonly from: Day; readonly schoolDaysAfter: readonly number[]; readonly leastBetween: number; readonly officeAfter: number }[] = [
  { from: '2000-01-01', schoolDaysAfter: [5, 10, 15, 20], leastBetween: 5, officeAfter: 5 },
];

/** Why the office takes over: all reminders were given, or mail comes back. */
export type HandedWhy = 'reminded' | 'unreached';

/** An ask that the office has. */
export interface Handed extends ChaseAsk {
  readonly why: HandedWhy;
}

export type ReminderChannel = 'mail' | 'letter';

/** How far the chasing of an ask has come. */
export interface Standing {
  /** Since when the ask is open. */
  readonly since: Day;
  /** Reminders given. */
  readonly number: number;
  readonly last: Day | null;
}

/** An open ask that nobody has declined. */
export interface ChaseAsk extends Standing {
  readonly person: string;
  readonly policy: string;
  readonly due: Day;
  readonly name: string;
  readonly kind: string;
  readonly class: string;
  /** Whether the person's own signature is missing, and whether a guardian's is. */
  readonly ownOpen: boolean;
  readonly guardianOpen: boolean;
  /** How many adults must countersign. */
  readonly guardiansNeeded: number;
  /** The countersignatures that stand already, where more than one is needed. */
  readonly guardianAgreements: readonly string[];
  /** Since when the office has it. */
  readonly handedOn: Day | null;
}

/** So many open asks of one class and kind that stand alike. */
export interface Alike extends Standing {
  readonly class: string;
  readonly kind: string;
  readonly overdue: boolean;
  readonly handed: boolean;
  readonly count: number;
}

/** One line of the chase board. */
export interface BoardRow {
  readonly class: string;
  readonly kind: string;
  readonly waiting: number;
  readonly overdue: number;
  /** Reminders given to those who are still open. */
  readonly reminders: number;
  readonly last: Day | null;
  readonly next: Day | null;
  readonly withOffice: number;
}

/** Somebody whom a reminder of an ask may reach. */
export interface Reached {
  readonly person: string;
  readonly name: string;
  readonly email: string | null;
}

/** A part of the open asks: a class, a kind, or both. */
export interface ChaseGroup {
  readonly class?: string | undefined;
  readonly kind?: string | undefined;
}
