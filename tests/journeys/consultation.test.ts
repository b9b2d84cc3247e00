import { deepEqual, doesNotMatch, equal, match, ok } from 'node:assert/strict';
import test from 'node:test';
import { featuresOf } from '../../src/app.ts';
import { readLines } from '../../src/logbook/index.ts';
import { sql } from '../../src/platform/database/index.ts';
import { look } from '../support/browser.ts';
import { hiddenFields } from '../support/forms.ts';
import { openSchool, type Client, type TestSchool } from '../support/school.ts';
import { journey, wordsOf } from './with-browser.ts';

const at = '/prep-school';
const CONSULT = `${at}/policies/e-safety/consult`;

/** The head asks the deputy and the safeguarding lead. Returns where it lies. */
async function headAsks(head: Client, groups: Record<string, string | string[]> = { offices: ['deputy-head', 'dsl'] }): Promise<string> {
  const { html } = await head.get(CONSULT);
  const sent = await head.post(CONSULT, { ...hiddenFields(html), summary: 'Phones stay in the office all day. Is that right?', answerBy: '2026-12-04', ...groups });
  equal(sent.status, 303, sent.html.slice(0, 400));
  return sent.location!.split('?')[0]!;
}
const answersKept = (school: TestSchool) => school.read(async tx => (await sql<{ view: string; words: string }>`select view, words from policy_consultation_answer order by seq`.execute(tx)).rows);

test('the head of IT asks those whom the policy names about its next edition, they answer, and the edition’s history counts them', () => journey({ pack: 'prep-school' }, async ({ school, window }) => {
  const writer = await window({ as: 'ict-lead' });
  await writer.goto(`${at}/policies/e-safety`);
  await writer.getByRole('button', { name: 'Change this policy' }).click();
  await writer.getByLabel('The text').waitFor();
  const text = await writer.getByLabel('The text').inputValue();
  await writer.getByLabel('The text').fill(text.replace('The training is renewed each year.', 'The training is renewed twice a year.'));
  await writer.getByRole('button', { name: 'Save' }).first().click();
  await writer.getByText('Saved.').waitFor();
  await writer.goto(`${at}/policies/e-safety`);
  await writer.getByRole('link', { name: 'Ask people what they think' }).click();
  await writer.getByRole('button', { name: 'Ask them' }).click();
  await writer.getByRole('link', { name: 'Choose whom to ask' }).waitFor();
  await look(writer, 'consult-missing');
  await writer.getByRole('group', { name: 'Whom this policy names' }).getByLabel('The designated safeguarding lead').check();
  await writer.getByLabel('Governors', { exact: true }).check();
  await writer.getByLabel('What is it about?').fill('We want to train twice a year. Is that too much?');
  await writer.getByRole('button', { name: 'Ask them' }).click();
  await writer.getByText(/^Asked: \d+\. Each of them gets a mail\.$/).waitFor();
  match(await wordsOf(writer), /while it was being written[^]*none yet/);

  const dsl = await window({ as: 'dsl' });
  await dsl.goto(at);
  await dsl.getByRole('link', { name: /Read and answer/ }).first().click();
  match(await wordsOf(dsl), /We want to train twice a year[^]*twice a year/);
  equal(await dsl.getByRole('heading', { name: 'Who was asked' }).count(), 0, 'who neither writes nor approves it does not read what others say');
  await dsl.getByLabel('Yes, with changes').check();
  await dsl.getByRole('button', { name: 'Send my answer' }).click();
  await dsl.getByRole('link', { name: 'Say what should be different' }).waitFor();
  await dsl.getByLabel(/^What should be different/).fill('Once for those who came in June.');
  await look(dsl, 'consultation-answer');
  await dsl.getByRole('button', { name: 'Send my answer' }).click();
  await dsl.getByText('Your answer is kept. Thank you.').waitFor();
  await look(dsl, 'consultations-mine');
  deepEqual(await answersKept(school), [{ view: 'changes', words: 'Once for those who came in June.' }]);

  await writer.reload();
  match(await wordsOf(writer), /Once for those who came in June\./);
  await look(writer, 'consultation-answers');
  const head = await school.as('ict-lead');
  const edit = await head.get(`${at}/policies/e-safety/edit`);
  equal((await head.post(`${at}/policies/e-safety/edit`, { ...hiddenFields(edit.html), markdown: /<textarea[^>]*>([^]*?)<\/textarea>/.exec(edit.html)![1]!.replaceAll('&amp;', '&').replaceAll('&quot;', '"').replaceAll('&lt;', '<').replaceAll('&gt;', '>').replaceAll('&#39;', "'"), do: 'propose', note: 'Training' })).status, 303);
  const chair = await school.as('chair');
  const proposal = await chair.get(`${at}/policies/e-safety/proposal`);
  equal((await chair.post(`${at}/policies/e-safety/approve`, { ...hiddenFields(proposal.html), inForce: school.today(), nextReview: '2027-06-01' })).status, 303);
  const governor = await window({ as: 'governor' });
  await governor.goto(`${at}/policies/e-safety/editions`);
  match(await governor.locator('tbody tr').first().innerText(), /Edition 2[^]*\d+ asked, 1 answered/);
  await look(governor, 'history-with-consultation');
}));

