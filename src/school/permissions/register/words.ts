/** The words of the register: what of it somebody sees, what of it is asked for, and one line of it. */
import type { Grant, PermissionState } from '../words.ts';

/** A permission with what a standing one says of itself. */
export interface Entry extends Grant {
  /** What a group may do, in the school's own words; empty for one person's. */
  readonly what: string;
  /** The one that a review continued with this. */
  readonly follows: string | null;
}

/** What of the register somebody sees: all, or what they decide about, what they granted, and what is theirs. */
export type Sees = { readonly all: true } | {
  readonly all: false;
  readonly acts: readonly string[];
  readonly granter: string;
  /** Themselves, and the children for whom they may agree. */
  readonly people: readonly string[];
  /** Standing permissions of groups to which one of these people belongs. */
  readonly standing: readonly string[];
};

export const SORTS = ['until', 'from', 'act'] as const;
export type Sort = (typeof SORTS)[number];

export interface RegisterAsk {
  readonly sees: Sees;
  readonly now: Date;
  readonly today: string;
  readonly states: readonly PermissionState[];
  readonly acts?: readonly string[] | undefined;
  readonly office?: string | undefined;
  /** Held by a group, or by one person. */
  readonly standing?: boolean | undefined;
  /** Held by one of these people. */
  readonly holders?: readonly string[] | undefined;
  readonly search: string;
  /** What fits the search by its name: acts, and people. */
  readonly searchActs: readonly string[];
  readonly searchHolders: readonly string[];
}

/** One line of the register, as this reader may see it. */
export interface Line extends Entry {
  readonly state: PermissionState;
  /** Who holds it; null where this reader may not see the name. */
  readonly name: string | null;
  readonly granter: string | null;
  /** Full id, how it is cited, and its address. */
  readonly cited: readonly { readonly id: string; readonly cite: string; readonly href: string }[];
}

/** States of permissions that are not over. */
export const OPEN_STATES: readonly PermissionState[] = ['live', 'waiting', 'suspended', 'coming'];
