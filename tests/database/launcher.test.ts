import { deepEqual, equal, ok, rejects } from 'node:assert/strict';
import fs from 'node:fs';
import net from 'node:net';
import os from 'node:os';
import path from 'node:path';
import test from 'node:test';
import { setTimeout as wait } from 'node:timers/promises';
import pg from 'pg';
import { startPostgres } from '../../src/platform/database/index.ts';

/** A data folder of the test's own, with a space in its path, gone afterwards. */
async function withDataDir(work: (dataDir: string) => Promise<void>): Promise<void> {
  const dataDir = fs.mkdtempSync(path.join(os.tmpdir(), 'countersign launcher '));
  fs.chmodSync(dataDir, 0o755);
  try {
    await work(dataDir);
  } finally {
    fs.rmSync(dataDir, { recursive: true, force: true });
  }
}

async function ask(url: string, question: string): Promise<unknown[]> {
  const client = new pg.Client({ connectionString: url });
  await client.connect();
  try {
    return (await client.query({ text: question, rowMode: 'array' })).rows.flat();
  } finally {
    await client.end();
  }
}

async function until(it: () => boolean | Promise<boolean>, why: string): Promise<void> {
  const deadline = Date.now() + 60_000;
  while (!(await it())) {
    ok(Date.now() < deadline, why);
    await wait(50);
  }
}

const lockOf = (dataDir: string): string => path.join(dataDir, 'cluster', 'postmaster.pid');

test('two starts at once on a new folder share one server, and the last one out stops it', () =>
  withDataDir(async (dataDir) => {
    const [one, two] = await Promise.all([startPostgres({ dataDir }), startPostgres({ dataDir })]);
    equal(one.pid, two.pid);
    await one.stop();
    deepEqual(await ask(two.url, 'select 1'), [1]);
    await two.stop();
    ok(!fs.existsSync(lockOf(dataDir)));
    await rejects(ask(two.url, 'select 1'));
  }));

test('what was written is there after a stop and a second start', () =>
  withDataDir(async (dataDir) => {
    const first = await startPostgres({ dataDir });
    await ask(first.url, 'create table kept as select 7 as number');
    await first.stop();
    const second = await startPostgres({ dataDir });
    deepEqual(await ask(second.url, 'select number from kept'), [7]);
    await second.stop();
  }));

test('a folder that is taken away stops the server before it promises more, and put back it is served again', () =>
  withDataDir(async (dataDir) => {
    const said: string[] = [];
    const server = await startPostgres({ dataDir, log: (line) => said.push(line) });
    await ask(server.url, 'create table kept as select 7 as number');
    const folder = path.join(dataDir, 'cluster');
    fs.renameSync(folder, `${folder} away`);
    await until(() => said.length > 1, 'it is noticed');
    await rejects(ask(server.url, 'insert into kept values (8)'));
    fs.renameSync(`${folder} away`, folder);
    await until(() => ask(server.url, 'select number from kept').then(([number]) => number === 7, () => false), 'it is served again');
    deepEqual(said, ['The database stopped; starting it again.', `The database in ${folder} is gone. Put the folder back from its backup: it is looked for every few seconds.`]);
    await server.stop();
  }));

test('a copy of the data folder is served, whoever owns the copy and whatever its modes', () =>
  withDataDir(async (dataDir) => {
    const first = await startPostgres({ dataDir });
    await ask(first.url, 'create table kept as select 7 as number');
    await first.stop();
    const copy = path.join(dataDir, 'copy');
    fs.cpSync(path.join(dataDir, 'cluster'), path.join(copy, 'cluster'), { recursive: true });
    fs.cpSync(path.join(dataDir, 'password'), path.join(copy, 'password'));
    for (const folder of [copy, path.join(copy, 'cluster')]) fs.chmodSync(folder, 0o755);
    const second = await startPostgres({ dataDir: copy });
    deepEqual(await ask(second.url, 'select number from kept'), [7]);
    await second.stop();
  }));

test('a data folder whose database is kept elsewhere and is not there says so, and begins no empty one', () =>
  withDataDir(async (dataDir) => {
    fs.writeFileSync(path.join(dataDir, 'cluster-lives-in'), path.join(dataDir, 'elsewhere'));
    await rejects(startPostgres({ dataDir }), /is not there\. Put that folder back from its backup too\.$/);
  }));

test('a server that was killed is up again on the same port, unasked', () =>
  withDataDir(async (dataDir) => {
    const said: string[] = [];
    const server = await startPostgres({ dataDir, log: (line) => said.push(line) });
    const before = server.pid;
    process.kill(before, 'SIGKILL');
    await until(() => server.pid !== before, 'it is up again');
    deepEqual(await ask(server.url, 'select 1'), [1]);
    deepEqual(said, ['The database stopped; starting it again.']);
    await server.stop();
  }));

test('a cluster that a killed start left half made is swept away', () =>
  withDataDir(async (dataDir) => {
    const leftover = path.join(dataDir, 'cluster.new.999999999.abc');
    fs.mkdirSync(leftover);
    fs.writeFileSync(path.join(leftover, 'PG_VERSION'), '18');
    const server = await startPostgres({ dataDir });
    await server.stop();
    deepEqual(fs.readdirSync(dataDir).sort(), ['cluster', 'password', 'postgresql.log']);
  }));

test('a lock whose number now belongs to another program does not stop the start', () =>
  withDataDir(async (dataDir) => {
    const first = await startPostgres({ dataDir });
    await first.stop();
    fs.writeFileSync(lockOf(dataDir), [process.ppid, path.join(dataDir, 'cluster'), 1, 1, '', '127.0.0.1', '', 'ready', ''].join('\n'), { mode: 0o600 });
    const second = await startPostgres({ dataDir, waitMs: 15_000 });
    deepEqual(await ask(second.url, 'select 1'), [1]);
    await second.stop();
  }));

test('nobody outside this machine can reach the database', () =>
  withDataDir(async (dataDir) => {
    const server = await startPostgres({ dataDir });
    deepEqual(await ask(server.url, 'show listen_addresses'), ['127.0.0.1']);
    const elsewhere = Object.values(os.networkInterfaces()).flat().filter((found) => found && !found.internal && found.family === 'IPv4');
    for (const found of elsewhere) equal(await answers(found!.address, server.port), false);
    await server.stop();
  }));

test('a data folder closed to every other user serves, as root too, and is found again', () =>
  withDataDir(async (parent) => {
    fs.chmodSync(parent, 0o700);
    const dataDir = path.join(parent, 'data');
    const first = await startPostgres({ dataDir });
    await ask(first.url, 'create table kept as select 7 as number');
    const [cluster] = await ask(first.url, 'show data_directory');
    await first.stop();
    const second = await startPostgres({ dataDir });
    deepEqual(await ask(second.url, 'select number from kept'), [7]);
    await second.stop();
    if (!String(cluster).startsWith(parent)) fs.rmSync(path.dirname(String(cluster)), { recursive: true });
  }));

test('a folder that cannot be written is named, with what to do', () =>
  withDataDir(async (parent) => {
    fs.writeFileSync(path.join(parent, 'data'), 'a file in the way');
    await rejects(startPostgres({ dataDir: path.join(parent, 'data') }), /The data folder .* cannot be written\. .* DATA_DIR/);
  }));

function answers(host: string, port: number): Promise<boolean> {
  return new Promise((resolve) => {
    const socket = net.connect({ host, port, timeout: 1_000 });
    const end = (open: boolean) => (): void => {
      socket.destroy();
      resolve(open);
    };
    socket.once('connect', end(true)).once('error', end(false)).once('timeout', end(false));
  });
}
