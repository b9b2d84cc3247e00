/** What a feature shows at its front door. app.ts lists the features by hand. */
import type { VNode } from 'preact';
import type { Writable } from 'node:stream';
import type { Database, Tx } from '../platform/database/index.ts';
import type { Apart } from '../platform/jobs/index.ts';
import type { Asked, Body, Route, Who } from '../platform/web/index.ts';
import type { BoxWords, Standards, Vocabulary } from '../rulebook/index.ts';

/** What every feature is given at start. */
export interface Shared {
  readonly vocabulary: Vocabulary;
  /** How people speak of acts and facts: the question box's own words. */
  readonly boxWords: BoxWords;
  /** Numbers to ring when somebody is in danger: dated data. */
  readonly helpLines: readonly { readonly name: string; readonly number: string; readonly for: string; readonly when: string }[];
  /** What the law makes people report themselves, whatever the school does: dated data. */
  readonly dutiesToReport: readonly { readonly duty: string; readonly who: string; readonly says: string; readonly number: string; readonly since: string; readonly until: string; readonly source: string; readonly checkedOn: string }[];
  /** What the law and the national standards say of policies: dated data. */
  readonly standards: Standards;
  /** True while the persona links exist. */
  readonly demonstration: boolean;
  /** Where the schools' sealing keys lie, apart from the database. */
  readonly sealFolder: string;
  /** Does long work in a process of its own: the `apart` of a feature. */
  readonly apart: Apart;
  /** Where ClamAV listens, where the school runs one. */
  readonly virusScanner?: string | undefined;
}

/** One card on a reader's start page. Lower `order` stands first. */
export interface StartCard {
  readonly order: number;
  readonly card: VNode;
}

/** A clause kept by software: what keeps it, and the test that shows it. */
export interface Operates {
  /** `pack/policy#clause`, or an act for every clause that regulates it. */
  readonly clause: string;
  /** The deed, guard or job that keeps it. */
  readonly by: string;
  /** The name of the test that proves it. */
  readonly test: string;
}

/** Where a page stands on the page of everything. */
export type NavGroup = 'rules' | 'signing' | 'people' | 'school';

/** A page that is looked for by itself. */
export interface NavEntry {
  readonly text: string;
  /** Follows the school's address. */
  readonly path: string;
  readonly who: Who;
  /** Only for whoever holds an office: which one it takes lies in the rules, so that `who` says less. */
  readonly forHolders?: true;
  /** Lower stands first. */
  readonly order: number;
  /** In this group on the page of everything, and not in the main navigation, which holds what people open daily. */
  readonly under?: NavGroup;
  /** What one does there, in a sentence. */
  readonly says?: string;
}

/** Work of a feature in a process of its own: it has its own database connections, and writes to `out` what the web hands on. */
export type ApartWork = (errand: { readonly db: Database; readonly given: unknown; readonly out: Writable }) => Promise<void>;

export interface Feature {
  readonly name: string;
  readonly routes: readonly Route[];
  /** Links of the main navigation and of the page of everything. */
  readonly nav?: readonly NavEntry[];
  /** Changes what has to be changed before a page reads: the start page reads all cards in one transaction. */
  readonly bringInStep?: (asked: Asked<Body>) => Promise<unknown>;
  readonly startCards?: (asked: Asked<Body>) => Promise<readonly StartCard[]>;
  readonly operates?: readonly Operates[];
  /** Work that runs apart, by its name. */
  readonly apart?: Readonly<Record<string, ApartWork>>;
  /** Everything this feature knows of a person, for a subject access request. */
  readonly exportPerson?: (tx: Tx, person: string) => Promise<unknown>;
  /** Forgets a person, as far as the law and the school's holds allow. */
  readonly erasePerson?: (tx: Tx, person: string) => Promise<void>;
}
