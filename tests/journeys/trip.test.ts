import { deepEqual, doesNotMatch, equal, match, ok } from 'node:assert/strict';
import test, { after, before, describe } from 'node:test';
import { sql } from '../../src/platform/database/index.ts';
import { eraseTrips } from '../../src/school/trips/index.ts';
import { exportTrips, forgetOnTrips } from '../../src/school/trips/store.ts';
import { openSchool, type TestSchool } from '../support/school.ts';

/** A trip of the prep school, from its plan to the day its lists are gone. */
describe('a trip', () => {
  let school: TestSchool;
  let here = '';
  let [leader, pupil, supply] = ['', '', ''];
  before(async () => {
    school = await openSchool({ pack: 'prep-school' });
    [leader, pupil, supply] = await Promise.all(['teacher', 'pupil', 'supply'].map(persona => personOf(persona))) as [string, string, string];
  });
  after(async () => {
    await school.close();
    deepEqual(school.errors, []);
  });

  const personOf = async (persona: string) => (await school.read(tx => sql<{ id: string }>`select person_id as id from demonstration_persona where persona = ${persona}`.execute(tx))).rows[0]!.id;
  const carrierOf = async (person: string) => (await school.read(tx => sql<{ id: string }>`select id from trip_carrier where person_id = ${person}`.execute(tx))).rows[0]!.id;
  const given = () => ({ title: 'Year 8 at the canal museum', place: 'Canal museum', from: '2026-12-03', until: '2026-12-04', leader, eraseOn: '2027-01-31' });

  test('a member of staff plans it; days that do not fit come back with what was typed', async () => {
    const teacher = await school.as('teacher');
    const wrong = await teacher.post('/prep-school/trips/new', { ...given(), until: '2026-12-01' });
    equal(wrong.status, 422);
    match(wrong.html, /value="Year 8 at the canal museum"/);
    const made = await teacher.post('/prep-school/trips/new', given());
    equal(made.status, 303);
    here = made.location!;
    equal((await (await school.as('pupil')).get('/prep-school/trips')).status, 404);
  });

  test('its leader chooses a class and the adults; names are for those who take part', async () => {
    const teacher = await school.as('teacher');
    const room = (await school.read(tx => sql<{ class: string }>`select class from pupil_place where person_id = ${pupil} and until_day is null`.execute(tx))).rows[0]!.class;
    equal((await teacher.post(`${here}/people`, { group: room, whole: 'yes' })).status, 303);
    equal((await teacher.post(`${here}/people`, { group: 'adults', people: [supply] })).status, 303);
    const list = await teacher.get(`${here}/list`);
    match(list.html, /Adults: 2/);
    match(list.html, new RegExp(`Pupils: [1-9]`));
    equal((await (await school.as('network-manager')).get(here)).status, 404);
    equal((await (await school.as('supply')).get(`${here}/list`)).status, 200);
    equal((await (await school.as('supply')).get(`${here}/edit`)).status, 404);
    const outside = (await school.read(tx => sql<{ id: string }>`select person_id as id from person_kind where kind = 'parent' limit 1`.execute(tx))).rows[0]!.id;
    await teacher.post(`${here}/people`, { group: 'adults', people: [supply, outside] });
    equal((await teacher.get(`${here}/list`)).html.includes('Adults: 2'), true);
  });

  test('for a pupil’s phone the rules name the trip leader, who says when; the family reads it at home', async () => {
    const teacher = await school.as('teacher');
    const asked = await teacher.postAndFollow(`${here}/carriers`, { person: pupil, device: 'phone', owner: 'personal', purpose: 'personal', 'fact.moment': 'break' });
    match(asked.html, /Waits for a decision/);
    match(asked.html, /mobile-devices#phones-on-trips/);
    match((await teacher.get('/prep-school')).html, /A trip waits for your word/);
    match((await (await school.as('parent')).get('/prep-school')).html, /whether a phone may come is not decided yet/);
    const decided = await teacher.postAndFollow(`${here}/carriers/${await carrierOf(pupil)}/decide`, { says: 'yes', words: 'At lunch, for ten minutes.' });
    match(decided.html, /May carry it/);
    const home = await (await school.as('parent')).get('/prep-school');
    match(home.html, /Year 8 at the canal museum/);
    match(home.html, /a phone may come along.*At lunch, for ten minutes/s);
    match((await (await school.as('pupil')).get('/prep-school')).html, /a phone may come along/);
    doesNotMatch((await (await school.as('parent')).get('/prep-school')).html, /href="[^"]*\/trips\//);
    doesNotMatch((await teacher.get('/prep-school')).html, /A trip waits for your word/);
  });

  test('for a member of staff the rules ask when, forbid it among children, and are never outvoted', async () => {
    const teacher = await school.as('teacher');
    const unclear = await teacher.post(`${here}/carriers`, { person: supply, device: 'phone', owner: 'personal', purpose: 'safety' });
    equal(unclear.status, 422);
    match(unclear.html, /The rules need to know more/);
    const forbidden = await teacher.post(`${here}/carriers`, { person: supply, device: 'phone', owner: 'personal', purpose: 'safety', 'fact.moment': 'contact-time' });
    equal(forbidden.status, 422);
    match(forbidden.html, /The rules forbid it, whoever says yes/);
    equal((await teacher.post(`${here}/carriers`, { person: supply, device: 'phone', owner: 'personal', purpose: 'safety', 'fact.moment': 'contact-time', 'fact.person-status': 'named-trip-carrier' })).status, 422);
    equal((await school.read(tx => sql<{ n: number }>`select count(*) as n from trip_carrier where person_id = ${supply}`.execute(tx))).rows[0]!.n, 0);
  });

  test('pictures go by their day: the carrier is reminded and says that they are gone', async () => {
    const teacher = await school.as('teacher');
    const camera = { person: supply, device: 'camera', owner: 'school', purpose: 'school-business', 'fact.consent': 'parent', 'fact.moment': 'break' };
    equal((await teacher.post(`${here}/carriers`, camera)).status, 422);
    const named = await teacher.post(`${here}/carriers`, { ...camera, picturesGoneBy: '2026-12-11' });
    equal(named.status, 303, named.html.match(/<main[^]*?<\/main>/)?.[0].replaceAll(/<[^>]+>/g, ' ').slice(0, 1500));
    school.travelTo(new Date('2026-12-07T09:00:00Z'));
    const carrier = await school.as('supply');
    match((await carrier.get('/prep-school')).html, /Pictures to delete/);
    equal((await (await school.as('teacher')).post(`${here}/carriers/${await carrierOf(supply)}/gone`)).status, 404);
    match((await carrier.postAndFollow(`${here}/carriers/${await carrierOf(supply)}/gone`)).html, /reported gone on 7 December 2026/);
    doesNotMatch((await carrier.get('/prep-school')).html, /Pictures to delete/);
  });

  test('the mail about it names no pupil and leads to the sign-in', async () => {
    const mails = (await school.read(tx => sql<{ subject: string; body: string }>`select subject, body from mail_outbox where kind = 'trip'`.execute(tx))).rows;
    ok(mails.length > 0);
    for (const mail of mails) match(mail.body, /^There is news about a phone or camera on a school trip\.\n\nSign in to read it\.\n\n\{site\}\/prep-school\n$/);
  });

  test('a person’s trips are theirs to read and to have forgotten, and on its day the trip’s lists go', async () => {
    const own = await school.read(tx => exportTrips(tx, supply)) as { trips: unknown[]; carried: unknown[] };
    deepEqual([own.trips.length, own.carried.length], [1, 1]);
    await school.change(tx => forgetOnTrips(tx, supply));
    deepEqual((await school.read(tx => exportTrips(tx, supply)) as { carried: unknown[] }).carried, []);
    equal(await eraseTrips({ db: school.db, now: new Date('2027-01-30T09:00:00Z') }), 0);
    equal(await eraseTrips({ db: school.db, now: new Date('2027-01-31T09:00:00Z') }), 1);
    const left = (await school.read(tx => sql<{ n: number }>`select (select count(*) from trip_person) + (select count(*) from trip_carrier) + (select count(*) from trip_decision) as n`.execute(tx))).rows[0]!.n;
    equal(Number(left), 0);
    match((await (await school.as('head')).get('/prep-school/trips')).html, /Year 8 at the canal museum/);
  });
});

test('on the village school’s trip the head decides, and a colleague cannot', async () => {
  const school = await openSchool({ pack: 'village-primary' });
  try {
    const id = async (persona: string) => (await school.read(tx => sql<{ id: string }>`select person_id as id from demonstration_persona where persona = ${persona}`.execute(tx))).rows[0]!.id;
    const teacher = await school.as('teacher');
    const made = await teacher.post('/village-primary/trips/new', { title: 'Farm visit', place: 'A farm', from: '2026-12-03', until: '2026-12-03', leader: await id('teacher'), eraseOn: '2027-01-31' });
    const here = made.location!;
    equal((await teacher.post(`${here}/carriers`, { person: await id('teacher'), device: 'phone', owner: 'personal', purpose: 'personal' })).status, 422);
    equal((await teacher.post(`${here}/carriers`, { person: await id('teacher'), device: 'phone', owner: 'personal', purpose: 'safety' })).status, 303);
    const carrier = (await school.read(tx => sql<{ id: string }>`select id from trip_carrier`.execute(tx))).rows[0]!.id;
    equal((await teacher.post(`${here}/carriers/${carrier}/decide`, { says: 'yes' })).status, 404);
    const head = await school.as('head');
    match((await head.get('/village-primary')).html, /A trip waits for your word/);
    match((await head.postAndFollow(`${here}/carriers/${carrier}/decide`, { says: 'yes', words: 'Ring the office if you are late.' })).html, /Yes from the headteacher/);
    match((await teacher.get(`${here}/list.csv`)).html, /Their own phone,May carry it,Ring the office if you are late\.,the headteacher/);
    match((await head.postAndFollow(`${here}/carriers/${carrier}/decide`, { says: 'no' })).html, /May not carry it/);
    deepEqual(school.errors, []);
  } finally {
    await school.close();
  }
});
