import fs from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { after } from 'node:test';
import pg from 'pg';
import { migrate, openDatabase, startPostgres } from '../../src/platform/database/index.ts';
import type { Database } from '../../src/platform/database/index.ts';

/** A migrated, empty database of a test's own. `url` is the owner's; `close` drops it. */
export type FreshDatabase = { db: Database; url: string; close: () => Promise<void> };

const MIGRATIONS = path.resolve('database/migrations');
/** Advisory lock on the server: one test process makes the pattern database, or a filled one, the others wait. */
const MAKING_PATTERN = 7430;

let server: ReturnType<typeof startPostgres> | undefined;
let made = 0;

// Why here and not beside the start: inside a test, `after` would stop the server when that one test ends.
after(async () => {
  const running = await server;
  if (!running) return;
  if (RUN !== undefined) await dropFilled(running.url);
  await running.stop();
});

/** The built-in server that all store tests on this machine share; without fsync, for nothing here must last. */
export function testServer(): Promise<{ url: string }> {
  const dataDir = path.join(roomForTests(), `countersign-tests-${os.userInfo().username}`);
  const settings = { fsync: 'off', synchronous_commit: 'off', full_page_writes: 'off', max_connections: '200', scram_iterations: '1' };
  return (server ??= startPostgres({ dataDir, settings }));
}

const MEMORY = '/dev/shm';
const ENOUGH_BYTES = 6 * 2 ** 30;

/** In memory where nobody keeps the machine afterwards and there is plenty of it: a fresh database is a thousand small files, which some disks take a second for. */
function roomForTests(): string {
  if (process.env['CI'] !== 'true' || !fs.existsSync(MEMORY)) return os.tmpdir();
  const { bavail, bsize } = fs.statfsSync(MEMORY);
  return bavail * bsize >= ENOUGH_BYTES ? MEMORY : os.tmpdir();
}

/**
 * A fresh database with all migrations, in some 50 ms: a copy of a pattern made once.
 * @param on owner's URL of another server; by default the shared built-in one
 */
export async function freshDatabase(on?: string): Promise<FreshDatabase> {
  return copyOf('pattern', on ?? (await testServer()).url);
}

/** A copy of a database that exists and that nobody is connected to; of the pattern, which is made where it is missing. */
async function copyOf(pattern: string, home: string): Promise<FreshDatabase> {
  const name = `test_${process.pid}_${++made}`;
  await onServer(home, async (owner) => {
    await dropLeftovers(owner);
    if (pattern === 'pattern') await makePattern(owner, home);
    await owner.query(`create database ${name} template ${pattern} strategy file_copy`);
  });
  const url = withDatabase(home, name);
  const db = await openDatabase({ url, connections: 8 });
  const close = async (): Promise<void> => {
    await db.destroy();
    await onServer(home, (owner) => drop(owner, name));
  };
  return { db, url, close };
}

/** The run of npm test that this process belongs to; undefined in a run of a few tests, and where a test is run by itself. */
const RUN = process.env['COUNTERSIGN_TEST_RUN'];
/** How many of a kind this process has asked for. */
const asked = new Map<string, number>();

/**
 * A fresh database with somebody in it. In a full run the first process that asks for the n-th of a kind fills it, and
 * every other gets a copy of that. No process gets one twice, for it remembers schools by their ids.
 * @param kind what is in it: small letters, digits and _
 */
export async function filledDatabase(kind: string, fill: (db: Database) => Promise<void>): Promise<FreshDatabase> {
  if (RUN === undefined) {
    const fresh = await freshDatabase();
    await fill(fresh.db);
    return fresh;
  }
  const home = (await testServer()).url;
  const nth = (asked.get(kind) ?? 0) + 1;
  asked.set(kind, nth);
  const name = `filled_${RUN}_${kind}_${nth}`;
  return onServer(home, async (owner) => {
    await makeFilled(owner, { home, name, fill });
    return copyOf(name, home);
  }, name);
}

