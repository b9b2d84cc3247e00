/** The words of openings: something that a rule has a teacher allow, opened for a class or some pupils until a time of the same day. */
import type { ClauseId } from '../../../rulebook/index.ts';

/** What somebody may open, by one rule. */
export interface Openable {
  readonly act: string;
  readonly clause: ClauseId;
  /** The situation that the rule itself names. */
  readonly facts: Readonly<Record<string, string>>;
  /** The office of the rule for which it is opened. */
  readonly office: string;
}

/** What lies behind a permission that is an opening: kept as its evidence. */
export interface OpeningEvidence {
  /** "Maths, period 2". */
  readonly lesson: string;
  readonly class: string;
  /** Which game, site or file; empty where it needs none. */
  readonly what: string;
}

/** One opening, for a class as a whole or for the pupils named. */
export interface Opening extends OpeningEvidence {
  readonly id: string;
  readonly ids: readonly string[];
  readonly act: string;
  /** Empty where it is for the whole class. */
  readonly pupils: readonly string[];
  readonly reason: string;
  readonly clauses: readonly string[];
  readonly by: string | null;
  readonly startsAt: Date;
  readonly endsAt: Date;
  /** When somebody ended it before its time. */
  readonly endedAt: Date | null;
}

export const OPENING_STATES = ['open', 'over'] as const;
export type OpeningState = (typeof OPENING_STATES)[number];

/** What the rules say of opening something. */
export type Weighed = { readonly kind: 'open' } | { readonly kind: 'no' | 'free' | 'silent' | 'unlawful'; readonly because: readonly ClauseId[] };
