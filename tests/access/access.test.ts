import { deepEqual, equal, notEqual, rejects } from 'node:assert/strict';
import test, { after, before, describe } from 'node:test';
import { featuresOf, routesOf } from '../../src/app.ts';
import { personaRoutes } from '../../src/demonstration/index.ts';
import { buildServer, type Route } from '../../src/platform/web/index.ts';
import { assertWho } from '../../src/platform/web/who.ts';
import { SESSION_COOKIE } from '../../src/sign-in/index.ts';
import { withoutKeys } from '../support/forms.ts';
import { openSchool, type TestSchool } from '../support/school.ts';
import { deskOf, type Desk } from './desk.ts';
import { PEOPLE, sessionElsewhere, sessionFor, STRANGERS, whoIsWho, type Person } from './people.ts';
import { TABLE, type Row } from './table.ts';

let school: TestSchool;
let desk: Desk;
let ids: ReadonlyMap<Person, string>;
const sessions = new Map<Person, string>();
let asked = 0;

interface Met { status: number; location: string | undefined; body: string }

/** Knocks as a person. Every knock comes from an address of its own, so that no limit on tries answers first. */
async function knock(method: string, url: string, person: Person, more: { form?: Readonly<Record<string, string>> | undefined; headers?: Record<string, string> } = {}): Promise<Met> {
  const session = sessions.get(person);
  const headers = { host: 'localhost', 'x-forwarded-for': `10.9.${Math.floor(++asked / 250) % 250}.${asked % 250}`, ...(session ? { cookie: `${SESSION_COOKIE}=${session}` } : {}), ...more.headers };
  const answer = method === 'GET' ? await school.app.inject({ method, url, headers })
    : await school.app.inject({ method: 'POST', url, headers: { ...headers, 'content-type': 'application/x-www-form-urlencoded' }, payload: new URLSearchParams(more.form).toString() });
  return { status: answer.statusCode, location: answer.headers.location, body: answer.body };
}

const methodOf = (row: Row): string => row.route.split(' ')[0]!;

async function filled(form: Readonly<Record<string, string>> = {}): Promise<Record<string, string>> {
  return Object.fromEntries(await Promise.all(Object.entries(form).map(async ([name, value]) => [name, await desk.fill(value)] as const)));
}

/** What a person meets where there is nothing at all. */
const NOWHERE = '/prep-school/there-is-nothing-of-this-name';
const nothing = (method: string, person: Person, form: Readonly<Record<string, string>>): Promise<Met> => knock(method, NOWHERE, person, { form });
/** The same as it was met last: it changes with a person's own pages, and then it is asked for anew. */
const nothingYet = new Map<string, Met>();

/** Alike to the letter, but for the mark on a link of the navigation that the reader sees on every page, and the address that they sent something to. */
const sameBody = (one: Met, other: Met, url: string): boolean => withoutKeys(one.body.replaceAll(' aria-current="page"', '').replaceAll(`action="${url}"`, `action="${NOWHERE}"`)) === withoutKeys(other.body);

/** Where somebody knocks, and with what. */
interface Door { url: string; form: Record<string, string> }

async function doorOf(row: Row): Promise<Door> {
  if (row.open) await desk.bring(row.open);
  return { url: await desk.fill(row.at), form: await filled(row.send) };
}

/** One row of the table: what is not as it says. */
async function faultsIn(row: Row): Promise<string[]> {
  const faults: string[] = [];
  let door: Door | undefined;
  for (const person of PEOPLE) {
    faults.push(await faultIn(row, person, (door ??= await doorOf(row))));
    // Why only then: whoever is refused uses nothing up, so the next one stands before the very same.
    if (row.who.includes(person)) door = undefined;
  }
  return faults.filter(Boolean);
}

