import { deepEqual, doesNotMatch, equal, match, ok } from 'node:assert/strict';
import test from 'node:test';
import { featuresOf } from '../../src/app.ts';
import { sql } from '../../src/platform/database/index.ts';
import { chaseEverywhere } from '../../src/school/agreements/index.ts';
import { look, tickStatements } from '../support/browser.ts';
import { at, CODE, openAsk, pupilPromises, signsBeside, textOf, theFamily } from '../support/family.ts';
import { hiddenFields } from '../support/forms.ts';
import { readWhatBelongsTo } from '../support/reading.ts';
import { openSchool, type Client } from '../support/school.ts';
import { journey, wordsOf } from './with-browser.ts';

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
  await tickStatements(page);
  await page.getByRole('button', { name: 'We promise' }).click();
  await page.getByText('Countersigned. Thank you.').waitFor();
  const proof = await wordsOf(page);
  for (const words of ['Each line was ticked by itself beside the name', 'You know that your child will use the internet at school.', 'On the roll then', 'Signed as', 'Read first: Online safety policy, edition 1', 'Read to its end']) ok(proof.includes(words), words);
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
    const form = { edition, hash, once: '019362f0-0000-7000-8000-000000000001', typedName: 'Tilda Sadiq', 'say-0': 'yes', 'say-1': 'yes', 'say-2': 'yes' };
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

test('what is kept of a family goes out without notes or another adult’s words, and goes when somebody is erased', async () => {
  const school = await openSchool({ pack: 'prep-school' });
  try {
    const { child, mum, dad } = await theFamily(school);
    const office = await school.as('office');
    await office.post(`${at}/people/${child.id}/family/${dad.id}`, { relation: 'Parent', mayNotAgree: 'yes', source: 'Secretsource of a court.' });
    const parent = await school.asPerson(mum.id);
    await parent.post(`${at}/family/${child.id}/wrong`, { ...hiddenFields((await parent.get(`${at}/family/${child.id}/wrong`)).html), says: 'Her form is 8B.' });
    await signsBeside(parent, child, 'Quillon the First');
    const features = featuresOf({ ...school.shared, personas: async () => [] });
    const all = async (id: string) => JSON.stringify(await school.read(async tx => { const parts = []; for (const feature of features) parts.push(await feature.exportPerson?.(tx, id)); return parts; }));
    match(await all(mum.id), /Her form is 8B[^]*Quillon the First|Quillon the First[^]*Her form is 8B/);
    for (const id of [mum.id, dad.id, child.id]) doesNotMatch(await all(id), /Secretsource/);
    doesNotMatch(await all(child.id), /Quillon the First/);
    await school.change(async tx => { for (const feature of features) await feature.erasePerson?.(tx, mum.id); });
    doesNotMatch(await all(mum.id), /Her form is 8B|Quillon/);
    const left = (await school.read(tx => sql<{ n: number }>`select count(*) as n from agreement_beside where by_id = ${mum.id} and relation is not null`.execute(tx))).rows[0]!.n;
    deepEqual([left, (await openAsk(school, child)).signed], [0, 1], 'the words are gone, the signature stands');
    equal(school.errors.length, 0);
  } finally {
    await school.close();
  }
});
