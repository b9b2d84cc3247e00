import { deepEqual, equal, match, ok } from 'node:assert/strict';
import test from 'node:test';
import { sql } from '../../src/platform/database/index.ts';
import { look, tickStatements } from '../support/browser.ts';
import { journey, wordsOf } from './with-browser.ts';

test('a supply teacher reads and signs two documents in one sitting, stops between them, and goes on later', () => journey({ pack: 'town-school' }, async ({ school, window }) => {
  const page = await window({ as: 'supply' });
  const name = (await school.personas()).find(one => one.persona === 'supply')!.name.split(',')[0]!;
  await page.goto('/town-school');
  const card = page.locator('.card', { hasText: 'Read and sign these 2 documents' });
  await card.getByRole('link', { name: 'Begin' }).click();
  await look(page, 'sitting');
  await page.getByRole('button', { name: 'Begin' }).click();
  await page.getByText('Document 1 of 2').waitFor();
  match(page.url(), /\/agreements\/online-safety$/, 'the main policy comes first');
  await look(page, 'sitting-document');
  await page.getByLabel('Your name').fill(name);
  await tickStatements(page);
  await page.getByRole('button', { name: 'Sign', exact: true }).click();
  await page.getByText('Signed. Here is the next one.').waitFor();
  match(await wordsOf(page), /Document 2 of 2/);
  await page.getByRole('link', { name: 'Stop for now' }).click();
  match(await wordsOf(page), /1 of 2 signed/);

  await page.goto('/town-school/agreements/sitting');
  await page.getByRole('button', { name: 'Go on' }).click();
  match(page.url(), /\/agreements\/staff-code$/);
  await page.getByLabel('Your name').fill(name);
  await tickStatements(page);
  await page.getByRole('button', { name: 'Sign', exact: true }).click();
  await page.getByText('Signed. That was the last one.').waitFor();
  match(await wordsOf(page), /You have signed 2 documents/);
  await look(page, 'sitting-done');

  const rows = (await school.read(tx => sql<{ policy: string; opened: Date; at: Date; hash: string; edition: boolean }>`
    select d.policy, d.opened_at as opened, a.at, a.text_hash as hash, a.edition_id = d.edition_id as edition from agreement_sitting_document d join agreement a on a.id = d.agreement_id order by d.place`.execute(tx))).rows;
  deepEqual(rows.map(row => [row.policy, row.edition]), [['online-safety', true], ['staff-code', true]]);
  ok(rows.every(row => row.opened <= row.at));
  equal(new Set(rows.map(row => row.hash)).size, 2, 'the text of each is sealed by itself');
}));

test('the summary of a sitting is its reader’s own', () => journey({ pack: 'town-school' }, async ({ school }) => {
  const supply = await school.as('supply');
  await supply.post('/town-school/agreements/sitting');
  const { id } = (await school.read(tx => sql<{ id: string }>`select id from agreement_sitting`.execute(tx))).rows[0]!;
  equal((await supply.get(`/town-school/agreements/sitting/${id}`)).status, 200);
  for (const other of ['head', 'office', 'teacher']) equal((await (await school.as(other)).get(`/town-school/agreements/sitting/${id}`)).status, 404);
}));
