import { deepEqual, doesNotMatch, equal, match } from 'node:assert/strict';
import test, { after, before, describe } from 'node:test';
import { sql } from '../../src/platform/database/index.ts';
import { grant } from '../../src/school/permissions/deeds.ts';
import { openSchool, type TestSchool } from '../support/school.ts';

/** A phone that a child may bring, from the parent's request to the list at the gate; and a photographer who may come. */
describe('at the gate', () => {
  let school: TestSchool;
  let [child, name] = ['', ''];
  before(async () => {
    school = await openSchool({ pack: 'prep-school' });
    const parent = await personOf('parent');
    const tie = await school.read(tx => sql<{ id: string; name: string }>`select p.id, p.given_name || ' ' || p.family_name as name from guardian g join person p on p.id = g.child_id join person_kind k on k.person_id = p.id
      where g.parent_id = ${parent} and g.may_agree and not g.no_contact and k.kind = 'pupil-senior' limit 1`.execute(tx));
    [child, name] = [tie.rows[0]!.id, tie.rows[0]!.name];
  });
  after(async () => {
    await school.close();
    deepEqual(school.errors, []);
  });

  const personOf = async (persona: string) => (await school.read(tx => sql<{ id: string }>`select person_id as id from demonstration_persona where persona = ${persona}`.execute(tx))).rows[0]!.id;
  const GATE = '/prep-school/permissions/at-the-gate';
  const lastRequest = async () => (await school.read(tx => sql<{ id: string }>`select id from permission_request order by asked_at desc, id desc limit 1`.execute(tx))).rows[0]!.id;

  test('the head says yes to a phone, and its name, class, device and end stand on the list at the gate', async () => {
    const parent = await school.as('parent');
    doesNotMatch((await (await school.as('teacher')).get(GATE)).html, new RegExp(name));
    const asked = await parent.post('/prep-school/ask/bring-phone', { for: child, reason: 'She walks home alone on Fridays', from: '2026-11-23', until: '2027-03-26', 'fact.device-kind': 'phone', 'shown.device': 'A grey phone with a blue case' });
    equal(asked.status, 303, asked.html.slice(0, 300));
    const head = await school.as('head');
    equal((await head.post(`/prep-school/requests/${await lastRequest()}`, { says: 'grant', conditions: 'Handed in at reception.' })).status, 303);
    const list = await (await school.as('teacher')).get(`${GATE}?act=bring-phone`);
    match(list.html, new RegExp(name));
    match(list.html, /A grey phone with a blue case/);
    match(list.html, /Handed in at reception/);
    match(list.html, /26 March 2027/);
    doesNotMatch(list.html, /walks home alone/);
    match((await (await school.as('office')).get(`${GATE}.csv`)).html, new RegExp(`${name},[^,]*,`));
  });

  test('the list is for the staff; a parent reads their own child’s permission and nobody else’s', async () => {
    equal((await (await school.as('parent')).get(GATE)).status, 404);
    equal((await (await school.as('pupil')).get(GATE)).status, 404);
    match((await (await school.as('parent')).get('/prep-school/permissions')).html, /Handed in at reception/);
    doesNotMatch((await (await school.as('reception')).get('/prep-school/permissions')).html, /Handed in at reception/);
  });

  test('a guest with leave to go up to pupils stands on the list of the day, and of no other', async () => {
    const guest = await personOf('parent');
    await school.change(async tx => grant(tx, { school: school.school, by: await personOf('head'), at: school.now(), today: school.today() }, {
      holder: guest, act: 'approach-pupils', offices: ['head'], facts: {}, conditions: 'In the hall, with the host.', reason: 'The school newspaper', clauses: ['prep-school/e-safety#approach-leave'],
      from: '2026-11-24', until: '2026-11-24', evidence: { host: 'Mr Host' },
    }));
    doesNotMatch((await (await school.as('office')).get(GATE)).html, /In the hall, with the host/);
    school.travelTo(new Date('2026-11-24T08:00:00Z'));
    const list = (await (await school.as('office')).get(`${GATE}?act=approach-pupils`)).html;
    match(list, /In the hall, with the host/);
    match(list, /Mr Host/);
    school.travelTo(new Date('2026-11-25T08:00:00Z'));
    doesNotMatch((await (await school.as('office')).get(GATE)).html, /In the hall, with the host/);
    school.travelTo(new Date('2026-11-23T10:30:00Z'));
  });

  test('whoever is given up or over is no longer on the list', async () => {
    const id = (await school.read(tx => sql<{ id: string }>`select id from permission where holder_id = ${child}`.execute(tx))).rows[0]!.id;
    school.travelTo(new Date('2027-03-27T09:00:00Z'));
    doesNotMatch((await (await school.as('teacher')).get(GATE)).html, new RegExp(name));
    school.travelTo(new Date('2026-11-23T11:00:00Z'));
    match((await (await school.as('teacher')).get(GATE)).html, new RegExp(name));
    equal((await (await school.as('parent')).post(`/prep-school/permissions/${id}/give-up`)).status, 303);
    doesNotMatch((await (await school.as('teacher')).get(GATE)).html, new RegExp(name));
  });
});
