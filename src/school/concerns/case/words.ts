/** The words of case work: what is done about a concern after it was told. */
import type { ClauseId } from '../../../rulebook/index.ts';

/** Something to do. Why a name of its own: the build takes what stands at a key called "action" for code. */
export const TO_DO = 'action';

/** What a row of case work is. */
export type StepSort = 'claim' | 'person' | 'support' | 'talk' | 'amends' | 'post' | 'provider' | 'referral' | 'told' | 'action' | 'check' | 'pass' | 'notification' | 'high-risk';

/** `mistaken`: written down by mistake; it stays in the chronology. */
export type StepState = 'open' | 'done' | 'mistaken';

/** What is said of a step, locked. Which words a sort has stands beside the forms. */
export type StepWords = Readonly<Record<string, string | readonly string[]>>;

export interface Step {
  readonly id: string;
  readonly concern: string;
  readonly sort: StepSort;
  readonly state: StepState;
  readonly owner: string | null;
  readonly due: string | null;
  readonly words: StepWords;
  readonly by: string | null;
  readonly at: Date;
  readonly doneAt: Date | null;
}

/** The part somebody has in it. */
export type Part = 'harmed' | 'harmed-others' | 'saw';
export const PARTS: readonly Part[] = ['harmed', 'harmed-others', 'saw'];

/** What was found at triage, besides the kind and how serious it is. */
export interface TriageWords {
  readonly harm: 'yes' | 'no' | 'unknown';
  readonly illegal: 'yes' | 'no' | 'unknown';
  readonly intent: 'deliberate' | 'accidental' | 'unknown';
  readonly reasons: string;
}

/** How a harmful post stands. */
export type PostResult = 'asked' | 'removed' | 'refused' | 'unable' | 'provider-asked' | 'provider-removed' | 'provider-refused';
export const POST_RESULTS: readonly PostResult[] = ['asked', 'removed', 'refused', 'unable', 'provider-asked', 'provider-removed', 'provider-refused'];

/** The five forms of a breach of data, as the vocabulary calls what set it off, and what is to be seen to in each. */
export const BREACH_FORMS: Readonly<Record<string, readonly string[]>> = {
  'device-lost': ['remote-lock', 'what-was-on-it', 'loss-told'],
  'third-party-hacked': ['supplier-asked', 'whose-data', 'supplier-passwords'],
  'credentials-exposed': ['password-changed', 'sessions-ended', 'misuse-looked-for'],
  misdirected: ['recall-tried', 'recipient-asked', 'deletion-confirmed'],
  'received-in-error': ['sender-told', 'not-used', 'returned-or-deleted'],
};

/** What is to be seen to in a kind of case of which the law speaks and no rule need. */
export const KIND_CHECKS: Readonly<Record<string, readonly string[]>> = {
  'complain-data': ['use-looked-into', 'put-right', 'outcome-told'],
};

/** One line of the list of what must be there before a concern is closed. */
export interface Item {
  /** `support`, `referral:police`, `form:recall-tried`, `own:pack/policy#clause`, `clock:breach`. */
  readonly name: string;
  readonly clauses: readonly ClauseId[];
  readonly done: boolean;
  /** For whom it is missing, by name. */
  readonly missing: readonly string[];
}

/** What a case knows that rules may ask for: fact → values. */
export type CaseFacts = Readonly<Record<string, readonly string[]>>;
