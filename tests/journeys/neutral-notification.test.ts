import { equal, match, ok } from 'node:assert/strict';
import test from 'node:test';
import { sql } from '../../src/platform/database/index.ts';
import { look } from '../support/browser.ts';
import { holderOf } from '../support/concerns.ts';
import { withoutKeys } from '../support/forms.ts';
import type { TestSchool } from '../support/school.ts';
import { journey, wordsOf } from './with-browser.ts';

const AT = '/academy-trust/neutral-notification';
const nameOf = async (school: TestSchool, person: string): Promise<string> => (await school.read(tx => sql<{ name: string }>`select given_name || ' ' || family_name as name from person where id = ${person}`.execute(tx))).rows[0]!.name;
const concernsIn = async (school: TestSchool) => (await school.read(tx => sql<{ id: string; kind: string }>`select id::text, kind from concern order by opened_at, id`.execute(tx))).rows;
const officesOf = async (school: TestSchool, concern: string) => (await school.read(tx => sql<{ office: string }>`select office from concern_eye where concern_id = ${concern} and office is not null order by 1`.execute(tx))).rows.map(row => row.office);

test('a neutral notification about a colleague of the safeguarding lead takes a minute, goes round them, and carries no penalty', () => journey({ pack: 'academy-trust' }, async ({ school, window }) => {
  const [dsl, deputy, head] = [await holderOf(school, 'dsl'), await holderOf(school, 'deputy-head'), await holderOf(school, 'head')];
  const colleague = await nameOf(school, deputy);
  const [before, beforeMail] = [await (await school.asPerson(deputy)).get('/academy-trust'), (await school.read(tx => sql<{ n: number }>`select count(*) as n from mail_outbox where person_id = ${deputy}`.execute(tx))).rows[0]!.n];
  const page = await window({ as: 'teacher' });
  await page.goto(AT);
  match(await wordsOf(page), /No penalty comes with it/);
  match(await wordsOf(page), /The school has not chosen yet how long these notes are kept/);
  await look(page, 'neutral');
  await page.getByLabel('Another adult', { exact: true }).check();
  await page.getByLabel('Another adult of the school').selectOption({ label: colleague });
  await page.getByLabel('What happened?').fill('He drove a pupil home alone after the match.');
  await page.getByLabel('When was it?').fill('Friday evening');
  await page.getByLabel('No', { exact: true }).check();
  await page.getByRole('button', { name: 'Send it' }).click();
  await page.getByRole('heading', { name: 'It is noted' }).waitFor();
  await look(page, 'neutral-noted');

  const [concern] = await concernsIn(school);
  equal(concern!.kind, 'submit-neutral-notification');
  const here = `/academy-trust/concerns/${concern!.id}`;
  const subject = await school.asPerson(deputy);
  equal((await subject.get(here)).status, 404, 'the one it is about never reads it');
  equal(withoutKeys((await subject.get('/academy-trust')).html), withoutKeys(before.html), 'and their start page tells nothing of it');
  equal((await school.read(tx => sql<{ n: number }>`select count(*) as n from mail_outbox where person_id = ${deputy}`.execute(tx))).rows[0]!.n, beforeMail, 'nor does any mail');

  const lead = await school.asPerson(dsl);
  match((await lead.get(here)).html, /It carries no penalty/);
  equal((await lead.get(`${here}/sanctions/new`)).status, 404, 'and nobody can propose one');
  equal((await (await school.asPerson(head)).get(here)).status, 404, 'the head reads it only when informed');
  equal((await lead.post(`${here}/neutral-head`)).status, 303);
  const principal = await school.asPerson(head);
  equal((await principal.get(here)).status, 200);
  equal((await principal.post(`${here}/neutral-when`, { on: '2026-11-25', words: '' })).status, 303);
  equal((await principal.post(`${here}/neutral-spoken`, { words: '' })).status, 422);
  equal((await principal.post(`${here}/neutral-spoken`, { words: 'He had not thought of it, and will ring the office next time.' })).status, 303);
  const read = await lead.get(here);
  match(read.html, /25 November 2026/);
  match(read.html, /They have spoken/);

  // A second note of the same person: seen as a pattern, without a name until it is opened.
  const support = await school.as('teacher');
  equal((await support.post(AT, { subject: 'other-adult', person: deputy, name: '', what: 'Again alone with a pupil in the car.', when: 'Monday', context: '', harm: 'no' })).status, 200);
  const pattern = await lead.get(`${AT}/pattern`);
  ok(!pattern.html.includes(colleague), 'no name before it is opened');
  const key = /name="key" value="([^"]+)"/.exec(pattern.html)![1]!;
  const opened = await lead.post(`${AT}/pattern`, { key });
  ok(opened.html.includes(colleague));
  equal((await school.read(tx => sql<{ n: number }>`select count(*) as n from concern_reading where what = 'pattern' and person_id = ${dsl}`.execute(tx))).rows[0]!.n, 2, 'and each opening is written down');
}));

