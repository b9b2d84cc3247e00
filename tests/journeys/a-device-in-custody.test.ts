import { deepEqual, doesNotMatch, equal, match, ok } from 'node:assert/strict';
import test, { after, before, describe } from 'node:test';
import { verify } from '../../src/logbook/index.ts';
import { sql } from '../../src/platform/database/index.ts';
import { agree, beginSanction, lift, propose, tellThem } from '../../src/school/concerns/sanctions/deeds.ts';
import { oneHeld } from '../../src/school/concerns/sanctions/reads.ts';
import { tendCustody } from '../../src/school/devices/index.ts';
import { exportCustody, forgetInCustody } from '../../src/school/devices/custody/person.ts';
import { addPeople } from '../../src/school/people/index.ts';
import { grant } from '../../src/school/permissions/deeds.ts';
import { doingIn, fileOne } from '../support/concerns.ts';
import { A_MONDAY, openSchool, type Client, type TestSchool } from '../support/school.ts';

const LOOK = '/prep-school/devices/custody';
const HOUR = 8;

/** A pupil's phone at the prep school, from a corridor to the parent's kitchen table. */
describe('a device in custody', () => {
  let school: TestSchool;
  let [teacher, office, head, parent, pupil]: Client[] = [];
  let [teacherId, pupilId, officeId, headId] = ['', '', '', ''];
  let [name, here] = ['', ''];
  before(async () => {
    school = await openSchool({ pack: 'prep-school' });
    await signIn();
    [teacherId, pupilId, officeId, headId] = await Promise.all(['teacher', 'pupil', 'office', 'head'].map(async persona => one<string>(sql`select person_id as it from demonstration_persona where persona = ${persona}`))) as [string, string, string, string];
    name = await nameOf(pupilId);
  });
  after(async () => {
    await school.close();
    deepEqual(school.errors, []);
  });

  const signIn = async () => { [teacher, office, head, parent, pupil] = await Promise.all(['teacher', 'office', 'head', 'parent', 'pupil'].map(persona => school.as(persona))); };
  const one = async <T>(query: ReturnType<typeof sql>): Promise<T> => ((await school.read(tx => query.execute(tx))).rows[0] as { it: T }).it;
  const nameOf = (person: string) => one<string>(sql`select given_name || ' ' || family_name as it from person where id = ${person}`);
  const aPupil = (phase: string, not = pupilId) => one<string>(sql`select person_id as it from pupil_place where phase = ${phase} and until_day is null and person_id <> ${not} order by person_id limit 1`);
  const entries = () => one<number>(sql`select count(*) as it from custody_entry`);
  const mailsTo = (kind: string) => one<number>(sql`select count(*) as it from mail_outbox where kind = ${kind}`);
  const given = (more: Readonly<Record<string, string>> = {}) => ({ whose: name, kind: 'phone', place: 'classroom', why: 'It rang in a lesson.', ...more });
  /** Sessions end on the way: everybody signs in anew. */
  const at = async (moment: string) => {
    school.travelTo(new Date(moment));
    await signIn();
  };

  test('the page says what the rules let staff take, and that nobody looks through it', async () => {
    await office!.post(`${LOOK}/settings/places`, { name: 'Office safe' });
    const form = await teacher!.get(`${LOOK}/new`);
    match(form.html, /mobile-devices#take-a-phone/);
    match(form.html, /Do not look through it[\s\S]*mobile-devices#search-a-device/);
    doesNotMatch(form.html, /Laptop|A computer/);
    equal((await parent!.get(`${LOOK}/new`)).status, 404);
    equal((await (await school.as('supply')).get(`${LOOK}/new`)).status, 200);
  });

  test('a teacher takes a phone: a part of a name is never enough, and the parents hear that there is a receipt', async () => {
    const part = await teacher!.post(`${LOOK}/new`, given({ whose: name.split(' ')[1]! }));
    equal(part.status, 422);
    match(part.html, /Choose whose it is/);
    match(part.html, /value="It rang in a lesson."/);
    equal(await entries(), 0);
    const done = await teacher!.postAndFollow(`${LOOK}/new`, given({ pupil: pupilId, marks: 'Blue case', off: 'yes' }));
    match(done.html, /Put a label with the number 1 on it/);
    match(done.html, /It rang in a lesson/);
    here = `${LOOK}/${await one<string>(sql`select id::text as it from custody_entry`)}`;
    const mail = await one<{ subject: string; body: string; to: string }>(sql`select jsonb_build_object('subject', subject, 'body', body) as it from mail_outbox where kind = 'receipt' limit 1`);
    doesNotMatch(`${mail.subject} ${mail.body}`, new RegExp(`phone|${name.split(' ').join('|')}`, 'i'));
    equal(await one(sql`select due_on as it from custody_entry`), '2026-11-23');
  });

  test('parent and pupil read on their own pages what is held, why, and when it comes back; others do not', async () => {
    match((await parent!.get('/prep-school')).html, /The school holds something/);
    match((await pupil!.get('/prep-school')).html, /You get it back by the end of 23 November 2026/);
    const list = await parent!.get('/prep-school/devices/held');
    match(list.html, new RegExp(`The school has taken a phone of ${name}`));
    const receipt = await parent!.get(`${here}/receipt`);
    match(receipt.html, /It rang in a lesson[\s\S]*mobile-devices#take-a-phone/);
    match(receipt.html, /Blue case/);
    equal((await pupil!.get(`${here}/receipt`)).status, 200);
    const stranger = await school.asPerson(await one<string>(sql`select person_id as it from person_kind where kind = 'parent' and person_id not in (select parent_id from guardian where child_id = ${pupilId}) limit 1`));
    equal((await stranger.get(`${here}/receipt`)).status, 404);
    equal((await parent!.get(here)).status, 404);
    const supply = await (await school.as('supply')).get(here);
    equal(supply.status, 200);
    doesNotMatch(supply.html, /It rang in a lesson/);
  });

  test('every hand is written down, and the office gives it back to whoever writes their name', async () => {
    const safe = await one<string>(sql`select id::text as it from custody_place`);
    const over = await teacher!.postAndFollow(`${here}/over`, { to: officeId, keptIn: safe, text: '' });
    match(over.html, /Handed over[\s\S]*Office safe/);
    const nameless = await office!.post(`${here}/back`, { to: 'pupil', name: '' });
    equal(nameless.status, 422);
    match(nameless.html, /href="#back-name"/);
    const back = await office!.postAndFollow(`${here}/back`, { to: 'pupil', name, text: '' });
    match(back.html, /Given back to the pupil/);
    equal((await office!.post(`${here}/back`, { to: 'pupil', name })).status, 404);
    equal((await teacher!.post(`${here}/not-back`)).status, 404);
    match((await office!.postAndFollow(`${here}/not-back`)).html, /It is held again, by you/);
    equal((await office!.post(`${here}/back`, { to: 'pupil', name, text: '' })).status, 303);
    match((await parent!.get(`${here}/receipt`)).html, /It went back on 23 November 2026/);
    doesNotMatch((await parent!.get('/prep-school')).html, /The school holds something/);
    const file = await office!.get(`${LOOK}.csv?standing=returned`);
    equal(file.html.trim().split('\r\n').length, 2);
    doesNotMatch(file.html, /It rang/);
  });

  test('a phone that has leave is warned of before anything is written down, and taken only with a reason', async () => {
    const doing = { school: school.school, by: headId, at: school.now(), today: school.today() };
    await school.change(tx => grant(tx, doing, { holder: pupilId, act: 'bring-phone', offices: ['head'], facts: { 'device-kind': 'phone' }, conditions: 'In the bag, switched off.', reason: 'The late bus', clauses: ['prep-school/mobile-devices#bring-phone-leave'], from: '2026-11-23', until: '2027-07-16' }));
    const warned = await teacher!.post(`${LOOK}/new`, given());
    equal(warned.status, 422);
    match(warned.html, /There is permission for this[\s\S]*16 July 2027[\s\S]*In the bag, switched off/);
    equal(await entries(), 1);
    equal((await teacher!.post(`${LOOK}/new`, given({ pupil: pupilId, despite: 'She filmed with it.' }))).status, 303);
    equal(await entries(), 2);
    const again = await teacher!.post(`${LOOK}/new`, given({ pupil: pupilId, despite: 'She filmed with it.' }));
    match(again.html, /The school holds such a thing of theirs already: number 2/);
    equal(await entries(), 2);
  });

  test('whoever holds what was not given back is reminded the next school day, once', async () => {
    const round = () => tendCustody({ db: school.db, now: school.now(), hour: HOUR });
    equal(await round(), 0);
    await at('2026-11-24T09:00:00Z');
    equal(await round(), 1);
    equal(await round(), 0);
    equal(await mailsTo('custody'), 1);
    match((await teacher!.get('/prep-school')).html, /Devices that should be back by now/);
    match((await office!.get(`${LOOK}?standing=overdue`)).html, /1 device/);
    await at('2026-11-28T09:00:00Z');
    equal(await round(), 0, 'at the weekend nobody is reminded');
    await at(A_MONDAY.toISOString());
  });

  test('what goes to the safeguarding lead is to everybody else handed on, and nobody is told whither', async () => {
    const two = `${LOOK}/${await one<string>(sql`select id::text as it from custody_entry where label = 2`)}`;
    match((await teacher!.postAndFollow(`${two}/on`, { to: 'dsl', name: 'A lead', text: '' })).html, /Handed to the safeguarding lead/);
    const seen = await head!.get(two);
    match(seen.html, /Handed on/);
    doesNotMatch(seen.html, /Handed to the safeguarding lead|A lead/);
    const receipt = await parent!.get(`${two}/receipt`);
    match(receipt.html, /Ask the school when it comes back/);
    doesNotMatch(receipt.html, /safeguarding/);
    match((await head!.postAndFollow(`${two}/home`, {})).html, /It is with you again/);
  });

  test('a wrong entry is struck out within minutes and stays to be seen; after that it is not', async () => {
    const other = await aPupil('Middle school');
    await teacher!.post(`${LOOK}/new`, given({ pupil: other, whose: '' }));
    const three = `${LOOK}/${await one<string>(sql`select id::text as it from custody_entry where label = 3`)}`;
    await at('2026-11-23T10:16:00Z');
    equal((await teacher!.post(`${three}/strike`, { text: 'The wrong child.' })).status, 404);
    await at(A_MONDAY.toISOString());
    equal((await office!.post(`${three}/strike`, { text: 'The wrong child.' })).status, 404);
    match((await teacher!.postAndFollow(`${three}/strike`, { text: 'The wrong child.' })).html, /This entry was a mistake/);
    match((await teacher!.get(`${LOOK}?standing=struck`)).html, /<s>A phone<\/s>/);
  });

  test('a tablet of the senior school is taken, one of the middle school is not, and the page says what the rules are', async () => {
    const refused = await teacher!.post(`${LOOK}/new`, given({ pupil: await aPupil('Middle school'), kind: 'tablet' }));
    equal(refused.status, 422);
    match(refused.html, /The rules do not let you take this[\s\S]*mobile-devices#take-a-tablet/);
    equal((await teacher!.post(`${LOOK}/new`, given({ pupil: await aPupil('Senior school'), kind: 'tablet' }))).status, 303);
  });

  /** A confiscation that the head agreed to, of which the pupil was told, and which has begun. */
  const decided = async (person: string): Promise<string> => {
    const filed = await fileOne(school, { about: [person], kinds: [{ kind: 'handle-bullying', facts: {} }] });
    const [doing, agreeing] = [await doingIn(school, await dsl()), await doingIn(school, headId)];
    return school.change(async tx => {
      const proposal = { person, provided: 0, reason: 'You filmed in the changing room.', reasons: 'It hurt.', fits: '', intent: 'deliberate', permanent: false, startsOn: school.today(), endsOn: '2026-11-27', reviewOn: '', appealBy: '2027-01-08', appealTo: 'chair-of-governors' } as const;
      const id = await propose(tx, doing, { concern: filed.concerns[0]!, offices: [['head']], provided: { kind: 'confiscation', facility: null, clause: 'prep-school/mobile-devices#take-a-phone', offices: [['head']], permanent: false, asksIntent: false }, proposal });
      const now = async () => (await oneHeld(tx, doing.lock, id))!;
      await agree(tx, agreeing, { sanction: await now(), office: 'head', text: '' });
      await tellThem(tx, doing, { sanction: await now(), text: 'At break.', toldOn: school.today() });
      await beginSanction(tx, doing, await now());
      return id;
    });
  };
  const lifted = async (id: string) => {
    const doing = await doingIn(school, await dsl());
    await school.change(async tx => lift(tx, doing, { sanction: (await oneHeld(tx, doing.lock, id))!, text: 'It was another child.' }));
  };
  const dsl = () => one<string>(sql`select person_id as it from demonstration_persona where persona = 'dsl'`);

  test('what was decided in a case is to be taken by those who decided; nobody else learns that there is something', async () => {
    const person = await aPupil('Middle school');
    const before = (await office!.get('/prep-school')).html;
    const sanction = await decided(person);
    match((await head!.get('/prep-school')).html, /A device is to be taken/);
    match((await head!.get(LOOK)).html, /To be taken, as was decided[\s\S]*until 27 November 2026/);
    doesNotMatch((await office!.get(LOOK)).html, /To be taken/);
    equal((await office!.get('/prep-school')).html.includes('to be taken'), before.includes('to be taken'));
    const awaited = await one<string>(sql`select id::text as it from custody_awaited`);
    equal((await teacher!.get(`${LOOK}/new?awaited=${awaited}`)).status, 404);
    equal((await teacher!.post(`${LOOK}/new`, given({ whose: '', awaited }))).status, 404);
    const taken = await head!.postAndFollow(`${LOOK}/new`, given({ whose: '', awaited, why: 'As was agreed with you.' }));
    match(taken.html, /27 November 2026/);
    equal((await head!.get(`${LOOK}/new?awaited=${awaited}`)).status, 404);
    await lifted(sanction);
    equal(await one(sql`select due_on as it from custody_entry where awaited_id = ${awaited}`), '2026-11-23');
    doesNotMatch((await office!.get(LOOK)).html, /changing room/);
  });

  test('the school’s dated setting says when and to whom it goes back, and the rule sets its bound', async () => {
    equal((await teacher!.get(`${LOOK}/settings`)).status, 404);
    match((await head!.get(`${LOOK}/settings`)).html, /The rules set a bound[\s\S]*mobile-devices#give-it-back/);
    equal((await head!.post(`${LOOK}/settings`, { back: 'week', schoolDays: '1', to: 'parent', strikeMinutes: '10', keepMonths: '6' })).status, 303);
    await teacher!.post(`${LOOK}/new`, given({ pupil: await aPupil('Key Stage 1'), whose: '' }));
    deepEqual(await one(sql`select jsonb_build_array(due_on, to_whom) as it from custody_entry order by label desc limit 1`), ['2026-11-23', 'parent']);
    match((await head!.get(`${LOOK}/settings`)).html, /A parent or carer, who collects it/);
  });

  test('parents who come for it are told on the day from which it is theirs, once, and not what it is', async () => {
    const ready = () => one<number>(sql`select count(*) as it from mail_outbox where subject = 'Something is ready for you at school'`);
    await school.change(tx => sql`update custody_entry set due_on = '2026-11-25' where label = (select max(label) from custody_entry)`.execute(tx));
    const round = async (moment: string) => { await at(moment); await tendCustody({ db: school.db, now: school.now(), hour: HOUR }); };
    await round('2026-11-24T09:00:00Z');
    equal(await ready(), 0);
    await round('2026-11-25T09:00:00Z');
    const told = await ready();
    ok(told > 0);
    await round('2026-11-26T09:00:00Z');
    equal(await ready(), told);
    doesNotMatch(await one<string>(sql`select body as it from mail_outbox where subject = 'Something is ready for you at school' limit 1`), /phone|a device/i);
    await at(A_MONDAY.toISOString());
  });

  test('a person’s file holds what was taken from them; who is forgotten leaves a number, and the logbook stays whole', async () => {
    const file = await school.read(tx => exportCustody(tx, pupilId)) as { taken: unknown[] };
    equal(file.taken.length, 2);
    await school.change(async tx => { await forgetInCustody(tx, pupilId); await forgetInCustody(tx, teacherId); });
    equal(await one(sql`select count(*) as it from custody_words w join custody_entry e on e.id = w.entry_id where e.label in (1, 2)`), 0);
    match((await head!.get(here)).html, /Somebody who is forgotten/);
    await at('2027-05-24T10:00:00Z');
    ok(await tendCustody({ db: school.db, now: school.now(), hour: 24 }) > 0, 'what went back is erased after six months');
    equal(await one(sql`select count(*) as it from custody_entry where state in ('returned', 'struck')`), 0);
    equal((await school.read(tx => verify(tx))).whole, true);
  });
});

test('where the rules say nothing, nothing is taken, and the page says so', async () => {
  const school = await openSchool({ pack: 'village-primary', demonstration: false });
  try {
    const joined = { email: null, joinedOn: school.today() };
    const [staff, child] = await school.change(tx => addPeople(tx, { school: school.school.id, by: 'countersign', at: school.now() }, [
      { ...joined, givenName: 'Tess', familyName: 'Teacher', kinds: ['teacher'] }, { ...joined, givenName: 'Percy', familyName: 'Pupil', kinds: ['pupil'], place: { yearGroup: 'Year 4', class: 'Oak', phase: 'Key Stage 2' } },
    ])) as [string, string];
    const teacher = await school.asPerson(staff);
    const page = await teacher.get('/village-primary/devices/custody/new');
    equal(page.status, 200);
    match(page.html, /say nothing about taking a device from a pupil/);
    doesNotMatch(page.html, /<form method="post" action="[^"]*custody/);
    await teacher.post('/village-primary/devices/custody/new', { pupil: child, kind: 'phone', place: 'classroom', why: 'It rang.' });
    equal((await school.read(tx => sql<{ n: number }>`select count(*) as n from custody_entry`.execute(tx))).rows[0]!.n, 0);
    deepEqual(school.errors, []);
  } finally {
    await school.close();
  }
});