/** One cell of the table: empty when it is as the row says. */
async function faultIn(row: Row, person: Person, { url, form }: Door): Promise<string> {
  const met = await knock(methodOf(row), url, person, { form });
  if (row.ends && ids.has(person)) sessions.set(person, await sessionFor(school, ids.get(person)!));
  if (row.who.includes(person)) return met.status === row.meets ? '' : `${person} met ${met.status} ${met.location ?? ''}, not ${row.meets}`;
  if (methodOf(row) === 'GET' && STRANGERS.includes(person)) {
    return met.status === 303 && met.location === `/prep-school/sign-in?next=${encodeURIComponent(url)}` ? '' : `${person} met ${met.status} ${met.location ?? ''}, not the way to sign in`;
  }
  if (met.status !== 404) return `${person} met ${met.status} ${met.location ?? ''}, not 404`;
  // Why with the form: a stranger who sends something is given their words back, wherever they sent them.
  const key = `${methodOf(row)} ${person}${STRANGERS.includes(person) ? JSON.stringify(form) : ''}`;
  const known = nothingYet.get(key);
  if (known && sameBody(met, known, url)) return '';
  const absent = await nothing(methodOf(row), person, form);
  nothingYet.set(key, absent);
  return sameBody(met, absent, url) ? '' : `${person} met a 404 that differs from that of an address that does not exist`;
}

const declared = (): Route[] => {
  const parts = { ...school.shared, personas: async () => [], demonstrationRoutes: personaRoutes() };
  return routesOf(parts, featuresOf(parts));
};

describe('who may open what', () => {
  before(async () => {
    school = await openSchool({ pack: 'prep-school', allSchools: true });
    ids = await whoIsWho(school);
    for (const [person, id] of ids) sessions.set(person, await sessionFor(school, id));
    sessions.set('another-school', await sessionElsewhere(school));
    desk = deskOf(school, ids);
    await desk.bring('proposed');
    await desk.approve();
  });
  after(() => school.close());

  test('every route has a row in the table, and every row a route', () => {
    deepEqual([...new Set(TABLE.map(row => row.route))].sort(), declared().map(route => `${route.method} ${route.path}`).sort());
  });

  test('every route names its readers, and one that names none stops the start', async () => {
    for (const route of declared()) assertWho(route.who, route.path);
    for (const who of [undefined, { admits: 'some', kinds: [], offices: [] }]) {
      const nameless = { method: 'GET', path: '/nameless', who, handle: async () => ({ kind: 'not-found' }) } as unknown as Route;
      await rejects(buildServer({ routes: [nameless], assetsFolder: process.cwd() } as unknown as Parameters<typeof buildServer>[0]), /GET \/nameless names no readers/);
    }
  });

  for (const row of TABLE) {
    test(`${row.route} is there for ${row.who.length === PEOPLE.length ? 'everyone' : row.who.join(', ') || 'nobody'}`, async () => {
      deepEqual(await faultsIn(row), []);
    });
  }

  test('a form that another site sends is refused on every route, whoever is signed in', async () => {
    for (const row of TABLE.filter(one => methodOf(one) === 'POST')) {
      const form = await filled(row.good?.form ?? row.send);
      const forged: Record<string, string>[] = [{ 'sec-fetch-site': 'cross-site' }, { 'sec-fetch-site': 'same-site' }, { origin: 'https://elsewhere.example' }, { origin: 'null' }];
      for (const headers of forged) {
        const met = await knock('POST', await desk.fill(row.at), row.good?.by ?? row.who[0] ?? 'head', { form, headers });
        equal(met.status, 403, `${row.route} with ${JSON.stringify(headers)}`);
      }
    }
  });

  test('what a good form asks for is done', async () => {
    for (const row of TABLE.filter(one => one.good)) {
      const { by, form, at } = row.good!;
      if (row.open) await desk.bring(row.open);
      const met = await knock('POST', await desk.fill(at ?? row.at), by, { form: await filled(form) });
      equal(met.status, 303, `${row.route} by ${by}: ${met.body.match(/govuk-error-message[^]*?<\/p>/)?.[0] ?? ''}`);
    }
  });

  test('the server met no error of its own in all of this', () => deepEqual(school.errors, []));

  test('somebody of another school sees here what a person who is signed out sees', async () => {
    for (const url of ['/prep-school', '/prep-school/policies', '/prep-school/may-i', '/prep-school/sign-in']) {
      const [guest, stranger] = [await knock('GET', url, 'signed-out'), await knock('GET', url, 'another-school')];
      equal(withoutKeys(stranger.body), withoutKeys(guest.body), url);
    }
  });

  test('a mark in a cookie that is no session signs nobody in', async () => {
    for (const value of ['', 'x', 'a'.repeat(4000), sessions.get('head')!.slice(0, -1)]) {
      const met = await knock('GET', '/prep-school/logbook', 'signed-out', { headers: { cookie: `${SESSION_COOKIE}=${value}` } });
      equal(met.status, 303);
      notEqual(met.location, undefined);
    }
  });
});
