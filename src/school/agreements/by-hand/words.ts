/** The words of answers that the office enters: somebody agreed or said no by telephone or on paper. */
import type { Day } from '../../../rulebook/index.ts';

export type ByHandChannel = 'phone' | 'paper';

/** Where a second person must have heard it, by the day from which it holds. */
export const BY_HAND_SETTINGS: readonly { readonly from: Day; readonly needsWitness: readonly ByHandChannel[]; readonly daysBack: number }[] = [
  { from: '2000-01-01', needsWitness: ['phone'], daysBack: 60 },
];

/** An answer as the office enters it. */
export interface Answer {
  /** Whose rules they are; for a countersignature, the child. */
  readonly person: string;
  readonly policy: string;
  /** Who spoke or wrote. */
  readonly by: string;
  readonly agreed: boolean;
  readonly channel: ByHandChannel;
  readonly heardBy: string;
  readonly witness: string | null;
  readonly givenOn: Day;
  readonly note: string;
}

/** An answer as it is kept. */
export interface Entry {
  readonly id: string;
  readonly person: string;
  readonly by: string;
  readonly agreement: string | null;
  readonly decline: string | null;
  readonly channel: ByHandChannel;
  readonly heardBy: string;
  readonly witness: string | null;
  readonly enteredBy: string;
  readonly givenOn: Day;
  readonly note: string;
  /** How the person is told what was put down. */
  readonly told: 'mail' | 'letter';
  readonly at: Date;
  readonly policy: string;
  readonly undone: boolean;
}

/** Why an answer is not taken. */
export type Fault = 'own' | 'family' | 'same' | 'witness' | 'not-staff' | 'may-not' | 'future' | 'too-old' | 'not-asked' | 'changed' | 'already';
