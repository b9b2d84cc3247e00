import { deepEqual, doesNotMatch, equal, match, ok } from 'node:assert/strict';
import fs from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { after, before, describe, test } from 'node:test';
import type { Browser, Page } from 'playwright-core';
import { readLines, verify } from '../../src/logbook/index.ts';
import { sql } from '../../src/platform/database/index.ts';
import { addDays } from '../../src/platform/days.ts';
import { addFamilies, addPeople, listHolders } from '../../src/school/people/index.ts';
import { adopt, latestApproved } from '../../src/school/policies/index.ts';
import { findAsk } from '../../src/school/agreements/reads.ts';
import type { Grey } from '../../src/school/agreements/paper/scan/pixels.ts';
import { readyToPrint } from '../../src/school/agreements/paper/making.ts';
import { slipsIn, printOf } from '../../src/school/agreements/paper/reads.ts';
import type { Slip } from '../../src/school/agreements/paper/words.ts';
import { look, openBrowser, visit } from '../support/browser.ts';
import { jpegOf, lot, pdfOf, printed, scanned, sign, tear, tick } from '../support/paper.ts';
import { openSchool, type Client, type TestSchool } from '../support/school.ts';

const POLICY = 'middle-senior-code';
const BOTH_CODES = [{ x: 165, y: 8, w: 45, h: 42 }, { x: 0, y: 257, w: 42, h: 40 }];

