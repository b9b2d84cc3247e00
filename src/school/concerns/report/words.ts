/** The words of the form "Something happened". */
import type { Route } from '../routing.ts';
import type { Field } from './fields.ts';

/** What the four plain questions gave. */
export interface Story {
  readonly danger: 'yes' | 'no' | '';
  readonly child: 'yes' | 'no' | '';
  readonly narrative: string;
  readonly when: string;
  readonly where: string;
  /** Ids of office-holders it is about. */
  readonly about: readonly string[];
  /** Names of anybody else it is about, one a line. */
  readonly names: string;
  readonly kinds: readonly string[];
}

/** Somebody who holds an office, with all of theirs. */
export interface Holder {
  readonly person: string;
  readonly name: string;
  readonly offices: readonly string[];
}

/** Those it may be about: who leads the school, who looks after its computers and information, and everybody else with an office. */
export interface Holders {
  readonly leaders: readonly Holder[];
  readonly keepers: readonly Holder[];
  readonly others: readonly Holder[];
}

/** One kind's part of the second page. */
export interface KindForm {
  readonly kind: string;
  readonly words: string;
  readonly fields: readonly Field[];
  readonly route: Route;
  /** Offices between which the rules leave the choice. */
  readonly choice: readonly string[];
  readonly cited: readonly { readonly cite: string; readonly href: string }[];
  /** No rule of the school speaks of such a thing at all. */
  readonly silent: boolean;
}

/** Sorts of entries in which the school speaks to whoever told it. */
export const OF_SCHOOL: ReadonlySet<string> = new Set(['question', 'reply', 'to-reporter']);
