import { deepEqual, equal, match, ok, rejects } from 'node:assert/strict';
import fs from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import test from 'node:test';
import pg from 'pg';
import { acrossSchools, firstRow, inSchool, migrate, openDatabase, readSchool, rows, sql } from '../../src/platform/database/index.ts';
import type { Tx } from '../../src/platform/database/index.ts';
import { debianPrograms, debianServer } from './debian-server.ts';
import { freshDatabase, testServer, withDatabase } from './fresh.ts';
import type { FreshDatabase } from './fresh.ts';

type Server = { name: string; url: () => Promise<string>; missing?: string };

/** The same suite on every PostgreSQL we promise to run on. */
const servers: Server[] = [
  { name: 'the built-in PostgreSQL', url: async () => (await testServer()).url },
  { name: "Debian's PostgreSQL", url: debianServer, ...(debianPrograms ? {} : { missing: 'apt-get install postgresql' }) },
];
const named = process.env['DATABASE_URL'];
if (named) servers.push({ name: 'the PostgreSQL of DATABASE_URL', url: async () => named });

const HILL = '0190a5e0-0000-7000-8000-000000000001';
const DALE = '0190a5e0-0000-7000-8000-000000000002';
const MIGRATIONS = path.resolve('database/migrations');

/** The tables that belong to no school, or hold what a request needs before it has entered one. The web may read `concern_clock_rule` and change nothing in it. */
const SHARED = new Set(['migration', 'school', 'session', 'trust_member', 'concern_clock_rule']);

for (const server of servers) {
  const on = (promise: string, check: (fresh: FreshDatabase) => Promise<void>): void => {
    test(`on ${server.name}, ${promise}`, { skip: server.missing }, async () => {
      const fresh = await freshDatabase(await server.url());
      try {
        await check(fresh);
      } finally {
        await fresh.close();
      }
    });
  };

  on('a school sees its own rows and no others', async (fresh) => {
    await withNotes(fresh);
    deepEqual(await inSchool(fresh.db, HILL, words), ['hill']);
    deepEqual(await readSchool(fresh.db, DALE, words), ['dale']);
  });

  on('nobody sees a row without having entered a school', async (fresh) => {
    await withNotes(fresh);
    deepEqual(await acrossSchools(fresh.db, words), []);
  });

  on("a school can neither change, remove nor add another school's rows", async (fresh) => {
    await withNotes(fresh);
    const changed = await inSchool(fresh.db, HILL, (tx) => sql`update note set words = 'taken'`.execute(tx));
    const removed = await inSchool(fresh.db, HILL, (tx) => sql`delete from note where school_id = ${DALE}`.execute(tx));
    equal(changed.numAffectedRows, 1n);
    equal(removed.numAffectedRows, 0n);
    await rejects(inSchool(fresh.db, HILL, (tx) => add(tx, 'note', DALE, 'smuggled')), /row-level security/);
    await rejects(inSchool(fresh.db, HILL, (tx) => sql`update note set school_id = ${DALE}`.execute(tx)), /row-level security/);
    deepEqual(await inSchool(fresh.db, DALE, words), ['dale']);
  });

  on('history can be added to and read, never changed or removed', async (fresh) => {
    await withNotes(fresh);
    await inSchool(fresh.db, HILL, (tx) => add(tx, 'line_of_history', HILL, 'once'));
    for (const change of [sql`update line_of_history set words = 'never'`, sql`delete from line_of_history`, sql`truncate line_of_history`]) {
      await rejects(inSchool(fresh.db, HILL, (tx) => change.execute(tx)), /permission denied/);
    }
    equal((await inSchool(fresh.db, HILL, (tx) => rows(tx, sql`select from line_of_history`))).length, 1);
  });

  on('the web owns nothing: it makes no table, lifts no wall and sees no migration', async (fresh) => {
    await withNotes(fresh);
    for (const attempt of [sql`create table mine (id int)`, sql`alter table note disable row level security`, sql`select from migration`, sql`delete from school`, sql`delete from concern_clock_rule`]) {
      await rejects(acrossSchools(fresh.db, (tx) => attempt.execute(tx)), /permission denied|must be owner/);
    }
  });

  on('every table either stands behind the wall or is meant to be shared', async (fresh) => {
    const tables = await asOwner(fresh.url, `
      select relname as name, relrowsecurity and relforcerowsecurity as walled,
        exists (select from pg_attribute where attrelid = pg_class.oid and attname = 'school_id' and not attisdropped) as of_a_school
      from pg_class where relkind in ('r', 'p') and relnamespace = 'public'::regnamespace order by 1`);
    ok(tables.length > 1);
    const outside = tables.filter((table) => !table['walled']).map((table) => table['name']);
    const inside = tables.filter((table) => table['walled'] && !table['of_a_school']);
    deepEqual(outside.filter((name) => !SHARED.has(String(name))), [], 'a table without a wall: call protect_by_school');
    deepEqual(inside, [], 'a wall needs a school_id');
  });

  on('reading refuses to write', async (fresh) => {
    await withNotes(fresh);
    await rejects(readSchool(fresh.db, HILL, (tx) => add(tx, 'note', HILL, 'quietly')), /read-only transaction/);
  });

  on('days come back as text, counts as numbers and moments as dates', async (fresh) => {
    const found = await acrossSchools(fresh.db, (tx) => firstRow(tx, sql<{ day: string; many: number; at: Date }>`
      select date '2026-09-01' as day, count(*) as many, timestamptz '2026-09-01 08:00+01' as at`));
    deepEqual(found, { day: '2026-09-01', many: 1, at: new Date('2026-09-01T07:00:00Z') });
  });

  on('two deeds in each other\'s way are both done', async (fresh) => {
    await withNotes(fresh);
    await inSchool(fresh.db, HILL, (tx) => add(tx, 'note', HILL, 'second'));
    const bothTouched = meeting(2);
    const swap = (first: string, second: string): Promise<unknown> =>
      inSchool(fresh.db, HILL, async (tx) => {
        await touch(tx, first);
        await bothTouched();
        await touch(tx, second);
      });
    await Promise.all([swap('hill', 'second'), swap('second', 'hill')]);
    const touched = await inSchool(fresh.db, HILL, (tx) => rows(tx, sql<{ times: number }>`select times from note`));
    deepEqual(touched, [{ times: 2 }, { times: 2 }]);
  });

  on('connections that the server cuts are replaced unseen', async (fresh) => {
    await withNotes(fresh);
    await Promise.all([1, 2, 3].map(() => inSchool(fresh.db, HILL, words)));
    await asOwner(fresh.url, "select pg_terminate_backend(pid) from pg_stat_activity where application_name = 'countersign web' and datname = current_database()");
    deepEqual(await Promise.all([1, 2, 3].map(() => inSchool(fresh.db, HILL, words))), [['hill'], ['hill'], ['hill']]);
  });

  on('migrations that ran do not run again, even when two servers start at once', async (fresh) => {
    deepEqual(await migrate(fresh.url, MIGRATIONS), []);
    await withFolder({ ...MIGRATED, '9001-two.sql': 'create table two (id int)' }, async (folder) => {
      const both = await Promise.all([migrate(fresh.url, folder), migrate(fresh.url, folder)]);
      deepEqual(both.flat(), ['9001-two.sql']);
    });
  });

  on('a migration edited after it ran is refused by name', async (fresh) => {
    const first = fs.readdirSync(MIGRATIONS).sort()[0]!;
    await withFolder({ [first]: 'select 1' }, (folder) => rejects(migrate(fresh.url, folder), new RegExp(`${first} was changed after it ran`)));
  });

  on('a migration that fails half way leaves nothing behind', async (fresh) => {
    await withFolder({ ...MIGRATED, '9001-half.sql': 'create table half (id int); select 1 / 0' }, (folder) =>
      rejects(migrate(fresh.url, folder), /9001-half\.sql failed: division by zero/));
    deepEqual(await asOwner(fresh.url, "select to_regclass('half') as half"), [{ half: null }]);
  });

  on('an owner who may make no logins still has the wall: the web steps down on every connection', async (fresh) => {
    await withNotes(fresh);
    const name = new URL(fresh.url).pathname.slice(1);
    await asOwner(fresh.url, `create role plain_${name} login password 'plain'`);
    await asOwner(fresh.url, `grant countersign_web to plain_${name}`);
    const url = new URL(withDatabase(fresh.url, name));
    url.username = `plain_${name}`;
    url.password = 'plain';
    const db = await openDatabase({ url: url.href });
    try {
      deepEqual(await inSchool(db, HILL, words), ['hill']);
      deepEqual(await acrossSchools(db, (tx) => rows(tx, sql`select current_user as who`)), [{ who: 'countersign_web' }]);
    } finally {
      await db.destroy();
      await asOwner(fresh.url, `drop role plain_${name}`);
    }
  });
}

