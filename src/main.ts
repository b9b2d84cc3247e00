/** The server's roof: settings, clock, database, application. It makes everything and hands it down. */
import path from 'node:path';
import { setTimeout as wait } from 'node:timers/promises';
import { buildApp, doApart, wire } from './app.ts';
import { loadDemonstration, personaLinks, personaRoutes, playScenes } from './demonstration/index.ts';
import { loadWords } from './packs/index.ts';
import { now } from './platform/clock.ts';
import { readConfig, type Config } from './platform/config.ts';
import { listSchools, migrate, openDatabase, startPostgres, withoutRows, type Database } from './platform/database/index.ts';
import { apartFrom, serveParent, type Apart } from './platform/jobs/index.ts';
import { sendDue, smtpCarrier } from './platform/mail/index.ts';
import { repeat } from './platform/repeat.ts';
import { sealFolderIn } from './platform/seal/index.ts';
import { endVisitsEverywhere } from './school/visitors/index.ts';
import { chaseEverywhere, readSilentPiles, type ChaseRound } from './school/agreements/index.ts';
import { chaseDeclarations, chaseTasks, tendPermissions, tendRequests } from './school/permissions/index.ts';
import { rollOverEverywhere } from './school/people/index.ts';
import { checkLinks, issuePolicies } from './school/policies/index.ts';
import type { Shared } from './school/feature.ts';
import { handOnEverywhere, joinKeysEverywhere, remindOfCases, runSanctions, tendLooksAndHolds } from './school/concerns/index.ts';
import { tendCustody } from './school/devices/index.ts';
import { restoreAccounts } from './school/accounts/index.ts';
import { remindOfReviews } from './school/apps/index.ts';
import { eraseTrips } from './school/trips/index.ts';
import { eraseRecordings, remindOfHolds } from './school/images/index.ts';

const NO_FURTHER: Apart = { run: () => Promise.reject(new Error('work apart starts no other')), read: () => Promise.reject(new Error('work apart starts no other')), close: async () => {} };
/** Writes a fault down for whoever keeps the server. */
const logFault = (...said: unknown[]): void => console.error(...said.map(withoutRows));
const LONGEST_STATEMENT_MS = 180_000;
/** The work apart that fills an empty house with the model schools: what it took would stay in the server's memory. */
const FILLING = 'fill the model schools';
/** More than there are model schools: each is filled in one transaction, and none may wait for a connection until another is done. */
const CONNECTIONS_APART = 6;

/** The model schools with their people and a fortnight of their lives; what is there already stays as it is. */
async function fillSchools(db: Database, shared: Shared, at: Date): Promise<void> {
  const loading = { db, packsFolder: 'policies', vocabulary: shared.vocabulary, shared, now: at };
  await playScenes(loading, await loadDemonstration(loading));
}

/** Started by a server with the word `apart`: does one piece of its long work, with connections and memory of its own, and ends. */
function workApart(): Promise<never> {
  return serveParent(async errand => {
    const config = readConfig();
    const db = await openDatabase({ url: errand.databaseUrl, connections: CONNECTIONS_APART, longestStatementMs: LONGEST_STATEMENT_MS });
    const parts = { ...loadWords('policies'), demonstration: !config.production, sealFolder: sealFolderIn(config.dataDir), apart: NO_FURTHER };
    if (errand.work.name !== FILLING) return doApart({ ...parts, db }, errand);
    wire(parts);
    return fillSchools(db, parts, new Date(errand.work.given as string));
  });
}

async function serve(config: Config): Promise<void> {
  const postgres = config.databaseUrl ? undefined : await startPostgres({ dataDir: config.dataDir, log: console.error });
  const url = config.databaseUrl ?? postgres!.url;
  await migrate(url, 'database/migrations');
  const db = await openDatabase({ url, log: console.error });
  const demonstration = !config.production;
  const shared = { ...loadWords('policies'), demonstration, sealFolder: sealFolderIn(config.dataDir), apart: apartFrom({ program: path.resolve('build', 'main.js'), databaseUrl: url }), virusScanner: config.virusScanner };
  const personas = () => (demonstration ? personaLinks(db, config.publicUrl, { guide: true }) : Promise.resolve([]));
  const server = await buildApp({
    ...shared, db, now, buildFolder: path.resolve('build'), secureCookies: config.publicUrl.startsWith('https:'), personas,
    mailLeaves: config.smtpUrl !== undefined, demonstrationRoutes: demonstration ? personaRoutes() : [],
    logErrors: (error, reference) => logFault(reference, error),
  });
  // Why after the server is built: its features answer one another while the schools are filled.
  if (demonstration && (await listSchools(db)).length > 0) await fillSchools(db, shared, now());
  else if (demonstration) await shared.apart.run({ name: FILLING, given: now().toISOString() });
  await joinKeysEverywhere({ db, shared, now: now() });
  for (const link of await personas()) console.log(`${link.url}  ${link.name} (${link.school})`);
  let stopRounds: () => Promise<unknown> = async () => {};
  stopWell({
    finish: async () => {
      // Why together: each may wait for a database that does not answer.
      await Promise.all([server.close().then(shared.apart.close), stopRounds()]);
      await db.destroy();
    },
    letGo: async () => postgres?.stop(),
  });
  // Why: it reads the rules of every school, so that the first visitor need not wait for that.
  await server.inject('/');
  giveBackMemory();
  await server.listen({ port: config.port, host: config.host });
  console.log(`\nCountersign is open: ${config.publicUrl}/`);
  stopRounds = startRounds(config, { db, vocabulary: shared.vocabulary, shared });
}