test('a note about oneself goes to whoever the trust has named, and the receipt has a code', () => journey({ pack: 'academy-trust' }, async ({ school }) => {
  const teacher = await school.as('teacher');
  equal((await teacher.get('/academy-trust/something-happened?kind=submit-neutral-notification')).location, AT, 'an answer of the rules leads to its own page');
  const sent = await teacher.post(AT, { subject: 'self', person: '', name: '', what: 'I answered a pupil from my own phone by mistake.', when: 'today', context: 'It was about the lost coat.', harm: 'no' });
  match(sent.html, /The code of your note is <strong>[A-Z2-9]{4}-[A-Z2-9]{4}/);
  const [concern] = await concernsIn(school);
  equal((await officesOf(school, concern!.id)).join(), 'dsl');
  equal((await teacher.get(`/academy-trust/concerns/${concern!.id}`)).status, 404);
}));

test('a note about the safeguarding lead goes to the head, and where a child might have been harmed it is a safeguarding report at once', () => journey({ pack: 'academy-trust' }, async ({ school }) => {
  const dsl = await holderOf(school, 'dsl');
  const teacher = await school.as('teacher');
  equal((await teacher.post(AT, { subject: 'other-adult', person: dsl, name: '', what: 'She shouted at a pupil behind a closed door.', when: 'today', context: '', harm: 'unsure' })).status, 200);
  const told = await concernsIn(school);
  equal(told.map(one => one.kind).sort().join(), 'report-safeguarding-concern,submit-neutral-notification');
  const lead = await school.asPerson(dsl);
  for (const one of told) {
    equal((await lead.get(`/academy-trust/concerns/${one.id}`)).status, 404);
    ok((await officesOf(school, one.id)).includes('head'));
  }
  equal((await lead.get(`${AT}/pattern`)).html.includes('Among 0 neutral'), true, 'not even their number');
}));

test('how long neutral notifications are kept is the school’s choice, with a day, and nothing is erased before it is made', () => journey({ pack: 'academy-trust' }, async ({ school }) => {
  const teacher = await school.as('teacher');
  await teacher.post(AT, { subject: 'self', person: '', name: '', what: 'I gave a pupil a lift in the rain.', when: 'today', context: '', harm: 'no' });
  const [concern] = await concernsIn(school);
  const lead = await school.asPerson(await holderOf(school, 'dsl'));
  match((await lead.get(`/academy-trust/concerns/${concern!.id}`)).html, /The school has not chosen yet how long/);
  equal((await lead.post(`${AT}/keeping`, { from: 'noted', years: 'x', since: '2026-11-23' })).status, 422);
  equal((await lead.post(`${AT}/keeping`, { from: 'noted', years: '3', since: '2026-11-23' })).status, 303);
  match((await lead.get(`/academy-trust/concerns/${concern!.id}`)).html, /To be kept until 23 November 2029/);
  school.travelTo(new Date('2029-11-26T10:00:00Z'));
  const later = await school.asPerson(await holderOf(school, 'dsl'));
  match((await later.get(`${AT}/keeping`)).html, /Their day has come/);
  equal((await concernsIn(school)).length, 1);
}));
