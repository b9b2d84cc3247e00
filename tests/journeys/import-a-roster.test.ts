import { after, before, describe, test } from 'node:test';
import { deepEqual, doesNotMatch, equal, match } from 'node:assert/strict';
import type { Browser } from 'playwright-core';
import { verify } from '../../src/logbook/index.ts';
import { findPerson, listGuardians, listPeople } from '../../src/school/people/index.ts';
import { look, openBrowser, visit } from '../support/browser.ts';
import { rosterZip, sendFile, whenDone, type RosterPerson } from '../support/import.ts';
import { openSchool, type Client, type TestSchool } from '../support/school.ts';

const pupils = (from: number, to: number): RosterPerson[] => Array.from({ length: to - from }, (_, n) => ({ id: `p${from + n}`, given: `Pupil${from + n}`, family: 'Quillfeather', role: 'student', grade: '04', room: '4Q' }));
const LIST: readonly RosterPerson[] = [
  { id: 't1', given: 'Tamsin', family: 'Quillfeather', role: 'teacher', email: 'tamsin.q@school.example' }, ...pupils(0, 12),
  { id: 'g1', given: 'Greta', family: 'Quillfeather', role: 'guardian', email: 'greta@home.example', agents: ['p0', 'p1'] },
];

describe('a roster is imported', () => {
  let school: TestSchool;
  let browser: Browser;
  let office: Client;
  let at: string;
  before(async () => {
    [school, browser] = await Promise.all([openSchool({ pack: 'prep-school' }), openBrowser()]);
    office = await school.as('office');
    at = `/${school.school.slug}/people/import`;
  });
  after(async () => {
    await browser.close();
    await school.close();
    deepEqual(school.errors, []);
  });

  const called = (search: string, left = false) => school.read(tx => listPeople(tx, { day: school.today(), search, left, limit: 200 }));
  const send = async (people: readonly RosterPerson[]): Promise<string> => {
    const sent = await sendFile(school, office, { name: 'roster.zip', bytes: rosterZip(people) });
    equal(sent.status, 303, sent.html);
    return sent.location!;
  };
  const apply = async (where: string, form: Record<string, string> = {}) => {
    equal((await office.post(`${where}/apply`, form)).status, 303);
    return (await whenDone(office, where)).html;
  };

  test('the office sees who joins before anything happens, and then they are here', async () => {
    const where = await send(LIST);
    match((await whenDone(office, where)).html, /Join \(14\)[^]*Tamsin Quillfeather/);
    deepEqual(await called('Quillfeather'), []);
    match(await apply(where), /14 people joined, 0 people changed, 0 people left/);
    const here = await called('Quillfeather');
    equal(here.length, 14);
    const child = here.find(one => one.givenName === 'Pupil0')!;
    deepEqual(child.place, { yearGroup: 'Year 4', class: '4Q', phase: 'Middle school' });
    deepEqual((await school.read(tx => listGuardians(tx, { children: [child.id] }))).map(tie => [tie.relation, tie.mayAgree]), [['Guardian', true]]);
    equal((await school.read(tx => verify(tx))).whole, true);
  });

  test('who joined is asked to sign like everybody else', async () => {
    const teacher = await school.asPerson((await called('Tamsin'))[0]!.id);
    match((await teacher.get(`/${school.school.slug}/agreements`)).html, /ICT code for staff and visitors/);
  });

  test('the same file again changes nothing', async () => {
    const html = (await whenDone(office, await send(LIST))).html;
    for (const words of ['Join (0)', 'Change (0)', 'Leave (0)', 'Faults (0)', '14 people are as before']) equal(html.includes(words), true, words);
  });

  test('a few leavers need a tick, many need their number typed, and nobody leaves before that', async () => {
    const few = await send(LIST.filter(one => one.id !== 'p11'));
    match((await whenDone(office, few)).html, /1 person would leave/);
    const unsure = await office.post(`${few}/apply`);
    equal(unsure.status, 422);
    match(unsure.html, /Tick that you have looked/);
    match(await apply(few, { sure: 'yes' }), /1 person left/);
    equal((await called('Pupil11', true))[0]!.leftOn, school.today());
    const many = await send([LIST[0]!, LIST[1]!, LIST.at(-1)!]);
    match((await whenDone(office, many)).html, /10 people would leave: are you sure\?/);
    for (const sure of ['', 'yes', '9']) equal((await office.post(`${many}/apply`, { sure })).status, 422);
    equal((await called('Quillfeather')).length, 14);
    equal((await office.post(`${many}/drop`)).status, 303);
    match((await office.get(many)).html, /Nothing was changed/);
  });

  test('a difference is refused when somebody changed people since', async () => {
    const where = await send([...LIST.slice(0, 12), LIST.at(-1)!, { id: 't2', given: 'Tobias', family: 'Quillfeather', role: 'teacher' }]);
    await whenDone(office, where);
    const teacher = (await called('Tamsin'))[0]!;
    await office.post(`/${school.school.slug}/people/${teacher.id}/name`, { givenName: 'Tamsyn', familyName: 'Quillfeather', email: 'tamsin.q@school.example' });
    match(await apply(where), /Somebody changed people since this difference was made/);
    deepEqual(await called('Tobias'), []);
    equal((await office.post(`${where}/again`)).status, 303);
    match((await whenDone(office, where)).html, /Change \(1\)/);
    await apply(where);
    deepEqual((await called('Tobias')).length, 1);
    equal((await school.read(tx => findPerson(tx, teacher.id, school.today())))!.givenName, 'Tamsin');
  });

  test('one bad row stops the whole file, with the row and what to do', async () => {
    const where = await send([...LIST.slice(0, 12), { id: 'x1', given: 'Xenia', family: '', role: 'teacher' }, { id: 'x2', given: 'Xaver', family: 'Quillfeather', role: 'wizard' }]);
    const html = (await whenDone(office, where)).html;
    match(html, /The file has faults/);
    match(html, /There is no family name/);
    match((await office.get(`${where}/faults.csv`)).html, /roles\.csv,15,role,"""wizard"" is no role/);
    equal((await office.post(`${where}/apply`)).status, 404);
    deepEqual(await called('Xaver'), []);
  });

  test('a table with its own headings is mapped once and remembered', async () => {
    const table = 'Code;Known as;Surname;Job\nS1;Una;Quillby;Teacher\nS2;Vic;Quillby;TA\n';
    const first = await sendFile(school, office, { name: 'staff.csv', bytes: table });
    match((await whenDone(office, first.location!)).html, /What are the columns\?/);
    const wrong = await office.post(`${first.location}/columns`, { key: 'Code', givenName: '', familyName: 'Surname', kind: '', whole: 'no' });
    equal(wrong.status, 422);
    match(wrong.html, /Choose the column with the given name/);
    await office.post(`${first.location}/columns`, { key: 'Code', givenName: 'Known as', familyName: 'Surname', kind: 'Job', whole: 'no' });
    match((await whenDone(office, first.location!)).html, /Join \(2\)/);
    await apply(first.location!);
    deepEqual((await called('Quillby')).map(one => one.kinds), [['teacher'], ['support-staff']]);
    const second = await sendFile(school, office, { name: 'staff.csv', bytes: table });
    match((await whenDone(office, second.location!)).html, /<option value="Known as" selected>/);
  });

  test('what is exported and imported again changes nothing, as OneRoster and as a spreadsheet', async () => {
    const zip = await school.app.inject({ method: 'GET', url: `/${school.school.slug}/people/export/oneroster.zip`, headers: { cookie: `session=x` } });
    equal(zip.statusCode, 303);
    for (const [path, name] of [['oneroster.zip', 'roster.zip'], ['people.csv', 'people.csv']] as const) {
      const { bytes } = await office.get(`/${school.school.slug}/people/export/${path}`);
      const { location } = await sendFile(school, office, { name, bytes });
      await whenDone(office, location!);
      if (name === 'people.csv') await office.post(`${location}/columns`, { key: 'number', givenName: 'given name', familyName: 'family name', email: 'e-mail', kind: 'is', yearGroup: 'year group', class: 'class', firstDay: 'first day', lastDay: 'last day', children: 'children', relation: 'relation', whole: 'yes' });
      const html = (await whenDone(office, location!)).html;
      for (const words of ['Join (0)', 'Change (0)', 'Leave (0)', 'Faults (0)', '0 family ties are new']) equal(html.includes(words), true, `${name}: ${words}`);
    }
  });

  test('those who look after machines may import, and are told of no family in an export', async () => {
    const manager = await school.as('network-manager');
    equal((await manager.get(at)).status, 200);
    doesNotMatch((await manager.get(`/${school.school.slug}/people/export/people.csv`)).html, /Guardian/);
    match((await office.get(`/${school.school.slug}/people/export/people.csv`)).html, /Guardian/);
  });

  test('what is no list of people is turned away in plain words', async () => {
    equal((await sendFile(school, office, { name: '', bytes: undefined })).status, 422);
    match((await sendFile(school, office, { name: 'photo.png', bytes: Uint8Array.from([0x89, 0x50, 0, 1]) })).html, /neither a OneRoster zip nor a table/);
    const empty = await sendFile(school, office, { name: 'empty.csv', bytes: 'hello\n' });
    match((await whenDone(office, empty.location!)).html, /no headings for at least three columns/);
    const torn = await sendFile(school, office, { name: 'torn.xlsx', bytes: Uint8Array.from([0x50, 0x4b, 3, 4, 9, 9]) });
    match((await whenDone(office, torn.location!)).html, /This Excel file cannot be opened/);
  });

  test('the pages of an import, by hand and without JavaScript', async () => {
    const page = await visit(browser, school, { as: 'office', javaScript: false });
    await page.goto(at);
    await page.getByRole('button', { name: 'Send and compare' }).click();
    await page.getByText('Choose a file').first().waitFor();
    await page.getByLabel('The file').setInputFiles({ name: 'roster.zip', mimeType: 'application/zip', buffer: Buffer.from(rosterZip([LIST[0]!, ...pupils(0, 3), ...pupils(20, 25)])) });
    await page.getByRole('button', { name: 'Send and compare' }).click();
    await page.getByRole('heading', { name: 'What this file would do' }).waitFor();
    await page.getByLabel('Find by name').fill('pupil2');
    await page.getByRole('button', { name: 'Find' }).click();
    equal(await page.getByRole('row').count(), 6);
    equal(page.url().includes('pupil2'), false);
    await page.context().close();

    const drawn = await visit(browser, school, { as: 'office' });
    await drawn.goto(at);
    await look(drawn, 'import');
    await drawn.getByLabel('The file').setInputFiles({ name: 'staff.csv', mimeType: 'text/csv', buffer: Buffer.from('Code,Known as,Surname,Job\nS1,Una,Quillby,Teacher\nS3,Wim,Quillby,Wizard\n') });
    await drawn.getByRole('button', { name: 'Send and compare' }).click();
    await look(drawn, 'import-columns');
    await drawn.getByText('No, it adds and changes people').click();
    await drawn.getByRole('button', { name: 'Compare with the school' }).click();
    await drawn.getByRole('heading', { name: 'The file has faults' }).waitFor();
    await look(drawn, 'import-faults');
    await drawn.goto(at);
    await drawn.getByLabel('The file').setInputFiles({ name: 'roster.zip', mimeType: 'application/zip', buffer: Buffer.from(rosterZip([{ ...LIST[0]!, email: 'new@school.example' }, ...pupils(0, 3), ...pupils(20, 25)])) });
    await drawn.getByRole('button', { name: 'Send and compare' }).click();
    await drawn.getByRole('heading', { name: 'What this file would do' }).waitFor();
    await look(drawn, 'import-difference');
    await drawn.getByRole('link', { name: /^Leave/ }).click();
    await look(drawn, 'import-leave');
    await drawn.getByRole('button', { name: 'Put this file aside' }).click();
    await drawn.getByRole('link', { name: 'roster.zip' }).first().click();
    await look(drawn, 'import-over');
    await drawn.context().close();
  });
});
