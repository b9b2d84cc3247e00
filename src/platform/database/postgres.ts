import fs from 'node:fs';
import path from 'node:path';
import { setTimeout as wait } from 'node:timers/promises';
import pg from 'pg';
import { openCluster, OWNER } from './cluster.ts';
import type { Cluster } from './cluster.ts';
import { askToStop, endOf, freePort, spawnServer, stopAtOnce } from './process.ts';
import type { Started } from './process.ts';

/** A running PostgreSQL of our own. `url` is the owner's; `stop` lets go, and the last one out stops the server. */
export type Postgres = { url: string; port: number; pid: number; adopted: boolean; stop: () => Promise<void> };

/** `log` hears one line when the server had to be started again; `settings` are PostgreSQL's own. */
export type StartOptions = { dataDir: string; settings?: Record<string, string>; log?: (line: string) => void; waitMs?: number };

/** `ref` and `unref`, which pg has and its types leave out: our presence must not keep a finished program alive. */
type Presence = pg.Client & { ref: () => void; unref: () => void };

type Joined = { client: Presence; pid: number; port: number };

/** Advisory lock in the cluster's `postgres` database: shared by everyone who uses the server. */
const IN_USE = 7419;
const DATABASE = 'countersign';
const STOP_MS = 1_500;
/** So often it is looked whether the folder is still there. */
const LOOK_MS = 500;
/** A database that takes longer to answer whoever leaves is left as it is. */
const ANSWER_MS = 3_000;

/**
 * Start the PostgreSQL that npm installed on the cluster in `dataDir`, or join the one that already runs there.
 * It listens on 127.0.0.1 alone, in a session of its own, and is started again on the same port when it dies.
 * @throws Error in plain words when it does not come up within `waitMs` (60 s)
 */
export async function startPostgres(options: StartOptions): Promise<Postgres> {
  const cluster = await openCluster(options.dataDir);
  const starting: Starting = {};
  const { joined, adopted } = await joinOrStart(cluster, options, starting);
  await makeDatabase(joined.client);
  let here = joined;
  let leaving = false;
  let said = '';
  // Once, however often it is tried.
  const say = (line: string): void => {
    if (line !== said) options.log?.((said = line));
  };
  const heal = async (): Promise<void> => {
    if (leaving) return;
    try {
      const again = await joinOrStart(cluster, options, starting, here.port);
      said = '';
      watch(again.joined);
    } catch (error) {
      say((error as Error).message);
      setTimeout(() => void heal(), 5_000).unref();
    }
  };
  const watch = (up: Joined): void => {
    here = up;
    const look = setInterval(() => {
      if (!leaving && !fs.existsSync(cluster.folder)) stopAtOnce(up.pid);
    }, LOOK_MS).unref();
    up.client.once('end', () => {
      clearInterval(look);
      if (!leaving) say('The database stopped; starting it again.');
      void heal();
    });
    up.client.unref();
    if (leaving) void up.client.end();
  };
  watch(joined);
  return {
    url: `${addressOf(cluster, joined.port)}/${DATABASE}`,
    port: joined.port,
    get pid() {
      return here.pid;
    },
    adopted,
    stop: async () => {
      if (leaving) return;
      leaving = true;
      await leave(cluster, here);
      // Why: one that was on its way up has nobody else yet.
      if (starting.pid !== undefined) askToStop(cluster, starting.pid);
    },
  };
}

const addressOf = (cluster: Cluster, port: number): string => `postgres://${OWNER}:${cluster.password}@127.0.0.1:${port}`;

/** The process that was started and that nobody has joined yet. */
type Starting = { pid?: number | undefined };

async function joinOrStart(cluster: Cluster, options: StartOptions, starting: Starting, port?: number): Promise<{ joined: Joined; adopted: boolean }> {
  const deadline = Date.now() + (options.waitMs ?? 60_000);
  let child: Started | undefined;
  let failures = 0;
  while (Date.now() < deadline) {
    const joined = await join(cluster);
    if (!child?.running || joined) starting.pid = undefined;
    if (joined) return { joined, adopted: !child };
    if (!fs.existsSync(cluster.folder)) throw new Error(`The database in ${cluster.folder} is gone. Put the folder back from its backup: it is looked for every few seconds.`);
    if (!child?.running) {
      if (child) await wait(Math.min(100 * ++failures, 1_000));
      if (failures > 15) break;
      child = spawnServer(cluster, port ?? (await freePort()), options.settings ?? {});
      starting.pid = child.pid;
    }
    await wait(15);
  }
  throw new Error(`The database in ${cluster.folder} did not start. Its log, ${cluster.log}, ends:\n${endOf(cluster.log)}`);
}

/** A connection to the server that runs in this very folder, counted among its users; undefined when none is ready. */
async function join(cluster: Cluster): Promise<Joined | undefined> {
  const [pid, , , port, , , , status] = readLock(cluster);
  if (!status?.startsWith('ready')) return undefined;
  const client = new pg.Client({
    connectionString: `${addressOf(cluster, Number(port))}/postgres`,
    connectionTimeoutMillis: 3_000,
    application_name: 'countersign presence',
    keepAlive: true,
  }) as Presence;
  client.on('error', () => {}); // 'end' follows and is what we act on
  try {
    await client.connect();
    const { rows } = await client.query<{ data_directory: string }>('show data_directory');
    if (fs.realpathSync(rows[0]?.data_directory ?? '') !== fs.realpathSync(cluster.folder)) throw new Error('another cluster');
    await client.query('select pg_advisory_lock_shared($1)', [IN_USE]);
    return { client, pid: Number(pid), port: Number(port) };
  } catch {
    await client.end().catch(() => {});
    return undefined;
  }
}

function readLock(cluster: Cluster): string[] {
  try {
    return fs.readFileSync(path.join(cluster.folder, 'postmaster.pid'), 'utf8').split('\n');
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'EACCES') {
      throw new Error(`The data in ${cluster.folder} belongs to another user. Start as that user, or set DATA_DIR to another folder.`, { cause: error });
    }
    return [];
  }
}

async function makeDatabase(client: pg.Client): Promise<void> {
  const { rowCount } = await client.query('select from pg_database where datname = $1', [DATABASE]);
  if (rowCount) return;
  await client.query(`create database ${DATABASE}`).catch((error: { code?: string }) => {
    if (error.code !== '42P04' && error.code !== '23505') throw error; // another start was first
  });
}

/** Let go of the server. Who finds nobody else using it stops it; a stop that takes longer than 1.5 s ends by itself. */
async function leave(cluster: Cluster, { client, pid }: Joined): Promise<void> {
  try {
    client.ref();
    // One query, and not waited for in vain: a database that hangs must not keep us.
    const alone = { text: 'select pg_advisory_unlock_shared($1), pg_try_advisory_lock($1) as alone', values: [IN_USE], query_timeout: ANSWER_MS };
    const { rows } = await client.query<{ alone: boolean }>(alone);
    if (rows[0]?.alone) {
      askToStop(cluster, pid);
      const deadline = Date.now() + STOP_MS;
      while (Date.now() < deadline && readLock(cluster)[0] === String(pid)) await wait(15);
    }
  } catch {
    // The server is gone already, or belongs to a user who alone may stop it.
  }
  await Promise.race([client.end().catch(() => {}), wait(500)]);
}
