/**
 * The words of the rulebook: what a policy is once it has been read, what a question is and what an answer is.
 * Types only (and the two closed lists they come from): every other file of this folder speaks in these words.
 */

import type { Vocabulary } from './vocabulary-words.ts';

export type * from './vocabulary-words.ts';

/** A day of the school's calendar, `YYYY-MM-DD`, always in the school's own time zone. */
export type Day = string;

/** Where something stands in a policy file. Lines and columns count from 1. */
export interface Place {
  readonly file: string;
  readonly line: number;
  readonly column: number;
}

/** One finding of the reader or the linter: what is wrong, where, and what to do about it. */
export interface Finding extends Place {
  /** An `error` stops publishing; a `warning` does not. */
  readonly severity: 'error' | 'warning';
  /** A short stable name, for example `unknown-act`. */
  readonly code: string;
  /** What is wrong, in one sentence. */
  readonly message: string;
  /** What to do about it, in one sentence ("did you mean …" included). */
  readonly remedy: string;
}

/** The closed list of verbs. */
export const VERBS = [
  'may', 'never', 'ask', 'must', 'tell', 'consent', 'sign', 'countersign', 'keep', 'check', 'train', 'block', 'watch',
  'account', 'custody', 'sanction', 'publish', 'assess', 'duty-of', 'means', 'info',
] as const;
export type Verb = (typeof VERBS)[number];

/** The verbs that answer a "May I …?"; the others are operated by features. */
export const DECIDING_VERBS = ['may', 'never', 'ask', 'must', 'tell', 'consent'] as const satisfies readonly Verb[];

export type Operator = '=' | '!=' | '<' | '<=' | '>' | '>=';

/** One test of a condition: `place=classroom|office`, `recipient-count>1`, `time-span<=25 days`. */
export interface Test {
  readonly fact: string;
  readonly operator: Operator;
  /** At least one value; several mean "any of these". */
  readonly values: readonly string[];
  readonly at: Place;
}

/** Whom a rule binds: these kinds and offices, less those. An empty `kinds` means everybody the policy binds. */
export interface Whom {
  readonly kinds: readonly string[];
  readonly except: readonly string[];
}

/** Offices joined by `+` (all groups) and `|` (any one of a group): one from each inner list. */
export type OfficeGroups = readonly (readonly string[])[];

/** A clause in machine form. */
export interface Rule {
  readonly verb: Verb;
  /** What stands in the brackets: an act, a term, a kind of record, or the reason of an `info`. */
  readonly subject: string;
  readonly who: Whom;
  readonly when: readonly Test[];
  readonly unless: readonly Test[];
  /** `of` (ask), `to` (tell), `from` (consent), `by`: whose decision or whose ear. Empty where the verb needs none. */
  readonly offices: OfficeGroups;
  /** Ids of clauses (same policy `id`, or `policy#id`) that this rule sets aside where it holds. */
  readonly over: readonly string[];
  readonly absolute: boolean;
  readonly advice: boolean;
  readonly from?: Day;
  readonly until?: Day;
  /** The temporary measure this rule belongs to (`:::meanwhile{period=…}`). */
  readonly period?: string;
  /** Every other attribute as written: `lasts`, `needs`, `within`, `for`, `then`, `every`, … */
  readonly attributes: Readonly<Record<string, string>>;
  readonly at: Place;
}

/** A numbered statement of a policy with its rules. */
export interface Clause {
  /** Stable within the policy across editions, for example `install`. */
  readonly id: string;
  /** How people cite it: section and position, for example `2.4`. */
  readonly number: string;
  /** The headings above it, outermost first. */
  readonly headings: readonly string[];
  /** Its words without Markdown. */
  readonly text: string;
  readonly rules: readonly Rule[];
  readonly at: Place;
}

/** Inline text of a policy, ready to be drawn. There is no raw HTML. */
export type Inline =
  | { readonly kind: 'text'; readonly text: string }
  | { readonly kind: 'code'; readonly text: string }
  | { readonly kind: 'break' }
  | { readonly kind: 'emphasis' | 'strong'; readonly children: readonly Inline[] }
  | { readonly kind: 'link'; readonly href: string; readonly children: readonly Inline[] };

/** A block of a policy, ready to be drawn. `clause` is the id of the clause it carries. */
export type Block =
  | { readonly kind: 'heading'; readonly depth: 2 | 3 | 4; readonly id: string; readonly number: string; readonly children: readonly Inline[] }
  | { readonly kind: 'paragraph'; readonly clause?: string; readonly children: readonly Inline[] }
  | { readonly kind: 'list'; readonly ordered: boolean; readonly items: readonly ListItem[] }
  | { readonly kind: 'quote'; readonly children: readonly Block[] }
  | { readonly kind: 'table'; readonly head: readonly (readonly Inline[])[]; readonly rows: readonly (readonly (readonly Inline[])[])[] }
  | { readonly kind: 'meanwhile'; readonly period: string; readonly from?: Day; readonly until?: Day; readonly children: readonly Block[] };

export interface ListItem {
  readonly clause?: string;
  readonly children: readonly Block[];
}

/** How long between two reviews, and when the next one is. */
export interface Review {
  readonly every?: string;
  readonly next?: Day;
}

/** Who signs the policy, how, and what makes them sign again. */
export interface Signing {
  /** `received`, `received-and-agree`, `read-and-agree`, … */
  readonly as: string;
  /** `joining`, `new-duty`, `moving-up`, `1 year`, … */
  readonly on: readonly string[];
  /** Kinds that sign, where fewer than `binds`. */
  readonly who?: readonly string[];
  /** Kinds that countersign for a pupil. */
  readonly countersign?: readonly string[];
}

