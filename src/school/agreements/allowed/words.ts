/** The words of what a parent allows: questions with a yes and a no of their own, beside the signature and never part of it. */
import type { Day } from '../../../rulebook/index.ts';

/** A question with a yes and a no of its own, such as leave to use e-mail at school. */
export interface Question {
  readonly clause: string;
  readonly act: string;
  /** The fact and value that tell it apart from its neighbour: `facility=email`. Empty where the act is one question. */
  readonly about: string;
  readonly words: string;
  /** What is allowed, in short: "e-mail". */
  readonly thing: string;
}

export type Answer = 'yes' | 'no';
/** How an answer came. */
export type AnswerChannel = 'screen' | 'paper' | 'phone';
/** Whether something is allowed. `unknown`: not enough has been said, and that is never a yes. */
export type Allowed = Answer | 'unknown';

/** One adult's newest answer to one question about one child. */
export interface Said {
  readonly child: string;
  readonly by: string;
  readonly act: string;
  readonly about: string;
  readonly answer: Answer;
  readonly on: Day;
}

/** An answer to a question as a page shows it. */
export interface AnswerGiven {
  readonly words: string;
  readonly answer: Answer;
}

/** A question about a child as one parent sees it: whether it is allowed, and what they said themselves. */
export interface AllowedRow {
  readonly question: Question;
  readonly now: Allowed;
  readonly mine: { readonly answer: Answer; readonly on: Day } | null;
}

/** Under which name the answer to a question is sent with a form: its place on the page. */
export const fieldOf = (at: number): string => `allow-${at}`;

/** How an address names a question: `permit-internet-email--facility--email`. */
export const nameOfQuestion = ({ act, about }: Pick<Question, 'act' | 'about'>): string => [act, ...about.split('=')].filter(Boolean).join('--');

/** One key for a question in a map. */
export const keyOf = ({ act, about }: Pick<Question, 'act' | 'about'>): string => `${act} ${about}`;
