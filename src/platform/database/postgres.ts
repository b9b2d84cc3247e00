import { spawn, spawnSync } from 'node:child_process';
import fs from 'node:fs';
import { createServer } from 'node:net';
import path from 'node:path';
import { setTimeout as wait } from 'node:timers/promises';
import pg from 'pg';
import { openCluster, OWNER } from './cluster.ts';
import type { Cluster } from './cluster.ts';

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

/**
 * Start the PostgreSQL that npm installed on the cluster in `dataDir`, or join the one that already runs there.
 * It listens on 127.0.0.1 alone, in a session of its own, and is started again on the same port when it dies.
 * @throws Error in plain words when it does not come up within `waitMs` (60 s)
 */
export async function startPostgres(options: StartOptions): Promise<Postgres> {
  const cluster = await openCluster(options.dataDir);
  const { joined, adopted } = await joinOrStart(cluster, options);
  await makeDatabase(joined.client);
  let here = joined;
  let leaving = false;
  const heal = (): void => {
    if (leaving) return;
    options.log?.('The database stopped; starting it again.');
    joinOrStart(cluster, options, here.port).then(
      (again) => watch(again.joined),
      (error: Error) => {
        options.log?.(error.message);
        setTimeout(heal, 5_000).unref();
      },
    );
  };
  const watch = (up: Joined): void => {
    here = up;
    up.client.once('end', heal);
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
    },
  };
}

const addressOf = (cluster: Cluster, port: number): string => `postgres://${OWNER}:${cluster.password}@127.0.0.1:${port}`;

async function joinOrStart(cluster: Cluster, options: StartOptions, port?: number): Promise<{ joined: Joined; adopted: boolean }> {
  const deadline = Date.now() + (options.waitMs ?? 60_000);
  let child: { running: boolean } | undefined;
  let failures = 0;
  while (Date.now() < deadline) {
    const joined = await join(cluster);
    if (joined) return { joined, adopted: !child };
    if (!child?.running) {
      if (child) await wait(Math.min(100 * ++failures, 1_000));
      if (failures > 15) break;
      child = spawnServer(cluster, port ?? (await freePort()), options.settings ?? {});
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

function spawnServer(cluster: Cluster, port: number, settings: Record<string, string>): { running: boolean } {
  // Why terse: the details of an error quote the row, and rows hold names.
  const all = { listen_addresses: '127.0.0.1', unix_socket_directories: '', jit: 'off', timezone: 'UTC', log_timezone: 'UTC', log_error_verbosity: 'terse', ...settings };
  const flags = Object.entries(all).flatMap(([name, value]) => ['-c', `${name}=${value}`]);
  const log = openLog(cluster.log);
  // Why detached: Ctrl-C goes to the whole foreground group, and the database must outlive the last write of the web.
  const child = spawn(cluster.binaries.postgres, ['-D', cluster.folder, '-p', String(port), ...flags], {
    ...cluster.as,
    cwd: path.dirname(cluster.folder),
    detached: true,
    windowsHide: true,
    stdio: ['ignore', log, log],
  });
  fs.closeSync(log);
  const state = { running: true };
  const over = (): void => void (state.running = false);
  child.once('exit', over);
  child.once('error', over);
  child.unref();
  return state;
}

function openLog(file: string): number {
  const size = fs.statSync(file, { throwIfNoEntry: false })?.size ?? 0;
  return fs.openSync(file, size > 1_000_000 ? 'w' : 'a', 0o600);
}

function endOf(file: string): string {
  return fs.existsSync(file) ? fs.readFileSync(file, 'utf8').slice(-1_500) : '(it wrote nothing)';
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
    await client.query('select pg_advisory_unlock_shared($1)', [IN_USE]);
    const { rows } = await client.query<{ alone: boolean }>('select pg_try_advisory_lock($1) as alone', [IN_USE]);
    if (rows[0]?.alone) {
      askToStop(cluster, pid);
      const deadline = Date.now() + STOP_MS;
      while (Date.now() < deadline && readLock(cluster)[0] === String(pid)) await wait(15);
    }
  } catch {
    // The server is gone already, or belongs to a user who alone may stop it.
  }
  await client.end().catch(() => {});
}

function askToStop(cluster: Cluster, pid: number): void {
  if (process.platform === 'win32') spawnSync(cluster.binaries.pg_ctl, ['stop', '-D', cluster.folder, '-m', 'fast', '-W']);
  else process.kill(pid, 'SIGINT');
}

function freePort(): Promise<number> {
  return new Promise((resolve, reject) => {
    const server = createServer();
    server.once('error', reject);
    server.listen(0, '127.0.0.1', () => {
      const { port } = server.address() as { port: number };
      server.close(() => resolve(port));
    });
  });
}
