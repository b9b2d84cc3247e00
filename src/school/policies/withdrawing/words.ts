/** The words of withdrawing a policy that is in force. */
import type { Day } from '../../../rulebook/index.ts';

/** Who is written to. */
export const TOLD = ['nobody', 'signers', 'everybody'] as const;
export type Told = (typeof TOLD)[number];

/** A policy taken out of force from a day on. Its editions and what was signed stay. */
export interface Withdrawal {
  readonly id: string;
  readonly policy: string;
  /** Editions up to this one; a later one that is approved brings the policy back. */
  readonly lastEdition: number;
  readonly from: Day;
  readonly reason: string;
  readonly told: Told;
  readonly toldPeople: number;
  readonly by: string;
  /** The office or body they spoke for. */
  readonly as: string;
  readonly at: Date;
  readonly undoneAt: Date | null;
}

/** Why a policy is not withdrawn: none is in force, it is withdrawn already, or the day is past. */
export type NotWithdrawn = 'not-in-force' | 'withdrawn-already' | 'day-past';
