import { deepEqual, equal, match } from 'node:assert/strict';
import fs from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { after, before, describe, test } from 'node:test';
import { sql } from '../../src/platform/database/index.ts';
import { addDays } from '../../src/platform/days.ts';
import { newId } from '../../src/platform/ids.ts';
import { readSilentPiles } from '../../src/school/agreements/index.ts';
import { layoutOf } from '../../src/school/agreements/paper/layout.ts';
import { takePile } from '../../src/school/agreements/paper/piles/deeds.ts';
import { addPage, filesOf } from '../../src/school/agreements/paper/piles/store.ts';
import { printForStarters } from '../../src/school/agreements/paper/starters.ts';
import { printOf, slipsIn } from '../../src/school/agreements/paper/reads.ts';
import type { Grey } from '../../src/school/agreements/paper/scan/pixels.ts';
import { slipsPdf } from '../../src/school/agreements/paper/slip-pdf.ts';
import type { Slip } from '../../src/school/agreements/paper/words.ts';
import { addFamilies, addPeople, findPerson, listHolders } from '../../src/school/people/index.ts';
import { jpegOf, pdfOf, printed, sign, tick } from '../support/paper.ts';
import { A_MONDAY, openSchool, type Client, type TestSchool } from '../support/school.ts';

const pictureOf = (sheet: Grey) => ({ jpeg: jpegOf(sheet, 60), width: sheet.width, height: sheet.height });

