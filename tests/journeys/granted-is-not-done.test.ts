import { deepEqual, doesNotMatch, equal, match } from 'node:assert/strict';
import test, { after, before, describe } from 'node:test';
import { sql } from '../../src/platform/database/index.ts';
import { askFeature } from '../../src/school/answers.ts';
import { grant } from '../../src/school/permissions/deeds.ts';
import { chaseTasks, leaverHoldsNothing } from '../../src/school/permissions/index.ts';
import { exportTasks, forgetInTasks } from '../../src/school/permissions/tasks/index.ts';
import { look } from '../support/browser.ts';
import { openSchool, type Client, type TestSchool } from '../support/school.ts';
import { journey, wordsOf } from './with-browser.ts';

const personOf = async (school: TestSchool, persona: string) => (await school.read(tx => sql<{ id: string }>`select person_id as id from demonstration_persona where persona = ${persona}`.execute(tx))).rows[0]!.id;
const holderOf = async (school: TestSchool, office: string) => (await school.read(tx => sql<{ id: string }>`select person_id as id from office_holder where office = ${office} order by from_day limit 1`.execute(tx))).rows[0]!.id;
const live = async (school: TestSchool, persona: string) => { const person = await personOf(school, persona); return (await school.read(tx => askFeature('livePermissions', tx, person, school.now()))).map(one => one.act); };
const mails = async (school: TestSchool) => (await school.read(tx => sql<{ subject: string; body: string; person: string }>`select subject, body, person_id as person from mail_outbox where kind = 'it-task' order by id`.execute(tx))).rows;

/** Asks by the form and has the decider say yes. Returns the address of the decision's list. */
async function askAndGrant(asker: Client, decider: Client, of: { readonly slug: string; readonly act: string; readonly facts: Readonly<Record<string, string>>; readonly shown: Readonly<Record<string, string>> }): Promise<string> {
  const fields = (prefix: string, given: Readonly<Record<string, string>>) => Object.fromEntries(Object.entries(given).map(([name, value]) => [`${prefix}.${name}`, value]));
  const sent = await asker.post(`/${of.slug}/ask/${of.act}`, { ...fields('fact', of.facts), ...fields('shown', of.shown), reason: 'For the maths lessons of Year 4', from: '2026-11-23', until: '2026-12-18' });
  equal(sent.status, 303, sent.html.match(/<main[^]*?<\/main>/)?.[0].replaceAll(/<[^>]+>/g, ' ').slice(0, 1500));
  const request = /requests\/([0-9a-f-]{36})/.exec(sent.location!)![1]!;
  equal((await decider.post(`/${of.slug}/requests/${request}`, { says: 'grant' })).status, 303);
  return request;
}

test('an install that the head allowed waits for IT, and counts once it is done', async () => {
  await journey({ pack: 'academy-trust' }, async ({ school, window }) => {
    const request = await askAndGrant(await school.as('teacher'), await school.as('head'), { slug: 'academy-trust', act: 'install-software', facts: { 'device-owner': 'school' }, shown: { software: 'A geometry program', device: 'Laptop 12' } });
    deepEqual(await live(school, 'teacher'), []);
    match((await (await school.as('teacher')).get(`/academy-trust/my-requests/${request}`)).html, /waits for IT to carry it out/);
    match((await (await school.as('teacher')).get('/academy-trust')).html, /What you asked for[\s\S]*Granted, waiting for IT/);
    const teacher = await window({ as: 'teacher' });
    await teacher.goto('/academy-trust/ask-it');
    match(await wordsOf(teacher), /Waiting for IT/);
    await look(teacher, 'ask-it');
    const page = await window({ as: 'ict-lead' });
    await page.goto('/academy-trust');
    await page.getByRole('link', { name: 'See them' }).click();
    match(await wordsOf(page), /A geometry program/);
    await look(page, 'it-tasks');
    await page.getByRole('link', { name: /A geometry program/ }).click();
    await page.getByRole('button', { name: 'Take it on' }).click();
    await page.getByRole('button', { name: 'Say that it is done' }).click();
    await page.getByRole('heading', { name: 'There is a problem' }).waitFor();
    await look(page, 'it-task');
    await page.getByLabel('On which device?').fill('Laptop 12');
    await page.getByRole('button', { name: 'Say that it is done' }).click();
    match(await wordsOf(page), /Done on\s+23 November 2026/);
    deepEqual(await live(school, 'teacher'), ['install-software']);
    await teacher.reload();
    match(await wordsOf(teacher), /Done/);
    await teacher.getByRole('link', { name: /A geometry program/ }).click();
    match(await wordsOf(teacher), /Laptop 12/);
    await look(teacher, 'ask-it-task');
    for (const { subject, body } of await mails(school)) doesNotMatch(`${subject} ${body}`, /geometry|Laptop|Year 4/);
  });
});