/** The front matter of a policy. */
export interface FrontMatter {
  readonly policy: string;
  readonly title: string;
  readonly binds: readonly string[];
  readonly owner?: string;
  readonly edition?: string;
  readonly approved?: { readonly by: string; readonly on?: Day };
  readonly inForce?: Day;
  readonly review?: Review;
  readonly readWith: readonly string[];
  readonly sign?: Signing;
  /** `public` policies may be read and asked about without signing in. */
  readonly public: boolean;
  /** `early-years`, `pupils` or `adults`: for whom it is written; decides the reading age and the pictures. */
  readonly readers: 'early-years' | 'pupils' | 'adults';
  /** One or two plain sentences shown on lists. */
  readonly summary?: string;
}

/** A policy as read from one Markdown file. */
export interface Policy {
  readonly id: string;
  readonly file: string;
  readonly front: FrontMatter;
  readonly clauses: readonly Clause[];
  readonly body: readonly Block[];
  /** Rules that could not be read: the clause they stand under and the act they speak of. */
  readonly broken?: readonly { readonly clause: string; readonly act: string }[];
}

/* ------------------------------------------------------------------ a school's rulebook */

/** `school.yaml`: who the school is and who holds which office. */
export interface SchoolSheet {
  readonly name: string;
  /** The trust's pack whose policies bind this school too. */
  readonly under?: string;
  /** Office → the person or office that holds it. `unassigned` and `school` are mapped here too. */
  readonly offices: Readonly<Record<string, string>>;
  /** Where single clauses that name nobody have an office of their own: "unassigned policy#clause" → office. */
  readonly standIns?: Readonly<Record<string, string>>;
  readonly terms: readonly { readonly name: string; readonly from: Day; readonly to: Day }[];
}

/** One line of `coverage.tsv`: an inventory id, the clause that carries it, and the act it speaks of (empty: all). */
export interface Coverage {
  readonly source: string;
  /** `policy#clause`. */
  readonly clause: string;
  readonly act: string;
}

/** The full name of a clause: `pack/policy#clause`. */
export type ClauseId = `${string}/${string}#${string}`;

/** A rule with the clause it belongs to and its scope resolved. */
export interface BoundRule extends Rule {
  readonly clauseId: ClauseId;
  readonly pack: string;
  readonly policy: string;
  /** Position among all rules of the rulebook: file order, then line order. Breaks ties only in the order of citation. */
  readonly order: number;
  /** `over`, resolved to full names. */
  readonly sets: readonly ClauseId[];
  /** Whom it binds, with the policy's `binds` filled in where the rule names nobody. */
  readonly binds: Whom;
}

/** Everything that decides, compiled from the policies of a school (and of its trust). Immutable. */
export interface Rulebook {
  readonly pack: string;
  readonly school: SchoolSheet;
  readonly vocabulary: Vocabulary;
  readonly policies: readonly Policy[];
  readonly clauses: ReadonlyMap<ClauseId, Clause & { readonly policy: Policy }>;
  readonly rules: readonly BoundRule[];
  readonly rulesByAct: ReadonlyMap<string, readonly BoundRule[]>;
  readonly coverage: readonly Coverage[];
  /** Clauses whose rules could not be read: their acts answer "ask", and the policy's owner is told. */
  readonly broken: readonly { readonly clauseId: ClauseId; readonly act: string }[];
}

/* ------------------------------------------------------------------ asking and answering */

/** A permission the asker holds (or held: `live` false). Without `office` it is from whichever office the rule names. */
export interface Permission {
  readonly act: string;
  readonly office?: string;
  readonly live: boolean;
  /** It covers only situations that match these. */
  readonly facts?: Readonly<Record<string, string | readonly string[]>>;
  /** Names what it was given for, where no fact tells that from anything else: it covers a question about this use, and leaves open one that does not say. */
  readonly use?: string;
}

export interface Question {
  /** Kinds and offices of the asker. */
  readonly who: string | readonly string[];
  readonly act: string;
  readonly facts?: Readonly<Record<string, string | readonly string[]>>;
  readonly permissions?: readonly Permission[];
  /** The use of a permission that the asker means; any other word is none of theirs. */
  readonly use?: string;
  readonly on: Day;
}

export const VERDICTS = ['no', 'depends', 'ask', 'tell', 'yes', 'silent'] as const;
export type Verdict = (typeof VERDICTS)[number];

/** What to do instead, for *no* and *ask*. */
export interface Instead {
  /** Offices that may allow it. */
  readonly ask?: readonly string[];
  /** Who can consent. */
  readonly consent?: readonly string[];
  /** Situations in which it would be allowed: tests of the `unless` that was not met. */
  readonly when?: readonly { readonly fact: string; readonly operator: Operator; readonly values: readonly string[] }[];
}

interface AnswerBase {
  /** Inventory ids whose clause is in `because` and whose act fits. */
  readonly sources: readonly string[];
  /** Every office that may be asked, flat, and as groups: one from each inner list. */
  readonly ask: readonly string[];
  readonly askGroups: OfficeGroups;
  readonly tell: readonly string[];
  readonly tellGroups: OfficeGroups;
  /** Clauses whose duties come with it. */
  readonly duties: readonly ClauseId[];
  /** Facts to ask for, the most telling first. */
  readonly missing: readonly string[];
  readonly instead: Instead;
  /** For *silent*: the nearest clauses. Empty otherwise. */
  readonly considered: readonly ClauseId[];
}

/** An answer names its clauses: a verdict other than *silent* without a reason does not compile. */
export type Answer =
  | (AnswerBase & { readonly says: Exclude<Verdict, 'silent'>; readonly because: readonly [ClauseId, ...ClauseId[]] })
  | (AnswerBase & { readonly says: 'silent'; readonly because: readonly [] });
