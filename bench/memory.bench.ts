/**
 * What the web process takes (VmRSS, as Linux counts it): npm start on new data, building first, then a thousand pages
 * read by every persona of the five schools in turn, each following the links it is shown, then documents as PDF.
 */
import { spawn } from 'node:child_process';
import { once } from 'node:events';
import fs from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { setTimeout as wait } from 'node:timers/promises';
import { freePort } from '../tests/database/debian-server.ts';

const PAGES = 1_000;
const DOCUMENTS = 12;
const GOAL_MB = 150;
/** Pages that every persona tries; from there it follows links. */
const FIRST_PAGES = ['', '/policies', '/agreements', '/agreements/register', '/people', '/offices', '/me', '/logbook', '/family'];

interface Reader { readonly school: string; readonly cookie: string }

const dataDir = fs.mkdtempSync(path.join(os.tmpdir(), 'countersign-memory-'));
fs.chmodSync(dataDir, 0o755);
const worst: number[] = [];
// The first start builds; the second finds everything there.
fs.rmSync('build/.stamps/main', { force: true });
for (const name of ['first start, building', 'second start']) worst.push(await measure(name));
fs.rmSync(dataDir, { recursive: true, force: true });
console.log(`\nGoal: under ${GOAL_MB} MB.`);
process.exit(Math.max(...worst) < GOAL_MB ? 0 : 1);

async function measure(name: string): Promise<number> {
  const port = await freePort();
  const address = `http://localhost:${port}/`;
  const start = performance.now();
  const starter = spawn(process.execPath, ['tools/start.mjs'], { env: { ...process.env, PORT: String(port), DATA_DIR: path.join(dataDir, 'data'), NODE_ENV: 'development', DATABASE_URL: '' }, detached: true, stdio: ['ignore', 'pipe', 'inherit'] });
  let said = '';
  starter.stdout.setEncoding('utf8').on('data', (text: string) => { said += text; });
  while (!await fetch(address).then(answer => answer.ok, () => false)) await wait(20);
  console.log(`${name}: first page after ${((performance.now() - start) / 1000).toFixed(1)} s`);
  const server = serverOf(starter.pid!);
  const figures = [residentMb(server)];
  const readers = await Promise.all([...said.matchAll(/^(\S+\/persona\/\S+)/gm)].map(found => signIn(found[1]!)));
  const { kinds, documents } = await readAbout(address, readers);
  figures.push(residentMb(server));
  for (const [document, reader] of documents.slice(0, DOCUMENTS)) await get(address, document, reader);
  figures.push(residentMb(server));
  console.log(`  ${figures[0]} MB at the start, ${figures[1]} MB after ${PAGES} pages of ${kinds} kinds by ${readers.length} people, ${figures[2]} MB after ${Math.min(DOCUMENTS, documents.length)} PDFs`);
  const ended = once(starter, 'exit');
  process.kill(-starter.pid!, 'SIGTERM');
  await ended;
  return Math.max(...figures);
}

async function signIn(link: string): Promise<Reader> {
  const answer = await fetch(link, { redirect: 'manual' });
  return { school: new URL(link).pathname.split('/')[1]!, cookie: answer.headers.getSetCookie().map(cookie => cookie.split(';')[0]).join('; ') };
}

async function get(address: string, to: string, { cookie }: Reader): Promise<string> {
  const answer = await fetch(new URL(to, address), { headers: { cookie }, redirect: 'manual' });
  if (answer.status >= 500) throw new Error(`${to} answered ${answer.status}`);
  return answer.text();
}

/** Each reader in turn. How many kinds of page that were, and the documents that were offered. */
async function readAbout(address: string, readers: readonly Reader[]): Promise<{ kinds: number; documents: [string, Reader][] }> {
  const [kinds, documents] = [new Set<string>(), new Map<string, Reader>()];
  const ways = readers.map(reader => ({ reader, to: FIRST_PAGES.map(page => `/${reader.school}${page}`), seen: new Set<string>() }));
  for (let read = 0; read < PAGES; read++) {
    const { reader, to, seen } = ways[read % ways.length]!;
    const place = to.shift() ?? '/';
    kinds.add(place.split('/').slice(2).filter((_, at) => at % 2 === 0).join('/'));
    for (const [, link] of (await get(address, place, reader)).matchAll(/href="(\/[^"#?]+)/g)) {
      if (!link!.startsWith(`/${reader.school}/`) || seen.has(link!)) continue;
      seen.add(link!);
      if (link!.endsWith('/pdf')) documents.set(link!, reader);
      // Anywhere among those still to come, the same each time.
      else to.splice((seen.size * 7) % (to.length + 1), 0, link!);
    }
  }
  return { kinds: kinds.size, documents: [...documents] };
}

/** The process that serves: the starter hands over to it and waits. */
function serverOf(starter: number): string {
  const children = fs.readFileSync(`/proc/${starter}/task/${starter}/children`, 'utf8').trim().split(' ');
  return children.find(child => fs.readFileSync(`/proc/${child}/cmdline`, 'utf8').includes('start.mjs'))!;
}

function residentMb(pid: string): number {
  return Math.round(Number(/^VmRSS:\s+(\d+) kB/m.exec(fs.readFileSync(`/proc/${pid}/status`, 'utf8'))![1]) / 1024);
}
