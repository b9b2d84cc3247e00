/** Which state of its school a reading transaction sees: a number that grows with every change this process makes. */
import type { Tx } from './open.ts';

export interface Sight {
  readonly schoolId: string;
  readonly version: number;
}

/** Stands for all schools at once, where a school's id is asked for: its number grows with a change in any of them. */
export const EVERY_SCHOOL = '';

const versions = new Map<string, number>();
const sights = new WeakMap<Tx, Sight>();

export const versionOf = (schoolId: string): number => versions.get(schoolId) ?? 0;

/** Something in the school has changed, or may have: told before and after each commit. */
export function changed(schoolId: string): void {
  versions.set(schoolId, versionOf(schoolId) + 1);
  if (schoolId !== EVERY_SCHOOL) versions.set(EVERY_SCHOOL, versionOf(EVERY_SCHOOL) + 1);
}

/** Notes what a reading transaction sees. `version` is the number before it began. */
export function sees(tx: Tx, sight: Sight): void {
  sights.set(tx, sight);
}

/** What this transaction sees; undefined for one that changes things. */
export const seenBy = (tx: Tx): Sight | undefined => sights.get(tx);

/** Whether this transaction reads alone, so that nothing it sees changes until it ends. */
export const isReading = (tx: Tx): boolean => sights.has(tx);
