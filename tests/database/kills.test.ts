import { deepEqual, ok } from 'node:assert/strict';
import { spawn } from 'node:child_process';
import type { ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import fs from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import test from 'node:test';
import { setTimeout as wait } from 'node:timers/promises';
import pg from 'pg';
import { migrate, startPostgres } from '../../src/platform/database/index.ts';

const SCHOOL = '0190a5e0-0000-7000-8000-000000000001';
const KILLS = process.env['CI'] === 'true' ? 8 : 20;

for (const victim of ['the web process', 'the database', 'both'] as const) {
  test(`no acknowledged write is lost when ${victim} is killed, ${KILLS} times over`, async () => {
    const dataDir = fs.mkdtempSync(path.join(os.tmpdir(), 'countersign-kills-'));
    await prepare(dataDir);
    const acknowledged = new Set<string>();
    let writer = startWriter(dataDir, acknowledged);
    let database = 0; // the one killed last
    try {
      for (let kill = 1; kill <= KILLS; kill++) {
        const serving = await databaseAfter(database, dataDir);
        await moreWrites(acknowledged);
        await wait(Math.random() * 60);
        if (victim !== 'the web process') process.kill((database = serving), 'SIGKILL');
        if (victim === 'the database') continue;
        await killed(writer);
        writer = startWriter(dataDir, acknowledged);
      }
      await moreWrites(acknowledged);
    } finally {
      await killed(writer);
    }
    deepEqual(await lostOf(dataDir, acknowledged), []);
    fs.rmSync(dataDir, { recursive: true, force: true });
  });
}

async function prepare(dataDir: string): Promise<void> {
  await asOwner(dataDir, async (owner, url) => {
    await migrate(url, 'database/migrations');
    await owner.query('create table promise (id uuid primary key, school_id uuid not null)');
    await owner.query("call protect_by_school('promise')");
  });
}

/** Ids that were acknowledged and are not there after everything has come up again. */
function lostOf(dataDir: string, acknowledged: Set<string>): Promise<string[]> {
  return asOwner(dataDir, async (owner) => {
    const { rows } = await owner.query<{ id: string }>('select id from promise');
    const kept = new Set(rows.map((row) => row.id));
    return [...acknowledged].filter((id) => !kept.has(id));
  });
}

async function asOwner<T>(dataDir: string, work: (owner: pg.Client, url: string) => Promise<T>): Promise<T> {
  const server = await startPostgres({ dataDir });
  const owner = new pg.Client({ connectionString: server.url });
  try {
    await owner.connect();
    return await work(owner, server.url);
  } finally {
    await owner.end();
    await server.stop();
  }
}

function startWriter(dataDir: string, acknowledged: Set<string>): ChildProcess {
  const writer = spawn(process.execPath, ['--no-warnings', 'tests/database/writer.ts', dataDir, SCHOOL], { stdio: ['ignore', 'pipe', 'inherit', 'ipc'] });
  let rest = '';
  writer.stdout!.setEncoding('utf8').on('data', (text: string) => {
    const lines = (rest + text).split('\n');
    rest = lines.pop() ?? '';
    for (const id of lines) acknowledged.add(id);
  });
  return writer;
}

/** Waits until twenty more writes were acknowledged, so that every kill falls among writes. */
async function moreWrites(acknowledged: Set<string>): Promise<void> {
  const enough = acknowledged.size + 20;
  const deadline = Date.now() + 30_000;
  while (acknowledged.size < enough) {
    ok(Date.now() < deadline, 'the writer goes on after a kill');
    await wait(5);
  }
}

async function killed(writer: ChildProcess): Promise<void> {
  if (writer.exitCode !== null) return;
  const closed = once(writer, 'close'); // its output has been read to the end
  writer.kill('SIGKILL');
  await closed;
}

/** The process number of the database that serves, once it is another than the one killed before. */
async function databaseAfter(before: number, dataDir: string): Promise<number> {
  const lock = path.join(dataDir, 'cluster', 'postmaster.pid');
  const deadline = Date.now() + 30_000;
  for (;;) {
    const [pid, , , , , , , status] = readOrNothing(lock).split('\n');
    if (Number(pid) !== before && status?.startsWith('ready')) return Number(pid);
    ok(Date.now() < deadline, 'the database comes up again');
    await wait(10);
  }
}

function readOrNothing(file: string): string {
  try {
    return fs.readFileSync(file, 'utf8');
  } catch {
    return ''; // between two databases there is none
  }
}
