import { deepEqual, equal, match } from 'node:assert/strict';
import test from 'node:test';
import { sql } from '../../src/platform/database/index.ts';
import { look } from '../support/browser.ts';
import { hiddenFields } from '../support/forms.ts';
import type { TestSchool } from '../support/school.ts';
import { journey, wordsOf } from './with-browser.ts';

const ids = async (school: TestSchool): Promise<Record<string, string>> =>
  Object.fromEntries((await school.read(tx => sql<{ persona: string; id: string }>`select persona, person_id as id from demonstration_persona`.execute(tx))).rows.map(row => [row.persona, row.id]));

const formAt = (person: string) => `/prep-school/agreements/by-hand/${person}/middle-senior-code`;
const nameOf = async (school: TestSchool, persona: string) => (await school.personas()).find(one => one.persona === persona)!.name.split(',')[0]!;

const allowed = async (school: TestSchool) => (await school.read(tx => sql<{ about: string; answer: string; channel: string }>`select about, answer, channel from parent_permission order by seq`.execute(tx))).rows.map(row => [row.about, row.answer, row.channel]);
const textIn = (html: string) => html.replaceAll(/<[^>]+>/g, ' ').replaceAll(/\s+/g, ' ');

test('a parent says yes on the telephone: two people heard it, the parent is told, and it can be undone today', () => journey({ pack: 'prep-school' }, async ({ school, window }) => {
  const who = await ids(school);
  const [parent, teacher] = [await nameOf(school, 'parent'), await nameOf(school, 'teacher')];
  const page = await window({ as: 'office' });
  await page.goto(`/prep-school/agreements/register/${who['pupil']}`);
  await page.getByRole('link', { name: 'Put down an answer by telephone or on paper' }).click();
  match(await wordsOf(page), /Read this out[^]*I have read what my child promises/);
  await page.getByLabel(parent, { exact: true }).check();
  await page.getByLabel('They agreed').check();
  await page.getByLabel('By telephone').check();
  await page.getByRole('button', { name: 'Put it down' }).click();
  equal(await page.getByRole('link', { name: 'Choose yes or no' }).count(), 2, 'the internet and e-mail are asked about by themselves');
  await page.getByRole('group', { name: /at school: the internet/ }).getByLabel('Yes').check();
  await page.getByRole('group', { name: /at school: e-mail/ }).getByLabel('No', { exact: true }).check();
  await page.getByRole('button', { name: 'Put it down' }).click();
  await page.getByRole('link', { name: 'Choose who else heard the call' }).waitFor();
  await look(page, 'by-hand-form');
  await page.getByLabel('Who else heard it?').selectOption({ label: teacher });
  await page.getByRole('button', { name: 'Put it down' }).click();
  await page.getByText('Put down.').waitFor();
  await look(page, 'by-hand-entry');
  match(await wordsOf(page), /at school: the internet\s+Yes[^]*at school: e-mail\s+No/);
  deepEqual(await allowed(school), [['facility=internet', 'yes', 'phone'], ['facility=email', 'no', 'phone']]);
  const told = await (await school.as('head')).get(`/prep-school/agreements/told/${who['pupil']}/${school.today()}`);
  match(textIn(told.html), /the internet It was allowed\.[^]*e-mail It was not allowed\./);
  const toldParent = await (await school.as('head')).get(`/prep-school/agreements/told/${who['parent']}/${school.today()}`);
  match(textIn(toldParent.html), /What they had said themselves: e-mail, [^:]+ No, on 23 November 2026/);
  const before = await (await school.as('head')).get(`/prep-school/agreements/told/${who['pupil']}/2026-11-22`);
  match(textIn(before.html), /the internet It was not allowed yet/);

  const mail = (await school.read(tx => sql<{ to: string; subject: string; body: string }>`select to_address as to, subject, body from mail_outbox where kind = 'answer-noted' and person_id = ${who['parent']}`.execute(tx))).rows;
  equal(mail.length, 1);
  match(mail[0]!.body, /by telephone, you agreed to[^]*Is that wrong\? Tell the school office/);
  await page.getByRole('link', { name: 'Certificate' }).click();
  match(await wordsOf(page), new RegExp(`by phone[^]*Taken by[^]*Entered by[^]*Witness\\s+${teacher}`));
  await page.goBack();
  await page.getByRole('button', { name: 'Undo' }).click();
  await page.getByText('Undone. They are asked again as before.').waitFor();
  const ask = (await school.read(tx => sql<{ countersigned: string | null; reason: string }>`select countersigned_on as countersigned, reason from agreement_ask where person_id = ${who['pupil']} and policy = 'middle-senior-code'`.execute(tx))).rows[0]!;
  deepEqual([ask.countersigned, ask.reason], [null, 'joining']);
  match(textIn((await (await school.as('head')).get(`/prep-school/agreements/told/${who['pupil']}/${school.today()}`)).html), /the internet It was not allowed yet/, 'what was said with an undone answer does not count');
  await page.goto('/prep-school/agreements/by-hand');
  match(await wordsOf(page), /undone/);
  await look(page, 'by-hand-list');
}));

