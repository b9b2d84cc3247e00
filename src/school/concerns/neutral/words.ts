/** The words of neutral notifications: something that others could take the wrong way, noted without a penalty. */

export type Subject = 'self' | 'other-adult';

/** What a note is regarded as, once somebody has looked at it. */
export const REGARDED = ['neutral', 'nothing', 'low-level', 'allegation', 'safeguarding'] as const;
export type Regarded = (typeof REGARDED)[number];

export interface NeutralNote {
  readonly concern: string;
  readonly subject: Subject;
  /** Keyed; null where a name was only written down. */
  readonly subjectKey: string | null;
  readonly regardedAs: Regarded;
  readonly headToldAt: Date | null;
  readonly speakOn: string | null;
  readonly spokenAt: Date | null;
  readonly notedOn: string;
}

/** How long notes are kept, as the school chose: nothing is assumed. */
export interface Keeping {
  /** Counted from the day it was noted, or from the day on which the person leaves. */
  readonly from: 'noted' | 'leaving';
  readonly years: number;
}

/** The same person named more than once, without a name. */
export interface Pattern {
  readonly key: string;
  readonly count: number;
  readonly first: string;
  readonly last: string;
  readonly concerns: readonly string[];
}

export const KIND = 'submit-neutral-notification';
