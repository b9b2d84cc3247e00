import { equal, match, ok } from 'node:assert/strict';
import test from 'node:test';
import { journey, wordsOf } from './with-browser.ts';

const AT = '/village-primary/may-i';

test('a supply teacher whose baby is ill is told whom to ask, by which clause, and what to do meanwhile', () => journey({}, async ({ window }) => {
  const page = await window({ as: 'supply' });
  await page.goto('/village-primary');
  await page.getByRole('button', { name: 'My baby is ill. Can I keep my mobile in class?' }).click();
  await page.getByRole('heading', { name: 'Ask the headteacher first' }).waitFor();
  match(await wordsOf(page), /Headteacher: Marian Oyelaran/);
  const [clause, meanwhile] = await page.locator('.answer blockquote').all();
  match(await clause!.innerText(), /exceptional/);
  match(await meanwhile!.innerText(), /office cabinet/);
  await clause!.getByRole('link').click();
  match(page.url(), /\/village-primary\/policies\/staff-code#[a-z-]+$/);
  ok(await page.locator('.clause:target').isVisible());
}));

test('where the answer depends on something, one more question settles it', () => journey({}, async ({ window }) => {
  const page = await window({ as: 'teacher' });
  await page.goto(AT);
  await page.getByLabel('Your question').fill('Can I take pictures of pupils?');
  await page.getByRole('button', { name: 'Ask', exact: true }).click();
  await page.getByRole('heading', { name: 'It depends' }).waitFor();
  const asked = await page.getByRole('region', { name: 'One more question' }).locator('legend').innerText();
  const before = await wordsOf(page);
  await page.getByLabel('what the policy allows').check();
  await page.getByRole('button', { name: 'Answer', exact: true }).click();
  await page.waitForFunction(words => document.querySelector('main')?.innerText !== words, before);
  equal(await page.getByRole('heading', { level: 1 }).innerText(), 'Can I take pictures of pupils?');
  ok(!(await page.getByText(asked).isVisible()), 'the same is not asked twice');
}));

test('where the box is not sure it says what it can answer, and a press answers that', () => journey({}, async ({ window }) => {
  const page = await window({ as: 'teacher' });
  await page.goto(AT);
  await page.getByLabel('Your question').fill('May I use my phone?');
  await page.getByRole('button', { name: 'Ask', exact: true }).click();
  const other = page.locator('section', { has: page.getByRole('heading', { name: 'Not what you meant?' }) }).getByRole('button').first();
  const words = await other.innerText();
  await other.click();
  await page.getByText(`We took it as: ${words.replace(/^May I |\?$/g, '')}.`).waitFor();
  await page.getByLabel('Your question').fill('flibbertigibbet');
  await page.getByRole('button', { name: 'Ask', exact: true }).click();
  await page.getByText('The box did not understand that question').waitFor();
  await page.getByRole('link', { name: 'Or read the rules.' }).click();
  await page.getByRole('heading', { name: 'Rules of this school' }).waitFor();
}));

test('an empty question is asked for again, in words', () => journey({}, async ({ window }) => {
  const page = await window();
  await page.goto(AT);
  await page.getByRole('button', { name: 'Ask', exact: true }).click();
  await page.getByText('Type your question').waitFor();
}));

test('who asks how to complain or appeal is led to where that is done', () => journey({}, async ({ window }) => {
  const page = await window({ as: 'parent' });
  for (const [question, link, heading] of [['Who do I complain to?', 'Make a complaint', 'Make a complaint'], ['How do I appeal?', 'Say that it is wrong', 'What was decided']] as const) {
    await page.goto(AT);
    await page.getByLabel('Your question').fill(question);
    await page.getByRole('button', { name: 'Ask', exact: true }).click();
    await page.locator('#answer').getByRole('link', { name: link }).click();
    await page.getByRole('heading', { level: 1, name: heading }).waitFor();
  }
}));
