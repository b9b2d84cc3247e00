import { after, before, describe, test } from 'node:test';
import { deepEqual, doesNotMatch, equal, match, ok } from 'node:assert/strict';
import { readLines } from '../../src/logbook/index.ts';
import { sql } from '../../src/platform/database/index.ts';
import { addPeople, listPeople } from '../../src/school/people/index.ts';
import { formToSign } from '../support/forms.ts';
import { readWhatBelongsTo } from '../support/reading.ts';
import { openSchool, type TestSchool } from '../support/school.ts';

/** The prep school has three codes: for the youngest, for the older ones, and for staff. */
describe('who signs what', () => {
  let school: TestSchool;
  before(async () => { school = await openSchool({ pack: 'prep-school' }); });
  after(async () => {
    await school.close();
    deepEqual(school.errors, []);
  });

  const asks = async () => (await school.read(tx => sql<{ person: string; policy: string; edition: number }>`select person_id as person, policy, edition from agreement_ask`.execute(tx))).rows;

  test('every pupil, the youngest included, is asked for the one code of their year group, and whoever is left out is listed', async () => {
    const office = await school.as('office');
    match((await office.get('/prep-school/agreements/pupil-codes')).html, /Every pupil has one code/);
    const pupils = (await school.read(tx => listPeople(tx, { day: school.today(), kinds: ['pupil', 'pupil-ks1', 'pupil-senior'], limit: 1000 })));
    const all = await asks();
    const codes = new Map<string, Set<string>>();
    for (const pupil of pupils) {
      const mine = all.filter(ask => ask.person === pupil.id).map(ask => ask.policy);
      equal(mine.length, 1, `${pupil.place?.yearGroup}: ${mine.join()}`);
      codes.set(pupil.place!.yearGroup, (codes.get(pupil.place!.yearGroup) ?? new Set()).add(mine[0]!));
    }
    for (const [year, mine] of codes) deepEqual([...mine], [['Reception', 'Year 1', 'Year 2'].includes(year) ? 'early-years-ks1-code' : 'middle-senior-code']);
    equal(codes.size, 9);
    const doing = { school: school.school.id, by: 'countersign', at: school.now() };
    await school.change(tx => addPeople(tx, doing, [{ givenName: 'Nobody', familyName: 'Hascode', email: null, joinedOn: school.today(), kinds: ['pupil'] }]));
    match((await office.get('/prep-school/agreements/pupil-codes')).html, /No code, or more than one[^]*1 pupil[^]*Nobody Hascode[^]*None/);
  });

  test('the office copies the terms into the year to come, once, and may empty a line to undo it', async () => {
    const office = await school.as('office');
    const names = async () => [...(await office.get('/prep-school/agreements/terms')).html.matchAll(/name="name-\d+" value="([^"]+)"/g)].map(([, name]) => name);
    deepEqual(await names(), ['Autumn 2026', 'Spring 2027', 'Summer 2027']);
    match((await office.postAndFollow('/prep-school/agreements/terms/next-year')).html, /The terms of the year to come are copied/);
    deepEqual((await names()).slice(3), ['Autumn 2027', 'Spring 2028', 'Summer 2028']);
    ok((await school.read(tx => readLines(tx, { limit: 1 })))[0]!.deed === 'set-terms');
  });

  test('all staff, whatever they do, are asked for the staff code, which stands alone with its own edition', async () => {
    const kinds = ['teacher', 'support-staff', 'supply', 'staff', 'ict'];
    const staff = await school.read(tx => listPeople(tx, { day: school.today(), kinds, limit: 1000 }));
    ok(staff.length > 15);
    const asked = new Map((await asks()).filter(ask => ask.policy === 'staff-code').map(ask => [ask.person, ask.edition]));
    deepEqual(staff.filter(one => !asked.has(one.id)).map(one => one.kinds.join()), []);
    ok(staff.some(one => one.kinds.includes('support-staff')) && staff.some(one => one.kinds.includes('supply')));
    const page = (await (await school.as('teacher')).get('/prep-school/policies/staff-code')).html;
    match(page, new RegExp(`Edition ${[...asked.values()][0]} of `));
  });
});

test('at the town school nobody signs the code before the online safety policy was read to its end, and both editions are kept with the signature', async () => {
  const school = await openSchool({ pack: 'town-school' });
  try {
    const supply = await school.as('supply');
    const sheet = '/town-school/agreements/staff-code';
    doesNotMatch((await supply.get(sheet)).html, /name="typedName"/);
    equal((await readWhatBelongsTo(supply, sheet)).length > 0, true);
    const signed = await supply.post(sheet, { ...formToSign((await supply.get(sheet)).html), typedName: 'A name' });
    match(signed.location!, /agreements\/seal\//);
    const kept = (await school.read(tx => sql<{ title: string; edition: number; opened: Date }>`select b.title, b.edition, b.opened_at as opened from agreement_read_before b join agreement a on a.id = b.agreement_id where a.policy = 'staff-code' and a.at = ${school.now()}`.execute(tx))).rows;
    deepEqual(kept.map(one => [one.title, one.edition, one.opened.toISOString()]), [['Online safety policy', 1, school.now().toISOString()]]);
  } finally {
    await school.close();
  }
  deepEqual(school.errors, []);
});
