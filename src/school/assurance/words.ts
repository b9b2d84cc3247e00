/** The words of assurance. */
import type { VNode } from 'preact';
import type { School } from '../../platform/web/index.ts';

/** The personas of the demonstration: who, and the address that signs in as them. Nobody outside the demonstration. */
export type PersonaList = () => Promise<readonly { readonly name: string; readonly url: string; /** What is to be seen as them; '' where nobody says. */ readonly sees: string }[]>;

/** One school on the first page. */
export interface SchoolCard {
  readonly school: School;
  readonly policies: number;
  readonly signed: number;
  readonly waiting: number;
  readonly overdue: number;
  /** Links that sign in as an invented person; none outside the demonstration. */
  readonly personas: readonly { readonly name: string; readonly href: string; readonly sees: string }[];
}

/** What this school's rules are doing today, in figures. */
export interface Today {
  readonly policies: number;
  readonly clauses: number;
  readonly bound: number;
  readonly signed: number;
  readonly waiting: number;
  readonly overdue: number;
  readonly reviewsOverdue: number;
  readonly measures: readonly { readonly name: string; readonly until: string }[];
}

export interface StartView {
  readonly school: School;
  readonly name: string | null;
  readonly today: Today | null;
  /** What waits, before the question box. */
  readonly first: readonly VNode[];
  readonly cards: readonly VNode[];
  readonly publicPolicies: readonly { readonly title: string; readonly href: string; readonly summary: string }[];
  readonly examples: readonly string[];
  readonly askAs: readonly { readonly value: string; readonly text: string }[];
  readonly young: boolean;
}