const MAIL_MS = 5_000;
const CHASE_MS = 60_000;
const ROLL_OVER_MS = 60_000;
const LINKS_MS = 300_000;

/** What comes round by itself: mail that leaves, classes that move up, and the day's reminders. */
function startRounds(config: Config, { db, vocabulary, shared }: Pick<ChaseRound, 'db' | 'vocabulary'> & { readonly shared: Shared }): () => Promise<unknown> {
  const carrier = config.smtpUrl === undefined ? null : smtpCarrier({ url: config.smtpUrl, from: config.mailFrom });
  const stops = [
    repeat({ everyMs: MAIL_MS, log: logFault, work: () => sendDue({ db, carrier, site: config.publicUrl, now }) }),
    repeat({ everyMs: ROLL_OVER_MS, log: logFault, work: () => rollOverEverywhere({ db, now: now() }) }),
    repeat({ everyMs: CHASE_MS, log: logFault, work: () => endVisitsEverywhere({ db, now: now() }) }),
    repeat({ everyMs: CHASE_MS, log: logFault, work: () => chaseEverywhere({ db, vocabulary, now: now(), hour: config.chaseHour }) }),
    repeat({ everyMs: CHASE_MS, log: logFault, work: () => readSilentPiles({ db, vocabulary, folder: sealFolderIn(config.dataDir), now: now() }) }),
    repeat({ everyMs: LINKS_MS, log: logFault, work: () => checkLinks({ db, vocabulary, now: now() }) }),
    repeat({ everyMs: CHASE_MS, log: logFault, work: () => issuePolicies({ db, vocabulary, now: now() }) }),
    repeat({ everyMs: CHASE_MS, log: logFault, work: () => chaseDeclarations({ db, now: now(), hour: config.chaseHour }) }),
    repeat({ everyMs: CHASE_MS, log: logFault, work: () => chaseTasks({ db, now: now(), hour: config.chaseHour }) }),
    repeat({ everyMs: CHASE_MS, log: logFault, work: () => tendPermissions({ db, now: now() }) }),
    repeat({ everyMs: CHASE_MS, log: logFault, work: () => tendRequests({ db, vocabulary, now: now() }) }),
    repeat({ everyMs: CHASE_MS, log: logFault, work: () => handOnEverywhere({ db, shared, now: now() }) }),
    repeat({ everyMs: CHASE_MS, log: logFault, work: () => remindOfCases({ db, shared, now: now() }) }),
    repeat({ everyMs: CHASE_MS, log: logFault, work: () => runSanctions({ db, shared, now: now() }) }),
    repeat({ everyMs: CHASE_MS, log: logFault, work: () => tendLooksAndHolds({ db, shared, now: now() }) }),
    repeat({ everyMs: CHASE_MS, log: logFault, work: () => tendCustody({ db, now: now(), hour: config.chaseHour }) }),
    repeat({ everyMs: CHASE_MS, log: logFault, work: () => restoreAccounts({ db, vocabulary, now: now() }) }),
    repeat({ everyMs: LINKS_MS, log: logFault, work: () => remindOfReviews({ db, shared, now: now() }) }),
    repeat({ everyMs: LINKS_MS, log: logFault, work: () => eraseTrips({ db, now: now() }) }),
    repeat({ everyMs: LINKS_MS, log: logFault, work: () => eraseRecordings({ db, now: now() }) }),
    repeat({ everyMs: CHASE_MS, log: logFault, work: () => remindOfHolds({ db, shared, now: now(), hour: config.chaseHour }) }),
  ];
  return () => Promise.all(stops.map(stop => stop()));
}

/** What only the start needed goes before the first page comes; otherwise it may stay for thousands of pages. Under npm start alone, whose flags allow it. */
function giveBackMemory(): void {
  globalThis.gc?.({ type: 'major', execution: 'sync', flavor: 'last-resort' });
}

/** What is under way may take so long to finish; what does not is cut off, and its transactions are undone. */
const FINISH_MS = 4_000;

/** Ends in good order, once, whoever asks: npm, the starter and the terminal may each send a signal. */
function stopWell({ finish, letGo }: { readonly finish: () => Promise<void>; readonly letGo: () => Promise<void> }): void {
  let stopping = false;
  const stop = async (): Promise<void> => {
    try {
      const finished = await Promise.race([finish().then(() => true), wait(FINISH_MS, false)]);
      if (!finished) console.error('Not everything that was under way came to its end; it was cut off.');
    } finally {
      await letGo();
    }
  };
  for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP'] as const) {
    process.on(signal, () => {
      if (stopping) return;
      stopping = true;
      stop().then(() => process.exit(0), error => { console.error(error); process.exit(1); });
    });
  }
}

// Why last: the start waits here, and what stands below a wait is not there yet.
try {
  if (process.argv[2] === 'apart') await workApart();
  await serve(readConfig());
} catch (error) {
  console.error((error as Error).message);
  process.exit(1);
}
