import { Kysely, PostgresDialect } from 'kysely';
import type { RawBuilder, Transaction } from 'kysely';
import pg from 'pg';
import { WEB_ROLE, webLogin } from './web-login.ts';

/** A pool of connections. It takes no query by itself: enter by inSchool, readSchool or acrossSchools. */
export type Database = Kysely<unknown>;

/** One open transaction; stores write plain SQL on it with the `sql` tag. */
export type Tx = Transaction<unknown>;

/** `url` is the owner's; `connections` bounds the pool (10), `longestStatementMs` each statement (30 s); `log` hears of connections that broke while idle. */
export type OpenOptions = { url: string; connections?: number; longestStatementMs?: number; log?: (line: string) => void };

/**
 * Open the pool the web works with, logged in as a role that owns no table. Run `migrate` first.
 * `date` columns come back as 'YYYY-MM-DD', bigint as number, timestamptz as Date.
 */
export async function openDatabase({ url, connections = 10, longestStatementMs = 30_000, log }: OpenOptions): Promise<Database> {
  const login = await webLogin(url);
  const pool = new pg.Pool({
    connectionString: login.url,
    max: connections,
    application_name: 'countersign web',
    // Why so long: when everybody comes at once, they stand in line for a connection, and waiting beats a page that says no.
    connectionTimeoutMillis: 30_000,
    idleTimeoutMillis: 60_000,
    statement_timeout: longestStatementMs,
    idle_in_transaction_session_timeout: 60_000,
    types: { getTypeParser },
  });
  // Why: without a listener, a server that stops would end this process too. The pool listens to idle connections
  // only; one that a transaction holds between two queries needs its own, and its next query fails and says so.
  pool.on('error', (error) => log?.(`A database connection was lost: ${error.message}`));
  pool.on('connect', (client) => {
    client.on('error', () => {});
    if (login.stepDown) void client.query(`set role ${WEB_ROLE}`);
  });
  return new Kysely<unknown>({ dialect: new PostgresDialect({ pool }) });
}

const { DATE, INT8 } = pg.types.builtins;

/** Days stay text, as everywhere in the rulebook; counts are numbers (none comes near 2^53). */
const getTypeParser = ((oid: number, format?: 'text' | 'binary') => {
  if (oid === DATE && format !== 'binary') return (text: string) => text;
  if (oid === INT8 && format !== 'binary') return Number;
  return pg.types.getTypeParser(oid, format as 'text');
}) as typeof pg.types.getTypeParser;

/** All rows of a query. */
export async function rows<Row>(tx: Tx, query: RawBuilder<Row>): Promise<Row[]> {
  return (await query.execute(tx)).rows;
}

/** All rows of a query about things of these ids; where there are none, the database is not asked. */
export const rowsAbout = async <Row>(tx: Tx, ids: readonly string[], query: (ids: string[]) => RawBuilder<Row>): Promise<Row[]> => (ids.length === 0 ? [] : rows(tx, query([...ids])));

/** The first row of a query, or undefined when it has none. */
export async function firstRow<Row>(tx: Tx, query: RawBuilder<Row>): Promise<Row | undefined> {
  return (await query.execute(tx)).rows[0];
}
