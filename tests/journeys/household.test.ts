import { after, before, describe, test } from 'node:test';
import { deepEqual, doesNotMatch, equal, match } from 'node:assert/strict';
import { sql } from '../../src/platform/database/index.ts';
import { findPerson, listHolders, listPeople, type Person } from '../../src/school/people/index.ts';
import { formToSign } from '../support/forms.ts';
import { readWhatBelongsTo } from '../support/reading.ts';
import { openSchool, type TestSchool } from '../support/school.ts';

describe('the household of a member of staff', () => {
  let school: TestSchool;
  let teacher: Person;
  const at = '/prep-school';
  before(async () => {
    school = await openSchool({ pack: 'prep-school' });
    const held = new Set((await school.read(tx => listHolders(tx, school.today()))).map(holder => holder.person));
    teacher = (await school.read(tx => listPeople(tx, { day: school.today(), kinds: ['teacher'], limit: 30 }))).find(person => !held.has(person.id))!;
  });
  after(async () => {
    await school.close();
  });

  const called = async (name: string) => (await school.read(tx => listPeople(tx, { day: school.today(), search: name, left: true, limit: 1 })))[0]!;

  test('a teacher’s partner who uses the school’s laptop is asked to sign the staff code, by a link of their own', async () => {
    const office = await school.as('office');
    equal((await office.post(`${at}/people/${teacher.id}/household`, { givenName: 'Robin', familyName: '', relation: '', email: 'no' })).status, 422);
    await office.post(`${at}/people/${teacher.id}/household`, { givenName: 'Robin', familyName: 'Partner-Vale', relation: 'Partner', email: 'robin@home.example' });
    match((await office.get(`${at}/people/${teacher.id}`)).html, /Household[^]*Robin Partner-Vale[^]*Partner/);
    const robin = await called('Partner-Vale');
    deepEqual(robin.kinds, ['visitor']);
    match((await (await school.asPerson(teacher.id)).get(`${at}/me`)).html, /Your household[^]*Robin Partner-Vale/);
    await school.guest().post(`${at}/sign-in/link`, { email: 'robin@home.example' });
    const token = (await school.read(tx => sql<{ it: string }>`select substring(body from '/sign-in/link/([A-Za-z0-9_-]+)') as it from mail_outbox where kind = 'sign-in-link' and person_id = ${robin.id}`.execute(tx))).rows[0]!.it;
    const client = school.guest();
    equal((await client.post(`${at}/sign-in/link/${token}`)).status, 303);
    match((await client.get(`${at}/agreements`)).html, /ICT code for staff and visitors/);
    await readWhatBelongsTo(client, `${at}/agreements/staff-code`);
    const sheet = (await client.get(`${at}/agreements/staff-code`)).html;
    equal((await client.post(`${at}/agreements/staff-code`, { ...formToSign(sheet), typedName: 'Robin Partner-Vale', read: 'yes' })).status, 303);
    match((await office.get(`${at}/agreements/register/${robin.id}`)).html, /Signed/i);
  });

  test('a visitor of no household gets no link by mail', async () => {
    const office = await school.as('office');
    await office.post(`${at}/people/add`, { givenName: 'Val', familyName: 'Visitor-Moss', email: 'val@home.example', kinds: 'visitor', joinedOn: school.today(), lastDay: '', yearGroup: '', class: '' });
    await school.guest().post(`${at}/sign-in/link`, { email: 'val@home.example' });
    const val = await called('Visitor-Moss');
    equal((await school.read(tx => sql<{ n: number }>`select count(*)::int as n from mail_outbox where person_id = ${val.id}`.execute(tx))).rows[0]!.n, 0);
  });

  test('the list of households names everybody, and comes as a spreadsheet', async () => {
    const office = await school.as('office');
    match((await office.get(`${at}/people/households`)).html, /Robin Partner-Vale[^]*Partner/);
    match((await office.get(`${at}/people/households.csv`)).html, /Robin Partner-Vale,Partner/);
    for (const persona of ['teacher', 'governor', 'network-manager']) equal((await (await school.as(persona)).get(`${at}/people/households`)).status, 404);
  });

  test('when the teacher leaves, so does the household, on the same day', async () => {
    const office = await school.as('office');
    await office.post(`${at}/people/${teacher.id}/left`, { on: '2026-12-18' });
    const robin = await called('Partner-Vale');
    equal((await school.read(tx => findPerson(tx, robin.id, school.today())))!.leftOn, '2026-12-18');
    school.travelTo(new Date('2026-12-19T09:00:00Z'));
    doesNotMatch((await (await school.as('office')).get(`${at}/people/households`)).html, /Partner-Vale/);
    deepEqual(school.errors, []);
  });
});
