import { equal, match, ok } from 'node:assert/strict';
import test from 'node:test';
import { sql } from '../../src/platform/database/index.ts';
import { journey, wordsOf } from './with-browser.ts';

test('a governor signs the code, sees how many have signed and what each clause rests on, and no name of anybody who has not', () => journey({}, async ({ school, window }) => {
  const governor = await window({ as: 'governor' });
  await governor.goto('/village-primary');
  await governor.getByRole('link', { name: 'Read and sign' }).first().click();
  for (const tick of await governor.getByLabel('I have read this part').all()) await tick.check();
  await governor.getByLabel('Your name').fill('A governor of Larkmead');
  await governor.getByRole('button', { name: 'Sign', exact: true }).click();
  await governor.getByRole('img', { name: /^Sealed on/ }).waitFor();

  await governor.goto('/village-primary/agreements/register');
  const waiting = (await school.read(tx => sql<{ name: string }>`select distinct name from agreement_ask where open and kind <> 'governor'`.execute(tx))).rows;
  ok(waiting.length > 0);
  const counts = await wordsOf(governor);
  match(counts, /\d+ of \d+|signed/);
  for (const { name } of waiting) ok(!counts.includes(name), 'counts name nobody');

  await governor.goto('/village-primary/agreements/clauses/staff-code');
  const proof = await wordsOf(governor);
  match(proof, /Clause by clause/);
  for (const { name } of waiting) ok(!proof.includes(name));
  const rows = await governor.getByRole('row').count();
  ok(rows > 10, 'every clause that asks something has its line');
  await governor.getByRole('row').nth(1).getByRole('link').click();
  match(governor.url(), /\/policies\/staff-code#/);

  for (const address of ['people', 'visitors', 'visitors/past', 'visitors/wifi', 'visitors/supply']) equal((await governor.goto(`/village-primary/${address}`))?.status(), 404, address);
}));
