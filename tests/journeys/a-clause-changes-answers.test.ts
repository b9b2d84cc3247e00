import { deepEqual, equal, match, ok } from 'node:assert/strict';
import test from 'node:test';
import type { Page } from 'playwright-core';
import { sql } from '../../src/platform/database/index.ts';
import { journey, wordsOf } from './with-browser.ts';

const CODE = '/village-primary/policies/staff-code';
const CLAUSE = 'Ask the school office before you print in colour.';

async function mayIPrint(page: Page): Promise<string> {
  await page.goto('/village-primary/may-i');
  await page.getByLabel('Your question').fill('May I print something?');
  await page.getByRole('button', { name: 'Ask', exact: true }).click();
  await page.locator('.answer').waitFor();
  return page.locator('.answer').innerText();
}

test('the head adds a clause, sees what it changes, the chair approves, and only those it binds are asked again', () => journey({}, async ({ school, window }) => {
  const agreements = async () => (await school.read(tx => sql<{ row: string }>`select to_jsonb(a)::text as row from agreement a order by id`.execute(tx))).rows.map(one => one.row);
  const before = await agreements();
  const teacher = await window({ as: 'teacher' });
  ok(!(await mayIPrint(teacher)).includes('school office'));

  const head = await window({ as: 'head' });
  await head.goto(CODE);
  await head.getByRole('button', { name: 'Change this policy' }).click();
  await head.getByRole('button', { name: 'Add a clause' }).click();
  await head.getByLabel('What is the clause about?').selectOption('print');
  await head.getByRole('button', { name: 'Continue' }).click();
  await head.getByLabel('The clause, as people will read it').fill(CLAUSE);
  await head.getByLabel('Ask first').check();
  await head.getByLabel('Who is asked or told?').selectOption('office');
  await head.getByRole('checkbox', { name: 'Staff', exact: true }).check();
  await head.getByRole('button', { name: 'Put it in' }).click();
  const panel = head.getByRole('region', { name: 'What this draft does' });
  const says = await panel.innerText();
  match(says, /May staff print something\?\s+Was: no rule Now: ask the school office/);
  match(says, /Who will sign again\s+\d+ people/);
  ok(await head.getByRole('radio', { name: 'New duty' }).isChecked());
  await head.getByLabel('Why is it being changed?').fill('Colour is dear.');
  await head.getByRole('button', { name: 'Save and send for approval' }).click();
  await head.getByText('Sent for approval.').waitFor();
  ok(!(await mayIPrint(teacher)).includes('school office'), 'a proposal binds nobody');

  const chair = await window({ as: 'chair' });
  await chair.goto(`${CODE}/proposal`);
  match(await wordsOf(chair), /Colour is dear\./);
  await chair.getByRole('button', { name: 'Approve edition 2' }).click();
  await chair.getByText('Approved. It holds from').waitFor();

  const answer = await mayIPrint(teacher);
  match(answer, /Ask the school office first/);
  ok(answer.includes(CLAUSE));
  await teacher.goto('/village-primary/agreements');
  await teacher.getByRole('link', { name: 'Read and sign' }).click();
  const shown = await wordsOf(teacher);
  ok(shown.includes(CLAUSE) && shown.includes('Only what is new for you is here.'));
  equal((await teacher.locator('.sides').count()), 1, 'one clause, and no more');

  const governor = await school.as('chair');
  ok(!(await governor.get('/village-primary/agreements')).html.includes('is a new duty'), 'a governor is not bound by it and not asked');
  deepEqual(await agreements(), before, 'no earlier agreement was touched');
}));