test('a way in from outside counts at the day school once the network manager has set it up, with device and day', async () => {
  const school = await openSchool({ pack: 'day-school' });
  try {
    const manager = await school.as('network-manager');
    await askAndGrant(await school.as('teacher'), manager, { slug: 'day-school', act: 'use-remote-access', facts: { network: 'vpn', app: 'on-site-app' }, shown: { device: 'Laptop 7' } });
    deepEqual(await live(school, 'teacher'), []);
    const task = (await school.read(tx => sql<{ id: string; office: string }>`select id, office from it_task`.execute(tx))).rows[0]!;
    equal(task.office, 'network-manager');
    const at = `/day-school/it-tasks/${task.id}`;
    equal((await manager.post(`${at}/done`, { device: 'Laptop 7', on: '2026-11-30' })).status, 422, 'no day to come');
    equal((await (await school.as('teacher')).post(`${at}/done`, { device: 'Laptop 7', on: '2026-11-23' })).status, 404);
    equal((await manager.post(`${at}/done`, { device: 'Laptop 7', on: '2026-11-23' })).status, 303);
    deepEqual(await live(school, 'teacher'), ['use-remote-access']);
    match((await manager.get('/day-school/it-tasks.csv')).html, /Laptop 7,2026-11-23/);
    deepEqual(school.errors, []);
  } finally {
    await school.close();
  }
});

test('at the prep school a program is asked of IT in plain words, and IT answers there', async () => {
  const school = await openSchool({ pack: 'prep-school' });
  try {
    const teacher = await school.as('teacher');
    equal((await teacher.post('/prep-school/ask-it', { sort: 'question', words: '' })).status, 422);
    const sent = await teacher.post('/prep-school/ask-it', { sort: 'question', words: 'Could you put the orchestra program on the music room computer?' });
    const at = sent.location!;
    const it = await school.asPerson(await holderOf(school, 'it-support'));
    match((await it.get('/prep-school')).html, /Waiting for IT/);
    const task = at.split('/').at(-1)!;
    equal((await it.post(`/prep-school/it-tasks/${task}/claim`)).status, 303);
    equal((await (await school.as('ict-lead')).post(`/prep-school/it-tasks/${task}/let-go`)).status, 404, 'only whoever took it on lets it go');
    match((await teacher.get(at)).html, /IT is on it/);
    equal((await it.post(`/prep-school/it-tasks/${task}/answer`, { words: 'It is on. Start it from the desktop.' })).status, 303);
    match((await teacher.get(at)).html, /Start it from the desktop/);
    match((await teacher.postAndFollow(`${at}/again`, { words: 'It does not start.' })).html, /Waiting for IT/);
    equal((await (await school.as('supply')).get(at)).status, 404, 'what somebody asked is theirs');
    equal((await (await school.as('pupil')).get('/prep-school/ask-it')).status, 404);
    for (const { subject, body } of await mails(school)) doesNotMatch(`${subject} ${body}`, /orchestra|desktop/);
    deepEqual(school.errors, []);
  } finally {
    await school.close();
  }
});

