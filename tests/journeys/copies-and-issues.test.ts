import { deepEqual, doesNotMatch, equal, match, ok } from 'node:assert/strict';
import test, { after, before, describe } from 'node:test';
import { sql } from '../../src/platform/database/index.ts';
import { addPeople } from '../../src/school/people/index.ts';
import { issuePolicies } from '../../src/school/policies/index.ts';
import { formToSign } from '../support/forms.ts';
import { openSchool, type TestSchool } from '../support/school.ts';

const POLICY = '/prep-school/policies/e-safety';

describe('copies of a policy', () => {
  let school: TestSchool;
  before(async () => { school = await openSchool({ pack: 'prep-school' }); });
  after(async () => {
    await school.close();
    deepEqual(school.errors, []);
  });

  const personOf = async (persona: string) => (await school.read(tx => sql<{ id: string }>`select person_id as id from demonstration_persona where persona = ${persona}`.execute(tx))).rows[0]!.id;
  const round = () => issuePolicies({ db: school.db, vocabulary: school.shared.vocabulary, now: school.now() });
  const issueOf = async (person: string, policy: string) => (await school.read(tx => sql<{ edition: number; issued: string; opened: string | null }>`select edition, issued_on as issued, opened_on as opened from policy_issue where person_id = ${person} and policy = ${policy} order by edition`.execute(tx))).rows;

  test('anybody has a public policy at once, and may ask for it on paper without signing in', async () => {
    const guest = school.guest();
    match((await guest.get(POLICY)).html, /Ask for a copy on paper/);
    match((await guest.get(`${POLICY}/copy`)).html, new RegExp(`href="${POLICY}/pdf"`));
    equal((await guest.post(`${POLICY}/copy`, { how: 'paper' })).status, 422);
    equal((await guest.post(`${POLICY}/copy`, { how: 'language', name: 'Ana Reader', address: '12 Mill Lane' })).status, 422);
    equal((await guest.post(`${POLICY}/copy`, { how: 'language', language: 'Polish', name: 'Ana Reader', address: '12 Mill Lane' })).status, 303);
    equal((await guest.get('/prep-school/policies/no-such-policy/copy')).status, 303);
    const kept = (await school.read(tx => sql<{ closed: string }>`select closed_to as closed from policy_copy_request`.execute(tx))).rows[0]!.closed;
    doesNotMatch(Buffer.from(kept, 'base64url').toString('latin1') + kept, /Mill Lane|Ana/);
  });

  test('the office finds it, ticks it off, and the address is gone', async () => {
    const office = await school.as('office');
    match((await office.get('/prep-school')).html, /1 copy waits to be printed or sent/);
    match((await office.get('/prep-school/copies')).html, /In another language: Polish.*Ana Reader, 12 Mill Lane/s);
    const id = (await school.read(tx => sql<{ id: string }>`select id from policy_copy_request`.execute(tx))).rows[0]!.id;
    match((await office.postAndFollow(`/prep-school/copies/${id}/done`, { outcome: 'given' })).html, /No copy is to be given/);
    doesNotMatch((await office.get('/prep-school/copies?done=yes')).html, /Mill Lane/);
    match((await office.get('/prep-school/copies?done=yes')).html, /Given\./);
    doesNotMatch((await office.get('/prep-school')).html, /copy waits/);
    equal((await (await school.as('parent')).postAndFollow(`${POLICY}/copy`, { how: 'large-print' })).status, 200);
    match((await office.get('/prep-school/copies.csv')).html, /In large print/);
  });

  test('everybody is given the edition in force once, with the day; parents the code of their child', async () => {
    ok(await round() > 0);
    equal(await round(), 0);
    const [teacher, parent, pupil] = [await personOf('teacher'), await personOf('parent'), await personOf('pupil')];
    deepEqual((await issueOf(teacher, 'staff-code')).map(one => [one.edition, one.issued, one.opened]), [[1, school.today(), null]]);
    equal((await issueOf(teacher, 'e-safety')).length, 1);
    equal((await issueOf(pupil, 'middle-senior-code')).length, 1);
    equal((await issueOf(pupil, 'staff-code')).length, 0);
    deepEqual([(await issueOf(parent, 'middle-senior-code')).length, (await issueOf(parent, 'early-years-ks1-code')).length], [1, 1]);
  });

  test('opening it is noted once, and so is signing it; the list shows who has not', async () => {
    const teacher = await school.as('teacher');
    await teacher.get('/prep-school/policies/staff-code');
    await teacher.get('/prep-school/policies/staff-code');
    equal((await issueOf(await personOf('teacher'), 'staff-code'))[0]!.opened, school.today());
    equal((await school.read(tx => sql<{ n: number }>`select count(*) as n from logbook_entry where deed = 'open-policy'`.execute(tx))).rows[0]!.n, 1);
    const pupil = await school.as('pupil');
    const form = await pupil.get('/prep-school/agreements/middle-senior-code');
    const signed = await pupil.post('/prep-school/agreements/middle-senior-code', { ...formToSign(form.html), typedName: 'A name', read: 'yes' });
    equal(signed.status, 303, signed.html.match(/govuk-error-summary[^]*?<\/ul>/)?.[0]);
    equal((await issueOf(await personOf('pupil'), 'middle-senior-code'))[0]!.opened, school.today());
    const office = await school.as('office');
    match((await office.get('/prep-school/policies/staff-code/given')).html, /1 of \d+ have opened it/);
    const opened = await office.get('/prep-school/policies/staff-code/given?which=opened');
    match(opened.html, /People: 1/);
    const name = (await school.read(tx => sql<{ name: string }>`select family_name as name from person where id = (select person_id from demonstration_persona where persona = 'teacher')`.execute(tx))).rows[0]!.name;
    match((await office.post('/prep-school/policies/staff-code/given', { search: name, which: 'opened' })).html, new RegExp(name));
    match((await office.get('/prep-school/policies/middle-senior-code/given?class=8A')).html, /8A/);
    match((await office.get('/prep-school/policies/staff-code/given.csv?which=all')).html, /Name,Class,Edition,Given on,Opened on/);
  });

  test('whoever joins is given it that day, and a new edition goes to everybody again', async () => {
    const [joiner] = await school.change(tx => addPeople(tx, { school: school.school.id, by: 'test', at: school.now() }, [{ givenName: 'Wendy', familyName: 'Ashgrove', email: null, joinedOn: school.today(), kinds: ['teacher'] }]));
    equal(await round(), 2);
    equal((await issueOf(joiner!, 'staff-code')).length, 1);
    await school.change(tx => sql`insert into policy_edition (school_id, id, policy, number, state, title, markdown, text_hash, note, created_at, changed_at, approved_on, in_force, approved_as)
      select school_id, gen_random_uuid(), policy, number + 1, state, title, markdown, text_hash, '', created_at, changed_at, approved_on, ${school.today()}::date, approved_as from policy_edition where policy = 'staff-code' and number = 1`.execute(tx));
    ok(await round() > 0);
    deepEqual((await issueOf(joiner!, 'staff-code')).map(one => one.edition), [1, 2]);
    match((await (await school.as('office')).get('/prep-school/policies/staff-code/given')).html, /0 of \d+ have opened it/);
  });
});
