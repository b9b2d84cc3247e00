/** A running school for one test: its own database, the whole application, and people to be. */
import fs from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { pathToFileURL } from 'node:url';
import type { FastifyInstance } from 'fastify';
import { buildApp, wire } from '../../src/app.ts';
import { loadDemonstration, personaLinks, personaRoutes } from '../../src/demonstration/index.ts';
import { loadWords } from '../../src/packs/index.ts';
import { inSchool, readSchool, schoolBySlug, type Database, type Tx } from '../../src/platform/database/index.ts';
import { dayOf } from '../../src/platform/days.ts';
import { newId } from '../../src/platform/ids.ts';
import { apartFrom } from '../../src/platform/jobs/index.ts';
import { sealFolderIn } from '../../src/platform/seal/index.ts';
import type { School } from '../../src/platform/web/index.ts';
import { addSchool } from '../../src/platform/database/index.ts';
import type { Shared } from '../../src/school/feature.ts';
import { open, SESSION_COOKIE } from '../../src/sign-in/index.ts';
import { filledDatabase, freshDatabase, type FreshDatabase } from '../database/fresh.ts';

/** A Monday in the second half of the autumn term. */
export const A_MONDAY = new Date('2026-11-23T10:00:00Z');

export interface OpenSchool {
  /** The folder of the pack; `village-primary` where left out. */
  readonly pack?: string;
  /** With the pack's invented people and policies (the default), or an empty school. */
  readonly demonstration?: boolean;
  /** All five model schools; `pack` is the one looked at. */
  readonly allSchools?: boolean;
  readonly now?: Date;
}

/** What came back. `location` is set where it leads on; `html` is the body as text, whatever its type. */
export interface Answered {
  readonly status: number;
  readonly html: string;
  /** The same as it came, for files that are no text. */
  readonly bytes?: Buffer;
  readonly location: string | undefined;
  readonly headers: Readonly<Record<string, unknown>>;
}

type Form = Readonly<Record<string, string | readonly string[]>>;

/** Somebody with a browser that keeps its cookies. */
export interface Client {
  readonly get: (path: string) => Promise<Answered>;
  readonly post: (path: string, form?: Form) => Promise<Answered>;
  /** Sends the form and opens the page it leads to. */
  readonly postAndFollow: (path: string, form?: Form) => Promise<Answered>;
  /** The session cookie's value, for a real browser; undefined when signed out. */
  readonly session: () => string | undefined;
}

export interface TestSchool {
  readonly app: FastifyInstance;
  readonly db: Database;
  /** The owner's address of the database. */
  readonly databaseUrl: string;
  readonly school: School;
  readonly shared: Shared;
  /** Scheme, host and port: it listens. */
  readonly origin: string;
  /** Every persona's address. */
  readonly personas: () => Promise<{ persona: string; name: string; path: string }[]>;
  /** A client signed in as a persona of this school: `head`, `supply`, `parent`. */
  readonly as: (persona: string) => Promise<Client>;
  /** A client signed in as any person, by passkey. */
  readonly asPerson: (id: string) => Promise<Client>;
  /** Nobody: signed out. */
  readonly guest: () => Client;
  readonly read: <T>(work: (tx: Tx) => Promise<T>) => Promise<T>;
  readonly change: <T>(work: (tx: Tx) => Promise<T>) => Promise<T>;
  /** The clock that the server reads. */
  readonly now: () => Date;
  readonly today: () => string;
  readonly travelTo: (moment: Date) => void;
  /** Errors the server met; a test that expects none compares with []. */
  readonly errors: unknown[];
  readonly close: () => Promise<void>;
}

let dataOfAll: string | undefined;
/** Read once a process, as on a server: they are the same for every school. */
let wordsOfAll: ReturnType<typeof loadWords> | undefined;

/** One folder of seals for all schools of a process, as on a server: what features tell one another is wired once a process, with one folder. */
function dataFolder(): string {
  if (dataOfAll !== undefined) return dataOfAll;
  const made = fs.mkdtempSync(path.join(os.tmpdir(), 'countersign-schools-'));
  process.once('exit', () => fs.rmSync(made, { recursive: true, force: true }));
  return (dataOfAll = made);
}

