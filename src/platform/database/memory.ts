/**
 * What was read of a school, kept until something in that school changes. Every change made by this process is seen at
 * once; one made by another process (the command line, a second server) after a second at most.
 */
import { spokenKey } from '../languages/index.ts';
import type { Database, Tx } from './open.ts';
import { readSchool } from './school.ts';
import { EVERY_SCHOOL, seenBy, versionOf } from './sight.ts';

const LONGEST_MS = 1_000;
/** Kept things per school; the oldest go first. */
const MOST = 2_000;

interface Kept {
  readonly version: number;
  readonly until: number;
  readonly value: Promise<unknown>;
  /** It may still be waiting for a connection: no transaction waits for it, for that holds one, and all of them might be held so. */
  waits: boolean;
}

type Room = Map<string, Kept>;

const rooms = new Map<string, Room>();
/** A room a database, for what spans its schools. */
const halls = new WeakMap<Database, Room>();

function roomOf(schoolId: string): Room {
  const room = rooms.get(schoolId) ?? new Map<string, Kept>();
  rooms.set(schoolId, room);
  return room;
}

/**
 * The value of `work` for `key`, read once for each state of the school and each language. In a changing transaction it is always read
 * anew, for the transaction may have changed it. What comes back is shared: treat it as read-only.
 */
export function remember<T>(tx: Tx, key: string, work: () => Promise<T>): Promise<T> {
  const sight = seenBy(tx);
  return sight ? keep(roomOf(sight.schoolId), { key: spokenKey() + key, version: sight.version, holds: true, work }) : work();
}

/** The same where no transaction is open yet: when the value is known, or somebody is reading it just now, none is opened. */
export function readRemembered<T>(db: Database, schoolId: string, ask: { key: string; work: (tx: Tx) => Promise<T> }): Promise<T> {
  return keep(roomOf(schoolId), { key: spokenKey() + ask.key, version: versionOf(schoolId), holds: false, work: () => readSchool(db, schoolId, ask.work) });
}

/** The same for what is gathered from many schools: kept until something changes in any of them. */
export function rememberAcross<T>(db: Database, { key, work }: { key: string; work: () => Promise<T> }): Promise<T> {
  const hall = halls.get(db) ?? new Map<string, Kept>();
  halls.set(db, hall);
  return keep(hall, { key, version: versionOf(EVERY_SCHOOL), holds: false, work });
}

/** `holds`: whoever asks holds a connection already, and `work` uses that one. */
function keep<T>(kept: Room, { key, version, holds, work }: { key: string; version: number; holds: boolean; work: () => Promise<T> }): Promise<T> {
  const now = performance.now();
  const known = kept.get(key);
  if (known && known.version === version && known.until > now && !(holds && known.waits)) return known.value as Promise<T>;
  const value = work();
  forgetOld(kept, now);
  kept.delete(key);
  const one: Kept = { version, until: now + LONGEST_MS, value, waits: !holds };
  kept.set(key, one);
  void value.catch(() => { if (kept.get(key) === one) kept.delete(key); }).finally(() => { one.waits = false; });
  return value;
}

/** What has had its time goes, so that memory holds the last second's readings and no more. The oldest stand first. */
function forgetOld(kept: Room, now: number): void {
  for (const [key, { until }] of kept) {
    if (until > now && kept.size < MOST) return;
    kept.delete(key);
  }
}
