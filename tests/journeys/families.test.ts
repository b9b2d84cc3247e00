import { deepEqual, doesNotMatch, equal, match, ok } from 'node:assert/strict';
import test from 'node:test';
import { readLines } from '../../src/logbook/index.ts';
import { sql } from '../../src/platform/database/index.ts';
import { readRecord } from '../../src/school/people/families/store.ts';
import { fullName } from '../../src/school/people/index.ts';
import { look } from '../support/browser.ts';
import { at, CODE, openAsk, pupilPromises, signsBeside, textOf, theFamily } from '../support/family.ts';
import { sendFile, whenDone } from '../support/import.ts';
import { openSchool } from '../support/school.ts';
import { journey } from './with-browser.ts';

test('two parents in separate homes must both agree: it stays open until the second has signed', () => journey({ pack: 'prep-school' }, async ({ school, window }) => {
  const { child, mum, dad } = await theFamily(school);
  const office = await window({ as: 'office' });
  await office.goto(`${at}/people/${child.id}`);
  await office.getByRole('link', { name: 'The family’s record' }).click();
  await office.getByLabel('Both must agree').check();
  await office.getByLabel('The parents live in separate homes').check();
  await office.getByLabel('Note', { exact: true }).fill('Handed over on Fridays at the gate.');
  await office.getByRole('button', { name: 'Save' }).click();
  await office.getByText('Who is asked to countersign follows it.').waitFor();
  await look(office, 'family-record');
  await pupilPromises(school);
  const [first, second] = [await school.asPerson(mum.id), await school.asPerson(dad.id)];
  equal((await signsBeside(first, child, 'The first')).status, 303);
  deepEqual(await openAsk(school, child), { open: true, needed: 2, signed: 1 });
  match((await first.get(`${at}/family`)).html, /We are waiting for the other parent/);
  match((await second.get(`${at}/family`)).html, /You have not countersigned yet/);
  match((await (await school.as('office')).postAndFollow(`${at}/agreements/register`, { search: fullName(child) })).html, /1 of 2 adults have countersigned/);
  equal((await signsBeside(second, child, 'The second')).status, 303);
  deepEqual(await openAsk(school, child), { open: false, needed: 2, signed: 2 });
  await office.getByRole('button', { name: 'Take the last change back' }).click();
  await office.getByText('The last change is taken back.').waitFor();
  ok(await office.getByLabel('One may agree').isChecked());
  ok((await school.read(tx => readLines(tx, { about: child.id, limit: 50 }))).some(line => line.deed === 'undo-family-change'));
}));

test('parents in separate homes each get a letter of their own, which names neither to the other', async () => {
  const school = await openSchool({ pack: 'prep-school' });
  try {
    const { child, mum, dad } = await theFamily(school);
    await (await school.as('office')).post(`${at}/people/${child.id}/family-record`, { agree: 'both', separateHomes: 'yes' });
    await school.change(tx => sql`update person set email = null where id = ${dad.id}`.execute(tx));
    const letters = async () => textOf((await (await school.as('office')).get(`${at}/agreements/chase/letters.pdf?class=${child.place!.class}`)).bytes!).split('\f').filter(page => page.includes(child.givenName));
    const one = await letters();
    ok(one.some(page => page.includes(`To ${fullName(dad)}`)), 'who has no mailbox gets a letter, though the other has one');
    ok(!one.some(page => page.includes(`To ${fullName(mum)}`)));
    await school.change(tx => sql`update person set email = null where id = ${mum.id}`.execute(tx));
    const both = await letters();
    for (const [mine, other] of [[mum, dad], [dad, mum]] as const) equal(both.filter(page => page.includes(fullName(mine)) && !page.includes(other.givenName)).length, 1);
    equal(school.errors.length, 0);
  } finally {
    await school.close();
  }
});

