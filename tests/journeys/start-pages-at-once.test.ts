/** More people than the server has connections to its database, at the same moment. */
import { deepEqual, equal } from 'node:assert/strict';
import test from 'node:test';
import { withoutKeys } from '../support/forms.ts';
import { openSchool } from '../support/school.ts';

const PEOPLE = 24;

test('on a new morning everybody opens the start page at once, and each of them gets it', async () => {
  const school = await openSchool();
  try {
    const [head, parent] = [await school.as('head'), await school.as('parent')];
    const shown = (html: string) => withoutKeys(html.slice(html.indexOf('<main')));
    school.travelTo(new Date('2026-11-24T08:00:00Z'));
    const answers = await Promise.all(Array.from({ length: PEOPLE }, (_, at) => (at % 2 ? head : parent).get('/village-primary')));
    deepEqual(answers.map(answer => answer.status), Array.from({ length: PEOPLE }, () => 200));
    equal(new Set(answers.filter((_, at) => at % 2 === 0).map(answer => shown(answer.html))).size, 1);
    deepEqual(school.errors, []);
  } finally {
    await school.close();
  }
});
