import { setTimeout as wait } from 'node:timers/promises';
import { sql } from 'kysely';
import type { Database, Tx } from './open.ts';
import { changed, sees, versionOf } from './sight.ts';

/** How often a transaction is tried when another one was in its way. */
const TRIES = 8;
/** How long to keep trying while the database is away, in ms: longer than its restart takes. */
const PATIENCE_MS = 8_000;

type Mode = { readOnly: boolean; schoolId: string };

/**
 * One transaction inside one school: row-level security shows and takes only this school's rows.
 * `work` may run again when another transaction was in its way, so it changes nothing but the database.
 */
export async function inSchool<T>(db: Database, schoolId: string, work: (tx: Tx) => Promise<T>): Promise<T> {
  try {
    return await transact(db, { readOnly: false, schoolId }, work);
  } finally {
    // Why even when it failed: a lost connection may have committed.
    changed(schoolId);
  }
}

/** The same for reading: one consistent picture of the school; a write is refused. */
export function readSchool<T>(db: Database, schoolId: string, work: (tx: Tx) => Promise<T>): Promise<T> {
  return transact(db, { readOnly: true, schoolId }, work);
}

/** One transaction outside any school, for the few tables that have none; every school's rows stay hidden. */
export function acrossSchools<T>(db: Database, work: (tx: Tx) => Promise<T>): Promise<T> {
  return transact(db, { readOnly: false, schoolId: '' }, work);
}

async function transact<T>(db: Database, { readOnly, schoolId }: Mode, work: (tx: Tx) => Promise<T>): Promise<T> {
  const start = Date.now();
  for (let attempt = 1; ; attempt++) {
    let finished = false;
    // Why before it begins: a change committed in between must make what is read here count as old.
    const version = versionOf(schoolId);
    try {
      const builder = db.transaction().setIsolationLevel(readOnly ? 'repeatable read' : 'read committed').setAccessMode(readOnly ? 'read only' : 'read write');
      return await builder.execute(async (tx) => {
        await sql`select set_config('app.school_id', ${schoolId}, true)`.execute(tx);
        if (readOnly) sees(tx, { schoolId, version });
        const result = await work(tx);
        finished = true;
        return result;
      });
    } catch (error) {
      const inTheWay = isConflict(error) && attempt < TRIES;
      // Why not once finished: the commit was on its way, and nobody knows whether it arrived.
      const away = !finished && isAway(error) && Date.now() - start < PATIENCE_MS;
      if (!inTheWay && !away) throw error;
      await wait(Math.random() * 10 * 2 ** Math.min(attempt, 5));
    }
  }
}

const codeOf = (error: unknown): string => (error as { code?: string }).code ?? '';

/** Serialisation failure or deadlock: PostgreSQL undid the transaction so that another could finish. */
const isConflict = (error: unknown): boolean => ['40001', '40P01'].includes(codeOf(error));

/** The server is stopping, starting or gone: its codes, the network's, and pg's own words, which carry no code. */
const isAway = (error: unknown): boolean =>
  ['57P01', '57P02', '57P03', 'ECONNREFUSED', 'ECONNRESET', 'EPIPE'].includes(codeOf(error)) ||
  /^(Connection terminated|Client has encountered a connection error|Client was closed)/.test((error as Error).message ?? '');
