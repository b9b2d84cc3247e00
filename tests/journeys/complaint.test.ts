import { deepEqual, doesNotMatch, equal, match, ok } from 'node:assert/strict';
import test from 'node:test';
import { sql } from '../../src/platform/database/index.ts';
import { look } from '../support/browser.ts';
import { caseOf, wordsOf as words } from '../support/cases.ts';
import { holderOf } from '../support/concerns.ts';
import { journey, wordsOf } from './with-browser.ts';

const AT = '/prep-school/complaints';
const STAGES = {
  since: '2026-09-01', acknowledge: '5', 'acknowledge-in': 'school-days',
  'title-0': 'With the deputy head', 'office-0': 'deputy-head', 'within-0': '10', 'in-0': 'school-days',
  'title-1': 'A panel of governors', 'office-1': 'chair-of-governors', 'within-1': '20', 'in-1': 'school-days',
};

test('a parent complains about a picture, sees each stage and its day, and takes it to the next stage', () => journey({ pack: 'prep-school' }, async ({ school, window }) => {
  const head = await school.asPerson(await holderOf(school, 'head'));
  equal((await head.post(`${AT}/stages`, { ...STAGES, 'within-0': '' })).status, 422);
  equal((await head.post(`${AT}/stages`, STAGES)).status, 303);

  const page = await window({ as: 'parent' });
  await page.goto(`${AT}/new`);
  match(await wordsOf(page), /must be acknowledged by 23 December 2026/);
  match(await wordsOf(page), /With the deputy head: the deputy head answers within 10 school days/i);
  await look(page, 'complaint-new');
  await page.getByLabel('How a picture was taken, used or shown').check();
  await page.getByLabel('Which child is it about?').selectOption({ index: 1 });
  await page.getByLabel('What happened?').fill('Her picture is on the website though we said no.');
  await page.getByRole('button', { name: 'Send the complaint' }).click();
  await page.getByRole('heading', { name: 'Your complaint' }).waitFor();
  const sent = await wordsOf(page);
  match(sent, /The school says so by 30 November 2026/);
  match(sent, /You get an answer by 7 December 2026/);
  await look(page, 'complaint-sent');
  const mine = new URL(page.url()).pathname;
  equal((await (await school.as('teacher')).get(mine)).status, 404, 'nobody else finds it');

  const row = (await school.read(tx => sql<{ concern: string; kind: string }>`select c.id::text as concern, c.kind from complaint x join concern c on c.id = x.concern_id`.execute(tx))).rows[0]!;
  equal(row.kind, 'complain-image-misuse');
  const here = `/prep-school/concerns/${row.concern}`;
  const deputy = await school.asPerson(await holderOf(school, 'deputy-head'));
  match((await deputy.get(here)).html, /Say that it has arrived by 30 November 2026/);
  const parent = await school.as('parent');
  match((await parent.get('/prep-school/')).html, /You wait for an answer[^]*The school answers you by 7 December 2026/);
  equal((await deputy.post(`${here}/complaint-acknowledge`)).status, 303);
  doesNotMatch((await parent.get('/prep-school/')).html, /Somebody has answered you/, 'that it has arrived is no answer');
  equal((await school.read(tx => sql<{ state: string }>`select state from concern_clock where clock = 'data-complaint'`.execute(tx))).rows.map(one => one.state).join(), 'met', 'the clock of the law is met by it');
  equal((await deputy.post(`${here}/complaint-answer`, { outcome: 'partly-upheld', policy: '', words: 'We took it down today.' })).status, 422);
  equal((await deputy.post(`${here}/complaint-answer`, { outcome: 'partly-upheld', policy: 'e-safety', words: 'We took it down today. Nobody had looked at the list.' })).status, 303);
  match((await parent.get('/prep-school/')).html, /Somebody has answered you/);
  const chair = await school.asPerson(await holderOf(school, 'chair-of-governors'));
  equal((await chair.get(here)).status, 404, 'the next stage reads it only when it is reached');

  await page.reload();
  const answered = await wordsOf(page);
  match(answered, /The complaint is right in part/);
  match(answered, /Nobody had looked at the list/);
  doesNotMatch((await parent.get('/prep-school/')).html, /Somebody has answered you|You wait for an answer/, 'it is read');
  match(answered, /Decided under: /);
  await look(page, 'complaint-answered');
  await page.getByText('Take it to the next stage: A panel of governors').click();
  await page.getByLabel('Why are you not content?').fill('We want to know who put it there.');
  await page.getByRole('button', { name: 'Take it further' }).click();
  await page.getByText('It goes to the next stage.').waitFor();
  match(await wordsOf(page), /A panel of governors[^]*You get an answer by \d+ January 2027/);
  equal((await chair.get(here)).status, 200);
  const mails = (await school.read(tx => sql<{ words: string }>`select subject || body as words from mail_outbox where kind = 'concern'`.execute(tx))).rows;
  ok(mails.length >= 3 && mails.every(mail => !/complain|picture|deputy/i.test(mail.words)));
}));

