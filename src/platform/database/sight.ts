/** Which state of its school a reading transaction sees: a number that grows with every change this process makes. */
import type { Tx } from './open.ts';

export interface Sight {
  readonly schoolId: string;
  readonly version: number;
}

const versions = new Map<string, number>();
const sights = new WeakMap<Tx, Sight>();

export const versionOf = (schoolId: string): number => versions.get(schoolId) ?? 0;

/** Something in the school has changed, or may have: told before and after each commit. */
export function changed(schoolId: string): void {
  versions.set(schoolId, versionOf(schoolId) + 1);
}

/** Notes what a reading transaction sees. `version` is the number before it began. */
export function sees(tx: Tx, sight: Sight): void {
  sights.set(tx, sight);
}

/** What this transaction sees; undefined for one that changes things. */
export const seenBy = (tx: Tx): Sight | undefined => sights.get(tx);
