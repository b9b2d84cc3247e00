/** The words of applications. */

export const APP_STATES = ['listed', 'proposed', 'withdrawn'] as const;
export type AppState = (typeof APP_STATES)[number];

/** What its keeper says of an application. */
export interface AppGiven {
  readonly name: string;
  /** What people call it besides. */
  readonly otherNames: readonly string[];
  readonly address: string;
  readonly purpose: string;
  /** Kinds of people it is open to. */
  readonly kinds: readonly string[];
  /** Of the pupils only these year groups; all where none is named. */
  readonly years: readonly string[];
  /** Categories of data that may go in: values of the fact data-kind. */
  readonly data: readonly string[];
  readonly conditions: string;
  readonly note: string;
  /** The last day on which anybody may rest on it. */
  readonly reviewOn: string | null;
}

export interface App extends AppGiven {
  readonly id: string;
  /** The vocabulary's own name, where rules name it. */
  readonly ruleName: string | null;
  /** Full ids of the clauses that name it, or by which it was asked for. */
  readonly clauses: readonly string[];
  readonly state: AppState;
  readonly decidedBy: string | null;
  /** The office by which it was decided. */
  readonly decidedAs: string;
  readonly decidedOn: string;
  readonly withdrawnOn: string | null;
}

/** Somebody who may use an application beside the kinds it is open to. */
export interface AppUser {
  readonly id: string;
  readonly app: string;
  readonly person: string;
  readonly from: string;
  /** The last day; null where none is set. */
  readonly until: string | null;
  readonly permission: string | null;
  readonly endedOn: string | null;
}

export type TurnKind = 'proposed' | 'listed' | 'changed' | 'reviewed' | 'withdrawn' | 'restored' | 'user-added' | 'user-ended' | 'reminded';

/** Field → what it was and what it is. */
export type Changes = Readonly<Record<string, readonly [string, string]>>;

export interface AppTurn {
  readonly id: string;
  readonly app: string;
  readonly turn: TurnKind;
  readonly changes: Changes;
  readonly reason: string;
  readonly by: string | null;
  readonly at: Date;
}

/** Who keeps the register. */
export interface Keeping {
  /** The office that keeps it. */
  readonly office: string;
  /** Where it comes from: said by the head, named by a rule, or nobody said. */
  readonly from: 'said' | 'rule' | 'nobody';
  /** How many days before a review its keeper is reminded. */
  readonly remindDays: number;
}

/** An application that rules of the school name. */
export interface NamedByRules {
  readonly ruleName: string;
  readonly name: string;
  /** What the rules call it: the headings over the clauses that name it alone. */
  readonly otherNames: readonly string[];
  readonly clauses: readonly string[];
}

/** Somebody as the register looks at them; of a pupil also the year group. */
export interface Somebody {
  readonly person: string | null;
  /** Kinds with every wider one. */
  readonly kinds: readonly string[];
  readonly year: string | null;
}

/** How an application stands for somebody. Only the first is yes. */
export type { AppStanding as Standing } from '../answers.ts';
