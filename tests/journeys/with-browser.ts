/** A school and a browser for one journey; both are closed whatever happens. */
import { deepEqual } from 'node:assert/strict';
import type { Browser, Page } from 'playwright-core';
import { openBrowser, visit, type Visit } from '../support/browser.ts';
import { openSchool, type OpenSchool, type TestSchool } from '../support/school.ts';

export interface Journey {
  readonly school: TestSchool;
  readonly browser: Browser;
  /** A window of its own for somebody. */
  readonly window: (who?: Visit) => Promise<Page>;
}

/** Runs a journey; at its end the server has met no error of its own. */
export async function journey(ask: OpenSchool, steps: (journey: Journey) => Promise<void>): Promise<void> {
  const school = await openSchool(ask);
  try {
    const browser = await openBrowser();
    try {
      await steps({ school, browser, window: (who = {}) => visit(browser, school, who) });
    } finally {
      await browser.close();
    }
    deepEqual(school.errors, []);
  } finally {
    await school.close();
  }
}

/** What stands in the page, as plain text. */
export const wordsOf = (page: Page): Promise<string> => page.locator('main').innerText();
