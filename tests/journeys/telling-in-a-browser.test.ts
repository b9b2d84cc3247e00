import { deepEqual, equal } from 'node:assert/strict';
import { after, before, describe, test } from 'node:test';
import type { Browser } from 'playwright-core';
import { look, openBrowser, visit } from '../support/browser.ts';
import { openSchool, type TestSchool } from '../support/school.ts';

describe('telling the school in a browser', () => {
  let school: TestSchool;
  let browser: Browser;
  before(async () => { [school, browser] = await Promise.all([openSchool({ pack: 'prep-school' }), openBrowser()]); });
  after(async () => {
    await browser.close();
    await school.close();
    deepEqual(school.errors, []);
  });

  test('a teacher tells of a lost tablet and a worry about a child, and sees where each went', async () => {
    const page = await visit(browser, school, { as: 'teacher' });
    await page.goto('/prep-school');
    await page.getByRole('link', { name: 'Something happened' }).click();
    await page.getByRole('radio', { name: 'No', exact: true }).first().check();
    await page.getByLabel('What happened?').fill('I left the tablet on the bus. A boy told me on the way that nobody is at home at night.');
    await page.getByRole('radio', { name: 'Yes, or perhaps' }).check();
    await page.getByRole('checkbox', { name: 'A device is lost, stolen or broken' }).check();
    await page.getByRole('button', { name: 'Go on' }).click();
    await look(page, 'something-happened-kinds');
    await page.getByLabel('Which device?').fill('Tablet 12');
    await page.getByLabel('What should these readers know?').fill('It was left on the bus on Friday.');
    await page.getByRole('button', { name: 'Send it' }).click();
    equal(await page.getByRole('heading', { level: 1 }).innerText(), 'It is sent');
    await look(page, 'something-happened-receipt');
    equal(await page.getByText('Sent, not opened yet').count(), 2);
    await page.context().close();
  });
});
