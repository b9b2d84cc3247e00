import { deepEqual, equal, match, ok } from 'node:assert/strict';
import test, { after, before, describe } from 'node:test';
import { featuresOf, routesOf } from '../../src/app.ts';
import { personaRoutes } from '../../src/demonstration/index.ts';
import { findPerson } from '../../src/school/people/index.ts';
import { open, SESSION_COOKIE } from '../../src/sign-in/index.ts';
import { openSchool, type TestSchool } from '../support/school.ts';
import { deskOf, type Desk } from './desk.ts';
import { whoIsWho, type Person } from './people.ts';
import { TABLE } from './table.ts';

/** What anybody may read signed out, and what it takes to come in whole, to go away, or to be signed out everywhere; what may always be told, and how one's own accounts stand. The start page is not among it. */
const OPEN = ['POST /:school/sign-out', 'POST /:school/my-account-is-used/now', 'GET /:school/neutral-notification', 'POST /:school/neutral-notification', 'GET /:school/something-happened', 'POST /:school/something-happened', 'POST /:school/something-happened/send', 'GET /:school/my-accounts', 'POST /:school/my-accounts/ask', 'GET /:school/sign-in-settings/second-factor', 'POST /:school/passkeys/begin', 'POST /:school/passkeys/finish'];
const PAGE = '/prep-school/sign-in-settings/second-factor';

let school: TestSchool;
let desk: Desk;
let ids: ReadonlyMap<Person, string>;

const halfIn = (person: string): Promise<string> => school.change(tx => open(tx, { school: school.school.id, now: school.now(), userAgent: 'test' }, person));

async function knock(method: string, url: string, session: string) {
  const answer = await school.app.inject({ method: method as 'GET', url, headers: { host: 'localhost', cookie: `${SESSION_COOKIE}=${session}`, 'x-forwarded-for': `10.8.0.${Math.floor(Math.random() * 250)}` } });
  return { status: answer.statusCode, location: answer.headers.location, html: answer.body };
}

describe('somebody who holds an office and has shown a password alone', () => {
  before(async () => {
    school = await openSchool({ pack: 'prep-school', allSchools: true });
    ids = await whoIsWho(school);
    desk = deskOf(school, ids);
    await desk.bring('proposed');
    await desk.approve();
  });
  after(() => school.close());

  test('is led to add a passkey from everything that is not open to everybody', async () => {
    const parts = { ...school.shared, personas: async () => [], demonstrationRoutes: personaRoutes() };
    const forEveryone = new Set(routesOf(parts, featuresOf(parts)).filter(route => route.who.admits === 'everyone' && route.path !== '/:school').map(route => `${route.method} ${route.path}`));
    const session = await halfIn(ids.get('head')!);
    const faults: string[] = [];
    let closed = 0;
    for (const row of TABLE) {
      if (OPEN.includes(row.route) || forEveryone.has(row.route)) continue;
      if (row.open) await desk.bring(row.open);
      closed++;
      const [method] = row.route.split(' ');
      const met = await knock(method!, await desk.fill(row.at), session);
      const right = method === 'GET' ? met.status === 303 && met.location === PAGE : met.status === 404;
      if (!right) faults.push(`${row.route} met ${met.status} ${met.location ?? ''}`);
    }
    deepEqual(faults, []);
    ok(closed > 40, `${closed} closed routes`);
  });

  test('may read the policies and ask whom to tell, but sees nothing that comes with the office', async () => {
    const session = await halfIn(ids.get('head')!);
    equal((await knock('GET', '/prep-school/may-i', session)).status, 200);
    const page = await knock('GET', '/prep-school/policies', session);
    equal(page.status, 200);
    ok(!page.html.includes('/prep-school/logbook') && !page.html.includes('/prep-school/policies/new'));
  });

  test('is everybody with an office, and nobody without one', async () => {
    for (const [person, id] of ids) {
      const { offices } = (await school.read(tx => findPerson(tx, id, school.today())))!;
      const met = await knock('GET', '/prep-school/me', await halfIn(id));
      deepEqual([met.status, met.location], offices.length > 0 ? [303, PAGE] : [200, undefined], person);
      equal((await (await school.asPerson(id)).get('/prep-school/me')).status, 200, person);
    }
  });

  test('is not a persona of the demonstration', async () => equal((await (await school.as('head')).get('/prep-school/logbook')).status, 200));

  test('becomes one on the day they take an office', async () => {
    const session = await halfIn(ids.get('support')!);
    equal((await knock('GET', '/prep-school/me', session)).status, 200);
    await desk.fill('{cover}');
    equal((await knock('GET', '/prep-school/me', session)).location, PAGE);
    match((await knock('GET', PAGE, session)).html, /Add a passkey to go on/);
  });
});
