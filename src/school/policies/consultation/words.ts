/** The words of consultation: groups of people are asked what they think of an edition, and what they answer is kept with it. */
import type { Day } from '../../../rulebook/index.ts';

/** What somebody thinks: yes as it stands, yes with changes, no, or nothing to say. */
export const OPINIONS = ['yes', 'changes', 'no', 'none'] as const;
export type Opinion = (typeof OPINIONS)[number];

export type ConsultationState = 'open' | 'closed';

export interface Consultation {
  readonly id: string;
  readonly policy: string;
  readonly editionId: string;
  readonly edition: number;
  /** Whether the edition was still being written when people were asked. */
  readonly draft: boolean;
  readonly title: string;
  /** The text as it was put before them. */
  readonly markdown: string;
  readonly textHash: string;
  readonly summary: string;
  readonly offices: readonly string[];
  readonly kinds: readonly string[];
  readonly answerBy: Day;
  readonly openedBy: string | null;
  readonly openedAt: Date;
  readonly closedAt: Date | null;
}

/** How many were asked, how many answered, and what. */
export interface Tally {
  readonly asked: number;
  readonly answered: number;
  readonly opinions: Readonly<Record<Opinion, number>>;
}

/** One person who was asked, with the newest answer. */
export interface Consulted {
  readonly person: string;
  readonly as: string;
  readonly opinion: Opinion | null;
  readonly words: string;
  readonly at: Date | null;
}

/** A consultation in a list, without its text. */
export interface ConsultationRow extends Omit<Consultation, 'markdown' | 'textHash' | 'offices' | 'kinds'> {
  readonly tally: Tally;
}
