import { execFileSync, spawn } from 'node:child_process';
import type { ChildProcess } from 'node:child_process';
import fs from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { after } from 'node:test';
import { setTimeout as wait } from 'node:timers/promises';
import pg from 'pg';
import { chooseUser } from '../../src/platform/database/binaries.ts';
import { freePort } from '../../src/platform/database/process.ts';

const HOME = '/usr/lib/postgresql';
const PASSWORD = 'a-password-of-the-tests';

/** Folder of the newest PostgreSQL that Debian installed; undefined where there is none. */
export const debianPrograms: string | undefined = (fs.existsSync(HOME) ? fs.readdirSync(HOME) : [])
  .sort((one, other) => Number(other) - Number(one))
  .map((version) => path.join(HOME, version, 'bin'))
  .find((folder) => fs.existsSync(path.join(folder, 'initdb')));

let running: { child: ChildProcess; folder: string } | undefined;
let url: Promise<string> | undefined;

after(async () => {
  await url;
  if (!running) return;
  const { child, folder } = running;
  const gone = new Promise((resolve) => child.once('exit', resolve));
  child.kill('SIGINT');
  await gone;
  fs.rmSync(folder, { recursive: true, force: true });
});

/** Start Debian's PostgreSQL once, on loopback, in a folder of its own; the owner there is no superuser. */
export function debianServer(): Promise<string> {
  return (url ??= start());
}

async function start(): Promise<string> {
  if (!debianPrograms) throw new Error('There is no PostgreSQL from Debian here.');
  const folder = fs.mkdtempSync(path.join(os.tmpdir(), 'countersign-debian-'));
  const as = chooseUser(folder);
  if (as.uid !== undefined && as.gid !== undefined) fs.chownSync(folder, as.uid, as.gid);
  const data = path.join(folder, 'cluster');
  const passwordFile = path.join(folder, 'password');
  fs.writeFileSync(passwordFile, PASSWORD, { mode: 0o644 });
  execFileSync(path.join(debianPrograms, 'initdb'), ['-D', data, '-U', 'keeper', '--pwfile', passwordFile, '-A', 'scram-sha-256', '-E', 'UTF8', '--locale=C.UTF-8', '-N'], { ...as, cwd: folder, stdio: 'ignore' });
  const port = await freePort();
  const settings = ['listen_addresses=127.0.0.1', 'unix_socket_directories=', 'fsync=off', 'max_connections=200'];
  const flags = settings.flatMap((setting) => ['-c', setting]);
  const child = spawn(path.join(debianPrograms, 'postgres'), ['-D', data, '-p', String(port), ...flags], { ...as, cwd: folder, stdio: 'ignore' });
  running = { child, folder };
  await makeOwner(`postgres://keeper:${PASSWORD}@127.0.0.1:${port}/postgres`);
  return `postgres://owner:${PASSWORD}@127.0.0.1:${port}/postgres`;
}

/** A school's database host hands out a user like this one: it may make databases and roles, and is no superuser. */
async function makeOwner(keeper: string): Promise<void> {
  const deadline = Date.now() + 20_000;
  for (;;) {
    const client = new pg.Client({ connectionString: keeper });
    try {
      await client.connect();
      await client.query(`create role owner login createdb createrole password '${PASSWORD}'`);
      await client.query('grant pg_signal_backend to owner'); // for the tests alone, which cut connections
      return;
    } catch (error) {
      if (Date.now() > deadline) throw error;
      await wait(50);
    } finally {
      await client.end().catch(() => {});
    }
  }
}
