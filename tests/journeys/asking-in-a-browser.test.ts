import { deepEqual, equal } from 'node:assert/strict';
import test, { after, before, describe } from 'node:test';
import type { Browser, Page } from 'playwright-core';
import { look, openBrowser, visit } from '../support/browser.ts';
import { openSchool, type TestSchool } from '../support/school.ts';

const WAIT = { timeout: 30_000 };

/** A teacher of the village school asks for something that a May-I answer spoke of, and the head decides. */
describe('asking in a browser', { concurrency: 1 }, () => {
  let school: TestSchool;
  let browser: Browser;
  let [teacher, head]: Page[] = [];
  before(async () => {
    [school, browser] = await Promise.all([openSchool({ pack: 'village-primary' }), openBrowser()]);
    [teacher, head] = [await visit(browser, school, { as: 'teacher' }), await visit(browser, school, { as: 'head' })];
    for (const page of [teacher, head]) page.setDefaultTimeout(30_000);
  });
  after(async () => {
    await browser.close();
    await school.close();
    deepEqual(school.errors, []);
  });

  const asksTheBox = async (): Promise<string> => {
    await teacher!.goto('/village-primary/may-i');
    await teacher!.getByLabel('Your question').fill('May I use my own laptop for school work?');
    await teacher!.getByRole('button', { name: 'Ask', exact: true }).click();
    return await teacher!.locator('#answer-says').innerText(WAIT);
  };
  const fillIn = async (reason: string): Promise<void> => {
    await teacher!.getByLabel('Which device?').fill('A grey laptop, number 7');
    await teacher!.getByLabel('Why do you ask?').fill(reason);
    await teacher!.getByLabel('Last day').fill('2026-12-18');
    await teacher!.getByRole('button', { name: 'Send the request' }).click();
  };

  test('a teacher arrives at the form from the answer, with the situation filled in', async () => {
    equal(await asksTheBox(), 'Ask the headteacher first');
    await teacher!.getByRole('link', { name: 'Ask for it' }).click();
    await teacher!.getByRole('heading', { level: 1, name: 'Use my own device for school' }).waitFor(WAIT);
    await teacher!.getByRole('button', { name: 'Send the request' }).click();
    await teacher!.getByRole('heading', { name: 'There is a problem' }).waitFor(WAIT);
    await look(teacher!, 'ask-form');
    await fillIn('Marking at home in the evening');
    await teacher!.getByText('The request is sent.').waitFor(WAIT);
    await look(teacher!, 'my-request');
    await teacher!.goto('/village-primary/ask');
    await look(teacher!, 'ask');
    await teacher!.goto('/village-primary/ask/take-data-off-site?fact.data-kind=school-data');
    await look(teacher!, 'ask-questions');
  });

  test('the head finds it on the start page and grants it with one press', async () => {
    await head!.goto('/village-primary');
    await head!.getByRole('link', { name: 'Decide', exact: true }).click();
    await head!.getByRole('heading', { name: 'Decisions that wait for you' }).waitFor(WAIT);
    await look(head!, 'requests');
    await head!.getByRole('button', { name: /^Grant/ }).click();
    await head!.getByText('Granted. Whoever asked is told.').waitFor(WAIT);
    equal(await asksTheBox(), 'Yes');
    await head!.goto('/village-primary/requests/decided');
    await look(head!, 'requests-decided');
    await head!.goto('/village-primary/requests/periods');
    await look(head!, 'requests-periods');
    await teacher!.goto('/village-primary/my-requests');
    await look(teacher!, 'my-requests');
  });

  test('by keyboard: to the request, R to the reason, and G grants; letters in a field stay letters', async () => {
    await teacher!.goto('/village-primary/ask/install-software?fact.device-owner=school');
    await teacher!.getByLabel('Which program').fill('A map of the stars');
    await teacher!.getByLabel('Which device?').fill('The class laptop');
    await teacher!.getByLabel('Why do you ask?').fill('For the week of space');
    await teacher!.getByLabel('Last day').fill('2026-12-18');
    await teacher!.getByRole('button', { name: 'Send the request' }).click();
    await teacher!.getByText('The request is sent.').waitFor(WAIT);
    const lead = await visit(browser, school, { as: 'ict-lead' });
    lead.setDefaultTimeout(30_000);
    await lead.goto('/village-primary/requests');
    await lead.getByRole('link', { name: 'go to the first request' }).click();
    await lead.keyboard.press('r');
    await lead.keyboard.type('grand');
    equal(await lead.getByLabel('Reason, if you refuse').inputValue(), 'grand');
    await lead.getByRole('link', { name: 'go to the first request' }).click();
    await lead.keyboard.press('g');
    await lead.getByText('Granted. Whoever asked is told.').waitFor(WAIT);
  });

  test('without JavaScript it is the same forms', async () => {
    const plain = await visit(browser, school, { as: 'supply', javaScript: false });
    plain.setDefaultTimeout(30_000);
    await plain.goto('/village-primary/ask/take-data-off-site?fact.data-kind=school-data');
    await plain.getByText('The rules need to know a little more first.').waitFor(WAIT);
    await plain.getByLabel('A memory stick').check();
    await plain.getByLabel('Yes').check();
    await plain.getByRole('button', { name: 'Go on' }).click();
    await plain.getByLabel('Why do you ask?').waitFor(WAIT);
  });
});