test('a wrong password for the database is an error and no way round the wall', async () => {
  const url = new URL((await testServer()).url);
  url.password = 'wrong';
  await rejects(openDatabase({ url: url.href }), (error: Error) => (match(error.message, /password authentication failed/), true));
});

const MIGRATED: Record<string, string> = Object.fromEntries(
  fs.readdirSync(MIGRATIONS).map((name) => [name, fs.readFileSync(path.join(MIGRATIONS, name), 'utf8')]),
);

async function withNotes(fresh: FreshDatabase): Promise<void> {
  for (const table of ['note', 'line_of_history']) {
    await asOwner(fresh.url, `create table ${table} (id uuid primary key default gen_random_uuid(), school_id uuid not null, words text not null, times int not null default 0)`);
  }
  await asOwner(fresh.url, "call protect_by_school('note')");
  await asOwner(fresh.url, "call protect_append_only('line_of_history')");
  await inSchool(fresh.db, HILL, (tx) => add(tx, 'note', HILL, 'hill'));
  await inSchool(fresh.db, DALE, (tx) => add(tx, 'note', DALE, 'dale'));
}

const add = (tx: Tx, table: string, school: string, text: string): Promise<unknown> =>
  sql`insert into ${sql.table(table)} (school_id, words) values (${school}, ${text})`.execute(tx);

const touch = (tx: Tx, text: string): Promise<unknown> => sql`update note set times = times + 1 where words = ${text}`.execute(tx);

const words = async (tx: Tx): Promise<string[]> => (await rows(tx, sql<{ words: string }>`select words from note order by words`)).map((row) => row.words);

/** Resolves for everyone once so many have come; whoever comes later need not wait. */
function meeting(size: number): () => Promise<void> {
  let come = 0;
  let open: () => void;
  const all = new Promise<void>((resolve) => (open = resolve));
  return () => {
    if (++come === size) open();
    return all;
  };
}

async function asOwner(url: string, text: string): Promise<Record<string, unknown>[]> {
  const owner = new pg.Client({ connectionString: url });
  await owner.connect();
  try {
    return (await owner.query(text)).rows;
  } finally {
    await owner.end();
  }
}

async function withFolder(contents: Record<string, string>, work: (folder: string) => Promise<unknown>): Promise<void> {
  const folder = fs.mkdtempSync(path.join(os.tmpdir(), 'countersign-migrations-'));
  try {
    for (const [name, text] of Object.entries(contents)) fs.writeFileSync(path.join(folder, name), text);
    await work(folder);
  } finally {
    fs.rmSync(folder, { recursive: true, force: true });
  }
}