test('a looked-after child: nobody signs until the record names who may, and then that person does', () => journey({ pack: 'prep-school' }, async ({ school, window }) => {
  const { child, mum } = await theFamily(school);
  const office = await window({ as: 'office' });
  await office.goto(`${at}/people/${child.id}/family-record`);
  await office.getByLabel('A looked-after child').check();
  await office.getByRole('button', { name: 'Save' }).click();
  await office.getByText('Nobody is named who may sign').waitFor();
  const parent = await school.asPerson(mum.id);
  equal((await parent.get(`${at}/family/${child.id}/${CODE}`)).status, 404);
  match((await parent.get(`${at}/family`)).html, /Another adult agrees for/);
  await office.getByRole('link', { name: 'Add an adult' }).click();
  await office.getByLabel('Given name').fill('Wynne');
  await office.getByLabel('Family name').fill('Dunmore');
  await office.getByLabel('E-mail address').fill('wynne.dunmore@council.example');
  await office.getByLabel(/^What are they to/).fill('Social worker');
  await office.getByLabel('Standing').selectOption('social-worker');
  await office.getByRole('button', { name: 'Add' }).click();
  await office.getByRole('link', { name: 'Enter the authority they speak for' }).waitFor();
  await look(office, 'family-add-faults');
  await office.getByLabel('Authority').fill('Harrowmere Council');
  await office.getByLabel('Named as one who may sign').check();
  await office.getByRole('button', { name: 'Add' }).click();
  await office.getByText('Named to sign', { exact: true }).waitFor();
  await pupilPromises(school);
  const id = (await school.read(tx => sql<{ id: string }>`select id from person where email = 'wynne.dunmore@council.example'`.execute(tx))).rows[0]!.id;
  const worker = await school.asPerson(id);
  const signed = await signsBeside(worker, child, 'Wynne Dunmore');
  equal((await openAsk(school, child)).open, false);
  match((await worker.get(signed.location!)).html, /Social worker/);
}));

test('a parent without contact is asked nothing and told nothing, from the first day of the order to its last', async () => {
  const school = await openSchool({ pack: 'prep-school' });
  try {
    const { child, dad } = await theFamily(school);
    const office = await school.as('office');
    await office.post(`${at}/people/${child.id}/family/${dad.id}`, { relation: 'Parent', noContact: 'yes', courtOrder: 'yes', from: '2026-11-24', until: '2026-11-30', reviewOn: '2026-11-25' });
    const sees = async (day: string): Promise<boolean> => {
      school.travelTo(new Date(`${day}T10:00:00Z`));
      const client = await school.asPerson(dad.id);
      const page = await client.get(`${at}/family/${child.id}/${CODE}`);
      const family = (await client.get(`${at}/family`)).html;
      equal(page.status === 200, family.includes(child.givenName), 'the page and the list agree');
      return page.status === 200;
    };
    deepEqual([await sees('2026-11-23'), await sees('2026-11-24'), await sees('2026-11-30'), await sees('2026-12-01')], [true, false, false, true]);
    match((await (await school.as('office')).get(`${at}/people/family-queries`)).html, new RegExp(fullName(child)), 'the day to look again has come');
    equal(school.errors.length, 0);
  } finally {
    await school.close();
  }
});

test('only the office and the safeguarding lead read where a limit comes from', async () => {
  const school = await openSchool({ pack: 'prep-school' });
  try {
    const { child, dad } = await theFamily(school);
    await (await school.as('office')).post(`${at}/people/${child.id}/family/${dad.id}`, { relation: 'Parent', mayNotAgree: 'yes', source: 'Letter of the family court, March.' });
    for (const persona of ['office', 'dsl']) match((await (await school.as(persona)).get(`${at}/people/${child.id}/family-record`)).html, /Letter of the family court/, persona);
    const head = await school.as('head');
    doesNotMatch((await head.get(`${at}/people/${child.id}/family-record`)).html, /family court/);
    await head.post(`${at}/people/${child.id}/family/${dad.id}`, { relation: 'Father', mayNotAgree: 'yes', source: 'Overwritten' });
    match((await (await school.as('dsl')).get(`${at}/people/${child.id}/family-record`)).html, /Letter of the family court[^]*Father|Father[^]*Letter of the family court/);
    equal(school.errors.length, 0);
  } finally {
    await school.close();
  }
});

test('a file of people changes nothing of a family’s record', async () => {
  const school = await openSchool({ pack: 'prep-school' });
  try {
    const { child, dad } = await theFamily(school);
    const office = await school.as('office');
    await office.post(`${at}/people/${child.id}/family-record`, { agree: 'both', separateHomes: 'yes', note: 'Gate on Fridays.' });
    await office.post(`${at}/people/${child.id}/family/${dad.id}`, { relation: 'Father', noContact: 'yes', source: 'Court.', from: '2026-11-01' });
    const record = () => school.read(tx => readRecord(tx, child.id));
    const before = await record();
    const file = (await office.get(`${at}/people/export/oneroster.zip`)).bytes!;
    const sent = await sendFile(school, office, { name: 'school.zip', bytes: file });
    await whenDone(office, sent.location!);
    await office.post(`${sent.location!}/apply`);
    await whenDone(office, sent.location!);
    deepEqual(await record(), before);
    equal(school.errors.length, 0);
  } finally {
    await school.close();
  }
});
