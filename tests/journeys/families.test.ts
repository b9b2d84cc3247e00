import { deepEqual, doesNotMatch, equal, match, ok } from 'node:assert/strict';
import { execFileSync } from 'node:child_process';
import fs from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import test from 'node:test';
import { readLines } from '../../src/logbook/index.ts';
import { sql } from '../../src/platform/database/index.ts';
import { chaseEverywhere } from '../../src/school/agreements/index.ts';
import { findPerson, fullName, listGuardians, type Person } from '../../src/school/people/index.ts';
import { look } from '../support/browser.ts';
import { hiddenFields } from '../support/forms.ts';
import { readWhatBelongsTo } from '../support/reading.ts';
import { openSchool, type Answered, type Client, type TestSchool } from '../support/school.ts';
import { journey, wordsOf } from './with-browser.ts';

const CODE = 'middle-senior-code';
const at = '/prep-school';

interface Family { readonly child: Person; readonly mum: Person; readonly dad: Person }

/** The pupil of the demonstration with her two parents, each with an address of their own. */
async function theFamily(school: TestSchool): Promise<Family> {
  const found = await school.change(async tx => {
    const pupil = (await sql<{ id: string }>`select person_id as id from demonstration_persona where persona = 'pupil'`.execute(tx)).rows[0]!.id;
    const [one, other] = (await listGuardians(tx, { children: [pupil], day: school.today() })).map(tie => tie.parentId);
    await sql`update person set given_name = 'Quillon', email = 'quillon.first@home-one.example' where id = ${one!}`.execute(tx);
    await sql`update person set given_name = 'Zephyrine', email = 'zephyrine.second@home-two.example' where id = ${other!}`.execute(tx);
    return Promise.all([pupil, one!, other!].map(id => findPerson(tx, id, school.today())));
  });
  const [child, mum, dad] = found as [Person, Person, Person];
  return { child, mum, dad };
}

/** Signs beside the child, after reading what belongs to it. */
async function signsBeside(parent: Client, child: Person, name: string): Promise<Answered> {
  const address = `${at}/family/${child.id}/${CODE}`;
  await readWhatBelongsTo(parent, address);
  return parent.post(address, { ...hiddenFields((await parent.get(address)).html), typedName: name });
}

const pupilPromises = async (school: TestSchool): Promise<void> => {
  const pupil = await school.as('pupil');
  await pupil.post(`${at}/agreements/${CODE}`, { ...hiddenFields((await pupil.get(`${at}/agreements/${CODE}`)).html), typedName: 'The pupil' });
};

const openAsk = async (school: TestSchool, child: Person) =>
  (await school.read(tx => sql<{ open: boolean; needed: number; signed: number }>`select open, guardians_needed as needed, cardinality(guardian_agreements) as signed from agreement_ask where person_id = ${child.id} and policy = ${CODE}`.execute(tx))).rows[0]!;

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

