import { createHash } from 'node:crypto';
import fs from 'node:fs';
import path from 'node:path';
import pg from 'pg';

/** Advisory lock that two starting servers queue for, so that each migration runs once. */
const MIGRATING = 7420;

/**
 * Run every new `*.sql` file of a folder once, in order of name, each in a transaction of its own.
 * @param url the owner's connection; the owner alone makes and changes tables
 * @returns the names of the files that ran now
 * @throws Error naming the file, when one fails or when one that ran before has been edited
 */
export async function migrate(url: string, folder: string): Promise<string[]> {
  const client = new pg.Client({ connectionString: url, application_name: 'countersign migrate' });
  client.on('error', () => {}); // the query under way fails and says so
  await client.connect();
  try {
    await client.query('select pg_advisory_lock($1)', [MIGRATING]);
    await client.query(
      'create table if not exists migration (name text primary key, hash text not null, ran_at timestamptz not null default now())',
    );
    const { rows } = await client.query<{ name: string; hash: string }>('select name, hash from migration');
    const ran = new Map(rows.map((row) => [row.name, row.hash]));
    const now: string[] = [];
    for (const file of readMigrations(folder)) {
      const before = ran.get(file.name);
      if (before === undefined) now.push(await run(client, file));
      else if (before !== file.hash) {
        throw new Error(`The migration ${file.name} was changed after it ran. Restore it, and put the change in a new file with the next number.`);
      }
    }
    return now;
  } finally {
    await client.end();
  }
}

type Migration = { name: string; text: string; hash: string };

function readMigrations(folder: string): Migration[] {
  const names = fs.readdirSync(folder).filter((name) => name.endsWith('.sql')).sort();
  const odd = names.find((name) => !/^\d{4}-[a-z0-9-]+\.sql$/.test(name));
  if (odd) throw new Error(`The migration ${odd} needs a name like 0012-what-it-does.sql.`);
  return names.map((name) => {
    const text = fs.readFileSync(path.join(folder, name), 'utf8').replaceAll('\r\n', '\n');
    return { name, text, hash: createHash('sha256').update(text).digest('hex') };
  });
}

async function run(client: pg.Client, { name, text, hash }: Migration): Promise<string> {
  await client.query('begin');
  try {
    await client.query(text);
    await client.query('insert into migration (name, hash) values ($1, $2)', [name, hash]);
    await client.query('commit');
    return name;
  } catch (cause) {
    await client.query('rollback').catch(() => {});
    throw new Error(`The migration ${name} failed: ${(cause as Error).message}`, { cause });
  }
}
