import { deepEqual, doesNotMatch, equal, match } from 'node:assert/strict';
import test from 'node:test';
import { readLines } from '../../src/logbook/index.ts';
import { sql } from '../../src/platform/database/index.ts';
import { adopt, latestApproved } from '../../src/school/policies/index.ts';
import { look } from '../support/browser.ts';
import type { TestSchool } from '../support/school.ts';
import { journey } from './with-browser.ts';

const AT = '/village-primary/policies/staff-code';
const asks = async (school: TestSchool): Promise<number> => {
  await (await school.as('office')).get('/village-primary/agreements/register');
  return (await school.read(tx => sql<{ n: number }>`select count(*) as n from agreement_ask where policy = 'staff-code'`.execute(tx))).rows[0]!.n;
};
const agreements = async (school: TestSchool): Promise<string> =>
  JSON.stringify((await school.read(tx => sql`select * from agreement where policy = 'staff-code' order by id`.execute(tx))).rows);
const mails = async (school: TestSchool, kind: string) =>
  (await school.read(tx => sql<{ to: string; subject: string; body: string }>`select to_address as to, subject, body from mail_outbox where kind = ${kind}`.execute(tx))).rows;

test('a policy in force is withdrawn from a day on, taken back before it, and withdrawn again; what was signed stays and history keeps it', () => journey({}, async ({ school, window }) => {
  const [before, asked] = [await agreements(school), await asks(school)];
  for (const persona of ['head', 'teacher', 'office']) equal((await (await school.as(persona)).get(`${AT}/withdraw`)).status, 404, persona);
  const page = await window({ as: 'chair' });
  await page.goto(`${AT}/editions`);
  await page.getByRole('link', { name: 'Withdraw this policy' }).click();
  await look(page, 'policy-withdraw');
  await page.getByRole('button', { name: 'Withdraw this policy' }).click();
  await page.getByRole('link', { name: 'Say why' }).waitFor();
  await page.getByLabel('Why?').fill('The trust has one code for all its schools.');
  await page.getByLabel('First day without it').fill('2026-11-27');
  await page.getByLabel('Everybody who has signed it').check();
  await page.getByRole('button', { name: 'Withdraw this policy' }).click();
  await page.getByRole('heading', { name: /will be withdrawn/ }).waitFor();
  await look(page, 'policy-withdrawn');
  const told = await mails(school, 'policy-withdrawn');
  equal(told.length > 0, true);
  doesNotMatch(`${told[0]!.subject} ${told[0]!.body}`, /code|trust has/i, 'the mail says where to read it, not what');
  match((await (await school.as('teacher')).get(AT)).html, /It will be withdrawn on 27 November 2026/);
  equal(await asks(school), asked, 'until the day everything is as it was');
  await page.getByRole('button', { name: 'Take it back: the policy stays' }).click();
  await page.getByText('Taken back. The policy stays in force.').waitFor();
  equal((await mails(school, 'policy-not-withdrawn')).length, told.length, 'whoever was told is told that too');

  const chair = await school.as('chair');
  equal((await chair.post(`${AT}/withdraw`, { reason: 'Out of date', from: '2026-11-22', told: 'nobody' })).status, 422);
  equal((await chair.post(`${AT}/withdraw`, { reason: 'Out of date', from: '2026-11-27', told: 'nobody' })).status, 303);
  equal((await chair.post(`${AT}/withdraw`, { reason: 'Once more', from: '2026-11-27', told: 'nobody' })).status, 422);
  const someone = (await school.read(tx => sql<{ id: string }>`select person_id as id from agreement_ask where policy = 'staff-code' and open and reason is not null order by sort_name limit 1`.execute(tx))).rows[0]!.id;

  school.travelTo(new Date('2026-11-27T09:00:00Z'));
  equal(await asks(school), 0, 'nobody is asked for it any more');
  equal(await agreements(school), before, 'what was signed is untouched');
  const head = await school.as('head');
  equal((await head.get(AT)).status, 404);
  match((await head.get(`${AT}/editions`)).html, /Withdrawn on 27 November 2026[^]*Out of date/);
  doesNotMatch((await head.post('/village-primary/may-i', { question: 'May I put a new program on a school laptop?' })).html, /staff-code#/);
  match((await head.get(`/village-primary/agreements/told/${someone}/2026-11-26`)).html, /ICT code for staff/, 'who had been asked the day before is not lost');
  const deeds = (await school.read(tx => readLines(tx, { limit: 100 }))).map(line => line.deed);
  deepEqual(['withdraw-policy', 'take-back-policy-withdrawal'].map(deed => deeds.filter(one => one === deed).length), [2, 1]);

  school.travelTo(new Date('2026-11-28T09:00:00Z'));
  equal((await (await school.as('chair')).post(`${AT}/withdraw/undo`)).status, 404, 'after its day it is not taken back');
  await school.change(async tx => {
    const edition = (await latestApproved(tx, 'staff-code'))!;
    await adopt(tx, { school: school.school, vocabulary: school.shared.vocabulary, by: null, at: school.now(), today: school.today() }, { markdown: edition.markdown, inForce: school.today() });
  });
  equal((await (await school.as('head')).get(AT)).status, 200, 'a new edition brings it back');
  equal(await asks(school) > 0, true);
}));
