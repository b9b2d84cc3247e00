/** What a feature shows at its front door. app.ts lists the features by hand. */
import type { VNode } from 'preact';
import type { Tx } from '../platform/database/index.ts';
import type { Asked, Body, Route, Who } from '../platform/web/index.ts';
import type { BoxWords, Standards, Vocabulary } from '../rulebook/index.ts';

/** What every feature is given at start. */
export interface Shared {
  readonly vocabulary: Vocabulary;
  /** How people speak of acts and facts: the question box's own words. */
  readonly boxWords: BoxWords;
  /** Numbers to ring when somebody is in danger: dated data. */
  readonly helpLines: readonly { readonly name: string; readonly number: string; readonly for: string; readonly when: string }[];
  /** What the law and the national standards say of policies: dated data. */
  readonly standards: Standards;
  /** True while the persona links exist. */
  readonly demonstration: boolean;
  /** Where the schools' sealing keys lie, apart from the database. */
  readonly sealFolder: string;
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

export interface Feature {
  readonly name: string;
  readonly routes: readonly Route[];
  /** Links of the main navigation; `path` follows the school's address. */
  readonly nav?: readonly { readonly text: string; readonly path: string; readonly who: Who; readonly order: number }[];
  readonly startCards?: (asked: Asked<Body>) => Promise<readonly StartCard[]>;
  readonly operates?: readonly Operates[];
  /** Everything this feature knows of a person, for a subject access request. */
  readonly exportPerson?: (tx: Tx, person: string) => Promise<unknown>;
  /** Forgets a person, as far as the law and the school's holds allow. */
  readonly erasePerson?: (tx: Tx, person: string) => Promise<void>;
}
