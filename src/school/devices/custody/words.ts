/** The words of custody: a device of a pupil's that the school took and gives back. */
import type { ClauseId, OfficeGroups } from '../../../rulebook/index.ts';

/** `handed-on`: it is with the police or the safeguarding lead. `struck`: the entry was a mistake, and stays to be seen as one. */
export type CustodyState = 'held' | 'returned' | 'handed-on' | 'struck';

/** Which entries a reader asks for: now held, due back before today, handed on, given back, struck out. */
export const STANDINGS = ['held', 'overdue', 'handed-on', 'returned', 'struck'] as const;
export type StandingAsk = (typeof STANDINGS)[number];

export type Move = 'taken' | 'handed-over' | 'put-away' | 'to-police' | 'to-dsl' | 'came-back' | 'returned-to-pupil' | 'returned-to-parent' | 'not-returned' | 'struck' | 'due-now';

/** Who gets it back. */
export type ToWhom = 'pupil' | 'parent';

/** What somebody wrote of it; empty where they are forgotten. */
export interface EntryWords {
  readonly why: string;
  readonly marks: string;
  readonly condition: string;
  readonly off: 'yes' | 'no' | '';
  /** Why it was taken although a permission covers it. */
  readonly despite: string;
}

export interface MoveWords {
  /** Who took it, as they wrote their name. */
  readonly name: string;
  readonly text: string;
}

export interface Entry {
  readonly id: string;
  readonly label: number;
  readonly person: string | null;
  readonly kind: string;
  readonly place: string;
  readonly clause: string;
  readonly takenBy: string | null;
  readonly takenAt: Date;
  readonly awaited: string | null;
  readonly toWhom: ToWhom;
  readonly dueOn: string;
  readonly state: CustodyState;
  readonly holder: string | null;
  readonly keptIn: string | null;
  readonly remindedOn: string | null;
  readonly endedAt: Date | null;
  readonly words: EntryWords;
}

export interface CustodyMove {
  readonly id: string;
  readonly move: Move;
  readonly from: string | null;
  readonly to: string | null;
  readonly keptIn: string | null;
  readonly by: string | null;
  readonly at: Date;
  readonly words: MoveWords;
}

/** Where devices lie: a drawer, a cabinet. */
export interface KeepingPlace {
  readonly id: string;
  readonly name: string;
  readonly closedOn: string | null;
}

/** What was decided elsewhere and still has to be taken. */
export interface Awaited {
  readonly id: string;
  readonly person: string;
  readonly offices: readonly string[];
  readonly until: string | null;
  readonly state: 'open' | 'taken' | 'over';
}

/** What the rules say of taking something away. */
export type Weighed =
  | { readonly kind: 'yes'; readonly because: readonly [ClauseId, ...ClauseId[]] }
  | { readonly kind: 'ask'; readonly offices: OfficeGroups; readonly because: readonly ClauseId[] }
  | { readonly kind: 'no'; readonly because: readonly ClauseId[] }
  | { readonly kind: 'unclear'; readonly missing: readonly string[]; readonly because: readonly ClauseId[] }
  | { readonly kind: 'silent' };

/** The longest that the rules let somebody keep it, in days or school days after the day it was taken. */
export interface Limit {
  readonly clause: ClauseId;
  readonly days: number;
  readonly schoolDays: boolean;
}

/** How a school gives devices back. */
export interface CustodySettings {
  readonly back: 'same-day' | 'week' | 'school-days';
  /** For `school-days`: so many after the day it was taken. */
  readonly schoolDays: number;
  readonly to: ToWhom;
  /** Minutes in which whoever took it may strike a wrong entry out. */
  readonly strikeMinutes: number;
  /** Months after which an entry that is done with is erased. */
  readonly keepMonths: number;
}

export interface SettingRow {
  readonly name: string;
  readonly since: string;
  readonly value: unknown;
  readonly by: string | null;
}

/** What is told when something is taken. */
export interface Taken {
  readonly person: string;
  readonly kind: string;
  readonly place: string;
  readonly clause: string;
  readonly toWhom: ToWhom;
  readonly dueOn: string;
  readonly keptIn: string | null;
  readonly awaited: string | null;
  readonly words: EntryWords;
}
