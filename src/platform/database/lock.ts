/** A lock that lasts as long as the work does, and ends with its process however that ends. */
import { sql, type RawBuilder } from 'kysely';
import type { Database } from './open.ts';

/** Does work while holding the lock of this name; waits while somebody else holds it. Takes one connection for as long. */
export function whileHolding<T>(db: Database, name: string, work: () => Promise<T>): Promise<T> {
  return db.connection().execute(async connection => {
    await sql`select pg_advisory_lock(hashtextextended(${name}, 0))`.execute(connection);
    try {
      return await work();
    } finally {
      await sql`select pg_advisory_unlock(hashtextextended(${name}, 0))`.execute(connection).catch(() => {});
    }
  });
}

/** Whether somebody holds the lock of this name, anywhere: a condition for a query. `name` is an expression of text. */
export const isHeld = (name: RawBuilder<unknown>): RawBuilder<unknown> => sql`exists (
  select from pg_locks where locktype = 'advisory' and objsubid = 1 and granted and database = (select oid from pg_database where datname = current_database())
    and ((classid::bigint << 32) | objid::bigint) = hashtextextended(${name}, 0))`;
