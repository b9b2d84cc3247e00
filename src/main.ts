/** The server's roof: settings, clock, database, application. It makes everything and hands it down. */
import path from 'node:path';
import { buildApp } from './app.ts';
import { loadDemonstration, personaLinks, personaRoutes } from './demonstration/index.ts';
import { loadWords } from './packs/index.ts';
import { now } from './platform/clock.ts';
import { readConfig, type Config } from './platform/config.ts';
import { migrate, openDatabase, startPostgres } from './platform/database/index.ts';
import { sealFolderIn } from './platform/seal/index.ts';

try {
  await serve(readConfig());
} catch (error) {
  console.error((error as Error).message);
  process.exit(1);
}

async function serve(config: Config): Promise<void> {
  const postgres = config.databaseUrl ? undefined : await startPostgres({ dataDir: config.dataDir, log: console.error });
  const url = config.databaseUrl ?? postgres!.url;
  await migrate(url, 'database/migrations');
  const db = await openDatabase({ url, log: console.error });
  const demonstration = !config.production;
  const shared = { ...loadWords('policies'), demonstration, sealFolder: sealFolderIn(config.dataDir) };
  if (demonstration) await loadDemonstration({ db, packsFolder: 'policies', vocabulary: shared.vocabulary, shared, now: now() });
  const personas = () => (demonstration ? personaLinks(db, config.publicUrl) : Promise.resolve([]));
  const server = await buildApp({
    ...shared, db, now, buildFolder: path.resolve('build'), secureCookies: config.publicUrl.startsWith('https:'), personas,
    demonstrationRoutes: demonstration ? personaRoutes() : [],
    logErrors: (error, reference) => console.error(reference, error),
  });
  for (const link of await personas()) console.log(`${link.url}  ${link.name} (${link.school})`);
  stopWell(async () => {
    await server.close();
    await db.destroy();
    await postgres?.stop();
  });
  await server.listen({ port: config.port, host: config.host });
  console.log(`\nCountersign is open: ${config.publicUrl}/`);
}

/** Ends in good order, once, whoever asks: npm, the starter and the terminal may each send a signal. */
function stopWell(stop: () => Promise<void>): void {
  let stopping = false;
  for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP'] as const) {
    process.on(signal, () => {
      if (stopping) return;
      stopping = true;
      stop().then(() => process.exit(0), error => { console.error(error); process.exit(1); });
    });
  }
}

