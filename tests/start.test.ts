import { equal, match, ok } from 'node:assert/strict';
import { spawn } from 'node:child_process';
import type { ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import fs from 'node:fs';
import net from 'node:net';
import os from 'node:os';
import path from 'node:path';
import test from 'node:test';
import { setTimeout as wait } from 'node:timers/promises';
import { freePort } from '../src/platform/database/process.ts';
import { openAs, residentMb, serverOf, signInAll, walkAbout } from './support/page-walk.ts';

type Running = { npm: ChildProcess; port: number; address: string; said: () => string };

/** The command behind npm start, in a process group of its own, as a terminal would run it. */
async function start(dataDir: string, port: number): Promise<Running> {
  const env = { ...process.env, PORT: String(port), DATA_DIR: dataDir, NODE_ENV: 'development', DATABASE_URL: '' };
  const npm = spawn(process.execPath, ['tools/start.mjs'], { env, detached: true, stdio: ['ignore', 'pipe', 'pipe'] });
  let said = '';
  for (const stream of [npm.stdout!, npm.stderr!]) stream.setEncoding('utf8').on('data', (text: string) => (said += text));
  const address = `http://localhost:${port}/`;
  const deadline = Date.now() + 180_000;
  while (!(await answers(address))) {
    ok(Date.now() < deadline && npm.exitCode === null, `the first page did not come:\n${said}`);
    await wait(25);
  }
  return { npm, port, address, said: () => said };
}

const answers = async (address: string): Promise<boolean> => fetch(address).then((reply) => reply.status === 200, () => false);

async function withDataDir(work: (dataDir: string) => Promise<void>): Promise<void> {
  const parent = fs.mkdtempSync(path.join(os.tmpdir(), 'countersign start '));
  fs.chmodSync(parent, 0o755);
  try {
    await work(path.join(parent, 'data of the school'));
  } finally {
    fs.rmSync(parent, { recursive: true, force: true });
  }
}

test('npm start serves, prints its links first, and a signal to its group frees the port and stops the database, however busy the machine is', () =>
  withDataDir(async (dataDir) => {
    const port = await freePort();
    for (const signal of ['SIGTERM', 'SIGINT'] as const) {
      const { npm, address, said } = await start(dataDir, port);
      match(said(), new RegExp(`^.*${address}`, 'm'));
      const closed = once(npm, 'exit');
      const asked = Date.now();
      process.kill(-npm.pid!, signal);
      await closed;
      const took = Date.now() - asked;
      ok(took < 10_000, `${signal} took ${took} ms`);
      equal(await isFree(port), true);
      await gone(path.join(dataDir, 'cluster', 'postmaster.pid'), 'the last one out stops the database');
    }
  }));

test('a setting that will not do ends the start with what to set instead', async () => {
  const env = { ...process.env, PORT: 'four thousand' };
  const npm = spawn(process.execPath, ['tools/start.mjs'], { env, stdio: ['ignore', 'ignore', 'pipe'] });
  let said = '';
  npm.stderr!.setEncoding('utf8').on('data', (text: string) => (said += text));
  const [code] = await once(npm, 'close');
  equal(code, 1);
  match(said, /^PORT: "four thousand" will not do\. Set PORT to a port number/m);
});

const MOST_MB = 150;
test('after a thousand pages and some documents, on a first start that builds, the server takes less than 150 MB', { skip: process.platform !== 'linux' && 'the system does not tell' }, () =>
  withDataDir(async (dataDir) => {
    fs.rmSync('build/.stamps/main', { force: true });
    const { npm, address, said } = await start(dataDir, await freePort());
    try {
      const server = serverOf(npm.pid!);
      const readers = await signInAll(said());
      ok(readers.length >= 50, `${readers.length} personas`);
      const walked = await walkAbout(address, readers, 1_000);
      ok(walked.kinds.size > 20, `kinds of page: ${[...walked.kinds].join(' ')}`);
      const before = residentMb(server);
      ok(before < MOST_MB, `after a thousand pages: ${before} MB`);
      const documents = [...walked.documents].slice(0, 12);
      for (const [document, reader] of documents) equal((await openAs(reader, address, document)).type, 'application/pdf', document);
      ok(documents.length >= 10, `${documents.length} documents`);
      const after = residentMb(server);
      ok(after < Math.min(MOST_MB, before + 15), `after ${documents.length} documents: ${after} MB, ${before} MB before`);
    } finally {
      const closed = once(npm, 'exit');
      process.kill(-npm.pid!, 'SIGTERM');
      await closed;
    }
  }));

/** Waits until a file is gone: a database that writes down a lot at its end takes longer than whoever asked it to end. */
async function gone(file: string, why: string): Promise<void> {
  const deadline = Date.now() + 60_000;
  while (fs.existsSync(file)) {
    ok(Date.now() < deadline, why);
    await new Promise(resolve => setTimeout(resolve, 50));
  }
}

function isFree(port: number): Promise<boolean> {
  return new Promise((resolve) => {
    const socket = net.connect({ host: '127.0.0.1', port });
    socket.once('connect', () => (socket.destroy(), resolve(false))).once('error', () => resolve(true));
  });
}
