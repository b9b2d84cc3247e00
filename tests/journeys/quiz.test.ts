import { deepEqual, doesNotMatch, equal, match, ok } from 'node:assert/strict';
import test from 'node:test';
import { featuresOf } from '../../src/app.ts';
import { readLines } from '../../src/logbook/index.ts';
import { sql } from '../../src/platform/database/index.ts';
import { adopt, latestApproved } from '../../src/school/policies/index.ts';
import { look, tickStatements } from '../support/browser.ts';
import { formToSign, hiddenFields } from '../support/forms.ts';
import { readWhatBelongsTo } from '../support/reading.ts';
import { openSchool, type Client, type TestSchool } from '../support/school.ts';
import { journey, wordsOf } from './with-browser.ts';

const at = '/day-school/agreements';
const QUIZ = `${at}/quiz/staff-ict-code`;
const kept = (school: TestSchool) => school.read(async tx => (await sql<{ correct: number; questions: number; edition: number; person: string }>`select correct, questions, edition, person_id as person from policy_quiz order by seq`.execute(tx)).rows);

/** The quiz answered all alike. */
async function answersAll(client: Client, choice: 'yes' | 'ask' | 'no'): Promise<{ location: string | undefined; status: number }> {
  const { html } = await client.get(QUIZ);
  const fields = [...new Set([...html.matchAll(/name="(q-\d+)"/g)].map(found => found[1]!))];
  return client.post(QUIZ, { ...hiddenFields(html), ...Object.fromEntries(fields.map(name => [name, choice])) });
}

test('somebody signs, does the quiz, reads why, and the office sees the day, the edition, the score and who has not finished', () => journey({ pack: 'day-school' }, async ({ school, window }) => {
  const page = await window({ as: 'supply' });
  await readWhatBelongsTo(await school.as('supply'), `${at}/staff-ict-code`);
  await page.goto(`${at}/staff-ict-code`);
  await page.getByRole('textbox', { name: 'Your name' }).fill('A supply teacher');
  await tickStatements(page);
  await page.getByRole('button', { name: 'Sign', exact: true }).click();
  await page.getByText('Signed. Thank you.').waitFor();
  await page.goto(at);
  await page.getByRole('link', { name: 'Do I know the rules? A short quiz' }).click();
  await look(page, 'quiz-mine');
  const card = page.locator('.card', { hasText: 'ICT code for staff' });
  match(await card.innerText(), /Quiz not done[^]*You read and signed edition 1 on 23 November 2026/);
  await card.getByRole('link', { name: /Do the quiz/ }).click();
  equal(await page.locator('fieldset').count(), 5);
  await page.getByRole('button', { name: 'See how I did' }).click();
  equal(await page.getByRole('link', { name: 'Choose an answer' }).count(), 5);
  deepEqual(await kept(school), []);
  await look(page, 'quiz-missing');
  for (const group of await page.locator('fieldset').all()) await group.getByLabel('No', { exact: true }).check();
  await page.getByRole('button', { name: 'See how I did' }).click();
  await page.getByText('Done. Here is each answer with its rule.').waitFor();
  await look(page, 'quiz-done');
  const [quiz] = await kept(school);
  ok(quiz && quiz.correct > 0 && quiz.correct < quiz.questions);
  const words = await wordsOf(page);
  match(words, new RegExp(`${quiz.correct} of 5 right`));
  match(words, /You said: No\. The rules say: (Ask first|Yes)\./);
  equal(await page.locator('blockquote a[href^="/day-school/policies/staff-ict-code#"]').count(), 5, 'each answer names its clause');

  const office = await window({ as: 'office' });
  await office.goto(`${at}/finished?policy=staff-ict-code&search=${encodeURIComponent((await school.personas()).find(one => one.persona === 'supply')!.name.split(',')[0]!)}`);
  const row = office.locator('tbody tr');
  equal(await row.count(), 1);
  match(await row.innerText(), new RegExp(`Finished[^]*23 November 2026[^]*1[^]*${quiz.correct} of 5 right`));
  await office.goto(`${at}/finished?far=to-quiz`);
  ok(await office.locator('tbody tr').count() > 1);
  doesNotMatch(await office.locator('tbody').innerText(), /Finished/);
  await look(office, 'who-has-not-finished');
  const csv = (await (await school.as('office')).get(`${at}/finished.csv?policy=staff-ict-code&far=finished`)).html.trim().split('\r\n');
  equal(csv.length, 2);
  match(csv[1]!, new RegExp(`2026-11-23,1,1,${quiz.correct} of 5 right,2026-11-23,1$`));
}));

test('a quiz may be done again, sent twice it is kept once, and a new edition asks for it anew', async () => {
  const school = await openSchool({ pack: 'day-school' });
  try {
    const teacher = await school.as('teacher');
    const sheet = await teacher.get(`${at}/staff-ict-code`);
    if (sheet.status === 200) await teacher.post(`${at}/staff-ict-code`, { ...formToSign(sheet.html), typedName: 'A teacher' });
    const { html } = await teacher.get(QUIZ);
    const form = { ...hiddenFields(html), ...Object.fromEntries([0, 1, 2, 3, 4].map(n => [`q-${n}`, 'no'])) };
    const [one, other] = [await teacher.post(QUIZ, form), await teacher.post(QUIZ, form)];
    equal(one.location, other.location);
    equal((await kept(school)).length, 1);
    equal((await answersAll(teacher, 'ask')).status, 303);
    equal((await kept(school)).length, 2);
    equal((await school.read(tx => readLines(tx, { deed: 'do-quiz', limit: 5 }))).length, 2);
    equal((await (await school.as('office')).get(one.location!)).status, 404, 'the answers themselves are nobody else’s to read');

    await school.change(async tx => {
      const edition = (await latestApproved(tx, 'staff-ict-code'))!;
      const markdown = edition.markdown.replace('edition: "1"', 'edition: "2"').replaceAll('2026-09-14', school.today()).replaceAll('2026-09-08', school.today());
      await adopt(tx, { school: school.school, vocabulary: school.shared.vocabulary, by: null, at: school.now(), today: school.today() }, { markdown });
    });
    const late = await teacher.post(QUIZ, { ...form, once: '019362f0-0000-7000-8000-000000000009' });
    equal(late.status, 409);
    match(late.html, /The rules changed meanwhile/);
    match((await teacher.get(`${at}/quiz`)).html, /Quiz not done[^]*Your newest quiz: \d of 5 right, edition 1/);
    equal((await answersAll(teacher, 'no')).status, 303);
    deepEqual((await kept(school)).map(row => row.edition), [1, 1, 2]);

    const { person } = (await kept(school))[0]!;
    const features = featuresOf({ ...school.shared, personas: async () => [] });
    const exported = await school.read(async tx => JSON.stringify(await features.find(feature => feature.name === 'agreements')!.exportPerson!(tx, person)));
    match(exported, /"quizzes":\[\{/);
    await school.change(async tx => { for (const feature of features) await feature.erasePerson?.(tx, person); });
    deepEqual(await kept(school), []);
    deepEqual(school.errors, []);
  } finally {
    await school.close();
  }
});
