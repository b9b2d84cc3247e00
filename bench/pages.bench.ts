/**
 * How fast pages come: the start page, the reader and the register of a school of 2,000, read by 20 people at once over
 * real connections, with PostgreSQL on the same two cores. Beside them, as the yardstick, the same server's bare file
 * answer. The readers sit in a thread of their own, so that their work is not counted as the server's.
 */
import http from 'node:http';
import { isMainThread, parentPort, Worker, workerData } from 'node:worker_threads';

const PEOPLE = 2_000;
const READERS = 20;
const SECONDS = 6;
const WARM_SECONDS = 2;

interface Load { readonly url: string; readonly cookie: string }
interface Figures { readonly perSecond: number; readonly p50: number; readonly p99: number; readonly bytes: number; readonly status: number }

if (isMainThread) await measureAll();
else await readInTurn(workerData as Load).then(figures => parentPort!.postMessage(figures));

async function measureAll(): Promise<void> {
  // Why here: the readers' threads run this file too and need none of it.
  const { openBigSchool } = await import('./support/big-school.ts');
  const school = await openBigSchool(PEOPLE);
  console.log(`A school of ${PEOPLE} people filled in ${(school.filledInMs / 1000).toFixed(1)} s`);
  const cookie = await school.cookieOf('office');
  const pages: readonly (readonly [string, string])[] = [
    ['yardstick: a file, no database', '/assets/seal.svg'], ['start page', `/${school.slug}`], ['reader', `/${school.slug}/policies/staff-code`],
    ['register, first 50 of all', `/${school.slug}/agreements/register`], ['register, searched', `/${school.slug}/agreements/register?search=an`], ['first page, six schools', '/'],
  ];
  console.log(`${READERS} readers at once, ${SECONDS} s each\n\npage                            p50 ms   p99 ms   pages/s   KB`);
  for (const [name, path] of pages) {
    const figures = await readBy({ url: `${school.origin}${path}`, cookie });
    if (figures.status !== 200) throw new Error(`${name} answered ${figures.status}`);
    console.log(`${name.padEnd(31)} ${figures.p50.toFixed(1).padStart(6)}   ${figures.p99.toFixed(1).padStart(6)}   ${figures.perSecond.toFixed(0).padStart(7)}   ${(figures.bytes / 1024).toFixed(0)}`);
  }
  console.log('\nGoal: p50 under 15 ms and p99 under 60 ms.');
  await school.close();
  process.exit(0);
}

function readBy(load: Load): Promise<Figures> {
  return new Promise((resolve, reject) => {
    const worker = new Worker(new URL(import.meta.url), { workerData: load });
    worker.once('message', resolve);
    worker.once('error', reject);
  });
}

/** Twenty readers, each asking again as soon as the page is there. */
async function readInTurn(load: Load): Promise<Figures> {
  const agent = new http.Agent({ keepAlive: true, maxSockets: READERS });
  const times: number[] = [];
  const seen = { bytes: 0, status: 0 };
  const warm = performance.now() + WARM_SECONDS * 1000;
  const end = warm + SECONDS * 1000;
  await Promise.all(Array.from({ length: READERS }, async () => {
    while (performance.now() < end) {
      const start = performance.now();
      Object.assign(seen, await readOnce(load, agent));
      if (start > warm) times.push(performance.now() - start);
    }
  }));
  agent.destroy();
  times.sort((a, b) => a - b);
  return { ...seen, perSecond: times.length / SECONDS, p50: times[Math.floor(times.length / 2)]!, p99: times[Math.floor(times.length * 0.99)]! };
}

function readOnce({ url, cookie }: Load, agent: http.Agent): Promise<{ bytes: number; status: number }> {
  return new Promise((resolve, reject) => {
    http.get(url, { agent, headers: { cookie } }, answer => {
      let bytes = 0;
      answer.on('data', (chunk: Buffer) => { bytes += chunk.length; });
      answer.on('end', () => resolve({ bytes, status: answer.statusCode ?? 0 }));
    }).on('error', reject);
  });
}
