import { deepEqual, equal, match, ok } from 'node:assert/strict';
import { execFileSync } from 'node:child_process';
import fs from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import test from 'node:test';
import { sql } from '../../src/platform/database/index.ts';
import { look } from '../support/browser.ts';
import type { Client, TestSchool } from '../support/school.ts';
import { journey, wordsOf } from './with-browser.ts';

const CARDS = '/prep-school/agreements/class/Robins/cards';

/** A card as it lies on the table: its code as a camera reads it, and the three pictures of its other part. */
async function printed(pdf: Buffer): Promise<{ url: string; pictures: string[]; text: string }> {
  const folder = fs.mkdtempSync(path.join(os.tmpdir(), 'countersign-card-'));
  try {
    const file = path.join(folder, 'card.pdf');
    fs.writeFileSync(file, pdf);
    const text = execFileSync('pdftotext', ['-layout', file, '-'], { encoding: 'utf8' });
    execFileSync('pdftoppm', ['-png', '-r', '150', '-singlefile', file, path.join(folder, 'card')]);
    const { prepareZXingModule, readBarcodes } = await import('zxing-wasm/reader');
    await prepareZXingModule({ overrides: { wasmBinary: new Uint8Array(fs.readFileSync(path.resolve('node_modules/zxing-wasm/dist/reader/zxing_reader.wasm'))).buffer }, fireImmediately: true });
    const codes = await readBarcodes(new Uint8Array(fs.readFileSync(path.join(folder, 'card.png'))), { formats: ['QRCode'], tryHarder: true });
    equal(codes.length, 1);
    return { url: codes[0]!.text, pictures: [...text.matchAll(/\b(sun|moon|star|heart|house|tree|flower|boat|ball|apple|fish|key)\b/g)].map(found => found[1]!), text };
  } finally {
    fs.rmSync(folder, { recursive: true });
  }
}

const childOf = async (school: TestSchool): Promise<{ id: string; name: string }> =>
  (await school.read(tx => sql<{ id: string; name: string }>`select p.id, p.given_name as name from person p join demonstration_persona d on d.person_id = p.id where d.persona = 'reception'`.execute(tx))).rows[0]!;

const cardFor = async (teacher: Client, child: string) => printed((await teacher.post(`${CARDS}/make`, { whose: child })).bytes!);

test('a child in Reception signs in with a card that the class teacher printed', () => journey({ pack: 'prep-school' }, async ({ school, window }) => {
  const child = await childOf(school);
  const teacher = await window({ as: 'teacher' });
  await teacher.goto('/prep-school/agreements/class');
  await teacher.getByRole('link', { name: 'Class cards for Robins' }).click();
  match(await wordsOf(teacher), /works until 31 August 2027/);
  await look(teacher, 'cards-of-a-class');
  const card = await cardFor(await school.as('teacher'), child.id);
  match(card.text, new RegExp(child.name));
  equal(new Set(card.pictures).size, 3);
  ok(!card.url.toLowerCase().includes(child.name.toLowerCase()) && !card.url.includes(child.id), 'the code names nobody');

  const page = await window({});
  await page.goto(new URL(card.url).pathname);
  await look(page, 'card-pictures');
  ok(!(await wordsOf(page)).includes(child.name), 'a lost card tells no name');
  for (const picture of card.pictures.toReversed()) await page.getByRole('button', { name: picture, exact: true }).click();
  await page.getByText('Not quite. Try again.').waitFor();
  for (const picture of card.pictures) await page.getByRole('button', { name: picture, exact: true }).click();
  await page.getByText('Hello! You are signed in.').waitFor();
  await page.goto('/prep-school/agreements');
  match(await wordsOf(page), /My rules/);
  equal((await page.goto('/prep-school/agreements/register'))?.status(), 404);
}));

