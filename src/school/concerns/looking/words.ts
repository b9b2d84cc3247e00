/** The words of looking into logs. A look is one reading of one system's record for a case: one asks, another agrees, one person reads. */

/** Countersign shows its own record itself (measured); of any other system a person writes what they saw there (reported). */
export const SYSTEMS = ['countersign', 'web-filter', 'mail', 'network', 'cctv', 'learning-platform'] as const;
export type System = (typeof SYSTEMS)[number];

export const PURPOSES = ['find-out-who', 'disciplinary', 'safety'] as const;
export type Purpose = (typeof PURPOSES)[number];

/** `agreed`: one person may read until its last day. `done`: what was found is written down. */
export type LookState = 'asked' | 'refused' | 'withdrawn' | 'agreed' | 'done';
export const LOOK_STATES: readonly LookState[] = ['asked', 'agreed', 'done', 'refused', 'withdrawn'];

/** What is said of a look, locked. */
export interface LookWords {
  /** Whose activity it is; null where nobody knows. */
  readonly person: string | null;
  /** Why it is needed, and what to look for: the reader learns no more of the case than this. */
  readonly why: string;
}

export interface Look {
  readonly id: string;
  readonly concern: string;
  readonly code: string;
  readonly system: System;
  readonly purpose: Purpose;
  readonly from: string;
  readonly to: string;
  readonly state: LookState;
  readonly personKey: string | null;
  readonly clause: string | null;
  readonly offices: readonly string[];
  readonly askedBy: string | null;
  readonly askedAt: Date;
  readonly decidedBy: string | null;
  readonly decidedOffice: string | null;
  readonly decidedAt: Date | null;
  readonly reader: string | null;
  readonly openUntil: string | null;
  readonly doneAt: Date | null;
  readonly toldOn: string | null;
  /** Whether somebody said why they are not told. */
  readonly quiet: boolean;
  /** Of the concern: those it is about, who meet nothing of it, and whether it is closed. */
  readonly aboutKeys: readonly string[];
  readonly closed: boolean;
}

/** What was found, opened. Forgotten: `text` is null. */
export interface Finding {
  readonly id: string;
  readonly look: string;
  readonly found: boolean;
  readonly text: string | null;
  readonly by: string | null;
  readonly at: Date;
  readonly expiresOn: string | null;
  readonly usedAt: Date | null;
  readonly usedConcern: string | null;
  readonly forgottenOn: string | null;
  readonly files: readonly { readonly id: string; readonly name: string; readonly type: string; readonly size: number }[];
}

/** What is asked for, as the form gives it. `person`: an id, or null where nobody knows who it was. */
export interface LookAsked {
  readonly person: string | null;
  readonly system: System;
  readonly purpose: Purpose;
  readonly from: string;
  readonly to: string;
  readonly why: string;
}

/** What the rules of a school say of a look: who agrees, who reads, and under which clause. */
export interface LookRule {
  readonly clause: string | null;
  /** Any one of these agrees. */
  readonly agree: readonly string[];
  /** Offices and kinds that read; empty where the rules leave it open. */
  readonly read: { readonly offices: readonly string[]; readonly kinds: readonly string[] };
}