describe('what follows a yes at the town school', () => {
  let school: TestSchool;
  before(async () => { school = await openSchool({ pack: 'town-school' }); });
  after(async () => {
    await school.close();
    deepEqual(school.errors, []);
  });
  const wanted = { slug: 'town-school', act: 'install-software', facts: { 'device-owner': 'school' }, shown: { software: 'A map program', device: 'Laptop 3' } };
  const taskOf = async () => (await school.read(tx => sql<{ id: string; ended: string | null }>`select id, ended from it_task order by opened_at desc, id desc limit 1`.execute(tx))).rows[0]!;

  test('when IT cannot do it, the permission ends, and whoever asked and whoever said yes are told why', async () => {
    await askAndGrant(await school.as('teacher'), await school.as('head'), wanted);
    const it = await school.asPerson(await holderOf(school, 'it-support'));
    const { id } = await taskOf();
    equal((await it.post(`/town-school/it-tasks/${id}/cannot`, { words: '' })).status, 422);
    equal((await it.post(`/town-school/it-tasks/${id}/cannot`, { words: 'It does not run on our laptops.' })).status, 303);
    match((await (await school.as('teacher')).get(`/town-school/ask-it/${id}`)).html, /Cannot be done.*It does not run on our laptops/s);
    deepEqual((await mails(school)).slice(-2).map(mail => mail.person), [await personOf(school, 'teacher'), await personOf(school, 'head')]);
    deepEqual(await live(school, 'teacher'), []);
  });

  test('a yes that is taken back takes the task away with it', async () => {
    const head = await school.as('head');
    const request = await askAndGrant(await school.as('teacher'), head, wanted);
    equal((await taskOf()).ended, null);
    equal((await head.post(`/town-school/requests/${request}/undo`)).status, 303);
    equal((await taskOf()).ended, 'withdrawn');
  });

  test('IT is reminded on school days of what nobody has taken on, four times at most', async () => {
    await (await school.as('teacher')).post('/town-school/ask-it', { sort: 'fault', words: 'The projector in room 4 stays dark.' });
    const round = (day: string) => chaseTasks({ db: school.db, now: new Date(`${day}T09:30:00Z`), hour: 8 });
    deepEqual([await round('2026-11-23'), await round('2026-11-24'), await round('2026-11-24'), await round('2026-11-28')], [0, 1, 0, 0]);
    deepEqual([await round('2026-11-25'), await round('2026-11-26'), await round('2026-11-27'), await round('2026-11-30')], [1, 1, 1, 0]);
  });

  test('whoever leaves holds nothing after the last day, and what they still asked for lapses', async () => {
    const teacher = await personOf(school, 'teacher');
    const doing = { school: school.school, by: await personOf(school, 'head'), at: school.now(), today: school.today() };
    const given = { holder: teacher, act: 'use-personal-device', offices: ['head'], facts: {}, conditions: '', reason: 'Lessons', clauses: [], from: '2026-11-23', until: '2026-12-31' };
    await school.change(tx => grant(tx, doing, given));
    deepEqual(await live(school, 'teacher'), ['use-personal-device']);
    await school.change(tx => leaverHoldsNothing(tx, { school: school.school.id, person: teacher, on: '2026-11-27', by: doing.by, at: school.now() }));
    deepEqual(await live(school, 'teacher'), ['use-personal-device'], 'until their last day it counts');
    const end = (await school.read(tx => sql<{ at: Date }>`select ends_at as at from permission where act = 'use-personal-device'`.execute(tx))).rows[0]!.at;
    equal(end.toISOString(), '2026-11-28T00:00:00.000Z');
    await school.change(tx => leaverHoldsNothing(tx, { school: school.school.id, person: teacher, on: '2026-11-20', by: doing.by, at: school.now() }));
    deepEqual(await live(school, 'teacher'), []);
    const open = (await school.read(tx => sql<{ n: number }>`select count(*)::int as n from permission_request where asker_id = ${teacher} and state in ('asked', 'asked-back')`.execute(tx))).rows[0]!.n;
    equal(open, 0);
    const own = await school.read(tx => exportTasks(tx, teacher)) as { asked: unknown[] };
    equal(own.asked.length, 3);
    await school.change(tx => forgetInTasks(tx, teacher));
    equal((await school.read(tx => exportTasks(tx, teacher)) as { asked: unknown[] }).asked.length, 0);
  });
});