test('without JavaScript the pictures work as well, and five wrong tries lock the card until the teacher opens it', () => journey({ pack: 'prep-school' }, async ({ school, window }) => {
  const child = await childOf(school);
  const teacher = await school.as('teacher');
  const card = await cardFor(teacher, child.id);
  const at = new URL(card.url).pathname;
  const page = await window({ javaScript: false });
  await page.goto(at);
  equal(await page.locator('form:has(button[name=picture]) input[name=secret]').count(), 1, 'a form with a secret is given back to nobody');
  const wrong = ['sun', 'sun', 'sun'];
  for (let tries = 0; tries < 5; tries++) for (const picture of wrong) await page.getByRole('button', { name: picture, exact: true }).click();
  match(await wordsOf(page), /Ask your teacher/);
  const another = await window({});
  await another.goto(at);
  await look(another, 'card-locked');
  equal((await page.goto(at))?.status(), 423);
  equal((await school.guest().post(at, { secret: card.pictures.slice(0, 2).join('.'), picture: card.pictures[2]! })).status, 423, 'the right pictures do not open a locked card');
  match((await teacher.get(CARDS)).html, /locked/);
  equal((await teacher.post(`${CARDS}/unlock`, { child: child.id })).status, 303);
  await page.goto(at);
  for (const picture of card.pictures) await page.getByRole('button', { name: picture, exact: true }).click();
  match(await wordsOf(page), /You are signed in/);
  const lines = (await school.read(tx => sql<{ deed: string }>`select deed from logbook_entry where about_id = ${child.id} or by_id = ${child.id} order by seq`.execute(tx))).rows.map(row => row.deed);
  deepEqual(lines.filter(deed => /card/.test(deed)), ['make-class-card', 'make-class-card', 'lock-class-card', 'unlock-class-card', 'sign-in-by-card']);
}));

test('a card stops when it is lost, when another is made, at the end of the school year, and when its holder grows older', () => journey({ pack: 'prep-school' }, async ({ school }) => {
  const child = await childOf(school);
  const teacher = await school.as('teacher');
  const press = (card: { url: string; pictures: string[] }) => school.guest().post(new URL(card.url).pathname, { secret: card.pictures.slice(0, 2).join('.'), picture: card.pictures[2]! });
  const first = await cardFor(teacher, child.id);
  const second = await cardFor(teacher, child.id);
  equal((await press(first)).status, 410);
  equal((await press(second)).status, 303);
  equal((await teacher.post(`${CARDS}/end`, { child: child.id })).status, 303);
  equal((await press(second)).status, 410);

  const third = await cardFor(teacher, child.id);
  const monday = school.now();
  school.travelTo(new Date('2027-09-01T09:00:00Z'));
  equal((await press(third)).status, 410);
  school.travelTo(monday);
  equal((await press(third)).status, 303);
  await school.change(tx => sql`update person_kind set kind = 'pupil-senior' where person_id = ${child.id}`.execute(tx));
  equal((await press(third)).status, 410);
}));

test('a session that a card opened ends after an hour and a half', () => journey({ pack: 'prep-school' }, async ({ school }) => {
  const child = await childOf(school);
  const card = await cardFor(await school.as('teacher'), child.id);
  const guest = school.guest();
  equal((await guest.post(new URL(card.url).pathname, { secret: card.pictures.slice(0, 2).join('.'), picture: card.pictures[2]! })).status, 303);
  equal((await guest.get('/prep-school/agreements')).status, 200);
  school.travelTo(new Date(school.now().getTime() + 91 * 60_000));
  equal((await guest.get('/prep-school/agreements')).status, 303);
}));

test('only the class teacher and those who keep the register make cards, and only for children young enough', () => journey({ pack: 'prep-school' }, async ({ school }) => {
  for (const persona of ['supply', 'governor', 'parent', 'pupil']) equal((await (await school.as(persona)).get(CARDS)).status, 404, persona);
  const office = await school.as('office');
  equal((await office.get('/prep-school/agreements/class/8A/cards')).status, 404);
  const senior = (await school.read(tx => sql<{ id: string }>`select person_id as id from demonstration_persona where persona = 'pupil'`.execute(tx))).rows[0]!.id;
  equal((await office.post(`${CARDS}/make`, { whose: senior })).status, 404);
}));