/** At the end of a run, when no other test is at work: the filled databases go. */
async function dropFilled(home: string): Promise<void> {
  const others = await onServer(home, async (owner) => (await owner.query("select from pg_database where datname ~ '^test_[0-9]+_'")).rowCount);
  if (others) return;
  const names = await onServer(home, async (owner) => (await owner.query<{ name: string }>("select datname as name from pg_database where datname ~ $1", [`^filled_${RUN}_`])).rows);
  for (const { name } of names) await onServer(home, (owner) => drop(owner, name), name);
}

/** Filled under another name, so that a process that is killed meanwhile leaves no half of one. */
async function makeFilled(owner: pg.Client, { home, name, fill }: { home: string; name: string; fill: (db: Database) => Promise<void> }): Promise<void> {
  const { rows } = await owner.query('select from pg_database where datname = $1', [name]);
  if (rows.length > 0) return;
  const fresh = await freshDatabase();
  await fill(fresh.db);
  await fresh.db.destroy();
  const made = new URL(fresh.url).pathname.slice(1);
  const inside = new pg.Client({ connectionString: withDatabase(home, made) });
  await inside.connect();
  // Why: until the server has counted the rows, it looks for some of them in slow ways.
  await inside.query('analyze');
  await inside.end();
  await owner.query(`alter database ${made} allow_connections false`);
  await owner.query(`alter database ${made} rename to ${name}`);
  await owner.query(`drop role if exists countersign_web_in_${made}`);
}

export function withDatabase(url: string, name: string): string {
  const other = new URL(url);
  other.pathname = name;
  return other.href;
}

/** As the owner, while nobody else does the same: makes, copies and drops, or what is named. */
async function onServer<T>(url: string, work: (owner: pg.Client) => Promise<T>, what = ''): Promise<T> {
  const owner = new pg.Client({ connectionString: withDatabase(url, 'postgres') });
  await owner.connect();
  try {
    await (what === '' ? owner.query('select pg_advisory_lock($1)', [MAKING_PATTERN]) : owner.query('select pg_advisory_lock($1, hashtext($2))', [MAKING_PATTERN, what]));
    return await work(owner);
  } finally {
    await owner.end();
  }
}

/** The pattern is made again when the migrations have changed since. */
async function makePattern(owner: pg.Client, home: string): Promise<void> {
  const stamp = fs
    .readdirSync(MIGRATIONS)
    .map((name) => `${name} ${fs.readFileSync(path.join(MIGRATIONS, name), 'utf8')}`)
    .join('\n');
  const { rows } = await owner.query(
    "select shobj_description(oid, 'pg_database') = md5($1) as same from pg_database where datname = 'pattern'", [stamp],
  );
  if (rows[0]?.same) return;
  await owner.query('drop database if exists pattern with (force)');
  await owner.query('create database pattern');
  await migrate(withDatabase(home, 'pattern'), MIGRATIONS);
  const { rows: hashed } = await owner.query('select md5($1) as stamp', [stamp]);
  await owner.query(`comment on database pattern is '${hashed[0].stamp}'`);
}

/** What a test process that was killed left behind. */
async function dropLeftovers(owner: pg.Client): Promise<void> {
  const { rows } = await owner.query<{ name: string }>("select datname as name from pg_database where datname ~ '^(test|filled)_[0-9]+_'");
  for (const { name } of rows) {
    const pid = Number(name.split('_')[1]);
    if (pid !== process.pid && !isAlive(pid)) await drop(owner, name);
  }
}

async function drop(owner: pg.Client, name: string): Promise<void> {
  await owner.query(`drop database if exists ${name} with (force)`);
  await owner.query(`drop role if exists countersign_web_in_${name}`);
}

function isAlive(pid: number): boolean {
  try {
    return process.kill(pid, 0);
  } catch (error) {
    return (error as NodeJS.ErrnoException).code === 'EPERM';
  }
}
