import { deepEqual, doesNotMatch, equal, match } from 'node:assert/strict';
import test from 'node:test';
import { featuresOf } from '../../src/app.ts';
import { readLines } from '../../src/logbook/index.ts';
import { sql } from '../../src/platform/database/index.ts';
import { adopt, latestApproved } from '../../src/school/policies/index.ts';
import { fullName, listPeople, type Person } from '../../src/school/people/index.ts';
import { look, tickStatements } from '../support/browser.ts';
import { at, CODE, signsBeside, theFamily, type Family } from '../support/family.ts';
import { formToSign, hiddenFields } from '../support/forms.ts';
import { readWhatBelongsTo } from '../support/reading.ts';
import type { Client, TestSchool } from '../support/school.ts';
import { journey, wordsOf } from './with-browser.ts';

const SITTING = `${at}/family/sitting`;
const YOUNG = 'early-years-ks1-code';

interface Siblings extends Family {
  /** A second child of the same parents, in the first years. */
  readonly young: Person;
}

async function withASibling(school: TestSchool): Promise<Siblings> {
  const family = await theFamily(school);
  const young = await school.change(async tx => {
    const found = (await sql<{ id: string }>`select a.person_id as id from agreement_ask a where a.policy = ${YOUNG} and a.countersignature_id is null and a.open order by a.sort_name limit 1`.execute(tx)).rows[0]!.id;
    await sql`update guardian set may_agree = false where child_id = ${found}`.execute(tx);
    for (const parent of [family.mum, family.dad]) await sql`insert into guardian (school_id, child_id, parent_id, relation) values (${school.school.id}, ${found}, ${parent.id}, 'Parent') on conflict (child_id, parent_id) do update set may_agree = true`.execute(tx);
    await sql`delete from guardian where parent_id = any(${[family.mum.id, family.dad.id]}::uuid[]) and child_id <> all(${[family.child.id, found]}::uuid[])`.execute(tx);
    return (await listPeople(tx, { day: school.today(), ids: [found], limit: 1 }))[0]!;
  });
  return { ...family, young };
}

const signed = async (school: TestSchool, by: string) =>
  (await school.read(tx => sql<{ person: string; policy: string; capacity: string; typed: string; hash: string }>`select person_id as person, policy, capacity, typed_name as typed, text_hash as hash from agreement where by_id = ${by} order by policy`.execute(tx))).rows;

/** A parent reads one document of the sitting and answers everything yes. */
async function reads(parent: Client, address: string): Promise<string> {
  await readWhatBelongsTo(parent, address);
  const sent = await parent.post(address, { ...formToSign((await parent.get(address)).html), 'allow-0': 'yes', 'allow-1': 'yes' });
  equal(sent.status, 303, sent.html.slice(0, 2000));
  return sent.location!;
}

test('a parent reads the rules of two children in one pass, looks at every answer once more, and signs them with one name', () => journey({ pack: 'prep-school' }, async ({ school, window }) => {
  const { child, young, mum } = await withASibling(school);
  const parent = await school.asPerson(mum.id);
  await readWhatBelongsTo(parent, `${at}/family/${child.id}/${CODE}`);
  await readWhatBelongsTo(parent, `${at}/family/${young.id}/${YOUNG}`);
  const page = await window({ as: 'parent' });
  await page.goto(`${at}/family`);
  await page.locator('.card', { hasText: 'Read and sign these 2 documents' }).getByRole('link', { name: 'Begin' }).click();
  await look(page, 'family-sitting');
  await page.getByRole('button', { name: 'Begin' }).click();
  for (let n = 1; n <= 2; n++) {
    await page.getByText(`Document ${n} of 2`).waitFor();
    await look(page, `family-sitting-document-${n}`);
    equal(await page.getByLabel('Print your name').count(), 0, 'the name comes at the end');
    if (page.url().endsWith(CODE)) {
      await page.getByRole('button', { name: 'I have read it: go on' }).click();
      await page.getByRole('link', { name: 'Choose yes or no' }).first().waitFor();
      await page.getByRole('group', { name: /at school: the internet/ }).getByLabel('Yes').check();
      await page.getByRole('group', { name: /at school: e-mail/ }).getByLabel('Yes').check();
    }
    await tickStatements(page);
    await page.getByRole('button', { name: 'I have read it: go on' }).click();
    await page.getByText('Kept. Nothing is signed yet.').waitFor();
  }
  deepEqual(await signed(school, mum.id), [], 'nothing is signed before the name');
  const words = await wordsOf(page);
  for (const one of [child, young]) match(words, new RegExp(fullName(one)));
  match(words, /e-mail\s+Yes/);
  await look(page, 'family-sitting-check');
  await page.getByRole('link', { name: new RegExp(`^Change.*${fullName(child)}`) }).click();
  await page.getByRole('group', { name: /at school: e-mail/ }).getByLabel('No', { exact: true }).check();
  await page.getByRole('button', { name: 'I have read it: go on' }).click();
  match(await wordsOf(page), /e-mail\s+No/);
  await page.getByRole('button', { name: 'Sign them' }).click();
  await page.getByRole('link', { name: 'Type your name' }).waitFor();
  await page.getByLabel('Print your name').fill('Quillon Chukwu');
  await page.getByRole('button', { name: 'Sign them' }).click();
  await page.getByText('Signed. Thank you.').waitFor();
  match(await wordsOf(page), /You have signed 2 documents/);
  await look(page, 'family-sitting-done');

  const rows = await signed(school, mum.id);
  deepEqual(rows.map(row => [row.person, row.policy, row.capacity, row.typed]), [[young.id, YOUNG, 'guardian', 'Quillon Chukwu'], [child.id, CODE, 'guardian', 'Quillon Chukwu']]);
  equal(new Set(rows.map(row => row.hash)).size, 2, 'each text is sealed by itself');
  const said = await school.read(async tx => (await sql<{ child: string; about: string; answer: string }>`select child_id as child, about, answer from parent_permission order by seq`.execute(tx)).rows);
  deepEqual(said, [{ child: child.id, about: 'facility=internet', answer: 'yes' }, { child: child.id, about: 'facility=email', answer: 'no' }]);
  match((await school.read(tx => readLines(tx, { limit: 50 }))).map(line => line.deed).join(' '), /countersign-agreement/);
  await page.goto(SITTING);
  match(await wordsOf(page), /Nothing to sign/);
}));