/** Everything a parent can open, as text. */
async function everythingFor(parent: Client): Promise<string> {
  const pages: string[] = [];
  const seen = new Set<string>();
  const queue = [at, `${at}/family`, `${at}/me`, `${at}/agreements`, `${at}/offices`];
  while (queue.length > 0 && seen.size < 60) {
    const url = queue.shift()!;
    if (seen.has(url)) continue;
    seen.add(url);
    const { status, html, bytes, location } = await parent.get(url);
    if (location?.startsWith(at)) queue.push(location);
    if (status !== 200) continue;
    pages.push(url.endsWith('/pdf') && url.includes('/seal/') ? textOf(bytes!) : html);
    queue.push(...[...html.matchAll(/href="(\/prep-school\/(?:family|agreements|me)[^"#]*)"/g)].map(found => found[1]!.replaceAll('&amp;', '&')));
  }
  ok(seen.size > 12, `only ${seen.size} pages were found`);
  return pages.join('\n');
}

function textOf(pdf: Uint8Array): string {
  const folder = fs.mkdtempSync(path.join(os.tmpdir(), 'countersign-family-'));
  fs.writeFileSync(path.join(folder, 'it.pdf'), pdf);
  const text = execFileSync('pdftotext', ['-layout', path.join(folder, 'it.pdf'), '-'], { encoding: 'utf8' });
  fs.rmSync(folder, { recursive: true });
  return text;
}

test('neither parent of a separated home finds the other’s name, address or reasons on any page, paper or mail of theirs', async () => {
  const school = await openSchool({ pack: 'prep-school' });
  try {
    const { child, mum, dad } = await theFamily(school);
    const office = await school.as('office');
    await office.post(`${at}/people/${child.id}/family-record`, { agree: 'both', separateHomes: 'yes', note: 'Secretnote about the homes.' });
    await office.post(`${at}/people/${child.id}/family/${dad.id}`, { relation: 'Parent', courtOrder: 'yes', source: 'Secretsource: letter of the court.' });
    await pupilPromises(school);
    const [first, second] = [await school.asPerson(mum.id), await school.asPerson(dad.id)];
    const signed = (await signsBeside(first, child, 'Quillon the First')).location!.split('?')[0]!;
    const no = await second.get(`${at}/family/${child.id}/${CODE}/decline`);
    equal((await second.post(`${at}/family/${child.id}/${CODE}/decline`, { ...hiddenFields(no.html), reason: 'Verysecretreason of the second home.' })).status, 303);
    equal((await second.get(signed)).status, 404, 'what the other signed is not theirs to open');
    const theFirst = await everythingFor(first);
    doesNotMatch(theFirst, /Zephyrine|home-two|Verysecretreason|Secretnote|Secretsource|said no|declined/i);
    match(theFirst, /We are waiting for the other parent/);
    equal((await first.postAndFollow(`${signed}/withdraw`, { reason: 'Hiddenreason of the first home.' })).status, 200);
    await signsBeside(second, child, 'Zephyrine the Second');
    const theSecond = await everythingFor(second);
    doesNotMatch(theSecond, /Quillon|home-one|Hiddenreason|Secretnote|Secretsource/);
    school.travelTo(new Date('2026-12-07T10:00:00Z'));
    await chaseEverywhere({ db: school.db, vocabulary: school.shared.vocabulary, now: school.now(), hour: 8 });
    const mails = (await school.read(tx => sql<{ person: string; words: string }>`select person_id as person, subject || body as words from mail_outbox where person_id = any(${[mum.id, dad.id]}::uuid[])`.execute(tx))).rows;
    ok(mails.some(mail => mail.person === mum.id), 'the first is reminded: her signature was taken back');
    for (const mail of mails) doesNotMatch(mail.words, mail.person === mum.id ? /Zephyrine|home-two|Verysecretreason/ : /Quillon|home-one|Hiddenreason/);
    equal(school.errors.length, 0);
  } finally {
    await school.close();
  }
});

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

test('a parent checks the name and the form, says what is wrong, signs the statements of the rules, and holds the proof', () => journey({ pack: 'prep-school' }, async ({ school, window }) => {
  const page = await window({ as: 'parent' });
  await page.goto(`${at}/family`);
  await look(page, 'family-one-page');
  await page.getByRole('link', { name: 'Read together and sign' }).click();
  equal(await page.getByRole('button', { name: 'We promise' }).count(), 0, 'not before the reading');
  await page.getByRole('region', { name: 'Read with it' }).getByRole('link', { name: 'Online safety policy' }).click();
  await page.getByRole('button', { name: 'I have read it' }).click();
  const box = page.locator('#sign');
  for (const words of ['You know that your child will use the internet at school.', 'You will back your child in using computers well.', 'You set the standard at home', 'Child', 'Form']) ok((await box.innerText()).includes(words), words);
  await page.getByRole('link', { name: 'Something here is wrong' }).click();
  await page.getByLabel('What is wrong?').fill('He is in the other Reception class.');
  await look(page, 'roll-wrong');
  await page.getByRole('button', { name: 'Tell the office' }).click();
  await page.getByText('The school office has it.').waitFor();
  await page.getByRole('link', { name: 'Read together and sign' }).click();
  await page.getByLabel('Print your name').fill('Clement Chukwu');
  await page.getByRole('button', { name: 'We promise' }).click();
  await page.getByText('Countersigned. Thank you.').waitFor();
  const proof = await wordsOf(page);
  for (const words of ['With your name you also say this', 'You know that your child will use the internet at school.', 'On the roll then', 'Signed as', 'Read first: Online safety policy, edition 1', 'Read to its end']) ok(proof.includes(words), words);
  const office = await window({ as: 'office' });
  await office.goto(at);
  await office.getByRole('link', { name: 'Families to look at' }).first().click();
  await office.getByText('He is in the other Reception class.').waitFor();
  await look(office, 'family-queries');
  await office.getByRole('button', { name: 'It is put right' }).click();
  await office.getByText('Nobody says that anything is wrong').waitFor();
  equal(school.errors.length, 0);
}));

test('a name put to it before the other document was read signs nothing', async () => {
  const school = await openSchool({ pack: 'prep-school' });
  try {
    const supply = await school.as('supply');
    const sheet = `${at}/agreements/staff-code`;
    const locked = await supply.get(sheet);
    doesNotMatch(locked.html, /name="typedName"/);
    const { edition, hash } = (await school.read(tx => sql<{ edition: string; hash: string }>`select edition_id as edition, text_hash as hash from agreement where policy = 'staff-code' and whole limit 1`.execute(tx))).rows[0]!;
    const form = { edition, hash, once: '019362f0-0000-7000-8000-000000000001', typedName: 'Tilda Sadiq' };
    const tried = await supply.post(sheet, form);
    equal(tried.location, sheet);
    match((await supply.get(sheet)).html, /Not opened yet/);
    equal((await readWhatBelongsTo(supply, sheet)).length, 1);
    match((await supply.postAndFollow(sheet, form)).html, /Read first: Online safety policy, edition 1/);
    equal(school.errors.length, 0);
  } finally {
    await school.close();
  }
});

test('everybody’s own page says what to sign, what stands and what this week means for them', async () => {
  const school = await openSchool({ pack: 'prep-school', now: new Date('2026-09-16T10:00:00Z') });
  try {
    const teacher = (await (await school.as('teacher')).get(`${at}/me`)).html;
    for (const words of ['To sign', 'What this week means for you', 'New rules', 'ICT code for staff and visitors', 'Agreed']) ok(teacher.includes(words), words);
    doesNotMatch((await (await school.as('pupil')).get(`${at}/me`)).html, /My computer rules/);
    const parent = (await (await school.as('parent')).get(`${at}/family`)).html;
    for (const words of ['This week', 'My computer rules', 'ICT code for the middle and senior school']) ok(parent.includes(words), words);
    school.travelTo(new Date('2026-11-23T10:00:00Z'));
    match((await (await school.as('teacher')).get(`${at}/me`)).html, /No rule for you changed this week/);
    equal(school.errors.length, 0);
  } finally {
    await school.close();
  }
});
