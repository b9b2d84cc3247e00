/** Looking at every kind of page, one area of the school a file. */
import { deepEqual, equal } from 'node:assert/strict';
import { after, before, describe } from 'node:test';
import type { Browser, Page } from 'playwright-core';
import { look, openBrowser, visit, type Visit } from '../support/browser.ts';
import { openSchool, type TestSchool } from '../support/school.ts';
import { deskOf, type Desk } from '../access/desk.ts';
import { whoIsWho } from '../access/people.ts';

export interface Looking {
  /** Opens each address, with what it names in braces, and looks at what is there; 200 where no status is named. */
  readonly open: (who: Visit, pages: readonly (readonly [name: string, at: string, status?: number])[]) => Promise<void>;
  /** Works in one window of one person, in which nothing may go wrong. */
  readonly window: (who: Visit, work: (page: Page) => Promise<void>) => Promise<void>;
  readonly desk: () => Desk;
  readonly school: () => TestSchool;
}

/**
 * The pages of one area, each for somebody it is meant for: a picture at two widths, axe, and nothing to scroll sideways.
 * All stand in one prep school, where a policy was approved anew. Pages of people, of the register and of a family
 * are looked at on their journeys too (people, sign-and-countersign).
 * @param allSchools where the area shows more than the prep school
 */
export function pagesOf(area: string, tests: (looking: Looking) => void, { allSchools = false }: { allSchools?: boolean } = {}): void {
  describe(`the pages of ${area}`, { concurrency: 2 }, () => {
    let school: TestSchool;
    let browser: Browser;
    let desk: Desk;
    before(async () => {
      [school, browser] = await Promise.all([openSchool({ pack: 'prep-school', allSchools }), openBrowser()]);
      desk = deskOf(school, await whoIsWho(school));
      await desk.bring('proposed');
      await desk.approve();
    });
    after(async () => {
      await browser.close();
      await school.close();
      deepEqual(school.errors, []);
    });

    const window: Looking['window'] = async (who, work) => {
      const page = await visit(browser, school, who);
      const faults: string[] = [];
      page.on('console', message => { if (message.type() === 'error' && !/status of 4\d\d/.test(message.text())) faults.push(message.text()); });
      page.on('pageerror', error => faults.push(error.message));
      try {
        await work(page);
      } finally {
        await page.context().close();
      }
      deepEqual(faults, []);
    };

    const open: Looking['open'] = (who, pages) => window(who, async page => {
      for (const [name, at, status = 200] of pages) {
        const answer = await page.goto(await desk.fill(at));
        equal(answer?.status(), status, at);
        await look(page, name);
      }
    });

    tests({ open, window, desk: () => desk, school: () => school });
  });
}