test('in a family’s sitting the other parent sees nothing, one who may not agree is asked nothing, and what changed is read again', () => journey({ pack: 'prep-school' }, async ({ school }) => {
  const { child, young, mum, dad } = await withASibling(school);
  const [one, other] = [await school.asPerson(mum.id), await school.asPerson(dad.id)];
  let next = (await one.post(SITTING)).location!;
  for (let n = 0; n < 2; n++) next = await reads(one, next);
  equal(next, `${SITTING}/check`);
  doesNotMatch((await other.get(SITTING)).html, /read and answered/, 'what one parent has answered is not shown to the other');
  equal((await other.get(`${SITTING}/${child.id}/${CODE}`)).status, 404, 'who has not begun has no document open');

  const open = (await one.get(next)).html;
  await school.change(async tx => {
    const edition = (await latestApproved(tx, CODE))!;
    await adopt(tx, { school: school.school, vocabulary: school.shared.vocabulary, by: null, at: school.now(), today: school.today() }, { markdown: `${edition.markdown}\nEverybody shows their badge at the gate. {#badge-at-the-gate}\n\n::must[sign-policy]\n`, inForce: school.today() });
  });
  const sent = await one.post(next, { ...hiddenFields(open), typedName: 'Quillon Chukwu' });
  equal(sent.status, 409);
  match(sent.html, /Something is different now/);
  deepEqual(await signed(school, mum.id), [], 'all of them are signed, or none');
  match((await one.get(SITTING)).html, /1 of 2 read/);
  next = (await one.post(SITTING)).location!;
  equal(next, `${SITTING}/${child.id}/${CODE}`);
  next = await reads(one, next);

  equal((await signsBeside(other, child, 'Zephyrine Chukwu')).status, 303);
  equal((await one.get(next)).html.includes(fullName(young)), true);
  const done = await one.post(next, { ...hiddenFields((await one.get(next)).html), typedName: 'Quillon Chukwu' });
  equal(done.status, 303);
  deepEqual((await signed(school, mum.id)).map(row => row.policy), [YOUNG], 'another adult’s signature was enough for the other child');
  doesNotMatch((await one.get(done.location!)).html, /Zephyrine/);
  equal((await other.get(done.location!)).status, 404);

  await school.change(tx => sql`update guardian set may_agree = false where child_id = ${young.id} and parent_id = ${dad.id}`.execute(tx));
  match((await other.get(SITTING)).html, /Nothing to sign/);
  const features = featuresOf({ ...school.shared, personas: async () => [] });
  const known = await school.read(async tx => { const all: unknown[] = []; for (const feature of features) all.push(await feature.exportPerson?.(tx, mum.id)); return all; });
  match(JSON.stringify(known), /"family":\[\{/);
  await school.change(async tx => { for (const feature of features) await feature.erasePerson?.(tx, mum.id); });
  equal((await school.read(tx => sql<{ n: number }>`select count(*) as n from family_sitting_document`.execute(tx))).rows[0]!.n, 0);
}));

test('where both parents must agree, each signs their own part of a family’s sitting', () => journey({ pack: 'prep-school' }, async ({ school }) => {
  const { child, mum, dad } = await withASibling(school);
  await (await school.as('office')).post(`${at}/people/${child.id}/family-record`, { agree: 'both', separateHomes: 'yes' });
  for (const who of [mum, dad]) {
    const parent = await school.asPerson(who.id);
    let next = (await parent.post(SITTING)).location!;
    while (!next.endsWith('/check')) next = await reads(parent, next);
    equal((await parent.post(next, { ...hiddenFields((await parent.get(next)).html), typedName: who.givenName })).status, 303);
    const open = (await school.read(tx => sql<{ needed: number; signed: number; countersigned: string | null }>`select guardians_needed as needed, cardinality(guardian_agreements) as signed, countersigned_on as countersigned from agreement_ask where person_id = ${child.id} and policy = ${CODE}`.execute(tx))).rows[0]!;
    deepEqual([open.needed, open.signed, open.countersigned === null], who === mum ? [2, 1, true] : [2, 2, false]);
  }
}));
