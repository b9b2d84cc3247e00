/** The words of clocks: time limits that run on a concern. */
import type { ClauseId, Standards } from '../../../rulebook/index.ts';

/** How soon a thing must be done at the least, as the vocabulary has it. */
export type Cadence = Standards['cadences'][number];

/** How a clock stands. `not-needed`: somebody decided, with reasons, that nothing is owed. */
export type ClockState = 'running' | 'met' | 'not-needed';

/** A clock as it is to begin. */
export interface ClockStart {
  /** A cadence of the vocabulary (`breach`); `first-step` where the rules say how soon one begins; `own` for another of the rules or of the case. */
  readonly clock: string;
  readonly clauses: readonly ClauseId[];
  /** As written: "72 hours". */
  readonly span: string;
  /** The law it comes from, or ''. */
  readonly source: string;
  /** Spans before the end at which the readers are warned, longest first. */
  readonly warnBefore: readonly string[];
  /** What it is for, in words. */
  readonly what: string;
}

/** What is said of a clock, locked. */
export interface ClockWords {
  readonly what: string;
  /** Why it began at another moment than the report. */
  readonly awareBecause?: string;
  /** How it ended: what was done or why nothing is owed. */
  readonly ended?: string;
  readonly reference?: string;
  /** Why it was late. */
  readonly late?: string;
}

export interface Clock {
  readonly id: string;
  readonly concern: string;
  readonly clock: string;
  readonly clauses: readonly string[];
  readonly span: string;
  readonly source: string;
  readonly warnBefore: readonly string[];
  readonly startedAt: Date;
  readonly dueAt: Date;
  readonly state: ClockState;
  readonly endedAt: Date | null;
  readonly locked: Uint8Array;
  /** How many warnings went out; one more than there are once its passing was told. */
  readonly warned: number;
}

/** Which limit of the law begins with which kind of concern: dated data. */
export interface ClockRule {
  readonly clock: string;
  readonly kind: string;
  readonly warnBefore: readonly string[];
  readonly since: string;
  readonly until: string | null;
}
