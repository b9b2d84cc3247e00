/**
 * How fast pages come: the start page, the reader and the register of a school of 2,000, read by 20 people at once over
 * real connections, with PostgreSQL on the same two cores. Beside them, as the yardstick, the same server's bare file
 * answer. The readers sit in a thread of their own, so that their work is not counted as the server's.
 *
 * Milliseconds between asking and having wobble with whatever else the machine does; "server" and "database" are the
 * processor's milliseconds a page, and stay the same.
 */
import http from 'node:http';
import { isMainThread, parentPort, Worker, workerData } from 'node:worker_threads';
import type { BigSchool } from './support/big-school.ts';

const PEOPLE = 2_000;
const READERS = 20;
const SECONDS = 6;
const WARM_SECONDS = 2;
/** While the school changes: somebody signs, joins or edits so often. */
const CHANGE_EVERY_MS = 250;

interface Load { readonly url: string; readonly cookies: readonly string[] }
/** `cpu` is this thread's own, in microseconds. */
interface Figures { readonly times: Float64Array; readonly pages: number; readonly bytes: number; readonly worst: number; readonly cpu: number }
interface Page { readonly name: string; readonly path: string; readonly cookies: readonly string[]; readonly changing?: boolean }

if (isMainThread) await measureAll();
else await readInTurn(workerData as Load).then(figures => parentPort!.postMessage(figures));

async function measureAll(): Promise<void> {
  // Why here: the readers' threads run this file too and need none of it.
  const { openBigSchool } = await import('./support/big-school.ts');
  const school = await openBigSchool(PEOPLE);
  console.log(`A school of ${PEOPLE} people filled in ${(school.filledInMs / 1000).toFixed(1)} s`);
  console.log(`${READERS} readers at once, ${SECONDS} s each\n`);
  console.log('page                                    p50 ms   p99 ms   pages/s   server ms   database ms   KB');
  for (const page of await pagesOf(school)) await measure(school, page);
  console.log('\nGoal: p50 under 15 ms and p99 under 60 ms. Server and database: processor time a page.');
  await school.close();
  process.exit(0);
}

async function pagesOf(school: BigSchool): Promise<Page[]> {
  const office = [await school.cookieOf('office')];
  const many = await school.cookiesOf(READERS);
  const home = `/${school.slug}`;
  const [reader, register] = [`${home}/policies/staff-code`, `${home}/agreements/register`];
  const pages = [
    { name: 'yardstick: a file, no database', path: '/assets/seal.svg', cookies: office },
    { name: 'start page', path: home, cookies: office }, { name: 'start page, 20 people', path: home, cookies: many },
    { name: 'start page, school changing', path: home, cookies: many, changing: true },
    { name: 'reader', path: reader, cookies: office }, { name: 'reader, 20 people', path: reader, cookies: many },
    { name: 'reader, school changing', path: reader, cookies: many, changing: true },
    { name: 'register, first 50 of all', path: register, cookies: office }, { name: 'register, overdue by date', path: `${register}?state=overdue&sort=due`, cookies: office },
    { name: 'register, page 7', path: `${register}?page=7`, cookies: office }, { name: 'register, school changing', path: register, cookies: office, changing: true },
    { name: 'first page, six schools', path: '/', cookies: office },
  ];
  const wanted = process.env['PAGES'] ?? '';
  return pages.filter(page => page.name.includes(wanted));
}

async function measure(school: BigSchool, { name, path, cookies, changing }: Page): Promise<void> {
  const change = changing ? setInterval(() => void school.change(), CHANGE_EVERY_MS) : undefined;
  const before = { cpu: process.cpuUsage(), database: school.databaseCpuMs() };
  const figures = await readBy({ url: `${school.origin}${path}`, cookies });
  const used = process.cpuUsage(before.cpu);
  const database = school.databaseCpuMs() - before.database;
  clearInterval(change);
  if (figures.worst !== 200) throw new Error(`${name} answered ${figures.worst}`);
  const at = (part: number) => figures.times[Math.floor(figures.times.length * part)]!.toFixed(1).padStart(6);
  const each = (ms: number, width: number) => (ms / figures.pages).toFixed(2).padStart(width);
  console.log(`${name.padEnd(39)} ${at(0.5)}   ${at(0.99)}   ${(figures.times.length / SECONDS).toFixed(0).padStart(7)}   ${each((used.user + used.system - figures.cpu) / 1000, 9)}   ${each(database, 11)}   ${(figures.bytes / 1024).toFixed(0)}`);
}

function readBy(load: Load): Promise<Figures> {
  return new Promise((resolve, reject) => {
    const worker = new Worker(new URL(import.meta.url), { workerData: load });
    worker.once('message', resolve);
    worker.once('error', reject);
  });
}

/** Twenty readers, each asking again as soon as the page is there. */
async function readInTurn({ url, cookies }: Load): Promise<Figures> {
  const agent = new http.Agent({ keepAlive: true, maxSockets: READERS });
  const times: number[] = [];
  const seen = { bytes: 0, worst: 200, pages: 0 };
  const warm = performance.now() + WARM_SECONDS * 1000;
  const end = warm + SECONDS * 1000;
  await Promise.all(Array.from({ length: READERS }, async (_, reader) => {
    while (performance.now() < end) {
      const start = performance.now();
      const { bytes, status } = await readOnce({ url, agent, cookie: cookies[reader % cookies.length]! });
      seen.bytes = bytes;
      seen.pages++;
      if (status !== 200) seen.worst = status;
      if (start > warm) times.push(performance.now() - start);
    }
  }));
  agent.destroy();
  const own = process.threadCpuUsage();
  return { ...seen, times: Float64Array.from(times).sort(), cpu: own.user + own.system };
}

function readOnce({ url, agent, cookie }: { url: string; agent: http.Agent; cookie: string }): Promise<{ bytes: number; status: number }> {
  return new Promise((resolve, reject) => {
    http.get(url, { agent, headers: { cookie } }, answer => {
      let bytes = 0;
      answer.on('data', (chunk: Buffer) => { bytes += chunk.length; });
      answer.on('end', () => resolve({ bytes, status: answer.statusCode ?? 0 }));
    }).on('error', reject);
  });
}
