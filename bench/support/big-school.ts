/** A school of many people, served on a port of its own, for the benches. */
import fs from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { buildApp } from '../../src/app.ts';
import { fillForBench, loadDemonstration, personaLinks, personaRoutes } from '../../src/demonstration/index.ts';
import { loadWords } from '../../src/packs/index.ts';
import { migrate, openDatabase, startPostgres } from '../../src/platform/database/index.ts';
import { sealFolderIn } from '../../src/platform/seal/index.ts';

export interface BigSchool {
  readonly origin: string;
  readonly slug: string;
  readonly filledInMs: number;
  /** The session cookie of a persona. */
  readonly cookieOf: (persona: string) => Promise<string>;
  readonly close: () => Promise<void>;
}

/** Starts a server on a new data folder: the five model schools and one of `people`. Close it. */
export async function openBigSchool(people: number): Promise<BigSchool> {
  const dataDir = fs.mkdtempSync(path.join(os.tmpdir(), 'countersign-bench-'));
  const postgres = await startPostgres({ dataDir });
  await migrate(postgres.url, 'database/migrations');
  const db = await openDatabase({ url: postgres.url });
  const shared = { ...loadWords('policies'), demonstration: true, sealFolder: sealFolderIn(dataDir) };
  const now = new Date('2026-11-23T10:00:00Z');
  const loading = { db, packsFolder: 'policies', vocabulary: shared.vocabulary, shared, now };
  await loadDemonstration(loading);
  const start = performance.now();
  const school = await fillForBench(loading, people);
  const filledInMs = performance.now() - start;
  const app = await buildApp({
    ...shared, db, now: () => now, buildFolder: path.resolve('build'), secureCookies: false, demonstrationRoutes: personaRoutes(),
    personas: () => personaLinks(db, 'http://localhost'), logErrors: console.error,
  });
  await app.listen({ port: 0, host: 'localhost' });
  const origin = `http://localhost:${(app.server.address() as { port: number }).port}`;
  return {
    origin, slug: school.slug, filledInMs,
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
