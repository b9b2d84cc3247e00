/** The words of families: what the school's record says of a child's adults. */

/** What an adult is to a child in law or in care. The last two speak for an authority outside the family. */
export const STANDINGS = ['parent', 'carer', 'foster-carer', 'social-worker', 'local-authority'] as const;
export type Standing = (typeof STANDINGS)[number];

/** One adult may agree, or every adult who may agree must. */
export type AgreeRule = 'one' | 'both';

/** One adult as the record has them. The flags are those written down; between which days they hold stands beside them. */
export interface Adult {
  readonly parent: string;
  readonly relation: string;
  readonly standing: Standing;
  /** Whom a social worker speaks for; empty otherwise. */
  readonly organisation: string;
  /** Who is rung first: 1, 2, … */
  readonly order: number;
  readonly mayAgree: boolean;
  readonly noContact: boolean;
  readonly courtOrder: boolean;
  /** For a looked-after child: named as one who may sign. */
  readonly named: boolean;
  readonly from: string | null;
  readonly until: string | null;
  /** Where the limits come from. For the office and the DSL alone. */
  readonly source: string;
  readonly reviewOn: string | null;
}

/** A child's family as the record has it. */
export interface FamilyRecord {
  readonly agree: AgreeRule;
  readonly lookedAfter: boolean;
  readonly separateHomes: boolean;
  /** For the office and the DSL alone. */
  readonly note: string;
  readonly reviewOn: string | null;
  readonly adults: readonly Adult[];
}

/** What a change was about. */
export type ChangeKind = 'rule' | 'adult' | 'order' | 'add' | 'remove';

/** One change of a record as it is kept; before and after are null once somebody in them was erased. */
export interface KeptChange {
  readonly id: string;
  readonly what: ChangeKind;
  readonly before: FamilyRecord | null;
  readonly after: FamilyRecord | null;
  readonly by: string;
  readonly at: Date;
  readonly undone: boolean;
}

/** Who must agree for a child: `null` where any one adult may; else every one of these, and two at the least. */
export type MustAgree = readonly string[] | null;

/** A parent says that something about a child is wrong. */
export interface FamilyQuery {
  readonly id: string;
  readonly child: string;
  readonly by: string;
  readonly says: string;
  readonly at: Date;
  readonly doneAt: Date | null;
}
