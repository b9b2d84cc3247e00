/** The words of policies. */
import type { Finding, Policy, Verdict, Whom } from '../../rulebook/index.ts';

export type EditionState = 'draft' | 'proposed' | 'approved' | 'discarded';

/** What a changed clause is. Only a new duty asks people to sign again. */
export type Mark = 'wording' | 'clarification' | 'new-duty' | 'removed';

/** One edition of a policy as it is kept. */
export interface Edition {
  readonly id: string;
  readonly policy: string;
  readonly number: number;
  readonly state: EditionState;
  readonly title: string;
  readonly markdown: string;
  readonly textHash: string;
  readonly note: string;
  readonly createdBy: string | null;
  readonly createdAt: Date;
  readonly changedAt: Date;
  readonly proposedBy: string | null;
  /** How often it was saved: a writer says which saving they had before them. */
  readonly revision: number;
  /** Why it was given back to its writers; empty when it was not. */
  readonly sentBack: string;
  readonly approvedBy: string | null;
  /** The body that approved it: `governing-body`. */
  readonly approvedAs: string | null;
  readonly approvedOn: string | null;
  readonly inForce: string | null;
}

/** An edition read: its document and what the reader found. */
export interface ReadEdition {
  readonly edition: Edition;
  readonly document: Policy | null;
  readonly findings: readonly Finding[];
}

/** How one clause differs between two editions. */
export interface ClauseChange {
  readonly clause: string;
  readonly number: string;
  readonly kind: 'added' | 'removed' | 'words' | 'rules';
  readonly before: string | null;
  readonly after: string | null;
  /** What it most likely is; the writer decides. */
  readonly suggested: Mark;
}

/** A refusal that is to be expected: a short name for the page to put into words. */
export type Refusal =
  | 'no-draft' | 'not-open' | 'changed-meanwhile' | 'has-errors' | 'nobody-approves' | 'not-the-approver' | 'first-day-past' | 'first-day-before-last'
  | 'offices-vacant' | 'nothing-changed' | 'taken' | 'not-a-policy' | 'companion-missing';

/** What a deed gives back: the edition as it now is, or why not. */
export type Done = { readonly ok: true; readonly edition: Edition } | { readonly ok: false; readonly why: Refusal; readonly edition?: Edition };

/** One answer that would be different: the question in words, and both answers. */
export interface ChangedAnswer {
  /** "staff, governors and visitors". */
  readonly who: string;
  readonly act: string;
  /** "May staff put a program or app on a school device?" */
  readonly question: string;
  /** "when the school's own; in a classroom", empty where no fact matters. */
  readonly situation: string;
  readonly was: string;
  readonly now: string;
  readonly wasSays: Verdict;
  readonly nowSays: Verdict;
  /** Full ids of the clauses behind the new answer. */
  readonly because: readonly string[];
}

/** A draft tried out: what the reader and the linter find, what changed, and which answers change with it. */
export interface Trial {
  readonly document: Policy | null;
  readonly findings: readonly Finding[];
  readonly errors: number;
  readonly changes: readonly ClauseChange[];
  readonly marks: ReadonlyMap<string, Mark>;
  /** New duties with the people each binds. */
  readonly newDuties: readonly { readonly clause: string; readonly binds: readonly Whom[] }[];
  readonly answers: readonly ChangedAnswer[];
  /** How many more answers change than are listed. */
  readonly moreAnswers: number;
}

/** Who would be asked to sign again. Null where nobody signs the policy. */
export type SignsAgain = { readonly total: number; readonly byKind: readonly { readonly kind: string; readonly count: number }[] } | null;

/** One rule in plain words, and the situation it speaks of ("When …", "Not if …"); empty where it always holds. */
export interface MarginLine {
  readonly says: string;
  readonly when: string;
}

/** What the margin beside a clause says to one reader. */
export interface Margin {
  /** *workflow* where somebody is asked, told or signs; *promised* where it rests on a promise; null where it only explains. */
  readonly label: 'measured' | 'workflow' | 'promised' | null;
  readonly lines: readonly MarginLine[];
  readonly bindsReader: boolean;
}

/** How many have signed a policy. */
export interface Counts {
  readonly bound: number;
  readonly signed: number;
  readonly waiting: number;
}

/** A policy in force as lists and readers show it. */
export interface Published {
  readonly edition: Edition;
  readonly document: Policy;
}