describe('pages of every kind come back', () => {
  let school: TestSchool;
  let office: Client;
  let folder: string;
  let by: string;
  let slips: Slip[];
  let sheets: Grey[];
  before(async () => {
    school = await openSchool({ pack: 'prep-school' });
    office = await school.as('office');
    folder = fs.mkdtempSync(path.join(os.tmpdir(), 'pages-'));
    by = (await school.read(tx => listHolders(tx, school.today()))).find(holder => holder.office === 'office')!.person;
    const comers = await school.change(async tx => {
      const doing = { school: school.school.id, by, at: school.now() };
      const child = (givenName: string) => ({ givenName, familyName: 'Comer', email: null, joinedOn: addDays(school.today(), 14), kinds: ['pupil-senior'], place: { yearGroup: 'Year 8', class: '8A', phase: 'Senior school' } });
      const ids = await addPeople(tx, doing, [child('Abe'), child('Bea'), { givenName: 'Pat', familyName: 'Comer', email: null, joinedOn: school.today(), kinds: ['parent'] }]);
      await addFamilies(tx, doing, ids.slice(0, 2).map(childId => ({ childId, parentId: ids[2]!, relation: 'Parent', mayAgree: true, noContact: false })));
      return ids.slice(0, 2);
    });
    await office.get('/prep-school/agreements');
    const print = (await school.change(tx => printForStarters(tx, desk(), 'middle-senior-code')))!;
    const all = await school.read(async tx => slipsIn(tx, (await printOf(tx, print))!));
    const laid = await printed((await office.get(`/prep-school/agreements/paper/prints/${print}/pdf`)).bytes!);
    const at = comers.map(id => all.findIndex(slip => slip.person === id));
    [slips, sheets] = [at.map(n => all[n]!), at.map(n => laid[n]!)];
  });
  after(async () => {
    await school.close();
    fs.rmSync(folder, { recursive: true });
    deepEqual(school.errors, []);
  });

  const desk = () => ({ school: school.school, vocabulary: school.shared.vocabulary, by, at: school.now(), today: school.today() });
  const round = () => readSilentPiles({ db: school.db, vocabulary: school.shared.vocabulary, folder: school.shared.sealFolder, now: school.now() });
  const sent = async (files: readonly { name: string; bytes: Uint8Array }[]): Promise<string> => {
    const laid = files.map(({ name, bytes }) => { const file = path.join(folder, `${newId()}-${name}`); fs.writeFileSync(file, bytes); return { name, file, size: bytes.length }; });
    return school.change(tx => takePile(tx, desk(), { folder: school.shared.sealFolder, files: laid }));
  };
  const pagesOf = async (pile: string) => (await school.read(tx => sql<{ id: string; state: string; reasons: string[] }>`select id, state, reasons from paper_page where pile_id = ${pile} order by file_id, n`.execute(tx))).rows;
  const filled = (n: number): Grey => {
    const sheet = { ...sheets[n]!, data: sheets[n]!.data.slice() };
    for (const part of slips[n]!.content.parts) {
      sign(sheet, slips[n]!.boxes, `${part.capacity}.sign`);
      part.accepts.forEach((_, at) => tick(sheet, slips[n]!.boxes, `${part.capacity}.tick.${at}`));
      part.asks.forEach((_, at) => tick(sheet, slips[n]!.boxes, `${part.capacity}.ask.${at}.yes`));
    }
    return sheet;
  };

  test('another school’s slip, an unknown code, the back of a sheet and a further page are told apart', async () => {
    const content = { ...slips[0]!.content, name: 'Anybody' };
    const other = await printed(await slipsPdf({ school: { ...school.school, id: newId() }, title: 'Slips', slips: [{ code: slips[0]!.code, content }] }));
    const unknown = await printed(await slipsPdf({ school: school.school, title: 'Slips', slips: [{ code: '000000000', content }] }));
    const further = await printed(await slipsPdf({ school: school.school, title: 'Slips', slips: [{ code: slips[0]!.code, content: { ...content, fresh: [{ number: '1.1', words: 'Something new.' }] } }] }));
    const back: Grey = { width: 1240, height: 1754, data: new Uint8Array(1240 * 1754).fill(244) };
    const pile = await sent([{ name: 'mixed.pdf', bytes: pdfOf([other[0]!, unknown[0]!, back, further[1]!].map(pictureOf)) }]);
    await round();
    deepEqual((await pagesOf(pile)).map(page => [page.state, page.reasons.join()]), [['look', 'other-school'], ['look', 'unknown-code'], ['aside', 'blank'], ['aside', 'second-page']]);
  });

  test('a file that cannot be read is said so, and the others are read all the same', async () => {
    const pile = await sent([{ name: 'broken.pdf', bytes: Buffer.from('%PDF-1.7 nothing') }, { name: 'good.jpg', bytes: jpegOf(sheets[0]!) }]);
    await round();
    equal((await pagesOf(pile)).length, 1);
    match((await office.get(`/prep-school/agreements/paper/piles/${pile}`)).html, /broken\.pdf: It could not be opened/);
  });

  test('a reading that was cut off goes on with the next page when the server is back', async () => {
    const pile = await sent([{ name: 'three.pdf', bytes: pdfOf([0, 1, 1].map(n => pictureOf(sheets[n]!))) }]);
    const [file] = await school.read(tx => filesOf(tx, pile));
    const nothing = Buffer.from('closed');
    await school.change(tx => addPage(tx, school.school.id, { id: newId(), pile, file: file!.id, number: 1, state: 'look', reasons: ['no-code'], slip: null, sheet: 1, read: [], ink: [], off: null, dark: 0.1, pictureHash: '', whole: nothing, part: nothing }));
    await round();
    equal((await pagesOf(pile)).length, 3);
    deepEqual((await pagesOf(pile))[0]!.reasons, ['no-code']);
    equal((await school.read(tx => sql<{ state: string }>`select state from paper_pile where id = ${pile}`.execute(tx))).rows[0]!.state, 'read');
  });

  test('a slip that comes before the first day is received, and is clear on that day', async () => {
    const pile = await sent([{ name: 'early.pdf', bytes: pdfOf([pictureOf(filled(0))]) }]);
    await round();
    const [page] = await pagesOf(pile);
    deepEqual(page!.reasons.includes('not-yet'), true);
    match((await office.get('/prep-school/agreements/paper/starters')).html.split('Abe Comer')[1]!.slice(0, 900), /received/);
    equal((await office.post(`/prep-school/agreements/paper/pages/${page!.id}/take`, { seen: 'yes' })).status, 422);
    for (const strange of (await school.read(tx => sql<{ id: string }>`select id from paper_page where slip_id = ${slips[0]!.id} and id <> ${page!.id} and state <> 'aside'`.execute(tx))).rows) await office.post(`/prep-school/agreements/paper/pages/${strange.id}/put`, { how: 'aside' });
    school.travelTo(new Date(A_MONDAY.getTime() + 14 * 86_400_000));
    office = await school.asPerson(by);
    await round();
    deepEqual((await pagesOf(pile)).map(one => [one.state, one.reasons]), [['clear', []]]);
    match((await office.postAndFollow(`/prep-school/agreements/paper/piles/${pile}/take`)).html, /1 taken in\./);
  });

  test('nothing is signed for somebody who has left', async () => {
    school.travelTo(new Date(A_MONDAY.getTime() + 21 * 86_400_000));
    const person = (await school.read(tx => findPerson(tx, slips[1]!.person, school.today())))!;
    await school.change(tx => sql`update person set left_on = ${addDays(school.today(), -1)}::date where id = ${person.id}`.execute(tx));
    const pile = await sent([{ name: 'left.pdf', bytes: pdfOf([pictureOf(filled(1))]) }]);
    await round();
    deepEqual((await pagesOf(pile))[0]!.reasons, ['has-left']);
    equal(layoutOf(slips[1]!.content).boxes.length, slips[1]!.boxes.length);
  });
});
