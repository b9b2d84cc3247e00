import { deepEqual, equal, match, notEqual, ok } from 'node:assert/strict';
import test, { after, before, describe } from 'node:test';
import { sql } from '../../src/platform/database/index.ts';
import { openSchool, type Answered, type Client, type TestSchool } from '../support/school.ts';
import { deskOf, type Desk } from './desk.ts';
import { sessionElsewhere, whoIsWho, type Person } from './people.ts';

let school: TestSchool;
let desk: Desk;
let ids: ReadonlyMap<Person, string>;

const as = (person: Person): Promise<Client> => school.asPerson(ids.get(person)!);

/** The page of an address where there is nothing. */
const nothingFor = (client: Client): Promise<Answered> => client.get('/prep-school/there-is-nothing-of-this-name');

async function isHidden(client: Client, url: string): Promise<void> {
  const met = await client.get(url);
  equal(met.status, 404, url);
  equal(met.html, (await nothingFor(client)).html, url);
}

const found = async (query: ReturnType<typeof sql<{ it: string }>>): Promise<string> => (await school.read(tx => query.execute(tx))).rows[0]!.it;

describe('what belongs to somebody', () => {
  before(async () => {
    school = await openSchool({ pack: 'prep-school', allSchools: true });
    ids = await whoIsWho(school);
    desk = deskOf(school, ids);
  });
  after(() => school.close());

  test('a parent opens the rules of their own child and of no other', async () => {
    const parent = await as('parent');
    equal((await parent.get(await desk.fill('/prep-school/family/{child}/middle-senior-code'))).status, 200);
    const other = await found(sql`select child_id::text as it from guardian where parent_id <> ${ids.get('parent')!} and child_id not in (select child_id from guardian where parent_id = ${ids.get('parent')!}) limit 1`);
    for (const policy of ['middle-senior-code', 'early-years-ks1-code']) {
      await isHidden(parent, `/prep-school/family/${other}/${policy}`);
      await isHidden(parent, `/prep-school/family/${other}/${policy}/decline`);
    }
  });

  test('a parent who may not be in contact finds nothing of the child: no name, no rules, no seal', async () => {
    const apart = await as('parent-without-contact');
    const child = await found(sql`select child_id::text as it from guardian where no_contact and parent_id = ${ids.get('parent-without-contact')!} limit 1`);
    const name = await found(sql`select given_name as it from person where id = ${child}`);
    for (const url of ['/prep-school', '/prep-school/family', '/prep-school/me', '/prep-school/agreements']) {
      const page = await apart.get(url);
      equal(page.status, 200, url);
      ok(!page.html.includes(child) && !page.html.includes(`>${name}`), `${url} names the child`);
    }
    for (const policy of ['middle-senior-code', 'early-years-ks1-code']) await isHidden(apart, `/prep-school/family/${child}/${policy}`);
    const seals = await school.read(tx => sql<{ id: string }>`select id from agreement where person_id = ${child}`.execute(tx));
    ok(seals.rows.length > 0, 'the child has signed something');
    for (const { id } of seals.rows) await isHidden(apart, `/prep-school/agreements/seal/${id}`);
  });

  test('an agreement is for the signer, the family and those who keep the register', async () => {
    const seal = await found(sql`select a.id::text as it from agreement a join guardian g on g.child_id = a.person_id where a.by_id = a.person_id and not g.no_contact limit 1`);
    const pupil = await found(sql`select person_id::text as it from agreement where id = ${seal}`);
    const parent = await found(sql`select parent_id::text as it from guardian where child_id = ${pupil} and not no_contact limit 1`);
    for (const person of [pupil, parent, ids.get('office')!, ids.get('dsl')!]) equal((await (await school.asPerson(person)).get(`/prep-school/agreements/seal/${seal}`)).status, 200);
    for (const person of ['teacher', 'supply', 'governor', 'pupil', 'parent', 'inspector', 'network-manager'] as const) await isHidden(await as(person), `/prep-school/agreements/seal/${seal}`);
    for (const id of ['nonsense', '00000000-0000-7000-8000-000000000000', `${seal}'`]) await isHidden(await as('office'), `/prep-school/agreements/seal/${encodeURIComponent(id)}`);
  });

  test('an agreement of this school is nowhere in another', async () => {
    const seal = await desk.fill('{seal}');
    const session = await sessionElsewhere(school);
    const met = await school.app.inject({ url: `/day-school/agreements/seal/${seal}`, headers: { host: 'localhost', cookie: `session=${session}` } });
    equal(met.statusCode, 404);
    const person = await school.app.inject({ url: `/day-school/agreements/register/${ids.get('teacher')!}`, headers: { host: 'localhost', cookie: `session=${session}` } });
    equal(person.statusCode, 404);
  });

  test('a draft is for its writers, and a proposal for its approvers too', async () => {
    await desk.bring('proposed');
    const number = await desk.fill('{number}');
    const words = 'Edition 2 has line 1';
    const places = ['/prep-school', '/prep-school/policies', '/prep-school/rules', '/prep-school/policies/cyberbullying', '/prep-school/policies/cyberbullying/editions'];
    for (const client of [school.guest(), await as('teacher'), await as('pupil'), await as('inspector'), await as('governor'), await as('network-manager')]) {
      for (const url of places) {
        const page = await client.get(url);
        equal(page.status, 200, url);
        ok(!page.html.includes(words) && !page.html.includes('/cyberbullying/proposal') && !page.html.includes(`/editions/${number}`), `${url} tells of the draft`);
      }
    }
    await isHidden(await as('teacher'), `/prep-school/policies/cyberbullying/editions/${number}`);
    await isHidden(await as('teacher'), `/prep-school/policies/cyberbullying/compare/1/${number}`);
    match((await (await as('chair')).get('/prep-school/policies/cyberbullying/proposal')).html, new RegExp(words));
    await desk.bring('draft');
    await isHidden(await as('chair'), '/prep-school/policies/cyberbullying/proposal');
  });

  test('a policy that is not public does not exist for those who are not signed in', async () => {
    const guest = school.guest();
    const [hidden, absent] = ['applications-code', 'no-such-code'];
    for (const rest of ['', '/pdf', '/source', '/editions', '/editions/1', '/editions/1/pdf', '/compare/1/2', '/edit', '/proposal']) {
      const [one, other] = [await guest.get(`/day-school/policies/${hidden}${rest}`), await guest.get(`/day-school/policies/${absent}${rest}`)];
      equal(one.status, 303, rest);
      deepEqual([one.status, one.html, one.location?.replaceAll(hidden!, 'X')], [other.status, other.html, other.location?.replaceAll(absent!, 'X')], rest);
    }
    for (const url of ['/day-school', '/day-school/policies', '/day-school/rules', '/']) ok(!(await guest.get(url)).html.includes('applications-code'), url);
    const asked = await guest.post('/day-school/may-i', { question: 'Can I use an app that is not on the list?', as: 'teacher' });
    equal(asked.status, 200);
    ok(!/applications-code|Applications code/.test(asked.html), 'the answer names a policy that is not public');
  });

  test('nobody takes away the passkey of somebody else', async () => {
    const key = 'the-key-of-the-teacher';
    await school.change(tx => sql`insert into sign_in_passkey (school_id, credential_id, person_id, public_key, counter, transports, label, created_at)
      values (${school.school.id}, ${key}, ${ids.get('teacher')!}, '\\x00', 0, '{}', 'Laptop', ${school.now()})`.execute(tx));
    const remove = async (person: Person) => (await (await as(person)).post('/prep-school/sign-in-settings/remove-passkey', { credential: key })).status;
    deepEqual([await remove('head'), await remove('supply'), await remove('teacher'), await remove('teacher')], [404, 404, 303, 404]);
  });

  test('who signs out elsewhere ends sessions of their own and nobody else’s', async () => {
    const [here, elsewhere, head] = [await as('supply'), await as('supply'), await as('head')];
    equal((await here.post('/prep-school/sign-in-settings/sign-out-elsewhere')).status, 303);
    deepEqual(await Promise.all([here, elsewhere, head].map(async client => (await client.get('/prep-school/me')).status)), [200, 303, 200]);
  });

  test('who has left is signed out with their last day', async () => {
    const helper = await desk.fill('{leaver}');
    const client = await school.asPerson(helper);
    equal((await client.get('/prep-school/me')).status, 200);
    school.travelTo(new Date(school.now().getTime() + 86_400_000));
    notEqual((await client.get('/prep-school/me')).status, 200);
  });
});
