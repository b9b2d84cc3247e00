import { deepEqual, equal, match, ok } from 'node:assert/strict';
import test, { after, before, describe } from 'node:test';
import { sql } from '../../src/platform/database/index.ts';
import { addDays, dayOf } from '../../src/platform/days.ts';
import { sendDue, smtpCarrier } from '../../src/platform/mail/index.ts';
import { chaseEverywhere } from '../../src/school/agreements/index.ts';
import { formToSign, hiddenFields } from '../support/forms.ts';
import { readWhatBelongsTo } from '../support/reading.ts';
import { openPostOffice, type PostOffice } from '../mail/post-office.ts';
import { openSchool, type TestSchool } from '../support/school.ts';

/** The school year from Monday 23 November 2026 on, a day at a time, with a mail server on the loopback. */
describe('chasing', () => {
  let school: TestSchool;
  let office: PostOffice;
  before(async () => { [school, office] = await Promise.all([openSchool({ pack: 'prep-school' }), openPostOffice()]); });
  after(async () => {
    await office.close();
    await school.close();
    deepEqual(school.errors, []);
  });

  const at = (day: string, time = '08:05') => new Date(`${day}T${time}:00Z`);
  /** Opens the school on a day, as the server's own rounds do. */
  async function theDayComes(day: string, time?: string): Promise<number> {
    school.travelTo(at(day, time));
    const reminders = await chaseEverywhere({ db: school.db, vocabulary: school.shared.vocabulary, now: school.now(), hour: 8 });
    await sendDue({ db: school.db, carrier: smtpCarrier({ url: office.url, from: 'countersign@school.example' }), site: 'https://school.example', now: school.now });
    return reminders;
  }
  const given = async () => (await school.read(tx => sql<{ person: string; policy: string; number: number; day: string }>`select person_id as person, policy, number, reminded_on as day from agreement_reminder order by at, number`.execute(tx))).rows;
  const count = async (query: ReturnType<typeof sql<{ n: number }>>) => (await school.read(tx => query.execute(tx))).rows[0]!.n;
  const personOf = async (persona: string) => (await school.read(tx => sql<{ id: string }>`select person_id as id from demonstration_persona where persona = ${persona}`.execute(tx))).rows[0]!.id;
  const mailTo = async (person: string) => (await school.read(tx => sql<{ email: string }>`select email from person where id = ${person}`.execute(tx))).rows[0]!.email;

  test('before the hour nothing goes out; then it does, once, though the run comes again and after a stop', async () => {
    equal(await theDayComes('2026-11-23', '07:30'), 0);
    const first = await theDayComes('2026-11-23', '11:00');
    ok(first > 0);
    equal(await theDayComes('2026-11-23', '11:01'), 0);
    equal((await given()).length, first);
  });

  test('the mails that left lead to the sign-in and name no pupil, and teachers and office are told numbers', async () => {
    const reminders = office.taken.filter(mail => /Something to read and sign/.test(mail.subject));
    ok(reminders.length > 0);
    const pupils = (await school.read(tx => sql<{ given: string; family: string }>`select given_name as given, family_name as family from person where email is null`.execute(tx))).rows;
    ok(pupils.length > 20);
    for (const mail of office.taken) {
      match(mail.text, /https:\/\/school\.example\/prep-school\//);
      const body = mail.text.slice(mail.text.indexOf('\r\n\r\n'));
      for (const { given: name, family } of pupils) ok(!body.includes(`${name} ${family}`) && !mail.subject.includes(family), 'no pupil is named');
    }
    const digests = office.taken.filter(mail => /still missing/.test(mail.subject));
    ok(digests.some(mail => /still to sign, \d+ of them overdue/.test(mail.text)), 'a class teacher is told');
    ok(digests.some(mail => /Reminders sent today: \d+/.test(mail.text)), 'the office is told');
  });

  test('the board shows it, one press reminds a group, a second finds nobody left, and a weekend nobody at all', async () => {
    const clerk = await school.as('office');
    const board = await clerk.get('/prep-school/agreements/chase');
    equal(board.status, 200);
    match(board.html, /Reminders so far/);
    const pressed = await clerk.postAndFollow('/prep-school/agreements/chase/remind', { class: '', kind: 'supply' });
    match(pressed.html, /[1-9]\d* reminded by mail/);
    match((await clerk.postAndFollow('/prep-school/agreements/chase/remind', { class: '', kind: 'supply' })).html, /Nobody could be reminded by mail today/);
    const csv = await clerk.get('/prep-school/agreements/chase.csv');
    match(csv.html, /Class,Who,Waiting,Overdue,Reminders so far,Last,Next,For the office/);
    const before = (await given()).length;
    equal(await theDayComes('2026-11-28'), 0);
    match((await (await school.as('office')).postAndFollow('/prep-school/agreements/chase/remind', { class: '', kind: 'supply' })).html, /no school day/);
    equal((await given()).length, before);
  });

  test('whoever mail does not reach gets a letter, which counts like any other reminder', async () => {
    school.travelTo(at('2026-11-24', '09:00'));
    const { person, email } = await school.read(async tx => (await sql<{ person: string; email: string }>`select p.id as person, p.email from person p join agreement_ask a on a.person_id = p.id where a.open and a.kind = 'governor' limit 1`.execute(tx)).rows[0]!);
    await school.change(tx => sql`update person set email = null where id = ${person}`.execute(tx));
    const clerk = await school.as('office');
    const letters = await clerk.get('/prep-school/agreements/chase/letters.pdf?class=&kind=governor');
    equal(letters.status, 200);
    match(letters.html.slice(0, 8), /%PDF-/);
    const done = await clerk.postAndFollow('/prep-school/agreements/chase/letters', { class: '', kind: 'governor' });
    match(done.html, /1 reminded by letter/);
    equal(await count(sql<{ n: number }>`select count(*) as n from agreement_reminder where person_id = ${person} and channel = 'letter'`), 1);
    await school.change(tx => sql`update person set email = ${email} where id = ${person}`.execute(tx));
  });

  test('a class teacher reads the names of the class and reminds nobody; another teacher finds nothing there', async () => {
    const row = (await school.read(tx => sql<{ class: string; person: string }>`select t.class, t.person_id as person from agreement_class_teacher t join agreement_ask a on a.class = t.class where a.open and a.declined_on is null limit 1`.execute(tx))).rows[0]!;
    const here = `/prep-school/agreements/chase/group?class=${encodeURIComponent(row.class)}`;
    const own = await (await school.asPerson(row.person)).get(here);
    equal(own.status, 200);
    match(own.html, /of 4/);
    ok(!own.html.includes('Remind now'));
    const other = (await school.read(tx => sql<{ id: string }>`select person_id as id from person_kind where kind = 'teacher' and person_id <> ${row.person} and person_id not in (select person_id from agreement_class_teacher where class = ${row.class}) and person_id not in (select person_id from office_holder) limit 1`.execute(tx))).rows[0]!;
    equal((await (await school.asPerson(other.id)).get(here)).status, 404);
  });

  test('somebody whose mail comes back is handed to the office, and no longer once the address is right', async () => {
    const { person, email } = await school.read(async tx => (await sql<{ person: string; email: string }>`select p.id as person, p.email from person p join agreement_ask a on a.person_id = p.id join agreement_reminder r on r.person_id = p.id
      where a.open and a.declined_on is null and a.kind in ('teacher', 'support-staff', 'governor') and p.email is not null and not exists (select from agreement_hand_over h where h.person_id = p.id) limit 1`.execute(tx)).rows[0]!);
    await school.change(tx => sql`update mail_outbox set state = 'failed' where id = (select id from mail_outbox where person_id = ${person} and kind = 'reminder' order by made_at desc limit 1)`.execute(tx));
    const clerk = async () => school.as('office');
    const { name } = await school.read(async tx => (await sql<{ name: string }>`select name from agreement_ask where person_id = ${person} limit 1`.execute(tx)).rows[0]!);
    ok(!(await (await clerk()).get('/prep-school/agreements/chase/office.csv')).html.includes(name));
    await school.change(tx => sql`update person set email = 'right@school.example' where id = ${person}`.execute(tx));
    await theDayComes('2026-11-25');
    ok(!(await (await clerk()).get('/prep-school/agreements/chase/office.csv')).html.includes(name), 'another address has not failed');
    await school.change(tx => sql`update person set email = ${email} where id = ${person}`.execute(tx));
    await theDayComes('2026-11-26');
    const list = await (await clerk()).get('/prep-school/agreements/chase/office');
    match(list.html, new RegExp(`${name}[^]*Mail comes back`));
    match((await (await clerk()).get('/prep-school/agreements/chase/office.csv')).html, new RegExp(`${name}.*mail comes back`));
    ok(office.taken.some(mail => /Signatures that need the office/.test(mail.subject) && /missing from people whose mail comes back/.test(mail.text)));
  });

  test('whoever signs, says no or leaves is reminded no more', async () => {
    const supply = await school.as('supply');
    await readWhatBelongsTo(supply, '/prep-school/agreements/staff-code');
    const form = await supply.get('/prep-school/agreements/staff-code');
    equal((await supply.post('/prep-school/agreements/staff-code', { ...formToSign(form.html), typedName: 'A name', read: 'yes' })).status, 303);
    const governor = await school.as('governor');
    const governorId = await personOf('governor');
    const { policy } = (await school.read(tx => sql<{ policy: string }>`select policy from agreement_ask where person_id = ${governorId} and open limit 1`.execute(tx))).rows[0]!;
    const decline = await governor.get(`/prep-school/agreements/${policy}/decline`);
    equal((await governor.post(`/prep-school/agreements/${policy}/decline`, { ...hiddenFields(decline.html), reason: 'Let us talk first' })).status, 303);
    const [signer, decliner] = [await personOf('supply'), governorId];
    const leaver = (await school.read(tx => sql<{ id: string }>`select person_id as id from agreement_ask where open and declined_on is null and kind in ('teacher', 'support-staff', 'governor') and person_id <> ${decliner} limit 1`.execute(tx))).rows[0]!.id;
    const clerk = await school.as('office');
    equal((await clerk.post(`/prep-school/people/${leaver}/left`, { on: '2026-11-24' })).status, 303);
    const before = new Map((await given()).map(row => [`${row.person} ${row.policy}`, 0]));
    for (const row of await given()) before.set(`${row.person} ${row.policy}`, row.number);
    for (let day = '2026-11-27'; day <= '2027-01-15'; day = addDays(day, 1)) await theDayComes(day);
    for (const row of await given()) {
      const stopped = (row.person === signer && row.policy === 'staff-code') || (row.person === decliner && row.policy === policy) || row.person === leaver;
      if (stopped) ok(row.day <= '2026-11-24', `reminded on ${row.day} though it had stopped`);
    }
    const address = await mailTo(leaver);
    ok(!office.taken.some(mail => mail.to === address && /^Date: .* (Dec 2026|Jan 2027)/m.test(mail.text)));
  });

  test('over the winter nobody had more than four reminders, none on a weekend or in the holidays, and then the office takes over', async () => {
    const all = await given();
    const numbers = new Map<string, number[]>();
    for (const row of all) numbers.set(`${row.person} ${row.policy}`, [...(numbers.get(`${row.person} ${row.policy}`) ?? []), row.number]);
    for (const list of numbers.values()) deepEqual(list, Array.from({ length: list.length }, (_, at) => at + 1));
    ok([...numbers.values()].some(list => list.length === 4));
    ok(all.every(row => row.number <= 4));
    const terms = (await school.read(tx => sql<{ from: string; to: string }>`select from_day as "from", to_day as "to" from school_term`.execute(tx))).rows;
    ok(terms.length >= 3);
    for (const { day } of all) {
      ok(![0, 6].includes(new Date(`${day}T12:00:00Z`).getUTCDay()), `${day} is a weekend`);
      ok(terms.some(term => term.from <= day && day <= term.to), `${day} is in the holidays`);
    }
    ok(await count(sql<{ n: number }>`select count(*) as n from agreement_hand_over`) > 0);
    ok(office.taken.some(mail => /Signatures that need the office/.test(mail.subject) && /after 4 reminders/.test(mail.text)));
    match((await (await school.as('office')).get('/prep-school/agreements/chase')).html, /4 reminders and still open/);
    equal(dayOf(school.now()), '2027-01-15');
  });
});
