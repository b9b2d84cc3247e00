/** The words of reading and signing several documents in one sitting. */
import type { Day } from '../../../rulebook/index.ts';

/** One document of a sitting, as it is kept. */
export interface Kept {
  readonly policy: string;
  /** The edition that was opened. */
  readonly editionId: string | null;
  readonly openedAt: Date | null;
  readonly agreement: string | null;
}

/** A sitting: begun, and gone on with until every document is done. */
export interface Sitting {
  readonly id: string;
  readonly person: string;
  readonly startedAt: Date;
  readonly finishedAt: Date | null;
  /** In the order in which they are read. */
  readonly documents: readonly Kept[];
}

/** Where a document of a sitting stands: signed, said no to, no longer asked, or open. */
export type DocumentState = 'signed' | 'declined' | 'gone' | 'open';

/** One document of a sitting, as the page shows it. */
export interface SittingDocument extends Kept {
  readonly title: string;
  readonly state: DocumentState;
  readonly edition: number | null;
  readonly textHash: string | null;
  readonly due: Day | null;
}
