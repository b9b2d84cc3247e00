/** The words of translations. */
import type { Policy } from '../../../rulebook/index.ts';

export type TranslationState = 'waiting' | 'approved' | 'withdrawn';

/** A translation of one edition, as it is kept. */
export interface Translation {
  readonly id: string;
  readonly policy: string;
  readonly language: string;
  readonly editionId: string;
  readonly englishHash: string;
  readonly markdown: string;
  readonly textHash: string;
  readonly state: TranslationState;
  readonly madeBy: string | null;
  readonly madeAt: Date;
}

/** Why a text is no translation of an edition: clause ids that are missing, unknown, or there twice. */
export interface TranslationFault {
  readonly why: 'unreadable' | 'missing' | 'unknown' | 'other-policy';
  readonly clauses: readonly string[];
}

/** One line of a translated policy as readers meet it. */
export type TranslatedLine =
  | { readonly kind: 'heading'; readonly id: string; readonly text: string; readonly english: string; readonly depth: 2 | 3 | 4 }
  | { readonly kind: 'clause'; readonly id: string; readonly number: string; readonly english: string; readonly text: string | null; /** Why it stands in English. */ readonly stale?: 'changed' | 'new' };

/** A policy in force with its translation. */
export interface Translated {
  readonly language: string;
  readonly title: string;
  readonly summary: string;
  readonly hash: string;
  /** The number of the edition it was made for. */
  readonly edition: number;
  readonly lines: readonly TranslatedLine[];
  readonly stale: number;
}

/** An edition in the words of its translation. */
export interface TranslatedDocument {
  readonly document: Policy;
  /** The clauses that stand in English, and why. */
  readonly stale: ReadonlyMap<string, 'changed' | 'new'>;
}

/** A translation put before a signer. */
export interface TranslationShown extends TranslatedDocument {
  readonly id: string;
  readonly language: string;
  /** Of the translated text. */
  readonly hash: string;
  /** The number of the edition it was made for. */
  readonly edition: number;
}

/** A translation with both documents it stands between. */
export interface Between {
  readonly said: Policy;
  readonly made: Policy;
  readonly now: Policy;
}
