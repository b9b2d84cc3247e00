import { deepEqual, doesNotMatch, equal, match, ok } from 'node:assert/strict';
import { after, before, describe, test } from 'node:test';
import { sql } from '../../src/platform/database/index.ts';
import { handOnEverywhere } from '../../src/school/concerns/index.ts';
import { eyesOn } from '../../src/school/concerns/store.ts';
import { listPeople } from '../../src/school/people/index.ts';
import { askingAs, fileOne, holderOf } from '../support/concerns.ts';
import { hiddenFields } from '../support/forms.ts';
import { openSchool, type Client, type TestSchool } from '../support/school.ts';

const at = '/day-school';
const NARRATIVE = 'My bag was taken on the train. The laptop was in it, and the list of my form. A boy of my form says that a man follows him home.';

describe('something happened', () => {
  let school: TestSchool;
  let teacher: Client;
  before(async () => {
    school = await openSchool({ pack: 'day-school' });
    teacher = await school.as('teacher');
  });
  after(async () => {
    await school.close();
    deepEqual(school.errors, []);
  });

  const as = async (office: string) => school.asPerson(await holderOf(school, office));
  const concernOf = async (client: Client): Promise<string> => /href="\/day-school\/concerns\/([0-9a-f-]{36})"/.exec((await client.get(`${at}/concerns`)).html)?.[1] ?? '';

  test('a lost laptop is three things, and each of its readers sees only their own', async () => {
    const first = await teacher.get(`${at}/something-happened`);
    match(first.html, /tel:999/);
    const second = await teacher.post(`${at}/something-happened`, { danger: 'no', child: 'yes', narrative: NARRATIVE, when: 'Friday', where: 'the train', names: '', kinds: ['report-device-loss'] });
    equal(second.status, 200);
    match(second.html, /It is several things/);
    const sent = await teacher.post(`${at}/something-happened/send`, { ...hiddenFields(second.html), 'report-device-loss.device': 'Laptop 4711', 'report-device-loss.personal-data': 'yes', 'report-device-loss.encrypted': 'no', 'report-device-loss.narrative': 'Taken from my bag on the train.' });
    equal(sent.status, 303);
    const receipt = await teacher.get(sent.location!);
    match(receipt.html, /It is sent/);
    equal((receipt.html.match(/class="mono">[A-Z2-9]{4}-[A-Z2-9]{4}/g) ?? []).length, 3);
    const part = /my-reports\/[0-9a-f-]{36}\/[0-9a-f-]{36}/.exec(receipt.html)![0];
    const tooLong = await teacher.post(`${at}/${part}`, { text: `For these readers alone. ${'word '.repeat(5_000)}` });
    equal(tooLong.status, 422);
    equal(tooLong.html.split('For these readers alone.').length, 2, 'what was typed for one part stands in no other');
    match(tooLong.html, new RegExp(`href="#text-${part.slice(-36)}"[^]*id="text-${part.slice(-36)}"`));
    for (const [office, sees, never] of [['network-manager', /Laptop 4711/, /follows him/], ['dpo', /Taken from my bag/, /follows him/], ['dsl', /follows him/, /nothing is hidden from her/]] as const) {
      const reader = await as(office);
      const { html } = await reader.get(`${at}/concerns/${await concernOf(reader)}`);
      match(html, sees, office);
      doesNotMatch(html, never, office);
    }
    match((await teacher.get(sent.location!)).html, /Opened/);
  });

  test('a name as people type it finds whom it means for staff, and tells a parent nothing of who is here', async () => {
    const pupil = (await school.read(tx => listPeople(tx, { day: school.today(), kinds: ['pupil-senior'], limit: 1 })))[0]!;
    const story = { danger: 'no', child: '', narrative: 'He was upset after break.', names: `${pupil.givenName} ${pupil.place!.class}`, kinds: ['report-safeguarding-concern'] };
    const second = await teacher.post(`${at}/something-happened`, story);
    match(second.html, new RegExp(`Who is “${story.names}”\\?`));
    ok(second.html.includes(`value="${pupil.id}"`));
    const sent = await teacher.post(`${at}/something-happened/send`, { ...hiddenFields(second.html), 'meant-0': pupil.id });
    equal(sent.status, 303);
    const { lock } = await askingAs(school, pupil.id);
    const keys = (await school.read(tx => sql<{ n: number }>`select count(*) as n from concern where ${lock.keyOf(pupil.id)} = any(child_keys)`.execute(tx))).rows[0]!.n;
    equal(Number(keys), 1);
    const parent = await school.as('parent');
    const theirs = await parent.post(`${at}/something-happened`, story);
    equal(theirs.status, 200);
    ok(!theirs.html.includes(pupil.id) && !theirs.html.includes('Who is “'));
  });

  test('what is needed is asked for, and nothing typed is lost', async () => {
    const wrong = await teacher.post(`${at}/something-happened`, { narrative: 'Odd mail' });
    equal(wrong.status, 422);
    match(wrong.html, /Say whether anybody is in danger now/);
    match(wrong.html, />Odd mail<\/textarea>/);
    const second = await teacher.post(`${at}/something-happened`, { danger: 'no', narrative: 'A wrong birthday', kinds: 'report-record-correction' });
    const again = await teacher.post(`${at}/something-happened/send`, { ...hiddenFields(second.html), 'report-record-correction.right': '4 May' });
    equal(again.status, 422);
    match(again.html, />4 May<\/textarea>/);
  });

  test('the mail that tells of it says nothing of it, and leads to the sign-in', async () => {
    const mails = await school.read(tx => sql<{ subject: string; body: string }>`select subject, body from mail_outbox where kind = 'concern'`.execute(tx));
    ok(mails.rows.length >= 3);
    for (const { subject, body } of mails.rows) doesNotMatch(`${subject} ${body}`, /laptop|child|breach|boy|concern|safeguard/i);
  });

  test('what nobody opens within the hour goes on at night too, and what was opened does not', async () => {
    const before = school.now();
    school.travelTo(new Date('2026-11-28T23:00:00Z'));
    const [left, read] = [(await fileOne(school)).concerns[0]!, (await fileOne(school)).concerns[0]!];
    await (await as('dsl')).get(`${at}/concerns/${read}`);
    const offices = (id: string) => school.read(async tx => (await eyesOn(tx, [id])).map(eye => eye.office));
    await handOnEverywhere({ db: school.db, shared: school.shared, now: new Date('2026-11-28T23:59:00Z') });
    deepEqual(await offices(left), ['dsl'], 'an hour has not passed');
    await handOnEverywhere({ db: school.db, shared: school.shared, now: new Date('2026-11-29T00:00:00Z') });
    deepEqual([await offices(left), await offices(read)], [['dsl', 'head'], ['dsl']]);
    school.travelTo(before);
  });

  test('where nobody of the school is left to tell, whoever tells is told so, with the numbers to ring by day and by night; and it is tried again', async () => {
    const chair = await as('chair-of-governors');
    const given = hiddenFields((await chair.get(`${at}/concern-settings`)).html);
    const care = { careNumber: '01632 960 111', careHours: 'weekdays from 9 to 5', careNight: '01632 960 222' };
    equal((await chair.post(`${at}/concern-settings`, { ...given, safeguarding: '60', other: '1440', openingHours: '48', openedHours: '72', next: 'head\nchair-of-governors', ...care })).status, 303);
    const about = await Promise.all(['head', 'chair-of-governors', 'dsl'].map(office => holderOf(school, office)));
    const second = await teacher.post(`${at}/something-happened`, { danger: 'no', narrative: 'They do not keep to the rules.', about, kinds: ['handle-breach'] });
    for (const said of [/Nobody in the school is free to read it/, /tel:999/, /01632 960 111/, /01632 960 222/, /You can go outside the school/]) match(second.html, said);
    doesNotMatch(second.html, /It still arrives|At school: /);
    const sent = await teacher.post(`${at}/something-happened/send`, hiddenFields(second.html));
    const receipt = await teacher.get(sent.location!);
    match(receipt.html, /Nobody in the school is free to read it[^]*You can go outside the school/);
    doesNotMatch(receipt.html, /You see here when somebody opens it/);
    const kept = async () => (await school.read(tx => sql<{ id: string; at: Date | null }>`select id, hand_on_at as at from concern where report_id = ${sent.location!.slice(-45, -9)}`.execute(tx))).rows[0]!;
    const due = (await kept()).at!;
    await handOnEverywhere({ db: school.db, shared: school.shared, now: due });
    ok((await kept()).at! > due, 'it is tried again, for an office may be somebody else’s by then');
  });

  test('nobody finds what somebody else told', async () => {
    const { report } = await fileOne(school, { reporter: await holderOf(school, 'dpo') });
    equal((await teacher.get(`${at}/my-reports/${report}`)).status, 404);
    equal((await (await as('dpo')).get(`${at}/my-reports/${report}`)).status, 200);
  });

  test('a grown-up may add a file to what they told, and a pupil to nothing', async () => {
    const pupil = (await school.read(tx => listPeople(tx, { day: school.today(), kinds: ['pupil-senior'], limit: 1, offset: 2 })))[0]!.id;
    for (const [person, may] of [[await holderOf(school, 'dpo'), true], [pupil, false]] as const) {
      const { report, concerns: [id] } = await fileOne(school, { reporter: person });
      const client = await school.asPerson(person);
      equal((await client.get(`${at}/my-reports/${report}`)).html.includes('type="file"'), may);
      equal((await client.post(`${at}/my-reports/${report}/${id}/file`, {})).status, may ? 422 : 404);
    }
  });

  test('whoever told it adds to it, and its readers find that in order', async () => {
    const { report, concerns: [id] } = await fileOne(school, { reporter: await holderOf(school, 'data-manager') });
    const reporter = await as('data-manager');
    equal((await reporter.post(`${at}/my-reports/${report}/${id}`, { text: 'It was room 4.' })).status, 303);
    match((await (await as('dsl')).get(`${at}/concerns/${id}`)).html, /Added to the report[^]*It was room 4\./);
  });

  test('whoever told something reads on their start page that there is an answer, never to what, until they have read it', async () => {
    const [dsl, at0] = [await as('dsl'), `${at}/`];
    for (const role of ['teacher', 'pupil']) {
      const reporter = await school.as(role);
      const person = (await school.read(tx => sql<{ id: string }>`select person_id as id from demonstration_persona where persona = ${role}`.execute(tx))).rows[0]!.id;
      const { report, concerns: [id] } = await fileOne(school, { reporter: person, narrative: 'It happened behind the gym.' });
      doesNotMatch((await reporter.get(at0)).html, /Somebody has answered you/);
      equal((await dsl.post(`${at}/concerns/${id}/talk`, { sort: role === 'pupil' ? 'question' : 'reply', text: 'Come and see me after lunch.' })).status, 303);
      const start = (await reporter.get(at0)).html;
      match(start, /Somebody has answered you/);
      doesNotMatch(start, /gym|after lunch|something you told/);
      const page = role === 'pupil' ? `${at}/tell-someone/mine` : `${at}/my-reports/${report}`;
      ok(start.includes(`href="${page}"`), role);
      doesNotMatch((await dsl.get(`${at}/concerns/${id}`)).html, /has read what was said to them/);
      match((await reporter.get(page)).html, /Come and see me after lunch\./);
      const own = await reporter.get(`${at}/my-reports/${report}`);
      equal(own.html.includes('type="file"'), role === 'teacher', 'a pupil is never asked for a picture');
      doesNotMatch((await reporter.get(at0)).html, /Somebody has answered you/);
      match((await dsl.get(`${at}/concerns/${id}`)).html, /has read what was said to them/);
    }
  });
});
