import { deepEqual, doesNotMatch, equal, match, ok } from 'node:assert/strict';
import test from 'node:test';
import { featuresOf } from '../../src/app.ts';
import { readLines } from '../../src/logbook/index.ts';
import { sql } from '../../src/platform/database/index.ts';
import { fullName } from '../../src/school/people/index.ts';
import { look, tickStatements } from '../support/browser.ts';
import { at, CODE, signsBeside, textOf, theFamily } from '../support/family.ts';
import { readWhatBelongsTo } from '../support/reading.ts';
import { openSchool, type TestSchool } from '../support/school.ts';
import { journey, wordsOf } from './with-browser.ts';

const EMAIL = 'permit-internet-email--facility--email';
const kept = (school: TestSchool) => school.read(async tx => (await sql<{ about: string; answer: string; channel: string }>`select about, answer, channel from parent_permission order by seq`.execute(tx)).rows);
const listed = async (school: TestSchool, name: string): Promise<string | undefined> =>
  (await (await school.as('office')).get(`${at}/agreements/allowed.csv?class=8A`)).html.split('\n').find(line => line.includes(name))?.trim();

test('a parent says yes to the internet and no to e-mail, signs, and changes it later', () => journey({ pack: 'prep-school' }, async ({ school, window }) => {
  const { child, mum } = await theFamily(school);
  await readWhatBelongsTo(await school.asPerson(mum.id), `${at}/family/${child.id}/${CODE}`);
  const page = await window({ as: 'parent' });
  await page.goto(`${at}/family/${child.id}/${CODE}`);
  const internet = page.getByRole('group', { name: /at school: the internet/ });
  const email = page.getByRole('group', { name: /at school: e-mail/ });
  equal(await page.locator('input[type=radio]:checked').count(), 0, 'no answer is chosen beforehand');
  await page.getByLabel('Print your name').fill('Quillon Chukwu');
  await tickStatements(page);
  await internet.getByLabel('Yes').check();
  await page.getByRole('button', { name: 'Countersign' }).click();
  await page.getByRole('link', { name: 'Choose yes or no' }).waitFor();
  deepEqual(await kept(school), [], 'nothing is kept of a form with an answer missing');
  ok(await internet.getByLabel('Yes').isChecked());
  equal(await page.getByLabel('Print your name').inputValue(), 'Quillon Chukwu');
  await look(page, 'countersign-answer-missing');
  await email.getByLabel('No', { exact: true }).check();
  await page.getByRole('button', { name: 'Countersign' }).click();
  await page.getByText('Countersigned. Thank you.').waitFor();
  match(await wordsOf(page), /at school: the internet\s+Yes[^]*at school: e-mail\s+No/);
  await look(page, 'certificate-with-answers');
  const pdf = await (await school.asPerson(mum.id)).get(`${new URL(page.url()).pathname}/pdf`);
  equal(pdf.status, 200, pdf.html.slice(0, 3000));
  match(textOf(pdf.bytes!), /My child may use this at\s+Yes\s+school: the internet\s+My child may use this at\s+No\s+school: e-mail/);
  deepEqual((await kept(school)).map(one => [one.about, one.answer]), [['facility=internet', 'yes'], ['facility=email', 'no']]);
  match((await listed(school, fullName(child)))!, /e-mail,?$/);

  await page.goto(`${at}/family`);
  await look(page, 'family-what-i-allowed');
  await page.getByRole('link', { name: /Change my answer.*e-mail/ }).click();
  await page.getByRole('button', { name: 'Keep this answer' }).click();
  await page.getByRole('link', { name: 'Choose yes or no' }).waitFor();
  await look(page, 'what-i-allow-missing');
  await page.getByLabel('Yes').check();
  await page.getByRole('button', { name: 'Keep this answer' }).click();
  await page.getByText('Your yes is kept.').waitFor();
  match(await wordsOf(page), /e-mail\s+Allowed\s+Yes/);
  equal(await listed(school, fullName(child)), undefined, 'who has the permission is not listed');
  const lines = await school.read(tx => readLines(tx, { about: child.id, limit: 50 }));
  equal(lines.filter(line => line.deed === 'answer-for-child').length, 3);
  const office = await window({ as: 'office' });
  await office.goto(`${at}/agreements/allowed?class=8A`);
  await look(office, 'without-the-permission');
}));

test('where both parents must agree it takes both; each sees whether it is allowed, and never who said what', async () => {
  const school = await openSchool({ pack: 'prep-school' });
  try {
    const { child, mum, dad } = await theFamily(school);
    await (await school.as('office')).post(`${at}/people/${child.id}/family-record`, { agree: 'both', separateHomes: 'yes' });
    const [first, second] = [await school.asPerson(mum.id), await school.asPerson(dad.id)];
    equal((await signsBeside(first, child, 'Quillon the First')).status, 303);
    match((await first.get(`${at}/family`)).html, /Not answered in full/);
    match((await listed(school, fullName(child)))!, /the internet; e-mail/);
    equal((await signsBeside(second, child, 'Zephyrine the Second', { internet: 'yes', email: 'no' })).status, 303);
    const { html } = await first.get(`${at}/family`);
    match(html, /Not allowed/);
    match(html, /Allowed</);
    doesNotMatch(html, /Zephyrine/);
    doesNotMatch((await first.get(`${at}/family/${child.id}/allowed/${EMAIL}`)).html, /Zephyrine/);
    equal((await second.post(`${at}/family/${child.id}/allowed/${EMAIL}`, { answer: 'yes' })).status, 303);
    equal(await listed(school, fullName(child)), undefined);
    match((await (await school.as('office')).get(`${at}/agreements/register/${child.id}`)).html, /What the parents allow/);

    const features = featuresOf({ ...school.shared, personas: async () => [] });
    await school.change(async tx => { for (const feature of features) await feature.erasePerson?.(tx, mum.id); });
    equal((await kept(school)).length, 3, 'what an erased parent answered is gone, and the other parent’s stays');
    match((await listed(school, fullName(child)))!, /the internet; e-mail/);
    deepEqual(school.errors, []);
  } finally {
    await school.close();
  }
});

test('a parent who may not agree, and one who is kept away, answer nothing', async () => {
  const school = await openSchool({ pack: 'prep-school' });
  try {
    const { child, mum, dad } = await theFamily(school);
    const office = await school.as('office');
    await office.post(`${at}/people/${child.id}/family/${dad.id}`, { relation: 'Parent', mayNotAgree: 'yes', source: 'Letter of the family court.' });
    const [may, mayNot] = [await school.asPerson(mum.id), await school.asPerson(dad.id)];
    const address = `${at}/family/${child.id}/allowed/${EMAIL}`;
    equal((await mayNot.get(address)).status, 404);
    equal((await mayNot.post(address, { answer: 'yes' })).status, 404);
    equal((await may.post(`${at}/family/${child.id}/allowed/permit-everything`, { answer: 'yes' })).status, 404);
    equal((await may.post(address, { answer: 'yes' })).status, 303);
    match((await mayNot.get(`${at}/family`)).html, /Allowed/);
    deepEqual((await kept(school)).map(one => [one.about, one.answer]), [['facility=email', 'yes']]);
    deepEqual(school.errors, []);
  } finally {
    await school.close();
  }
});
