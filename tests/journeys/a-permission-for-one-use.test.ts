import { deepEqual, doesNotMatch, equal, match } from 'node:assert/strict';
import fs from 'node:fs';
import path from 'node:path';
import test, { after, before, describe } from 'node:test';
import { sql, type Tx } from '../../src/platform/database/index.ts';
import { addNamed, listNamed } from '../../src/school/permissions/roles/store.ts';
import { adopt } from '../../src/school/policies/index.ts';
import { openSchool, type Client, type TestSchool } from '../support/school.ts';

/** What a permission covers, who has a role while a measure holds, and a question to which no answer fits. */
describe('what May I knows of people', { concurrency: 1 }, () => {
  let school: TestSchool;
  let [head, teacher, supply]: Client[] = [];
  before(async () => {
    school = await openSchool({ pack: 'village-primary' });
    [head, teacher, supply] = await Promise.all(['head', 'teacher', 'supply'].map(school.as));
  });
  after(async () => {
    await school.close();
    deepEqual(school.errors, []);
  });

  const ask = async (client: Client, form: Record<string, string>) => (await client.post('/village-primary/may-i', { question: 'May I do this?', ...form })).html;
  const says = (html: string) => /answer--(\w+)/.exec(html)?.[1];
  const idOf = async (persona: string) => (await school.read(tx => sql<{ id: string }>`select person_id as id from demonstration_persona where persona = ${persona}`.execute(tx))).rows[0]!.id;

  test('a use granted to a group under a rule without a situation is a yes only for whoever says that it is this', async () => {
    equal(says(await ask(teacher!, { act: 'use-school-data', 'fact.authorised': 'no' })), 'ask');
    const rule = 'village-primary/staff-code#agreed-uses-of-data use-school-data';
    equal((await head!.post('/village-primary/permissions/standing/new', { rule, what: 'Reading ages for the reading tent', reason: 'To choose books', kinds: ['staff'], conditions: 'On paper.', from: '2026-11-23', until: '2026-12-18' })).status, 303);
    const open = await ask(teacher!, { act: 'use-school-data', 'fact.authorised': 'no' });
    equal(says(open), 'depends');
    match(open, /Is it this\?[^]*Reading ages for the reading tent[^]*Conditions: On paper\.[^]*No, something else/);
    const use = /name="use" type="radio" value="([0-9a-f-]{36})"/.exec(open)![1]!;
    const yes = await ask(teacher!, { act: 'use-school-data', 'fact.authorised': 'no', use });
    equal(says(yes), 'yes');
    match(yes, /This was granted[^]*Reading ages for the reading tent<\/a>: granted to your group/);
    const other = await ask(teacher!, { act: 'use-school-data', 'fact.authorised': 'no', use: 'none' });
    equal(says(other), 'ask');
    match(other, /href="\/village-primary\/ask\/use-school-data/);
    match((await teacher!.get('/village-primary/ask/use-school-data?fact.authorised=no')).html, /name="reason"/, 'for anything else they may still ask');
  });

  test('none of the answers offered is not knowing: no yes, and it is said who knows', async () => {
    const asked = { act: 'use-phone', 'fact.purpose': 'personal', 'fact.place': 'school-site' };
    match(await ask(teacher!, asked), /None of these/);
    const none = await ask(teacher!, { ...asked, 'fact.moment': 'something-else' });
    equal(says(none), 'depends');
    match(none, /Ask before you do it[^]*that is not a yes[^]*Who looks after these rules[^]*Headteacher/);
    doesNotMatch(none, /name="fact\.moment" type="radio"/);
  });

  test('while the measure holds a bubble leader on the list keeps a phone in class, others do not, and on its last day it ends by itself', async () => {
    const inClass = { act: 'carry-personal-device', 'fact.place': 'classroom', 'fact.moment': 'lesson', 'fact.exceptional': 'no' };
    const list = '/village-primary/permissions/roles?role=bubble-leader';
    match((await head!.get(list)).html, /The measure is over[^]*It ended on 19 July 2021/);
    equal((await head!.post('/village-primary/permissions/roles', { role: 'bubble-leader', person: await idOf('teacher'), from: '2026-11-23', reason: 'Class 4' })).status, 422);
    const text = fs.readFileSync(path.resolve('policies/village-primary/staff-code.md'), 'utf8').replace('period=covid from=2020-05-01 until=2021-07-19', 'period=covid from=2026-11-16 until=2026-12-04');
    await school.change(async tx => adopt(tx, { school: school.school, by: await idOf('head'), at: school.now(), today: school.today(), vocabulary: school.shared.vocabulary }, { markdown: text, approvedOn: '2026-11-20', inForce: '2026-11-23' }));
    equal(says(await ask(teacher!, { ...inClass, question: 'I am a bubble leader. May I keep my phone in class?' })), 'no', 'saying so is not being on the list');
    equal((await teacher!.post('/village-primary/permissions/roles', { role: 'bubble-leader', person: await idOf('supply'), from: '2026-11-23', reason: 'Class 4' })).status, 404);
    match((await head!.post('/village-primary/permissions/roles', { role: 'bubble-leader', person: await idOf('head'), from: '2026-11-23', reason: 'Class 4' })).html, /cannot put yourself on the list/);
    const named = await head!.postAndFollow('/village-primary/permissions/roles', { role: 'bubble-leader', person: await idOf('teacher'), from: '2026-11-23', reason: 'Leads the group of class 4' });
    match(named.html, /Leads the group of class 4/);
    const answer = await ask(teacher!, inClass);
    equal(says(answer), 'yes');
    match(answer, /Bubble leaders may keep a phone within reach[^]*by the lists that the school keeps[^]*Otherwise this holds[^]*Own devices stay out of classrooms/);
    equal(says(await ask(supply!, inClass)), 'no');
    match((await teacher!.get('/village-primary/permissions/roles.csv')).html, /bubble leader,2026-11-23,2026-12-04,Leads the group of class 4/i);
    const id = /name="id" value="([0-9a-f-]{36})"/.exec(named.html)![1]!;
    equal((await teacher!.post('/village-primary/permissions/roles/off', { id, reason: 'Not mine' })).status, 404);
    school.travelTo(new Date('2026-12-05T09:00:00Z'));
    const later = await school.as('teacher');
    equal(says(await ask(later, inClass)), 'no');
    match((await (await school.as('head')).get(`${list}&state=all`)).html, /The measure is over[^]*23 November 2026 to 4 December 2026/);
    school.travelTo(new Date('2026-11-24T09:00:00Z'));
    const again = await school.as('head');
    match((await again.postAndFollow('/village-primary/permissions/roles/off', { id, reason: 'Somebody else leads it now' })).html, /Nobody is on the list/);
    equal(says(await ask(await school.as('teacher'), inClass)), 'no');
    match((await again.get(`${list}&state=over`)).html, /Somebody else leads it now/);
  });

  test('of two who name the same person at the same moment one is told that they are on the list already, and the list has one line', async () => {
    const form = { role: 'bubble-leader', person: await idOf('supply'), from: '2026-11-24', reason: 'Class 2' };
    const again = await school.as('head');
    const waits = async (tx: Tx) => (await sql<{ n: number }>`select count(*) as n from pg_stat_activity where datname = current_database() and wait_event_type = 'Lock'`.execute(tx)).rows[0]!.n > 0;
    let second: Promise<{ status: number; html: string }> | undefined;
    await school.change(async tx => {
      await addNamed(tx, { school: school.school.id, role: form.role, person: form.person, from: form.from, until: null, reason: 'Class 1', by: await idOf('teacher'), at: school.now() });
      second = again.post('/village-primary/permissions/roles', form);
      for (let tries = 0; tries < 400 && !(await waits(tx)); tries += 1) await new Promise(done => setTimeout(done, 25));
    });
    const met = await second!;
    equal(met.status, 422);
    match(met.html, /They are on the list for these days already/);
    match(met.html, /Class 1/);
    equal((await school.read(tx => listNamed(tx, form.role))).filter(one => one.person === form.person).length, 1);
    deepEqual(school.errors, []);
  });
});
