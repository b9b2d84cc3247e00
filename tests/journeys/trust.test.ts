import { after, before, describe, test } from 'node:test';
import { deepEqual, doesNotMatch, equal, match, rejects } from 'node:assert/strict';
import { acrossSchools, inSchool, listSchools, readSchool, sql, type School } from '../../src/platform/database/index.ts';
import { readLines } from '../../src/logbook/index.ts';
import { addPeople, listHolders, listPeople, type Person } from '../../src/school/people/index.ts';
import { joinTrust } from '../../src/school/people/trust/store.ts';
import { open, SESSION_COOKIE } from '../../src/sign-in/index.ts';
import { look, openBrowser, visit } from '../support/browser.ts';
import { openSchool, type TestSchool } from '../support/school.ts';

describe('one person at two schools of a trust', () => {
  let school: TestSchool;
  let town: School;
  let trust: School;
  let teacher: Person;
  let there: string;
  before(async () => {
    school = await openSchool({ pack: 'village-primary', allSchools: true });
    const all = await listSchools(school.db);
    town = all.find(one => one.slug === 'town-school')!;
    trust = all.find(one => one.slug === 'academy-trust')!;
    const held = new Set((await school.read(tx => listHolders(tx, school.today()))).map(holder => holder.person));
    teacher = (await school.read(tx => listPeople(tx, { day: school.today(), kinds: ['teacher'], limit: 30 }))).find(person => !held.has(person.id))!;
    there = (await inSchool(school.db, town.id, tx => addPeople(tx, { school: town.id, by: 'countersign', at: school.now() }, [{ givenName: teacher.givenName, familyName: teacher.familyName, email: 'both@weaverstreet.example', joinedOn: '2026-09-01', kinds: ['teacher'] }])))[0]!;
  });
  after(async () => {
    await school.close();
  });

  /** A cookie of the head of the trust's own school. */
  const sessionAt = (of: School, person: string) => inSchool(school.db, of.id, tx => open(tx, { school: of.id, now: school.now(), userAgent: 'test' }, person, 'second-factor'));
  const headOf = async (of: School) => (await readSchool(school.db, of.id, tx => listHolders(tx, school.today()))).find(holder => holder.office === 'head')!.person;
  const send = (method: 'GET' | 'POST', url: string, cookie: string, form: Record<string, string> = {}) => school.app.inject({
    method, url, headers: { host: 'localhost', origin: 'http://localhost', cookie: `${SESSION_COOKIE}=${cookie}`, ...(method === 'POST' ? { 'content-type': 'application/x-www-form-urlencoded' } : {}) },
    ...(method === 'POST' ? { payload: new URLSearchParams(form).toString() } : {}),
  });

  test('a school of no trust has no such pages', async () => {
    const client = await school.asPerson(teacher.id);
    equal((await client.get('/village-primary/my-schools')).status, 404);
    equal((await (await school.as('head')).get('/village-primary/trust')).status, 404);
  });

  test('the teacher asks, the trust’s office compares and confirms, and the teacher goes from one school to the other with one sign-in', async () => {
    await acrossSchools(school.db, async tx => {
      for (const one of [school.school, town]) await joinTrust(tx, { school: one.id, trust: trust.id });
    });
    const browser = await openBrowser();
    try {
      const page = await visit(browser, school);
      const cookieFor = async (value: string) => page.context().addCookies([{ name: SESSION_COOKIE, value, url: school.origin }]);
      await cookieFor((await school.asPerson(teacher.id)).session()!);
      await page.goto('/village-primary/my-schools');
      await page.getByLabel('Which school?').selectOption({ label: town.name });
      await page.getByLabel('Your e-mail address there').fill('both@weaverstreet.example');
      await look(page, 'my-schools-ask');
      await page.getByRole('button', { name: 'Ask the trust’s office' }).click();
      await cookieFor(await sessionAt(trust, await headOf(trust)));
      await page.goto('/academy-trust/trust');
      match(await page.locator('main').innerText(), new RegExp(`this address belongs to ${teacher.givenName} ${teacher.familyName}`));
      await look(page, 'trust');
      await page.getByRole('button', { name: 'They are the same person' }).click();
      match(await page.locator('main').innerText(), /is known at both schools now/);
      await look(page, 'trust-confirmed');
      await cookieFor((await school.asPerson(teacher.id)).session()!);
      await page.goto('/village-primary');
      await page.getByRole('link', { name: 'Other schools' }).click();
      await look(page, 'my-schools');
      await page.getByRole('button', { name: `Go to ${town.name}` }).click();
      match(page.url(), /\/town-school$/);
      match(await page.locator('.head__who').innerText(), new RegExp(teacher.familyName));
      await page.goto('/town-school/agreements');
      match(await page.locator('main').innerText(), /Weaver Street|code/i);
    } finally {
      await browser.close();
    }
  });

  test('what is signed stays with each school, and each school’s logbook has its own line', async () => {
    const asksAt = (of: School, person: string) => readSchool(school.db, of.id, async tx => (await sql<{ policy: string }>`select policy from agreement_ask where person_id = ${person} order by policy`.execute(tx)).rows.map(row => row.policy));
    deepEqual(await asksAt(school.school, there), []);
    deepEqual(await asksAt(town, teacher.id), []);
    for (const of of [school.school, town]) equal((await readSchool(school.db, of.id, tx => readLines(tx, { limit: 200 }))).some(line => line.deed === 'identity-confirmed'), true, of.name);
  });

  test('no school of the trust sees more of another, and no school can tie people by itself', async () => {
    equal((await readSchool(school.db, town.id, tx => sql<{ n: number }>`select count(*)::int as n from person where id = ${teacher.id}`.execute(tx))).rows[0]!.n, 0);
    const other = (await listSchools(school.db)).find(one => one.slug === 'prep-school')!;
    equal((await readSchool(school.db, other.id, tx => sql<{ n: number }>`select count(*)::int as n from trust_tie`.execute(tx))).rows[0]!.n, 0);
    await rejects(school.change(tx => sql`insert into trust_tie (school_id, person_id, other_school, other_person, confirmed_by, confirmed_at) values (${school.school.id}, ${teacher.id}, ${town.id}, ${there}, 'me', now())`.execute(tx)), /row-level security/);
    equal((await (await school.as('head')).get('/village-primary/trust')).status, 404);
  });

  test('a sign-in with a password alone opens no office at the other school, and who has left it does not get in', async () => {
    const head = await headOf(town);
    const confirmed = await school.change(async tx => (await sql<{ n: number }>`select count(*)::int as n from trust_tie where other_person = ${head}`.execute(tx)).rows[0]!.n);
    equal(confirmed, 0);
    await inSchool(school.db, town.id, tx => sql`insert into office_holder (school_id, office, person_id, from_day) values (${town.id}, 'helpdesk', ${there}, '2026-09-01')`.execute(tx));
    const weakly = () => school.change(tx => open(tx, { school: school.school.id, now: school.now(), userAgent: 'test' }, teacher.id, 'one-factor'));
    const weak = await weakly();
    const gone = await send('POST', '/village-primary/my-schools/go', weak, { school: town.id });
    equal((await send('GET', '/village-primary/me', weak)).statusCode, 303, 'the session at the first school has ended');
    equal(gone.statusCode, 303);
    const cookie = gone.cookies.find(one => one.name === SESSION_COOKIE)!.value;
    equal((await send('GET', '/town-school/people', cookie)).statusCode, 303);
    await inSchool(school.db, town.id, tx => sql`update person set left_on = '2026-11-20' where id = ${there}`.execute(tx));
    const refused = await send('POST', '/village-primary/my-schools/go', await weakly(), { school: town.id });
    deepEqual([refused.statusCode, refused.headers.location, refused.cookies.some(one => one.name === SESSION_COOKIE && one.value !== '')], [303, '/village-primary/my-schools', false]);
  });

  test('the trust’s office parts them again, and the way is closed', async () => {
    const office = await sessionAt(trust, await headOf(trust));
    equal((await send('POST', '/academy-trust/trust/part', office, { school: school.school.id, person: teacher.id })).statusCode, 303);
    const client = await school.asPerson(teacher.id);
    doesNotMatch((await client.get('/village-primary/my-schools')).html, /Go to/);
    equal((await client.post('/village-primary/my-schools/go', { school: town.id })).status, 404);
    deepEqual(school.errors, []);
  });
});