test('a complaint about personal data starts the law’s own clock for the data protection officer, and is closed with the steps of such a complaint', () => journey({ pack: 'prep-school' }, async ({ school }) => {
  const head = await school.asPerson(await holderOf(school, 'head'));
  equal((await head.post(`${AT}/stages`, STAGES)).status, 303);
  const parent = await school.as('parent');
  const made = await parent.post(`${AT}/new`, { sort: 'personal-data', words: 'My address stood in a list for all parents.', wish: '', child: '', about: '' });
  equal(made.status, 303);
  const row = (await school.read(tx => sql<{ concern: string; kind: string; due: Date; source: string }>`select c.id::text as concern, c.kind, k.due_at as due, k.source from concern c join concern_clock k on k.concern_id = c.id`.execute(tx))).rows[0]!;
  deepEqual([row.kind, row.due.toISOString(), row.source], ['complain-data', '2026-12-23T23:59:59.000Z', 'Data (Use and Access) Act 2025 s.103']);
  const dpo = await school.asPerson(await holderOf(school, 'dpo'));
  const here = `/prep-school/concerns/${row.concern}`;
  const work = caseOf(dpo, here);
  match(words((await work.page()).html), /A complaint about personal information.*Acknowledging a complaint about personal data \(30 days\)\. 30 days left/);
  deepEqual(await work.missing(), ['What it is and how serious, with the reasons', 'Somebody looked into what was done with the information', 'What was wrong was put right, or why nothing was', 'Whoever complained was told the outcome, and that they can go to the Information Commissioner', 'The complaint was acknowledged in time']);
  await work.send('triage', { kind: 'complain-data', severity: 'ordinary', harm: 'no', illegal: 'no', intent: 'accidental', reasons: 'A list went to the wrong group.' });
  for (const check of ['use-looked-into', 'put-right']) await work.send('add/check', { check: `form:${check}`.slice(5), did: 'done', on: school.today(), words: 'The list was taken back.' });
  equal((await dpo.post(`${here}/complaint-answer`, { outcome: 'upheld', policy: 'e-safety', words: 'You are right, and the list is gone.' })).status, 303);
  deepEqual(await work.missing(), []);
  equal((await dpo.post(`${here}/close`, { decision: 'The complaint is right.', reasons: 'The list was sent too far.' })).status, 303);

  const late = await parent.post(`${AT}/new`, { sort: 'personal-data', words: 'It happened once more.', wish: '', child: '', about: '' });
  equal(late.status, 303);
  const second = (await school.read(tx => sql<{ id: string }>`select id from concern where state = 'new'`.execute(tx))).rows[0]!.id;
  school.travelTo(new Date('2027-01-12T10:00:00Z'));
  const back = await school.asPerson(await holderOf(school, 'dpo'));
  equal((await back.post(`/prep-school/concerns/${second}/complaint-acknowledge`)).status, 303);
  ok((await caseOf(back, `/prep-school/concerns/${second}`).missing()).includes('The complaint was acknowledged in time'), 'late is late, until somebody says why');
}));

test('where the school has entered no stages a complaint arrives all the same, and nobody is promised a day', () => journey({ pack: 'prep-school' }, async ({ school }) => {
  const parent = await school.as('parent');
  match((await parent.get(`${AT}/new`)).html, /has not entered its stages yet/);
  const made = await parent.post(`${AT}/new`, { sort: 'other', words: 'The car park is dangerous at eight.', wish: '', child: '', about: '' });
  equal(made.status, 303);
  match((await parent.get(made.location!)).html, /no day is known for the answer/);
  const head = await school.asPerson(await holderOf(school, 'head'));
  equal((await head.get(AT)).html.includes('The stages are not entered yet'), true);
  const list = (await head.get('/prep-school/concerns')).html;
  match(list, /A complaint/);
  equal(list.includes('Somebody broke a rule'), false, 'nobody broke a rule by complaining');
}));