/** Opens a school: some 300 ms with its people, 100 ms without. Close it. */
export async function openSchool(ask: OpenSchool = {}): Promise<TestSchool> {
  const { pack = 'village-primary', demonstration = true } = ask;
  const clock = { now: ask.now ?? A_MONDAY };
  const now = () => clock.now;
  const words = (wordsOfAll ??= loadWords('policies'));
  const { db, url, close } = demonstration ? await filled({ ...ask, pack, now: clock.now, words }) : await freshDatabase();
  const apart = apartFrom({ program: path.resolve('build', 'main.js'), databaseUrl: url });
  const shared: Shared = { ...words, demonstration: true, sealFolder: sealFolderIn(dataFolder()), apart };
  const errors: unknown[] = [];
  const app = await buildApp({
    ...shared, db, now, buildFolder: await buildFolder(), secureCookies: false, demonstrationRoutes: personaRoutes(),
    mailLeaves: true, personas: () => personaLinks(db, 'http://localhost'), logErrors: error => errors.push(error),
  });
  const school = demonstration ? (await schoolBySlug(db, pack))! : await openEmpty(db, pack);
  await app.listen({ port: 0, host: 'localhost' });
  const { port } = app.server.address() as { port: number };
  const personas = async () => (await personaLinks(db, '')).filter(link => link.url.startsWith(`/${school.slug}/`)).map(({ persona, name, url: path }) => ({ persona, name, path }));
  const change = <T>(work: (tx: Tx) => Promise<T>) => inSchool(db, school.id, work);
  return {
    app, db, databaseUrl: url, school, shared, origin: `http://localhost:${port}`, personas, errors, now, change,
    as: async persona => {
      const link = (await personas()).find(one => one.persona === persona);
      if (!link) throw new Error(`${school.name} has no persona "${persona}"`);
      const client = clientOf(app);
      await client.get(link.path);
      return client;
    },
    asPerson: async id => clientOf(app, await change(tx => open(tx, { school: school.id, now: now(), userAgent: 'test' }, id, 'second-factor'))),
    guest: () => clientOf(app),
    read: work => readSchool(db, school.id, work),
    today: () => dayOf(now()),
    travelTo: moment => { clock.now = moment; },
    close: async () => {
      await app.close();
      await apart.close();
      await close();
    },
  };
}

/** A database with the people of a school, or of all. */
function filled({ pack, now, allSchools, words }: OpenSchool & { pack: string; now: Date; words: ReturnType<typeof loadWords> }): Promise<FreshDatabase> {
  const kind = `${allSchools ? 'all' : pack.replaceAll('-', '_')}_${now.getTime()}`;
  return filledDatabase(kind, async db => {
    const shared: Shared = { ...words, demonstration: true, sealFolder: sealFolderIn(dataFolder()), apart: apartFrom({ program: path.resolve('build', 'main.js'), databaseUrl: '' }) };
    // Why: people who join are told of, and what hears it is put in place once a process.
    wire(shared);
    const schools = await loadDemonstration({ db, packsFolder: 'policies', vocabulary: shared.vocabulary, shared, now, ...(allSchools ? {} : { only: [pack] }) });
    // Why: another process has other keys, and would not open what these had locked.
    for (const { id } of schools) if (keysOf(id).length > 0) throw new Error('a school that is copied from one test to another must have no key yet');
  });
}

/** The files of a school in the folder of seals. */
const keysOf = (school: string): string[] => fs.readdirSync(dataFolder(), { recursive: true, encoding: 'utf8' }).filter(name => name.includes(school));

async function openEmpty(db: Database, pack: string): Promise<School> {
  const school: School = { id: newId(), slug: pack, name: 'A school without anybody', pack };
  await addSchool(db, school);
  return school;
}

function clientOf(app: FastifyInstance, session?: string): Client {
  const cookies = new Map<string, string>(session ? [[SESSION_COOKIE, session]] : []);
  const send = async (method: 'GET' | 'POST', url: string, form?: Form): Promise<Answered> => {
    const headers = { host: 'localhost', cookie: [...cookies].map(([name, value]) => `${name}=${value}`).join('; ') };
    const answer = method === 'GET' ? await app.inject({ method, url, headers }) : await app.inject({
      method, url, payload: encoded(form), headers: { ...headers, origin: 'http://localhost', 'content-type': 'application/x-www-form-urlencoded' },
    });
    for (const { name, value } of answer.cookies) {
      if (value === '') cookies.delete(name);
      else cookies.set(name, value);
    }
    return { status: answer.statusCode, html: answer.body, bytes: answer.rawPayload, location: answer.headers.location, headers: answer.headers };
  };
  const post = (url: string, form?: Form) => send('POST', url, form);
  return {
    get: url => send('GET', url), post,
    postAndFollow: async (url, form) => {
      const answer = await post(url, form);
      return answer.location === undefined ? answer : send('GET', answer.location);
    },
    session: () => cookies.get(SESSION_COOKIE),
  };
}

const encoded = (form: Form = {}): string =>
  new URLSearchParams(Object.entries(form).flatMap(([name, value]) => (typeof value === 'string' ? [[name, value]] : value.map(one => [name, one])))).toString();

/** The built style sheet and scripts; made here when a test runs on its own before any build. */
async function buildFolder(): Promise<string> {
  const folder = path.resolve('build');
  if (!fs.existsSync(path.join(folder, 'assets.json'))) {
    const { buildAssets } = await import(pathToFileURL(path.resolve('tools/build.mjs')).href) as { buildAssets: () => Promise<void> };
    await buildAssets();
  }
  return folder;
}
