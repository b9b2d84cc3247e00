import { deepEqual, equal, match } from 'node:assert/strict';
import { after, before, describe, test } from 'node:test';
import type { Browser } from 'playwright-core';
import { openBrowser, visit } from '../support/browser.ts';
import { fileOne } from '../support/concerns.ts';
import { keysOn, type Keys } from '../support/keys.ts';
import { openSchool, type TestSchool } from '../support/school.ts';

/** A school, and keys for its people. */
function schoolOf(pack: string) {
  const here: { school?: TestSchool; browser?: Browser } = {};
  before(async () => { [here.school, here.browser] = [await openSchool({ pack }), await openBrowser()]; });
  after(async () => {
    await here.browser!.close();
    await here.school!.close();
    deepEqual(here.school!.errors, []);
  });
  const keys = async (as: string, path: string): Promise<Keys> => {
    const page = await visit(here.browser!, here.school!, { as });
    await page.goto(`/${pack}${path}`);
    return keysOn(page);
  };
  return { keys, school: () => here.school! };
}

/** The labels of all boxes of a kind, as they are called. */
const labels = async ({ page }: Keys, which: string): Promise<string[]> => (await page.locator(which).allTextContents()).map(text => text.replaceAll(/\s+/g, ' ').trim());

/** The words of the page. */
const words = async ({ page }: Keys): Promise<string> => (await page.locator('main').innerText()).replaceAll(/\s+/g, ' ');

describe('with keys alone, in the village school', { concurrency: 1 }, () => {
  const { keys } = schoolOf('village-primary');

  test('the first key leads past the navigation', async () => {
    const teacher = await keys('teacher', '');
    await teacher.press('Tab');
    equal(await teacher.at(), 'Skip to main content');
    await teacher.press('Enter');
    await teacher.press('Tab');
    equal(await teacher.page.evaluate(() => document.activeElement?.closest('main') !== null), true);
  });

  test('a teacher asks, is led to what is missing, and hears that the request is sent', async () => {
    const teacher = await keys('teacher', '');
    await teacher.open('May I …?');
    await teacher.page.keyboard.type('May I install a program on the class laptop?');
    await teacher.open('Ask');
    match(await teacher.at(), /You asked.*class laptop.*Ask /);
    await teacher.open('Ask for it');
    await teacher.open('Send the request');
    match(await teacher.page.title(), /^Error: /);
    match(await teacher.at(), /^There is a problem/);
    await teacher.press('Tab');
    await teacher.press('Enter');
    equal(await teacher.at(), 'Which program or app, and who makes it?');
    await teacher.page.keyboard.type('A map of the stars');
    await teacher.fill(/^Which device\?/, 'The class laptop');
    await teacher.fill('Why do you ask?', 'For the week of space');
    await teacher.day('Last day', '2026-12-18');
    await teacher.open('Send the request');
    match(await teacher.at(), /^The request is sent\./);
  });

  test('the ICT lead goes to it, grants it with one letter, hears it, and takes it back', async () => {
    const lead = await keys('ict-lead', '');
    await lead.open('Decide');
    await lead.to('go to the first request');
    await lead.press('Enter');
    match(await lead.at(), /For the week of space/);
    const done = lead.page.waitForEvent('load');
    await lead.press('g');
    await done;
    equal(await lead.at(), 'Granted. Whoever asked is told.');
    await lead.open('What you have decided');
    await lead.open(/^Undo/);
    match(await words(lead), /waits for a decision|Put a program or app/i);
  });

  test('a supply teacher signs: every part, the name, and the drawing that nobody has to make', async () => {
    const supply = await keys('supply', '/agreements/staff-code');
    for (const part of await labels(supply, '.signing__tick label')) await supply.tick(part);
    for (const statement of await labels(supply, '.ticks label')) await supply.tick(statement);
    await supply.fill('Your name', 'Amina Rahman');
    await supply.open('Sign');
    match(await supply.at(), /^Signed\. Thank you\./);
  });
});

describe('with keys alone, in the preparatory school', { concurrency: 1 }, () => {
  const { keys, school } = schoolOf('prep-school');

  test('a teacher says that something happened', async () => {
    const teacher = await keys('teacher', '');
    await teacher.open('Something happened');
    await teacher.choose('Is anybody in danger now?', 'No');
    await teacher.fill('What happened?', 'I left the tablet on the bus.');
    await teacher.choose('Might a child have been harmed, or be at risk?', 'No');
    await teacher.tick('A device is lost, stolen or broken');
    await teacher.open('Go on');
    await teacher.fill('Which device?', 'Tablet 12');
    await teacher.open('Send it');
    match(await words(teacher), /It is sent/);
  });

  test('a pupil tells somebody, and signs; her parent countersigns', async () => {
    const pupil = await keys('pupil', '');
    await pupil.open('Tell someone');
    await pupil.open('Somebody is unkind to me');
    await pupil.fill('What happened? Use your own words', 'They took my bag.');
    await pupil.open('Tell them');
    match(await words(pupil), /Thank you for telling us/);
    await pupil.page.goto('/prep-school/agreements/middle-senior-code');
    for (const part of await labels(pupil, '.signing__tick label')) await pupil.tick(part);
    for (const statement of await labels(pupil, '.ticks label')) await pupil.tick(statement);
    await pupil.fill('Your name', 'Poppy Chukwu');
    await pupil.open('I promise');
    match(await words(pupil), /Poppy Chukwu/);
    const parent = await keys('parent', '/family');
    await parent.open('Read and countersign');
    for (const statement of await labels(parent, '.ticks label')) await parent.tick(statement);
    for (const question of await labels(parent, 'main fieldset:has(input[type=radio]) legend')) await parent.choose(question, 'Yes');
    await parent.fill('Print your name', 'Clement Chukwu');
    await parent.open('Countersign');
    match(await parent.at(), /^Countersigned\. Thank you\./);
  });

  test('the safeguarding lead opens a case, takes it on and writes something down', async () => {
    await fileOne(school(), { narrative: 'They put up a page that makes fun of Alba.', kinds: [{ kind: 'handle-bullying', facts: {} }] });
    const dsl = await keys('dsl', '/concerns');
    await dsl.open(/^[A-Z2-9]{4}-[A-Z2-9]{4}/);
    await dsl.open('I take this');
    match(await words(dsl), /has taken it on/);
    equal(await dsl.at(), 'You have taken it on.');
    await dsl.open('Say what it is and how serious');
    await dsl.choose('How serious is it?', 'Serious');
    await dsl.fill('Why do you think so?', 'The page was made to hurt.');
    await dsl.open('Save');
    match(await dsl.at(), /^There is a problem/);
    const faults = await labels(dsl, '.govuk-error-summary a');
    for (const fault of faults) {
      await dsl.page.locator('.govuk-error-summary').focus();
      await dsl.to(fault);
      await dsl.press('Enter');
      await dsl.press('Space');
    }
    equal(await dsl.page.locator('input[type=radio]:checked').count(), faults.length + 1, 'each line leads to its own question');
    await dsl.open('Save');
    equal(await dsl.at(), 'Written down.');
  });

  test('the office adds a supply teacher', async () => {
    const office = await keys('office', '');
    await office.open('Visitors');
    await office.open('Supply staff');
    await office.open('Add a supply teacher');
    await office.fill('First name', 'Nia');
    await office.fill('Family name', 'Harbour');
    await office.day('First day', '2026-11-23');
    await office.day('Last day', '2026-11-27');
    await office.open('Add');
    equal(await office.at(), 'Nia Harbour is added, and signs on the tablet.');
  });
});
