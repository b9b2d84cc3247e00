/** The words of a parent's sitting: signing beside several children in one pass. */
import type { Day } from '../../../../rulebook/index.ts';
import type { Answer } from '../../allowed/words.ts';

/** A child and a policy. */
export interface Beside {
  readonly child: string;
  readonly policy: string;
}

/** One document of a family's sitting, as it is kept. */
export interface Kept extends Beside {
  readonly editionId: string | null;
  /** The mark of exactly the words that were read and answered. */
  readonly textHash: string | null;
  readonly language: string | null;
  /** The places of the statements that were ticked. */
  readonly said: readonly number[] | null;
  /** The answers to the questions beside the signature, in their order. */
  readonly answers: readonly Answer[] | null;
  readonly openedAt: Date | null;
  readonly readyAt: Date | null;
  readonly agreement: string | null;
}

export interface FamilySitting {
  readonly id: string;
  /** The parent. */
  readonly person: string;
  readonly startedAt: Date;
  readonly finishedAt: Date | null;
  readonly documents: readonly Kept[];
}

/** Where a document stands: to be read and answered, ready to be signed with the others, signed, or asked no more. */
export type PartState = 'open' | 'ready' | 'signed' | 'gone';

/** One document as the pages show it. */
export interface Part extends Kept {
  readonly name: string;
  readonly givenName: string;
  readonly title: string;
  readonly state: PartState;
  readonly due: Day | null;
}
