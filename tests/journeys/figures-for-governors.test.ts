import { deepEqual, equal, match } from 'node:assert/strict';
import { after, before, describe, test } from 'node:test';
import { sql } from '../../src/platform/database/index.ts';
import { doingAs, openConcern } from '../../src/school/concerns/index.ts';
import { addPeople, setState } from '../../src/school/concerns/deeds/case.ts';
import { wordsOf } from '../support/cases.ts';
import { askingAs, fileOne, holderOf } from '../support/concerns.ts';
import { openSchool, type TestSchool } from '../support/school.ts';

const HERE = '/prep-school/concern-figures';
const OUT = new Date('2027-01-15T10:00:00Z');

/** The line of the file with these words, from its fourth cell on. */
const lineOf = (file: string, what: string): string => file.split('\r\n').find(line => line.includes(`,${what},`))?.split(',').slice(3).join(',') ?? '';

/** A term with concerns of the usual kinds; with one about each of those who may read the figures, where that is asked. */
async function aTerm(school: TestSchool, aboutReaders: boolean): Promise<string[]> {
  const dsl = await askingAs(school, await holderOf(school, 'dsl'));
  const filed: string[] = [];
  for (let n = 0; n < 10; n++) filed.push(...(await fileOne(school)).concerns);
  for (let n = 0; n < 4; n++) await fileOne(school, { kinds: [{ kind: 'report-virus', facts: {} }] });
  await school.change(async tx => {
    for (const concern of filed.slice(0, 7)) {
      await openConcern(tx, dsl, concern);
      await setState(tx, doingAs(dsl), { concern, to: 'in-hand' });
      await setState(tx, doingAs(dsl), { concern, to: 'closed' });
    }
  });
  if (!aboutReaders) return filed;
  const governor = await school.read(async tx => (await sql<{ id: string }>`select person_id as id from demonstration_persona where persona = 'governor'`.execute(tx)).rows[0]!.id);
  for (const about of [...await Promise.all(['head', 'dsl', 'chair-of-governors'].map(office => holderOf(school, office))), governor]) await fileOne(school, { about: [about], kinds: [{ kind: 'report-safeguarding-concern', facts: {} }, { kind: 'handle-breach', facts: {} }] });
  return filed;
}

describe('the figures of a term', () => {
  let school: TestSchool;
  let filed: string[];
  before(async () => {
    school = await openSchool({ pack: 'prep-school' });
    filed = await aTerm(school, true);
  });
  after(async () => {
    await school.close();
    deepEqual(school.errors, []);
  });

  test('while the term runs there are none, and the page says when they come', async () => {
    const { status, html } = await (await school.as('governor')).get(HERE);
    equal(status, 200);
    match(wordsOf(html), /No figures are out yet.*The figures of Autumn 2026 are made on or after 15 January 2027/s);
    equal((await (await school.as('teacher')).get(HERE)).status, 404);
    equal((await school.as('governor').then(client => client.get(`${HERE}.csv`))).html.trim().split('\r\n').length, 1);
  });

  test('weeks after it a governor reads how many there were, how soon somebody answered and what is closed, and no small number', async () => {
    school.travelTo(OUT);
    const governor = await school.as('governor');
    const page = wordsOf((await governor.get(HERE)).html);
    match(page, /Autumn 2026.*as it was on 15 January 2027, and does not change any more/s);
    const file = (await governor.get(`${HERE}.csv`)).html;
    equal(lineOf(file, 'Safety of children'), 'What was told,Safety of children,10,Within a day');
    equal(lineOf(file, 'Technology'), 'What was told,Technology,Fewer than 5,Not shown');
    equal(lineOf(file, 'Records'), 'What was told,Records,Fewer than 5,Not shown');
    match(file, /What was told,Everything together,14,Within a day/);
    equal(lineOf(file, 'Closed'), 'Where they stood,Closed,7,');
    equal(lineOf(file, 'Still open'), 'Where they stood,Still open,7,');
    equal(lineOf(file, 'A warning'), 'What followed,A warning,Fewer than 5,');
  });

  test('a concern about the head, the safeguarding lead, the chair or a governor is in none of them, and all four read the same', async () => {
    const readers = [await school.as('governor'), ...await Promise.all(['head', 'dsl', 'chair-of-governors'].map(async office => school.asPerson(await holderOf(school, office))))];
    const files = await Promise.all(readers.map(async reader => (await reader.get(`${HERE}.csv`)).html));
    equal(new Set(files).size, 1);
    const without = await openSchool({ pack: 'prep-school' });
    try {
      await aTerm(without, false);
      without.travelTo(OUT);
      equal((await (await without.as('governor')).get(`${HERE}.csv`)).html, files[0]);
    } finally {
      await without.close();
    }
  });

  test('what is found out later about somebody who reads them, closed or told moves nothing', async () => {
    const head = await school.asPerson(await holderOf(school, 'head'));
    const first = (await head.get(`${HERE}.csv`)).html;
    const dsl = await askingAs(school, await holderOf(school, 'dsl'));
    await school.change(async tx => {
      await openConcern(tx, dsl, filed[8]!);
      await setState(tx, doingAs(dsl), { concern: filed[8]!, to: 'in-hand' });
      await setState(tx, doingAs(dsl), { concern: filed[8]!, to: 'closed' });
      await addPeople(tx, doingAs(dsl), { concern: filed[9]!, about: [await holderOf(school, 'head')], children: [] });
      await sql`update school_term set to_day = '2026-12-17' where name = 'Autumn 2026'`.execute(tx);
    });
    equal((await head.get(`${HERE}.csv`)).html, first);
  });

  test('a threshold that the chair sets counts for the terms that are made after it', async () => {
    const chair = await school.asPerson(await holderOf(school, 'chair-of-governors'));
    const settings = { safeguarding: '60', other: '1440', next: 'head', openingHours: '48', openedHours: '72', figuresDelayDays: '40' };
    equal((await chair.post('/prep-school/concern-settings', { ...settings, figuresHideBelow: '2' })).status, 422);
    equal((await chair.post('/prep-school/concern-settings', { ...settings, figuresHideBelow: '8' })).status, 303);
    school.travelTo(new Date('2027-05-05T10:00:00Z'));
    const governor = await school.as('governor');
    match(wordsOf((await governor.get(HERE)).html), /Spring 2027.*Told from 19 December 2026 to 26 March 2027.*Fewer than 8/s);
    match(wordsOf((await governor.get(`${HERE}?term=2026-09-02`)).html), /Told from 2 September 2026 to 18 December 2026.*Fewer than 5/s);
  });
});