test('governors see how many were asked and answered, and never who said what', async () => {
  const school = await openSchool({ pack: 'prep-school' });
  try {
    const head = await school.as('head');
    const one = await headAsks(head);
    const dsl = await school.as('dsl');
    equal((await dsl.post(one, { opinion: 'no', words: 'It cannot be done.' })).status, 303);
    equal((await dsl.post(one, { opinion: 'yes', words: '' })).status, 303);
    equal((await answersKept(school)).length, 2, 'an answer is never rewritten; the newest counts');
    const governor = await school.as('governor');
    const seen = await governor.get(one);
    equal(seen.status, 200);
    match(seen.html, /In numbers/);
    doesNotMatch(seen.html, /It cannot be done|Who was asked<|Your answer/);
    equal((await governor.get(`${one}/csv`)).status, 404);
    const csv = (await governor.get(`${at}/consultations/all.csv`)).html.trim().split('\r\n');
    match(csv[1]!, /,2,1,open$/);
    equal((await governor.post(one, { opinion: 'yes', words: '' })).status, 404, 'who was not asked does not answer');
    for (const stranger of ['teacher', 'parent', 'pupil']) equal((await (await school.as(stranger)).get(one)).status, 404, stranger);
    equal((await (await school.as('teacher')).get(CONSULT)).status, 404);
    deepEqual(school.errors, []);
  } finally {
    await school.close();
  }
});

test('each who is asked gets one mail that says neither what nor by whom; closing ends it, and opening again goes on', async () => {
  const school = await openSchool({ pack: 'prep-school' });
  try {
    const head = await school.as('head');
    const { html } = await head.get(CONSULT);
    const form = { ...hiddenFields(html), summary: 'Phones stay in the office all day.', answerBy: '2026-12-04', kinds: 'governor' };
    const [first, again] = [await head.post(CONSULT, form), await head.post(CONSULT, form)];
    match(first.location!, /\/consultations\/[0-9a-f-]{36}/);
    equal(again.status, 303);
    const mails = await school.read(async tx => (await sql<{ subject: string; body: string; person: string }>`select subject, body, person_id as person from mail_outbox where kind = 'consultation'`.execute(tx)).rows);
    ok(mails.length > 0);
    equal(new Set(mails.map(mail => mail.person)).size, mails.length);
    for (const mail of mails) doesNotMatch(`${mail.subject} ${mail.body}`, /phone|online safety|e-safety/i);
    const one = first.location!.split('?')[0]!;
    equal((await head.post(`${one}/close`)).status, 303);
    const governor = await school.as('governor');
    equal((await governor.post(one, { opinion: 'yes', words: '' })).status, 404);
    equal((await head.post(`${one}/reopen`)).status, 303);
    equal((await governor.post(one, { opinion: 'yes', words: 'From a governor.' })).status, 303);
    const lines = (await school.read(tx => readLines(tx, { about: one.split('/').at(-1)!, limit: 10 }))).map(line => line.deed);
    deepEqual(lines.sort(), ['answer-consultation', 'close-consultation', 'open-consultation', 'reopen-consultation']);
    doesNotMatch(JSON.stringify(await school.read(tx => readLines(tx, { about: one.split('/').at(-1)!, limit: 10 }))), /From a governor/);

    const person = (await school.read(tx => sql<{ person: string }>`select person_id as person from policy_consultation_answer`.execute(tx))).rows[0]!.person;
    const features = featuresOf({ ...school.shared, personas: async () => [] });
    match(await school.read(async tx => JSON.stringify(await features.find(feature => feature.name === 'policies')!.exportPerson!(tx, person))), /From a governor\./);
    await school.change(async tx => { for (const feature of features) await feature.erasePerson?.(tx, person); });
    deepEqual(await answersKept(school), [{ view: 'yes', words: '' }]);
    deepEqual(school.errors, []);
  } finally {
    await school.close();
  }
});
