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
import { freePort } from './database/debian-server.ts';

type Running = { npm: ChildProcess; port: number; address: string; said: () => string };

/** The command behind npm start, in a process group of its own, as a terminal would run it. */
async function start(dataDir: string, port: number): Promise<Running> {
  const env = { ...process.env, PORT: String(port), DATA_DIR: dataDir, NODE_ENV: 'development', DATABASE_URL: '' };
  const npm = spawn(process.execPath, ['tools/start.mjs'], { env, detached: true, stdio: ['ignore', 'pipe', 'pipe'] });
  let said = '';
  for (const stream of [npm.stdout!, npm.stderr!]) stream.setEncoding('utf8').on('data', (text: string) => (said += text));
  const address = `http://localhost:${port}/`;
  const deadline = Date.now() + 60_000;
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

test('npm start serves, prints its links first, and a signal to its group frees the port and stops the database within two seconds', () =>
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
      ok(took < 2_000, `${signal} took ${took} ms`);
      equal(await isFree(port), true);
      equal(fs.existsSync(path.join(dataDir, 'cluster', 'postmaster.pid')), false, 'the last one out stops the database');
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
/** Pages that every persona tries; from there it follows links. */
const FIRST_PAGES = ['', '/policies', '/agreements', '/agreements/register', '/people', '/offices', '/me', '/logbook', '/family'];

test('after a thousand pages and some documents, on a first start that builds, the server takes less than 150 MB', { skip: process.platform !== 'linux' && 'the system does not tell' }, () =>
  withDataDir(async (dataDir) => {
    fs.rmSync('build/.stamps/main', { force: true });
    const { npm, address, said } = await start(dataDir, await freePort());
    try {
      const server = serverOf(npm.pid!);
      const readers = await signIn([...said().matchAll(/^(\S+\/persona\/\S+)/gm)].map(found => found[1]!));
      ok(readers.length >= 50, `${readers.length} personas`);
      const read = await readAbout(address, readers, 1_000);
      ok(read.pages.size > 20, `kinds of page: ${[...read.pages].join(' ')}`);
      const before = residentMb(server);
      ok(before < MOST_MB, `after a thousand pages: ${before} MB`);
      const documents = [...read.documents].slice(0, 12);
      for (const [document, reader] of documents) equal((await get(address, document, reader)).type, 'application/pdf', document);
      ok(documents.length >= 10, `${documents.length} documents`);
      const after = residentMb(server);
      ok(after < Math.min(MOST_MB, before + 15), `after ${documents.length} documents: ${after} MB, ${before} MB before`);
    } finally {
      const closed = once(npm, 'exit');
      process.kill(-npm.pid!, 'SIGTERM');
      await closed;
    }
  }));

interface Reader { readonly school: string; readonly cookie: string }

const signIn = (links: readonly string[]): Promise<Reader[]> => Promise.all(links.map(async link => {
  const answer = await fetch(link, { redirect: 'manual' });
  return { school: new URL(link).pathname.split('/')[1]!, cookie: answer.headers.getSetCookie().map(cookie => cookie.split(';')[0]).join('; ') };
}));

async function get(address: string, path: string, { cookie }: Reader): Promise<{ status: number; type: string; text: string }> {
  const answer = await fetch(new URL(path, address), { headers: { cookie }, redirect: 'manual' });
  return { status: answer.status, type: answer.headers.get('content-type') ?? '', text: await answer.text() };
}

/** So many pages, each reader in turn, following the links they are shown. Which kinds of page that were, and the documents they were offered. */
async function readAbout(address: string, readers: readonly Reader[], count: number) {
  const [pages, documents] = [new Set<string>(), new Map<string, Reader>()];
  const ways = readers.map(reader => ({ reader, to: FIRST_PAGES.map(page => `/${reader.school}${page}`), seen: new Set<string>() }));
  for (let read = 0; read < count; read++) {
    const { reader, to, seen } = ways[read % ways.length]!;
    const path = to.shift() ?? '/';
    const { status, type, text } = await get(address, path, reader);
    ok([200, 303, 404].includes(status), `${path} answered ${status}`);
    if (status === 200) pages.add(kindOf(path));
    for (const [, link] of type.startsWith('text/html') ? text.matchAll(/href="(\/[^"#?]+)/g) : []) {
      if (!link!.startsWith(`/${reader.school}/`) || seen.has(link!)) continue;
      seen.add(link!);
      if (link!.endsWith('/pdf')) documents.set(link!, reader);
      else to.splice((seen.size * 7) % (to.length + 1), 0, link!);
    }
  }
  return { pages, documents };
}

/** `/school/policies/staff-code/editions` → `policies/…/editions`. */
const kindOf = (path: string): string => path.split('/').slice(2).map((part, at) => (at % 2 === 0 ? part : '…')).join('/');

/** The process that serves: the starter hands over to it and waits. */
function serverOf(starter: number): string {
  const children = fs.readFileSync(`/proc/${starter}/task/${starter}/children`, 'utf8').trim().split(' ');
  return children.find(child => fs.readFileSync(`/proc/${child}/cmdline`, 'utf8').includes('start.mjs'))!;
}

const residentMb = (pid: string): number => Math.round(Number(/^VmRSS:\s+(\d+) kB/m.exec(fs.readFileSync(`/proc/${pid}/status`, 'utf8'))![1]) / 1024);

function isFree(port: number): Promise<boolean> {
  return new Promise((resolve) => {
    const socket = net.connect({ host: '127.0.0.1', port });
    socket.once('connect', () => (socket.destroy(), resolve(false))).once('error', () => resolve(true));
  });
}