describe('a pile of thirty slips comes back with three faults', () => {
  let school: TestSchool;
  let browser: Browser;
  let office: Client;
  let page: Page;
  let folder: string;
  let slips: Slip[];
  let sheets: Grey[];
  const home = '/prep-school/agreements/paper';
  before(async () => {
    [school, browser] = await Promise.all([openSchool({ pack: 'prep-school' }), openBrowser()]);
    folder = fs.mkdtempSync(path.join(os.tmpdir(), 'slips-'));
    office = await school.as('office');
    await thirtyChildrenJoin();
    page = await visit(browser, school, { as: 'office' });
  });
  after(async () => {
    await browser.close();
    await school.close();
    fs.rmSync(folder, { recursive: true });
    deepEqual(school.errors, []);
  });

  /** A class of thirty with a parent each; one child has two. */
  const thirtyChildrenJoin = () => school.change(async tx => {
    const doing = { school: school.school.id, by: (await listHolders(tx, school.today())).find(holder => holder.office === 'head')!.person, at: school.now() };
    const child = (n: number) => ({ givenName: `Kit${n}`, familyName: 'Papersmith', email: null, joinedOn: school.today(), kinds: ['pupil-senior'], place: { yearGroup: 'Year 8', class: '8P', phase: 'Senior school' } });
    const parent = (n: number) => ({ givenName: `Sam${n}`, familyName: 'Papersmith', email: null, joinedOn: school.today(), kinds: ['parent'] });
    const children = await addPeople(tx, doing, Array.from({ length: 30 }, (_, n) => child(n)));
    const parents = await addPeople(tx, doing, Array.from({ length: 31 }, (_, n) => parent(n)));
    await addFamilies(tx, doing, parents.map((parentId, n) => ({ childId: children[n % 30]!, parentId, relation: 'Parent', mayAgree: true, noContact: false })));
  });

  const slipsOfPrint = (id: string) => school.read(async tx => slipsIn(tx, (await printOf(tx, id))!));
  const askOf = (slip: Slip) => school.read(tx => findAsk(tx, slip.person, slip.policy));
  const print = async (form: Record<string, string>) => (await office.post(`${home}/print`, { policy: POLICY, ...form })).location!;
  /** A slip as a family fills it in: everything signed, every box ticked, both questions answered with yes. */
  const fill = (sheet: Grey, slip: Slip): Grey => {
    const filled = { ...sheet, data: sheet.data.slice() };
    for (const { capacity, accepts, asks, signers } of slip.content.parts) {
      sign(filled, slip.boxes, `${capacity}.sign`);
      accepts.forEach((_, at) => tick(filled, slip.boxes, `${capacity}.tick.${at}`));
      asks.forEach((_, at) => tick(filled, slip.boxes, `${capacity}.ask.${at}.yes`));
      if (signers.length > 1) tick(filled, slip.boxes, `${capacity}.who.${signers[0]!.id}`);
    }
    return filled;
  };
  const scanOf = (grey: Grey, n: number) => { const seen = scanned(grey, { turn: [0.4, 180.5, -1.2, 90.3][n % 4]!, draw: lot(n + 1) }); return { jpeg: jpegOf(seen, 60), width: seen.width, height: seen.height }; };

  test('the office prints one slip a person; its codes stay good when they are printed again', async () => {
    // One slip goes out before the text changes.
    const early = await print({ class: '8P' });
    const old = (await slipsOfPrint(early.split('/').at(-1)!))[0]!;
    const oldSheet = (await printed((await office.get(`${early}/pdf`)).bytes!))[0]!;
    await school.change(async tx => {
      const edition = (await latestApproved(tx, POLICY))!;
      await adopt(tx, { school: school.school, vocabulary: school.shared.vocabulary, by: null, at: school.now(), today: school.today() }, { markdown: edition.markdown.replace('Check that they are right.', 'Please check that they are right.'), inForce: school.today() });
    });
    await page.goto(home);
    await page.getByLabel('Policy').selectOption(POLICY);
    await page.getByLabel('Class').selectOption('8P');
    await page.getByRole('button', { name: 'Make the slips' }).click();
    await page.getByRole('heading', { name: 'The slips are ready' }).waitFor();
    await look(page, 'paper-slips-ready');
    const at = new URL(page.url()).pathname;
    const pdf = (await office.get(`${at}/pdf`)).bytes!;
    const all = await slipsOfPrint(at.split('/').at(-1)!);
    equal(all.length, 30);
    const again = await slipsOfPrint((await print({ class: '8P' })).split('/').at(-1)!);
    deepEqual(again.map(slip => slip.code), all.map(slip => slip.code));
    equal(new Set(all.map(slip => slip.code)).size, all.length);
    const fresh = await printed(pdf);
    const rest = all.map((slip, n) => ({ slip, sheet: fresh[n]! })).filter(({ slip }) => slip.person !== old.person).slice(0, 29);
    slips = [...rest.map(one => one.slip), old];
    sheets = [...rest.map(one => one.sheet), oldSheet];
    equal(all.find(slip => slip.person === old.person)!.code === old.code, false, 'another text is another slip');
  });

  test('a sheet asks for itself back by its day, and once that is over names no day', async () => {
    const due = slips[0]!.due;
    const sheetOn = async (today: string) => (await school.read(tx => readyToPrint(tx, [slips[0]!], today)))[0]!.content.due;
    deepEqual([await sheetOn(due), await sheetOn(addDays(due, 1))], [due, '']);
  });

  test('the pile is read whichever way each page lies: 27 are clear, 3 are to be looked at', async () => {
    const pages = slips.map((slip, n) => {
      const filled = n === 5 ? { ...sheets[n]!, data: sheets[n]!.data.slice() } : fill(sheets[n]!, slip);
      if (n === 12) for (const code of BOTH_CODES) tear(filled, code);
      return scanOf(filled, n);
    });
    fs.writeFileSync(path.join(folder, 'one.pdf'), pdfOf(pages.slice(0, 20)));
    fs.writeFileSync(path.join(folder, 'two.pdf'), pdfOf(pages.slice(20)));
    await page.goto(home);
    await page.getByLabel('The scans').setInputFiles([path.join(folder, 'one.pdf'), path.join(folder, 'two.pdf')]);
    await page.getByRole('button', { name: 'Send in' }).click();
    await page.getByRole('button', { name: 'Take in 27 clear slips' }).waitFor({ timeout: 240_000 });
    await page.getByRole('link', { name: 'To look at (3)' }).waitFor();
    await page.locator('.paper-picture').first().scrollIntoViewIfNeeded();
    await look(page, 'paper-pile-clear');
    equal((await school.read(tx => sql<{ n: number }>`select count(*) as n from paper_pile_piece`.execute(tx))).rows[0]!.n, 0, 'the scans themselves are not kept');
  });

  test('one press takes the clear ones in, with the office as witness, and the asks are closed', async () => {
    await page.getByRole('button', { name: 'Take in 27 clear slips' }).click();
    await page.getByText('27 taken in.').waitFor({ timeout: 90_000 });
    const ask = (await askOf(slips[0]!))!;
    equal(ask.open, false);
    const certificate = (await office.get(`/prep-school/agreements/seal/${ask.countersignatureId}`)).html;
    match(certificate, /On paper|paper/i);
    match(certificate, /Picture of the signed slip/);
    match(certificate, /My child may use this at school: e-mail[^]{0,200}Yes/, 'what the parent ticked on the slip is kept beside the signature');
    const picture = await office.get(`/prep-school/agreements/seal/${ask.countersignatureId}/slip`);
    equal(picture.headers['content-type'], 'image/jpeg');
    deepEqual([...picture.bytes!.subarray(0, 2)], [0xff, 0xd8]);
    for (const n of [5, 12, 29]) equal((await askOf(slips[n]!))!.open, true);
  });

  test('a slip without a signature is given back, and may be taken up again', async () => {
    await page.goto(`${home}/look`);
    await look(page, 'paper-look');
    await page.getByRole('listitem').filter({ hasText: 'There is no signature' }).getByRole('heading').getByRole('link').click();
    await look(page, 'paper-no-signature');
    await page.getByRole('button', { name: 'Given back to be signed' }).click();
    await page.getByText('Noted that it was given back.').waitFor();
    await page.getByRole('button', { name: 'Undo: look at it again' }).click();
    await page.getByText('Undone.').waitFor();
    await page.getByRole('button', { name: 'Given back to be signed' }).click();
    equal((await askOf(slips[5]!))!.open, true);
  });

  test('a slip whose codes are torn off is found by its short code, and never by a wrong one', async () => {
    await page.goto(`${home}/look`);
    await page.getByRole('listitem').filter({ hasText: 'No code could be read' }).getByRole('heading').getByRole('link').click();
    const code = slips[12]!.code;
    await page.getByLabel('Short code on the slip').fill(`${code.slice(0, 8)}${code[8] === 'A' ? 'C' : 'A'}`);
    await page.getByRole('button', { name: 'Use this code' }).click();
    await page.getByText('This is not a whole code').first().waitFor();
    await look(page, 'paper-no-code');
    await page.getByLabel('Short code on the slip').fill(code.toLowerCase());
    await page.getByRole('button', { name: 'Use this code' }).click();
    await page.getByText('The slip is found.').waitFor();
    await page.getByRole('button', { name: 'Take it in' }).click();
    await page.getByText('Tick that you have looked').first().waitFor();
    const who = page.getByRole('group', { name: 'Who signed for the child?' });
    if (await who.count() > 0) await who.getByRole('radio').first().check();
    await page.getByLabel('I have looked at the slip, and it is signed').check();
    await page.getByRole('button', { name: 'Take it in' }).click();
    await page.getByText('Taken in. You are the witness.').waitFor();
    equal((await askOf(slips[12]!))!.open, false);
  });

  test('a slip of an older text counts for the text that was printed on it', async () => {
    await page.goto(`${home}/look`);
    await page.getByRole('listitem').filter({ hasText: 'printed for another text' }).getByRole('heading').getByRole('link').click();
    match(await page.content(), /edition 1; in force is edition 2/);
    await page.getByLabel('I have looked at the slip, and it is signed').check();
    await page.getByRole('button', { name: 'Take it in' }).click();
    await page.getByText('Taken in. You are the witness.').waitFor();
    const certificate = (await office.get((await page.getByRole('link', { name: 'Certificate 1' }).getAttribute('href'))!)).html;
    match(certificate, /edition 1/);
    match(certificate, /The text kept here gives the same seal today/);
    await page.goto(`${home}/look`);
    await page.getByText('Every slip that was scanned is settled.').waitFor();
  });

  test('what was taken in by mistake is undone, and both rows stay', async () => {
    const done = (await school.read(tx => sql<{ id: string }>`select id from paper_page where state = 'taken' order by id limit 1`.execute(tx))).rows[0]!.id;
    const [slip] = (await school.read(tx => sql<{ person: string; policy: string }>`select s.person_id as person, s.policy from paper_slip s join paper_page p on p.slip_id = s.id where p.id = ${done}`.execute(tx))).rows;
    equal((await office.post(`${home}/pages/${done}/undo`)).status, 303);
    equal((await school.read(tx => findAsk(tx, slip!.person, slip!.policy)))!.open, true);
    equal((await office.post(`${home}/pages/${done}/take`, { seen: 'yes' })).status, 303);
    equal((await school.read(tx => findAsk(tx, slip!.person, slip!.policy)))!.open, false);
  });

  test('the same slip scanned twice is taken in once, and another school’s slip is nobody’s here', async () => {
    fs.writeFileSync(path.join(folder, 'again.jpg'), scanOf(fill(sheets[0]!, slips[0]!), 0).jpeg);
    await page.goto(home);
    await page.getByLabel('The scans').setInputFiles(path.join(folder, 'again.jpg'));
    await page.getByRole('button', { name: 'Send in' }).click();
    await page.getByText('This has been signed already').waitFor({ timeout: 60_000 });
    await page.goto(home);
    await look(page, 'paper-slips');
    await page.getByRole('button', { name: 'Send in' }).click();
    await page.getByText('Choose one or more files').first().waitFor();
  });

  test('the pictures are closed in the database, and gone when the child is erased; the chain stays whole', async () => {
    const kept = (await school.read(tx => sql<{ whole: Buffer }>`select whole from paper_picture limit 1`.execute(tx))).rows[0]!.whole;
    equal(kept.includes(Buffer.from([0xff, 0xd8, 0xff])), false);
    doesNotMatch((await school.read(tx => sql<{ content: string }>`select content::text as content from paper_slip limit 1`.execute(tx))).rows[0]!.content, /"name": "[^"]/);
    const { agreements } = await import('../../src/school/agreements/index.ts');
    const feature = agreements(school.shared);
    const about = slips[1]!.person;
    ok(JSON.stringify(await school.read(tx => feature.exportPerson!(tx, about))).includes(slips[1]!.code));
    await school.change(tx => feature.erasePerson!(tx, about));
    equal((await school.read(tx => sql<{ n: number }>`select count(*) as n from paper_picture c join paper_page p on p.id = c.page_id where p.slip_id = ${slips[1]!.id}`.execute(tx))).rows[0]!.n, 0);
    equal((await school.read(tx => verify(tx))).whole, true);
    ok((await school.read(tx => readLines(tx, { deed: 'take-slip-in', limit: 100 }))).length >= 29);
  });
});
