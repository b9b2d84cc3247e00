import { deepEqual, equal, match, ok } from 'node:assert/strict';
import { createHash } from 'node:crypto';
import test from 'node:test';
import { sql } from '../../src/platform/database/index.ts';
import { sheetsAtDoor } from '../../src/school/agreements/index.ts';
import { look, tickStatements } from '../support/browser.ts';
import { textOf } from '../support/family.ts';
import { formToSign } from '../support/forms.ts';
import { readWhatBelongsTo } from '../support/reading.ts';
import { openSchool, type TestSchool } from '../support/school.ts';
import { journey, wordsOf } from './with-browser.ts';

const kept = (school: TestSchool) => school.read(async tx => (await sql<{ clause: string; words: string; hash: string }>`
  select t.clause, t.words, t.words_hash as hash from agreement_tick t join agreement a on a.id = t.agreement_id order by a.at, t.place`.execute(tx)).rows);

test('three statements are ticked one by one; with one missing nothing is signed, and what was ticked is kept word for word', () => journey({ pack: 'town-school' }, async ({ school, window }) => {
  const sheet = '/town-school/agreements/staff-code';
  await readWhatBelongsTo(await school.as('supply'), sheet);
  const page = await window({ as: 'supply', javaScript: false });
  await page.goto(sheet);
  equal(await page.locator('.ticks input:checked').count(), 0, 'none is ticked beforehand');
  await page.getByLabel('I have read these rules.').check();
  await page.getByLabel('I accept these rules.').check();
  await page.getByRole('textbox', { name: 'Your name' }).fill('Amina Rahman');
  await page.getByRole('button', { name: 'Sign', exact: true }).click();
  await page.getByRole('link', { name: /^Tick this line to sign/ }).waitFor();
  equal(await page.getByRole('link', { name: /^Tick this line to sign/ }).getAttribute('href'), '#say-1');
  deepEqual(await kept(school), []);
  ok(await page.getByLabel('I accept these rules.').isChecked(), 'what was ticked stays ticked');
  equal(await page.getByRole('textbox', { name: 'Your name' }).inputValue(), 'Amina Rahman');
  await page.getByLabel('I understand these rules.').check();
  await page.getByRole('button', { name: 'Sign', exact: true }).click();
  await page.getByText('Signed. Thank you.').waitFor();
  match(await wordsOf(page), /I have read these rules\.[^]*I understand these rules\.[^]*I accept these rules\./);
  const rows = await kept(school);
  deepEqual(rows.map(row => [row.clause, row.words]), [['declaration', 'I have read these rules.'], ['declaration', 'I understand these rules.'], ['declaration', 'I accept these rules.']]);
  for (const row of rows) equal(row.hash, createHash('sha256').update(row.words).digest('hex'));
}));

test('that the main policy was read is ticked by itself, and the proof names the clause about discipline', () => journey({ pack: 'prep-school' }, async ({ school, window }) => {
  const sheet = '/prep-school/agreements/staff-code';
  const page = await window({ as: 'supply' });
  await page.goto(sheet);
  equal(await page.locator('.ticks').count(), 0, 'first the main policy is read');
  await readWhatBelongsTo(await school.as('supply'), sheet);
  await page.goto(sheet);
  await page.getByRole('textbox', { name: 'Your name' }).fill('Tilda Sadiq');
  await page.getByRole('button', { name: 'Sign', exact: true }).click();
  equal(await page.getByRole('link', { name: /^Tick this line to sign/ }).count(), 3);
  await page.locator('.ticks').scrollIntoViewIfNeeded();
  await look(page, 'statements-missing');
  await tickStatements(page);
  await page.getByRole('button', { name: 'Sign', exact: true }).click();
  await page.getByText('Signed. Thank you.').waitFor();
  await look(page, 'certificate-with-statements');
  const words = await wordsOf(page);
  for (const said of ['You state that you have read the main policy and that you understand it.', 'You accept that a breach may lead to disciplinary action.', 'Read first: Online safety policy, edition 1', 'Opened', 'Read to its end']) ok(words.includes(said), said);
  const discipline = page.locator('#said-form-discipline');
  equal(await discipline.getByRole('link').getAttribute('href'), '/prep-school/policies/staff-code#form-discipline');
  const pdf = await (await school.as('supply')).get(`${new URL(page.url()).pathname}/pdf`);
  const paper = textOf(pdf.bytes!).replaceAll(/\s+/g, ' ');
  ok(paper.includes('You accept that a breach may lead to disciplinary action.'));
  const mark = createHash('sha256').update('You accept that a breach may lead to disciplinary action.').digest('hex');
  ok(textOf(pdf.bytes!).replaceAll(/\s+/g, '').includes(mark), 'with the mark of its words');
}));

test('a supply teacher at the door is asked for the same three statements', async () => {
  const school = await openSchool({ pack: 'town-school' });
  try {
    const [sheet] = await school.read(tx => sheetsAtDoor(school.shared)(tx, { school: school.school, today: school.today(), kinds: ['supply', 'staff'], person: null, policies: ['staff-code'] }));
    deepEqual(sheet!.says.map(line => line.words), ['I have read these rules.', 'I understand these rules.', 'I accept these rules.']);
  } finally {
    await school.close();
  }
});

test('a statement left out is not signed behind the page either, and who is erased is not named by what they ticked', async () => {
  const school = await openSchool({ pack: 'prep-school' });
  try {
    const supply = await school.as('supply');
    const sheet = '/prep-school/agreements/staff-code';
    await readWhatBelongsTo(supply, sheet);
    const { 'say-1': _read, ...form } = formToSign((await supply.get(sheet)).html);
    const tried = await supply.post(sheet, { ...form, typedName: 'Tilda Sadiq' });
    equal(tried.status, 422);
    deepEqual(await kept(school), []);
    equal((await supply.post(sheet, { ...form, 'say-1': 'yes', typedName: 'Tilda Sadiq' })).status, 303);
    const rows = await kept(school);
    deepEqual(rows.map(row => row.clause), ['form-agree', 'form-read', 'form-discipline']);
    ok(rows.every(row => !/Tilda|Sadiq/.test(JSON.stringify(row))));
    deepEqual(school.errors, []);
  } finally {
    await school.close();
  }
});
