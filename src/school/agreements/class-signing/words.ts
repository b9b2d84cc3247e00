/** The words of signing with a class. */
import type { Day } from '../../../rulebook/index.ts';
import type { Language } from '../../../platform/languages/index.ts';
import type { Sheet } from '../words.ts';

/** Somebody teaches a class between days, besides the one who is told about it each week. */
export interface Teaching {
  readonly id: string;
  readonly class: string;
  readonly person: string;
  readonly from: Day;
  readonly until: Day | null;
}

/** How far a class is with one set of rules. */
export interface ClassLine {
  readonly class: string;
  readonly policy: string;
  readonly title: string;
  readonly bound: number;
  readonly promised: number;
  /** Would rather talk first. */
  readonly talk: number;
}

/** A child of the class, as the class sees it. */
export interface ClassChild {
  readonly id: string;
  /** "Poppy", or as much more as it takes to tell two apart. */
  readonly name: string;
  readonly standing: 'promised' | 'talk' | 'open';
  /** The language they read in, where it is known and the rules are translated into it. */
  readonly language: string | null;
  /** Whether the mark was made here today, so that it may be undone. */
  readonly mayUndo: boolean;
}

/** One set of rules with one class. */
export interface ClassSitting {
  readonly slug: string;
  readonly class: string;
  readonly sheet: Sheet;
  /** The languages the rules can be read and signed in; empty where there is English alone. */
  readonly languages: readonly Language[];
  readonly children: readonly ClassChild[];
  /** Rules in pictures and short sentences. */
  readonly young: boolean;
}
