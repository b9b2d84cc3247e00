import { equal, match, ok } from 'node:assert/strict';
import test from 'node:test';
import { sql } from '../../src/platform/database/index.ts';
import { look } from '../support/browser.ts';
import { holderOf } from '../support/concerns.ts';
import { openSchool, type Client, type TestSchool } from '../support/school.ts';
import { hashPassword } from '../../src/sign-in/passwords.ts';
import { addName, setPasswordHash } from '../../src/sign-in/store.ts';
import { journey, wordsOf } from './with-browser.ts';

const PASSWORD = 'three words of mine';

/** The persona has a password, as real people do. */
async function withPassword(school: TestSchool, persona: string): Promise<string> {
  const person = (await school.read(tx => sql<{ id: string }>`select person_id::text as id from demonstration_persona where persona = ${persona}`.execute(tx))).rows[0]!.id;
  const hash = await hashPassword(PASSWORD);
  await school.change(async tx => {
    await addName(tx, { school: school.school.id, name: `${persona}@school.example`, person });
    await setPasswordHash(tx, { school: school.school.id, person, hash, at: school.now() });
  });
  return person;
}
const alarms = async (school: TestSchool) => (await school.read(tx => sql<{ concern: string; state: string }>`select concern_id::text as concern, state from account_alarm order by raised_at, id`.execute(tx))).rows;
const sessions = async (school: TestSchool, person: string): Promise<number> => (await school.read(tx => sql<{ n: number }>`select count(*) as n from sign_in_session where person_id = ${person}`.execute(tx))).rows[0]!.n;
const kindsTold = async (school: TestSchool): Promise<string[]> => (await school.read(tx => sql<{ kind: string }>`select kind from concern order by kind`.execute(tx))).rows.map(row => row.kind);
const offices = async (school: TestSchool, kind: string): Promise<string[]> => (await school.read(tx => sql<{ office: string }>`select distinct e.office from concern_eye e join concern c on c.id = e.concern_id where c.kind = ${kind} and e.office is not null order by 1`.execute(tx))).rows.map(row => row.office);
const signsIn = async (client: Client, slug: string, persona: string): Promise<boolean> => (await client.post(`/${slug}/sign-in`, { name: `${persona}@school.example`, password: PASSWORD })).status === 303;

test('somebody signed out says that their account is used; nothing changes until the network manager confirms it', () => journey({ pack: 'day-school' }, async ({ school, window }) => {
  const teacher = await withPassword(school, 'teacher');
  ok(await signsIn(school.guest(), 'day-school', 'teacher'));
  const before = await sessions(school, teacher);
  const page = await window({});
  await page.goto('/day-school/sign-in');
  await page.getByRole('link', { name: 'Is somebody else using your account?' }).click();
  await look(page, 'account-alarm');
  const name = (await school.personas()).find(one => one.persona === 'teacher')!.name.split(',')[0]!;
  await page.getByLabel('Whose account is it?').fill(name);
  await page.getByRole('button', { name: 'Tell them now' }).click();
  await page.getByRole('heading', { name: 'They have been told' }).waitFor();
  const real = await wordsOf(page);
  await look(page, 'account-alarm-raised');
  const nobody = await school.guest().post('/day-school/my-account-is-used', { account: 'Nobody of this Name' });
  ok(nobody.html.includes('They have been told') && real.includes('They have been told'), 'a name that nobody has is answered alike');
  equal(await sessions(school, teacher), before, 'nothing is changed yet');

  const [alarm] = await alarms(school);
  const manager = await school.asPerson(await holderOf(school, 'network-manager'));
  const here = `/day-school/concerns/${alarm!.concern}`;
  match((await manager.get(here)).html, /Nothing is changed yet/);
  equal((await (await school.as('parent')).post(`${here}/account-confirm`, { person: teacher, mailbox: 'unsure' })).status, 404);
  const found = await manager.post(`${here}/account-find`, { name });
  ok(found.html.includes(teacher));
  equal((await manager.post(`${here}/account-confirm`, { person: teacher, mailbox: 'theirs' })).status, 303);
  equal(await sessions(school, teacher), 0);
  equal(await signsIn(school.guest(), 'day-school', 'teacher'), false);
  match((await manager.get(here)).html, /Still to do: the accounts that are not kept here/);
  equal((await manager.post(`${here}/account-done`, { words: 'Mail and files have a new password.' })).status, 303);
  match((await manager.get(here)).html, /dealt with them on/);
  const letter = (await school.read(tx => sql<{ n: number }>`select count(*) as n from mail_outbox where kind = 'sign-in-link' and person_id = ${teacher}`.execute(tx))).rows[0]!.n;
  equal(letter, 1, 'the link for a new password goes to the person alone');
}));

