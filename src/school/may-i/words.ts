/** The words of May I. */
import type { Answer, ClauseId } from '../../rulebook/index.ts';

/** One number to ring, with whom it is for and when somebody answers. */
export interface HelpLine {
  readonly name: string;
  readonly number: string;
  readonly for: string;
  readonly when: string;
}

/** A person to go to, as far as the reader may know. */
export interface Holder {
  readonly office: string;
  readonly title: string;
  /** Empty when nobody holds the office or the reader is signed out. */
  readonly names: readonly string[];
  readonly vacant: boolean;
}

export interface FollowUp {
  readonly fact: string;
  readonly question: string;
  readonly type: 'enum' | 'yes/no' | 'number' | 'span' | 'date';
  readonly choices: readonly { readonly value: string; readonly text: string }[];
}

/** Everything the answer page draws. */
export interface AnswerView {
  readonly words: string;
  readonly act: string;
  readonly answer: Answer;
  /** What we understood: "put a program on a device". */
  readonly understood: string;
  readonly quoted: readonly QuotedClause[];
  /** Clauses that hold until somebody has said yes. */
  readonly meanwhile: readonly QuotedClause[];
  /** Clauses that hold otherwise: those of a yes set them aside. */
  readonly setAside: readonly QuotedClause[];
  /** How many deciding clauses stand in policies that are not public; told to the signed out as a number. */
  readonly hidden: number;
  /** Clauses of duties that come with the answer. */
  readonly duties: readonly QuotedClause[];
  /** Where the rules say nothing: the clauses nearest to the question. */
  readonly nearest: readonly QuotedClause[];
  /** "Ask the headteacher first". */
  readonly headline: string;
  readonly lines: readonly string[];
  /** What was not said and only guessed, as question and answer. */
  readonly guessed: readonly string[];
  readonly ask: readonly (readonly Holder[])[];
  readonly tell: readonly (readonly Holder[])[];
  readonly followUp: FollowUp | null;
  /** Nothing is open but whether a permission that they hold is for this. */
  readonly hangsOnUse: boolean;
  /** None of the answers that were offered fits, so it stays open: whether one may ask for it, and who looks after the rules. */
  readonly unsettled: { readonly mayAsk: boolean; readonly owners: readonly (readonly Holder[])[] } | null;
  /** The situation as an address carries it: `fact.place=classroom`. */
  readonly situation: string;
}

export interface QuotedClause {
  readonly id: ClauseId;
  readonly cite: string;
  readonly words: string;
  readonly href: string;
}
