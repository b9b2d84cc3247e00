/** The words of policies. */
import type { Finding, Policy } from '../../rulebook/index.ts';

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