test('whoever is signed in ends their own account everywhere with one press, and chooses a new password', () => journey({ pack: 'day-school' }, async ({ school, window }) => {
  const teacher = await withPassword(school, 'teacher');
  const elsewhere = await school.as('teacher');
  const page = await window({ as: 'teacher' });
  await page.goto('/day-school/my-account-is-used');
  await look(page, 'account-alarm-mine');
  await page.getByRole('button', { name: 'End it everywhere' }).click();
  await page.getByRole('heading', { name: 'Choose your password' }).waitFor();
  equal(await sessions(school, teacher), 0);
  equal((await elsewhere.get('/day-school/agreements')).status, 303, 'the other place is signed out');
  equal(await signsIn(school.guest(), 'day-school', 'teacher'), false, 'the old password works no longer');
  await page.getByLabel('New password').fill('four new words of mine');
  await page.getByLabel('The same password again').fill('four new words of mine');
  await page.getByRole('button', { name: 'Save and sign in' }).click();
  await page.waitForURL(/\/day-school$/, { timeout: 30_000 });
  deepOffices(await offices(school, 'report-account-compromise'), ['network-manager']);
}));

const deepOffices = (found: readonly string[], wanted: readonly string[]): void => { for (const office of wanted) ok(found.includes(office), `${office} among ${found.join(', ')}`); };

test('at the village primary a compromised account goes to the school, and to whoever looks after its accounts', async () => {
  const school = await openSchool({ pack: 'village-primary' });
  try {
    const parent = await school.as('parent');
    const ended = await parent.post('/village-primary/my-account-is-used/now', {});
    equal(ended.status, 303);
    equal(ended.location, '/village-primary/sign-in');
    deepOffices(await offices(school, 'report-account-compromise'), ['head', 'ict-lead']);
    equal((await alarms(school))[0]!.state, 'confirmed');
    equal((await kindsTold(school)).includes('report-data-breach'), false);
  } finally {
    await school.close();
  }
});

test('while an account is made safe its mailbox gets no link to sign in, unless its owner sounded the alarm', async () => {
  const school = await openSchool({ pack: 'village-primary' });
  try {
    const parent = (await school.read(tx => sql<{ id: string; email: string }>`select p.id::text as id, p.email from person p join demonstration_persona d on d.person_id = p.id where d.persona = 'parent'`.execute(tx))).rows[0]!;
    const links = async () => {
      await school.guest().post('/village-primary/sign-in/link', { email: parent.email });
      return (await school.read(tx => sql<{ n: number }>`select count(*) as n from mail_outbox where kind = 'sign-in-link' and person_id = ${parent.id}`.execute(tx))).rows[0]!.n;
    };
    await school.guest().post('/village-primary/my-account-is-used', { account: parent.email });
    equal(await links(), 1, 'nothing is changed before somebody has looked');
    const lead = await school.as('ict-lead');
    const here = `/village-primary/concerns/${(await alarms(school))[0]!.concern}`;
    equal((await lead.post(`${here}/account-confirm`, { person: parent.id, mailbox: 'unsure' })).status, 303);
    equal(await links(), 1);
    const clerk = await school.as('office');
    equal((await clerk.post(`/village-primary/people/${parent.id}/new-link`)).status, 404, 'the office sends none either');
    equal((await lead.post(`${here}/account-done`, { words: 'The mailbox is hers again.' })).status, 303);
    equal(await links(), 2);
    equal((await clerk.post(`/village-primary/people/${parent.id}/new-link`)).status, 303);
    equal((await (await school.as('parent')).post('/village-primary/my-account-is-used/now', {})).status, 303);
    equal(await links(), 4, 'who pressed it themselves knows who reads their mail');
  } finally {
    await school.close();
  }
});

test('in the trust a compromised account is a breach of data as well, with the data protection lead, and ICT hears of it', async () => {
  const school = await openSchool({ pack: 'academy-trust' });
  try {
    const teacher = await school.as('teacher');
    equal((await teacher.post('/academy-trust/my-account-is-used/now', { noticed: 'Mail that I did not write was sent in my name.' })).status, 303);
    deepOffices(await offices(school, 'report-account-compromise'), ['data-protection-lead', 'ict-lead']);
    equal((await kindsTold(school)).join(' '), 'report-account-compromise report-data-breach');
    deepOffices(await offices(school, 'report-data-breach'), ['data-protection-lead']);
  } finally {
    await school.close();
  }
});
