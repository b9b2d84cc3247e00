import { setTimeout as wait } from 'node:timers/promises';
import { CompiledQuery } from 'kysely';
import { isId } from '../ids.ts';
import type { Database, Tx } from './open.ts';
import { changed, EVERY_SCHOOL, sees, versionOf } from './sight.ts';

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

/** The same for a note that no page remembers, such as when a session was last used: what was read of the school stays in memory. */
export function noteInSchool<T>(db: Database, schoolId: string, work: (tx: Tx) => Promise<T>): Promise<T> {
  return transact(db, { readOnly: false, schoolId }, work);
}

/** One transaction outside any school, for the few tables that have none; every school's rows stay hidden. */
export async function acrossSchools<T>(db: Database, work: (tx: Tx) => Promise<T>): Promise<T> {
  try {
    return await transact(db, { readOnly: false, schoolId: EVERY_SCHOOL }, work);
  } finally {
    changed(EVERY_SCHOOL);
  }
}

/** The same for reading. */
export function readAcrossSchools<T>(db: Database, work: (tx: Tx) => Promise<T>): Promise<T> {
  return transact(db, { readOnly: true, schoolId: EVERY_SCHOOL }, work);
}

async function transact<T>(db: Database, { readOnly, schoolId }: Mode, work: (tx: Tx) => Promise<T>): Promise<T> {
  const start = Date.now();
  for (let attempt = 1; ; attempt++) {
    let finished = false;
    // Why before it begins: a change committed in between must make what is read here count as old.
    const version = versionOf(schoolId);
    try {
      return await db.connection().execute(async tx => inTransaction(tx as Tx, { readOnly, schoolId }, async () => {
        if (readOnly && schoolId) sees(tx as Tx, { schoolId, version });
        const result = await work(tx as Tx);
        finished = true;
        return result;
      }));
    } catch (error) {
      const inTheWay = isConflict(error) && attempt < TRIES;
      // Why not once finished: the commit was on its way, and nobody knows whether it arrived.
      const away = !finished && isAway(error) && Date.now() - start < PATIENCE_MS;
      if (!inTheWay && !away) throw finished && !readOnly && isAway(error) ? Object.assign(error as Error, { perhapsSaved: true }) : error;
      await wait(Math.random() * 10 * 2 ** Math.min(attempt, 5));
    }
  }
}

/** Begins and enters the school in one round trip, and ends as the work ends. */
async function inTransaction<T>(tx: Tx, { readOnly, schoolId }: Mode, work: () => Promise<T>): Promise<T> {
  // Why by hand: it goes into the statement itself, which takes no parameters.
  if (schoolId !== EVERY_SCHOOL && !isId(schoolId)) throw new Error(`"${schoolId}" is not the id of a school`);
  const say = (statement: string) => tx.executeQuery(CompiledQuery.raw(statement));
  await say(`begin isolation level ${readOnly ? 'repeatable read read only' : 'read committed read write'}; set local app.school_id = '${schoolId}'`);
  try {
    const result = await work();
    await say('commit');
    return result;
  } catch (error) {
    // Why its own fault is let go: the connection is gone then, and the pool takes it away.
    await say('rollback').catch(() => {});
    throw error;
  }
}

const codeOf = (error: unknown): string => (error as { code?: string }).code ?? '';

/** Serialisation failure or deadlock: PostgreSQL undid the transaction so that another could finish. */
const isConflict = (error: unknown): boolean => ['40001', '40P01'].includes(codeOf(error));

/** The server is stopping, starting, gone or has no connection left: its codes, the network's, and pg's own words, which carry no code. */
const isAway = (error: unknown): boolean =>
  ['57P01', '57P02', '57P03', '53300', 'ECONNREFUSED', 'ECONNRESET', 'EPIPE'].includes(codeOf(error)) ||
  /^(Connection terminated|Client has encountered a connection error|Client was closed)/.test((error as Error).message ?? '');
