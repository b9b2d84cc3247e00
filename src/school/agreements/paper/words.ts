/** The words of paper: slips that go out, piles of scans that come back, and each page of a pile. */
import type { Day } from '../../../rulebook/index.ts';
import type { Question } from '../allowed/words.ts';
import type { Capacity } from '../words.ts';

/** A place on a slip where somebody writes: millimetres from the top left corner of the sheet. */
export interface Box {
  /** `self.sign`, `guardian.tick.0`, `guardian.ask.1.yes`, `guardian.who.<person>`. */
  readonly id: string;
  readonly x: number;
  readonly y: number;
  readonly w: number;
  readonly h: number;
}

/** A question as it stands on a slip. */
export type AskedOnPaper = Omit<Question, 'thing'>;

/** One signer's part of a slip. */
export interface SlipPart {
  readonly capacity: Capacity;
  readonly heading: string;
  /** The sentence that is signed. */
  readonly statement: string;
  /** The same in the language of the slip, where that is not English: both are printed. */
  readonly said?: string;
  /** Clauses that are agreed to one by one, as the policy has them, each with a box to tick. */
  readonly accepts: readonly { readonly clause: string; readonly words: string }[];
  readonly asks: readonly AskedOnPaper[];
  /** Who may sign it; more than one, and each has a box to tick. */
  readonly signers: readonly { readonly id: string; readonly name: string }[];
  /** The name is known and printed; otherwise there is a line for it. */
  readonly printedName: string | null;
  /** True where the part may be left empty: the mark of the youngest. */
  readonly optional: boolean;
  readonly textHash: string;
}

/** Everything that stands on one slip. */
export interface SlipContent {
  readonly title: string;
  readonly edition: number;
  readonly name: string;
  /** "Year 8, 8A"; empty for grown-ups. */
  readonly form: string;
  readonly parts: readonly SlipPart[];
  /** The clauses that are new, where only they are asked about; they follow on further pages. */
  readonly fresh: readonly { readonly number: string; readonly words: string }[];
  readonly returnTo: string;
  readonly due: Day;
  /** The language of the home and the translation it is printed in; left out where it is English. */
  readonly inLanguage?: { readonly code: string; readonly translation: string };
}

/** A slip as it is kept. */
export interface Slip {
  readonly id: string;
  readonly code: string;
  readonly person: string;
  readonly policy: string;
  readonly editionId: string;
  readonly edition: number;
  readonly clauses: readonly string[];
  readonly content: SlipContent;
  readonly boxes: readonly Box[];
  readonly due: Day;
  readonly returnTo: string;
  readonly printedAt: Date;
  readonly returnedOn: Day | null;
}

/** What was measured in one box. */
export interface Ink {
  readonly id: string;
  /** The share of the box that is dark, 0 to 1. */
  readonly share: number;
  /** How far the writing reaches from left to right, in millimetres. */
  readonly reach: number;
  /** Whether there is ink near all four corners, as a cross has it. */
  readonly corners: boolean;
}

export type Mark = 'empty' | 'marked' | 'crossed' | 'unsure';

/** What a part of a slip says, as far as it could be read. */
export interface PartRead {
  readonly capacity: Capacity;
  readonly signature: Mark;
  readonly accepts: readonly Mark[];
  readonly answers: readonly ('yes' | 'no' | 'both' | 'none')[];
  /** Whose box is ticked, or the only one who may sign. */
  readonly signer: string | null;
}

export const PAGE_STATES = ['clear', 'look', 'taken', 'said-no', 'given-back', 'aside'] as const;
/** Where a page of a pile stands: ready in one press, to be looked at, or settled in one of four ways. */
export type PageState = (typeof PAGE_STATES)[number];

export const REASONS = [
  'no-code', 'unknown-code', 'other-school', 'no-signature', 'faint-signature', 'who-signed', 'nobody-may-sign', 'box-empty', 'box-crossed', 'answered-no', 'no-answer',
  'old-edition', 'signed-already', 'not-asked', 'twice', 'has-left', 'not-yet', 'second-page', 'blank', 'crooked',
] as const;
/** Why somebody has to look at a page. */
export type Reason = (typeof REASONS)[number];

/** One page of a pile. */
export interface PilePage {
  readonly id: string;
  readonly pile: string;
  readonly file: string;
  readonly number: number;
  readonly state: PageState;
  readonly reasons: readonly Reason[];
  readonly slip: string | null;
  readonly read: readonly PartRead[];
  /** What the deed made: agreements or refusals. */
  readonly made: readonly string[];
  readonly settledBy: string | null;
  readonly settledAt: Date | null;
}

export interface Pile {
  readonly id: string;
  readonly by: string;
  readonly at: Date;
  readonly state: 'reading' | 'read';
  readonly files: readonly string[];
  readonly pages: number;
  readonly done: number;
  readonly trouble: string | null;
  readonly counts: Readonly<Partial<Record<PageState, number>>>;
}

/** A child who starts, and the slip that the registrar waits for. */
export interface Starter {
  readonly person: string;
  readonly name: string;
  readonly form: string;
  readonly policy: string;
  readonly title: string;
  /** The first day, by which the slip is to be back. */
  readonly due: Day;
  readonly printed: boolean;
  readonly receivedOn: Day | null;
  readonly signed: boolean;
}
