/** A school of many people, served on a port of its own, for the benches. */
import fs from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import pg from 'pg';
import { buildApp } from '../../src/app.ts';
import { fillForBench, loadDemonstration, personaLinks, personaRoutes } from '../../src/demonstration/index.ts';
import { loadWords } from '../../src/packs/index.ts';
import { inSchool, migrate, openDatabase, readSchool, startPostgres } from '../../src/platform/database/index.ts';
import { dayOf } from '../../src/platform/days.ts';
import { apartFrom } from '../../src/platform/jobs/index.ts';
import { listPeople } from '../../src/school/people/index.ts';
import { open, SESSION_COOKIE } from '../../src/sign-in/index.ts';
import { sealFolderIn } from '../../src/platform/seal/index.ts';

export interface BigSchool {
  readonly origin: string;
  readonly slug: string;
  readonly filledInMs: number;
  /** The session cookie of a persona. */
  readonly cookieOf: (persona: string) => Promise<string>;
  /** The session cookies of so many different people: staff, parents and pupils as they come. */
  readonly cookiesOf: (people: number) => Promise<string[]>;
  /** A change in the school: somebody signs in. */
  readonly change: () => Promise<unknown>;
  /** Milliseconds of processor time the database has used so far; 0 where the system does not tell. */
  readonly databaseCpuMs: () => number;
  readonly close: () => Promise<void>;
}

/** Starts a server on a new data folder: the five model schools and one of `people`. Close it. */
export async function openBigSchool(people: number): Promise<BigSchool> {
  const dataDir = fs.mkdtempSync(path.join(os.tmpdir(), 'countersign-bench-'));
  const postgres = await startPostgres({ dataDir });
  await migrate(postgres.url, 'database/migrations');
  const db = await openDatabase({ url: postgres.url });
  const shared = { ...loadWords('policies'), demonstration: true, sealFolder: sealFolderIn(dataDir), apart: apartFrom({ program: path.resolve('build', 'main.js'), databaseUrl: postgres.url }) };
  const now = new Date('2026-11-23T10:00:00Z');
  const loading = { db, packsFolder: 'policies', vocabulary: shared.vocabulary, shared, now };
  await loadDemonstration(loading);
  const start = performance.now();
  const school = await fillForBench(loading, people);
  const filledInMs = performance.now() - start;
  await analyze(postgres.url);
  const app = await buildApp({
    ...shared, db, now: () => now, buildFolder: path.resolve('build'), secureCookies: false, demonstrationRoutes: personaRoutes(),
    personas: () => personaLinks(db, 'http://localhost'), logErrors: console.error,
  });
  await app.listen({ port: 0, host: 'localhost' });
  const origin = `http://localhost:${(app.server.address() as { port: number }).port}`;
  const everybody = await readSchool(db, school.id, tx => listPeople(tx, { day: dayOf(now), limit: people }));
  const signIn = (person: string) => inSchool(db, school.id, tx => open(tx, { school: school.id, now, userAgent: 'bench' }, person));
  return {
    origin, slug: school.slug, filledInMs,
    cookiesOf: async count => {
      const some = Array.from({ length: count }, (_, at) => everybody[Math.floor((at * everybody.length) / count)]!.id);
      return Promise.all(some.map(async person => `${SESSION_COOKIE}=${await signIn(person)}`));
    },
    change: () => signIn(everybody[0]!.id),
    databaseCpuMs: () => cpuMsOfChildren(path.join(dataDir, 'cluster', 'postmaster.pid')),
    cookieOf: async persona => {
      const link = (await personaLinks(db, origin)).find(one => one.url.startsWith(`${origin}/${school.slug}/`) && one.persona === persona);
      if (!link) throw new Error(`${school.name} has no ${persona}`);
      return (await fetch(link.url, { redirect: 'manual' })).headers.getSetCookie().map(cookie => cookie.split(';')[0]).join('; ');
    },
    close: async () => {
      await app.close();
      await db.destroy();
      await postgres.stop();
      fs.rmSync(dataDir, { recursive: true, force: true });
    },
  };
}

/** What PostgreSQL does by itself within a minute of a large import: it counts what is there, and plans by that. */
async function analyze(url: string): Promise<void> {
  const owner = new pg.Client({ connectionString: url });
  await owner.connect();
  await owner.query('analyze');
  await owner.end();
}

/** What a PostgreSQL server and its backends have used, from Linux's /proc: user and system, those that have ended too. */
function cpuMsOfChildren(pidFile: string): number {
  if (process.platform !== 'linux') return 0;
  const server = fs.readFileSync(pidFile, 'utf8').split('\n')[0]!;
  let ticks = 0;
  for (const pid of fs.readdirSync('/proc').filter(name => /^\d+$/.test(name))) {
    const stat = statOf(pid);
    if (!stat || (pid !== server && stat[1] !== server)) continue;
    ticks += Number(stat[11]) + Number(stat[12]) + (pid === server ? Number(stat[13]) + Number(stat[14]) : 0);
  }
  return ticks * 10;
}

/** The fields of /proc/<pid>/stat from the third on (state, parent, …), or null when it has gone. */
function statOf(pid: string): string[] | null {
  try {
    const line = fs.readFileSync(`/proc/${pid}/stat`, 'latin1');
    return line.slice(line.lastIndexOf(')') + 2).split(' ');
  } catch {
    return null;
  }
}
