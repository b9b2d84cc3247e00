import { deepEqual, equal, match, ok } from 'node:assert/strict';
import test from 'node:test';
import type { Page } from 'playwright-core';
import { tickStatements } from '../support/browser.ts';
import { journey, wordsOf } from './with-browser.ts';

const CODE = '/prep-school/agreements/early-years-ks1-code';

/** The browser's voice, as far as a test can hear it: what is to be spoken is noted. */
const listen = (page: Page) => page.addInitScript(() => {
  const heard: string[] = [];
  Object.assign(window, { heard });
  Object.defineProperty(window, 'speechSynthesis', { value: { speaking: false, cancel() {}, getVoices: () => [], speak(speech: SpeechSynthesisUtterance) { heard.push(speech.text); speech.onstart?.(new Event('start') as SpeechSynthesisEvent); } } });
});
const heard = (page: Page): Promise<string[]> => page.evaluate(() => (window as unknown as { heard: string[] }).heard);

test('a child of five has the rules read aloud, line by line, with pictures, and promises with one press', () => journey({ pack: 'prep-school' }, async ({ window }) => {
  const page = await window({ as: 'reception' });
  await listen(page);
  await page.goto('/prep-school');
  match(await wordsOf(page), /Read it with a grown-up/);
  await page.goto(CODE);
  ok(await page.locator('body.look-kid').isVisible());
  const rules = await page.locator('.kid-rules > li').count();
  ok(rules > 10);
  equal(await page.locator('.kid-rules > li svg').count(), rules, 'every rule has its picture');
  await page.getByRole('button', { name: 'Read it to me' }).click();
  const lines = await heard(page);
  ok(lines.length >= rules && lines.every(line => line.trim() !== ''));
  deepEqual(lines.filter(line => line.includes('password is my secret')).length, 1);
  await page.getByRole('button', { name: 'I promise' }).click();
  await page.getByText('Signed. Thank you.').waitFor();
}));

test('the parent of two reads two codes on one page, and signs beside the youngest', () => journey({ pack: 'prep-school' }, async ({ school, window }) => {
  const page = await window({ as: 'parent' });
  await page.goto('/prep-school/family');
  const words = await wordsOf(page);
  for (const code of ['My computer rules', 'ICT code for the middle and senior school']) ok(words.includes(code), code);
  await page.getByRole('link', { name: 'Read together and sign' }).click();
  equal(await page.getByLabel('Your name').count(), 0, 'the name is asked for after the reading');
  await page.getByRole('region', { name: 'Read with it' }).getByRole('link', { name: 'Online safety policy' }).click();
  await page.getByRole('button', { name: 'I have read it' }).click();
  await page.getByLabel('Your name').fill('Clement Chukwu');
  await tickStatements(page);
  await page.getByRole('button', { name: 'We promise' }).click();
  await page.getByText('Countersigned. Thank you.').waitFor();
  const office = await school.as('office');
  const found = await office.postAndFollow('/prep-school/agreements/register', { search: 'Osian Chukwu' });
  equal(found.status, 200);
  match(found.html, /countersigned/);
}));
