/**
 * What was read of a school, kept until something in that school changes. Every change made by this process is seen at
 * once; one made by another process (the command line, a second server) after a second at most.
 */
import type { Database, Tx } from './open.ts';
import { readSchool } from './school.ts';
import { seenBy, versionOf, type Sight } from './sight.ts';

const LONGEST_MS = 1_000;
/** Kept things per school; the oldest go first. */
const MOST = 2_000;

interface Kept { readonly version: number; readonly until: number; readonly value: Promise<unknown> }

const memory = new Map<string, Map<string, Kept>>();

/**
 * The value of `work` for `key`, read once for each state of the school. In a changing transaction it is always read
 * anew, for the transaction may have changed it. What comes back is shared: treat it as read-only.
 */
export function remember<T>(tx: Tx, key: string, work: () => Promise<T>): Promise<T> {
  const sight = seenBy(tx);
  return sight ? keep(sight, key, work) : work();
}

/** The same where no transaction is open yet: when the value is known, none is opened. */
export function readRemembered<T>(db: Database, schoolId: string, ask: { key: string; work: (tx: Tx) => Promise<T> }): Promise<T> {
  const known = find(schoolId, versionOf(schoolId), ask.key);
  return known ? (known as Promise<T>) : readSchool(db, schoolId, tx => remember(tx, ask.key, () => ask.work(tx)));
}

function keep<T>({ schoolId, version }: Sight, key: string, work: () => Promise<T>): Promise<T> {
  const known = find(schoolId, version, key);
  if (known) return known as Promise<T>;
  const value = work();
  const kept = memory.get(schoolId) ?? new Map<string, Kept>();
  memory.set(schoolId, kept);
  if (kept.size >= MOST) kept.delete(kept.keys().next().value!);
  kept.set(key, { version, until: performance.now() + LONGEST_MS, value });
  value.catch(() => kept.delete(key));
  return value;
}

function find(schoolId: string, version: number, key: string): Promise<unknown> | undefined {
  const kept = memory.get(schoolId)?.get(key);
  return kept && kept.version === version && kept.until > performance.now() ? kept.value : undefined;
}

