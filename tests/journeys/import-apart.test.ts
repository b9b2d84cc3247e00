import { after, before, describe, test } from 'node:test';
import { equal, match, ok } from 'node:assert/strict';
import { spawn, type ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import fs from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { setTimeout as wait } from 'node:timers/promises';
import pg from 'pg';
import { startPostgres } from '../../src/platform/database/index.ts';
import { freePort } from '../../src/platform/database/process.ts';
import { rosterZip } from '../support/import.ts';
import { openAs, residentMb, serverOf, signInAll, type Walker } from '../support/page-walk.ts';

const SCHOOL = 'prep-school';
const MANY = 8_000;
const MOST_MB = 150;
/** Far above what a page takes: so long it would only be if the import held it up. */
const HELD_UP_MS = 2_000;

const roster = (count: number): Uint8Array => rosterZip(Array.from({ length: count }, (_, n) => ({
  id: `big${n}`, given: `Given${n}`, family: `Bigwood${n % 97}`, role: 'student', grade: String(7 + (n % 7)).padStart(2, '0'), room: `${7 + (n % 7)}${'ABCDEFGH'[n % 8]}`,
})));

describe('a large list of people is taken in by a process of its own', { skip: process.platform !== 'linux' && 'the system does not tell what a process holds' }, () => {
  const folder = fs.mkdtempSync(path.join(os.tmpdir(), 'countersign-import-'));
  let starter: ChildProcess;
  let [address, said, server] = ['', '', ''];
  let office: Walker;
  let where: string;
  before(async () => {
    fs.chmodSync(folder, 0o755);
    await start();
    where = await send();
    await until(/What this file would do/);
  });
  after(async () => {
    await end('SIGTERM');
    fs.rmSync(folder, { recursive: true, force: true });
  });

  const start = async (): Promise<void> => {
    const port = await freePort();
    [address, said] = [`http://localhost:${port}/`, ''];
    starter = spawn(process.execPath, ['tools/start.mjs'], { env: { ...process.env, PORT: String(port), DATA_DIR: path.join(folder, 'data'), NODE_ENV: 'development', DATABASE_URL: '' }, detached: true, stdio: ['ignore', 'pipe', 'inherit'] });
    starter.stdout!.setEncoding('utf8').on('data', (text: string) => { said += text; });
    while (!(await fetch(address).then(answer => answer.ok, () => false))) {
      ok(starter.exitCode === null, `the server ended before its first page:\n${said}`);
      await wait(20);
    }
    server = serverOf(starter.pid!);
    for (const reader of await signInAll(said.split('\n').filter(line => line.includes(`/${SCHOOL}/persona/`)).join('\n'))) {
      if ((await openAs(reader, address, `/${SCHOOL}/people/import`)).status === 200) office = reader;
    }
  };
  const end = async (signal: NodeJS.Signals): Promise<void> => {
    const gone = once(starter, 'exit');
    process.kill(-starter.pid!, signal);
    await gone;
  };
  const page = async (where: string): Promise<string> => (await openAs(office, address, where)).text;
  const post = async (where: string, body: FormData | URLSearchParams = new URLSearchParams()): Promise<string> => {
    const answer = await fetch(new URL(where, address), { method: 'POST', body, headers: { cookie: office.cookie, origin: new URL(address).origin }, redirect: 'manual' });
    equal(answer.status, 303, (await answer.text()).slice(0, 200));
    return new URL(answer.headers.get('location')!, address).pathname;
  };
  const send = (): Promise<string> => {
    const form = new FormData();
    form.append('file', new Blob([roster(MANY) as Uint8Array<ArrayBuffer>]), 'roster.zip');
    return post(`/${SCHOOL}/people/import`, form);
  };
  const until = async (words: RegExp): Promise<string> => {
    for (const begun = Date.now(); Date.now() - begun < 180_000; await wait(100)) {
      const html = await page(where);
      if (words.test(html)) return html;
    }
    throw new Error(`${where} never said ${words}`);
  };
  const beginApplying = async (): Promise<{ done: Promise<string> }> => {
    const done = post(`${where}/apply`).catch((error: Error) => error.message);
    while (!/being applied/.test(await page(where))) await wait(20);
    while (workers().length === 0) await wait(5);
    return { done };
  };
  const workers = (): string[] => fs.readFileSync(`/proc/${server}/task/${server}/children`, 'utf8').trim().split(' ').filter(pid => pid && commandOf(pid).includes('apart'));
  /** As if a minute had gone by, in which a process may begin its work. */
  const aMinuteLater = async (): Promise<void> => {
    const { url, stop } = await startPostgres({ dataDir: path.join(folder, 'data') });
    const owner = new pg.Client({ connectionString: url });
    await owner.connect();
    await owner.query("update person_import set beat_at = beat_at - interval '1 minute'");
    await owner.end();
    await stop();
  };
  /** Empty for a process that ended while we looked. */
  const commandOf = (pid: string): string => {
    try {
      return fs.readFileSync(`/proc/${pid}/cmdline`, 'utf8');
    } catch {
      return '';
    }
  };
  const everybody = async (): Promise<number> => (await page(`/${SCHOOL}/people/export/people.csv`)).split('\r\n').length;

  test('whoever began it may stop it, and the school is as it was', async () => {
    const before = await everybody();
    const applying = await beginApplying();
    await post(`${where}/stop`);
    await applying.done;
    match(await page(where), /It was stopped before it was done\. Nothing was changed\./);
    equal(await everybody(), before);
    while (workers().length > 0) await wait(50);
  });

  test('a process that is killed in the middle says so at once, and nothing is half done', async () => {
    const before = await everybody();
    const applying = await beginApplying();
    for (const pid of workers()) process.kill(Number(pid), 'SIGKILL');
    await applying.done;
    match(await until(/What this file would do/), /The work ended early, and nothing was changed/);
    equal(await everybody(), before);
  });

  test('a server that is killed in the middle finds the import again, which says that it was interrupted', async () => {
    const applying = await beginApplying();
    const [worker] = workers();
    process.kill(Number(server), 'SIGKILL');
    await applying.done;
    if (starter.exitCode === null) await once(starter, 'exit');
    for (const begun = Date.now(); fs.existsSync(`/proc/${worker}`) && Date.now() - begun < 30_000;) await wait(50);
    equal(fs.existsSync(`/proc/${worker}`), false, 'the work ends with the server');
    await start();
    await aMinuteLater();
    match(await until(/The work was interrupted/), /Nothing is half done/);
    await post(`${where}/stop`);
    match(await page(where), /What this file would do/);
  });

  test('while thousands of people come in, the server stays below 150 MB and its pages still answer', async () => {
    const [times, memory]: [number[], number[]] = [[], []];
    const applying = { done: post(`${where}/apply`) };
    for (;;) {
      const asked = performance.now();
      await page(`/${SCHOOL}/policies`);
      times.push(performance.now() - asked);
      memory.push(residentMb(server));
      if (/The import is done/.test(await page(where))) break;
    }
    await applying.done;
    match(await page(where), new RegExp(`${MANY.toLocaleString('en-GB')} people joined`));
    const sorted = times.sort((a, b) => a - b);
    ok(times.length >= 5, `${times.length} pages were read meanwhile`);
    ok(sorted[Math.floor(sorted.length / 2)]! < HELD_UP_MS, `half of the pages took longer than ${sorted[Math.floor(sorted.length / 2)]} ms`);
    ok(Math.max(...memory) < MOST_MB, `${Math.max(...memory)} MB`);
  });

  test('everybody goes out again as a file, and the server holds none of it', async () => {
    const lines = await everybody();
    ok(lines > MANY, `${lines} lines`);
    ok(residentMb(server) < MOST_MB, `${residentMb(server)} MB`);
  });
});
