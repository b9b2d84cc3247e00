/** The words of the quiz: what is asked about an edition, what was answered, and how far each person is. */
import type { ClauseId, Day } from '../../../rulebook/index.ts';

/** The three answers to "May I …?" that a quiz knows. */
export const CHOICES = ['yes', 'ask', 'no'] as const;
export type Choice = (typeof CHOICES)[number];

/** How long a quiz is, and how few questions are none, by the day from which it holds. The newest line that has begun counts. */
export const QUIZ_SETTINGS: readonly { readonly from: Day; readonly questions: number; readonly fewest: number }[] = [
  { from: '2000-01-01', questions: 5, fewest: 3 },
];

/** One question with what the rules say to it. */
export interface QuizQuestion {
  readonly act: string;
  /** The situation: fact → value. */
  readonly facts: Readonly<Record<string, string>>;
  readonly right: Choice;
  /** The clauses that make the answer; one of the policy itself stands first. */
  readonly because: readonly [ClauseId, ...ClauseId[]];
}

/** A question with what somebody answered, as it is kept. */
export interface Answered extends QuizQuestion {
  readonly said: Choice;
}

/** One time that somebody did a quiz. */
export interface Quiz {
  readonly id: string;
  readonly person: string;
  readonly policy: string;
  readonly editionId: string;
  readonly edition: number;
  readonly questions: number;
  readonly correct: number;
  readonly answers: readonly Answered[];
  readonly on: Day;
  readonly at: Date;
}

/** How far somebody is with a document: to be read and signed, its quiz still to do, or finished. */
export const FAR = ['to-sign', 'to-quiz', 'finished'] as const;
export type Far = (typeof FAR)[number];

/** One person and one document: when it was read and signed, and the newest quiz about it. */
export interface FinishedRow {
  readonly person: string;
  readonly name: string;
  readonly kind: string;
  readonly policy: string;
  readonly edition: number;
  readonly signedOn: Day | null;
  readonly signedEdition: number | null;
  readonly agreement: string | null;
  readonly quiz: { readonly correct: number; readonly questions: number; readonly on: Day; readonly edition: number } | null;
  readonly far: Far;
}

/** The orders of the list of who has finished; the first is the usual one. */
export const FINISHED_ORDERS = ['name', 'signed', 'quiz'] as const;
export type FinishedOrder = (typeof FINISHED_ORDERS)[number];

/** Under which name the answer to a question is sent with a form: its place on the page. */
export const fieldOfQuestion = (at: number): string => `q-${at}`;
