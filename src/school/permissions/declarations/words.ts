/** The words of declarations: somebody says that school data leaves its place for a task, and by when it is back or gone. */
import type { ClauseId, OfficeGroups } from '../../../rulebook/index.ts';

/** Off site; on a stick or drive; a file out of a system; on paper. */
export const SORTS = ['off-site', 'stick', 'export', 'paper'] as const;
export type Sort = (typeof SORTS)[number];

/** How it came to its end. */
export const ENDS = ['brought-back', 'wiped', 'deleted', 'shredded', 'with-the-case', 'never-taken'] as const;
export type End = (typeof ENDS)[number];

export type Facts = Readonly<Record<string, string>>;

export interface Declaration {
  readonly id: string;
  /** Null once they are forgotten. */
  readonly person: string | null;
  readonly sort: Sort;
  readonly facts: Facts;
  readonly task: string;
  readonly what: string;
  readonly goesTo: string;
  readonly clauses: readonly string[];
  /** The offices that look after these clauses. */
  readonly owners: readonly string[];
  readonly on: string;
  readonly goneBy: string;
  readonly goneOn: string | null;
  readonly goneHow: End | null;
  /** The day on which they said so. */
  readonly goneSaidOn: string | null;
  /** How many reminders they had, and the day of the last. */
  readonly reminded: number;
  readonly remindedOn: string | null;
  /** The day on which the offices were told. */
  readonly handedOn: string | null;
}

export type DeclarationGiven = Pick<Declaration, 'sort' | 'facts' | 'task' | 'what' | 'goesTo' | 'goneBy'>;

/** How a declaration stands on a day. */
export const STANDINGS = ['open', 'overdue', 'gone'] as const;
export type Standing = (typeof STANDINGS)[number];

/** A question of the vocabulary that the rules need answered. */
export interface Asked {
  readonly fact: string;
  readonly question: string;
  readonly choices: readonly { readonly value: string; readonly text: string }[];
  readonly yesNo: boolean;
}

interface Ground {
  readonly because: readonly ClauseId[];
  /** The offices that look after it. */
  readonly owners: readonly string[];
}

/** The rules have nothing against it. `entry`: they neither allow nor forbid it, and a duty comes with it. */
export type Clear = ({ readonly kind: 'yes' } | { readonly kind: 'entry' }) & Ground;
/** `which`: a permission that they hold was given for one use, and they have not said whether this is it. */
export type NotClear = ({ readonly kind: 'no' } | { readonly kind: 'which'; readonly act: string; readonly facts: Facts } | { readonly kind: 'silent' } | { readonly kind: 'unclear' } | { readonly kind: 'ask'; readonly act: string; readonly facts: Facts; readonly offices: OfficeGroups }) & Ground;
/** What the rules say of it. */
export type Weighed = Clear | NotClear;