test('a no on paper opens a talk, and a letter tells whoever has no mailbox', () => journey({ pack: 'prep-school' }, async ({ school }) => {
  const who = await ids(school);
  await school.change(tx => sql`update person set email = null where id = ${who['parent']}`.execute(tx));
  const office = await school.as('office');
  const fields = { by: who['parent']!, answer: 'no', channel: 'paper', heardBy: who['teacher']!, givenOn: school.today(), note: 'Would like to hear more about filters' };
  const done = await office.post(formAt(who['pupil']!), { ...hiddenFields((await office.get(formAt(who['pupil']!))).html), ...fields });
  equal(done.status, 303);
  const entry = await office.get(done.location!);
  match(entry.html, /said no for now[^]*please print it and hand it on/);
  equal((await office.get(`${done.location}/letter.pdf`)).html.slice(0, 5), '%PDF-');
  match((await office.get(`/prep-school/agreements/register/${who['pupil']}`)).html, /Would like to hear more about filters/);
  match((await office.get('/prep-school/agreements/by-hand.csv')).html, /said no,paper/);
  equal((await office.post(`${done.location}/undo`)).status, 303);
  equal((await office.get(`/prep-school/agreements/register/${who['pupil']}`)).html.includes('Would like to hear more'), false);
  equal((await office.post(`${done.location}/undo`)).status, 404);
}));

test('nobody enters an answer for themselves or their own child, and none for a parent who may not agree', () => journey({ pack: 'prep-school' }, async ({ school }) => {
  const who = await ids(school);
  const office = await school.as('office');
  const send = async (more: Record<string, string>) =>
    office.post(formAt(who['pupil']!), { ...hiddenFields((await office.get(formAt(who['pupil']!))).html), by: who['parent']!, answer: 'agreed', channel: 'phone', heardBy: who['teacher']!, witness: who['head']!, givenOn: school.today(), 'allow-0': 'yes', 'allow-1': 'yes', ...more });
  match((await send({ heardBy: who['parent']! })).html, /Nobody enters or hears an answer of their own/);
  match((await send({ givenOn: '2026-12-24' })).html, /not in the future/);
  await school.change(tx => sql`update guardian set may_agree = false where child_id = ${who['pupil']} and parent_id = ${who['parent']}`.execute(tx));
  match((await send({})).html, /This person may not agree for the child/);
  const other = (await school.read(tx => sql<{ id: string }>`select parent_id as id from guardian where child_id = ${who['pupil']} and may_agree`.execute(tx))).rows[0]!.id;
  equal((await send({ by: other })).status, 303);
  equal((await school.read(tx => sql<{ n: number }>`select count(*) as n from agreement where channel = 'phone'`.execute(tx))).rows[0]!.n, 1);
}));
