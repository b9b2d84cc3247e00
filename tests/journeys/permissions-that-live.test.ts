import { deepEqual, doesNotMatch, equal, match } from 'node:assert/strict';
import test, { after, before, describe } from 'node:test';
import { readLines } from '../../src/logbook/index.ts';
import { sql } from '../../src/platform/database/index.ts';
import { tendPermissions } from '../../src/school/permissions/index.ts';
import { grant, type Granting } from '../../src/school/permissions/deeds.ts';
import { openSchool, type Client, type TestSchool } from '../support/school.ts';

/** A permission after it was granted: it ends by itself, rests when its evidence is too old, is withdrawn and given up. */
describe('permissions that live', () => {
  let school: TestSchool;
  let [teacher, manager, pupil] = ['', '', ''];
  before(async () => {
    school = await openSchool({ pack: 'day-school' });
    [teacher, manager, pupil] = await Promise.all(['teacher', 'network-manager', 'pupil'].map(personOf)) as [string, string, string];
  });
  after(async () => {
    await school.close();
    deepEqual(school.errors, []);
  });

  const personOf = async (persona: string) => (await school.read(tx => sql<{ id: string }>`select person_id as id from demonstration_persona where persona = ${persona}`.execute(tx))).rows[0]!.id;
  const LAPTOP = { 'device-kind': 'laptop', 'device-owner': 'personal', encrypted: 'yes' };
  const granted = (more: Partial<Granting> = {}) => school.change(tx => grant(tx, { school: school.school, by: manager, at: school.now(), today: school.today() }, {
    holder: teacher, act: 'connect-to-network', offices: ['network-manager'], facts: LAPTOP, conditions: 'The silver laptop alone.', reason: 'Marking at school', clauses: ['day-school/files-code#own-laptop', 'day-school/files-code#must-be-encrypted'],
    from: school.today(), until: '2027-03-31', ...more,
  }));
  const mayI = async (client: Client) => (await client.post('/day-school/may-i', { question: 'May I connect my laptop?', act: 'connect-to-network', ...Object.fromEntries(Object.entries(LAPTOP).map(([fact, value]) => [`fact.${fact}`, value])) })).html;
  const says = (html: string) => /answer--(\w+)/.exec(html)?.[1];
  const round = () => tendPermissions({ db: school.db, now: school.now() });
  const mailsTo = async (person: string) => (await school.read(tx => sql<{ subject: string; body: string }>`select subject, body from mail_outbox where person_id = ${person} and kind = 'permission' order by id`.execute(tx))).rows;

  test('evidence that is too old suspends a permission by itself, and new evidence brings it back', async () => {
    const id = await granted({ evidence: { device: 'Laptop 14', 'checked-on': '2026-10-05' }, evidenceUntil: '2026-11-30' });
    const holder = await school.as('teacher');
    equal(says(await mayI(holder)), 'yes');
    match((await holder.get('/day-school')).html, /Something to show again/);
    school.travelTo(new Date('2026-12-01T09:00:00Z'));
    equal(says(await mayI(await school.as('teacher'))), 'ask');
    equal(await round(), 1);
    equal(await round(), 0);
    const later = await school.as('teacher');
    match((await later.get(`/day-school/permissions/${id}`)).html, /It does not count just now/);
    match((await later.get('/day-school')).html, /A permission rests/);
    deepEqual((await mailsTo(teacher)).map(mail => mail.subject), ['A permission of yours rests']);
    doesNotMatch((await mailsTo(teacher))[0]!.body, /laptop|network/i);
    school.travelTo(new Date('2026-12-01T09:30:00Z'));
    const decider = await school.as('network-manager');
    equal((await decider.post(`/day-school/permissions/${id}/evidence`, { shown: 'Encryption, on the laptop itself', until: '2026-11-01' })).status, 422);
    equal((await later.post(`/day-school/permissions/${id}/evidence`, { shown: 'It is fine', until: '2027-02-28' })).status, 404);
    equal((await decider.post(`/day-school/permissions/${id}/evidence`, { shown: 'Encryption, on the laptop itself', until: '2027-02-28' })).status, 303);
    equal(says(await mayI(await school.as('teacher'))), 'yes');
    const page = await decider.get(`/day-school/permissions/${id}`);
    match(page.html, /It counts again/);
    match(page.html, /It was checked on<\/dt><dd[^>]*>1 December 2026/);
    match(page.html, /Known to be true until<\/dt><dd[^>]*>28 February 2027/);
  });

  test('a permission is said to end before it does, ends by itself and is never made longer in silence', async () => {
    school.travelTo(new Date('2026-12-01T10:00:00Z'));
    const id = await granted({ act: 'install-software', offices: ['network-manager'], facts: {}, clauses: ['day-school/staff-ict-code#who-leads'], conditions: '', until: '2026-12-20' });
    equal(await round(), 0);
    school.travelTo(new Date('2026-12-14T09:00:00Z'));
    equal(await round(), 1);
    equal(await round(), 0);
    const holder = await school.as('teacher');
    match((await holder.get('/day-school')).html, /A permission ends soon/);
    const anew = /href="(\/day-school\/ask\/install-software[^"]*)"/.exec((await holder.get(`/day-school/permissions/${id}`)).html)?.[1]?.replaceAll('&amp;', '&') ?? '';
    equal((await holder.get(anew)).status, 200);
    match((await (await school.as('network-manager')).get('/day-school')).html, /Permissions to look at/);
    school.travelTo(new Date('2026-12-21T09:00:00Z'));
    equal((await (await school.as('teacher')).get(`/day-school/permissions/${id}`)).html.includes('>Over<'), true);
    equal(await round(), 1);
    equal(await round(), 0);
    match((await (await school.as('teacher')).get(`/day-school/permissions/${id}`)).html, /It ended by itself/);
    const turns = await school.read(tx => sql<{ turn: string }>`select turn from permission_turn where permission_id = ${id} order by at`.execute(tx));
    deepEqual(turns.rows.map(row => row.turn), ['reminded', 'expired']);
    const deeds = await school.read(tx => readLines(tx, { about: id, limit: 10 }));
    deepEqual(deeds.map(line => line.deed).reverse(), ['grant-permission', 'remind-of-permission', 'end-permission']);
  });

  test('whoever decides withdraws it with a reason, the holder is told and May I says no more than the rule', async () => {
    school.travelTo(new Date('2027-01-11T09:00:00Z'));
    const id = await granted({ until: '2027-03-31' });
    const decider = await school.as('network-manager');
    equal((await decider.post(`/day-school/permissions/${id}/withdraw`, { reason: '' })).status, 422);
    equal((await (await school.as('teacher')).post(`/day-school/permissions/${id}/withdraw`, { reason: 'No more' })).status, 404);
    await school.change(tx => sql`update permission set ends_at = ${school.now()} where act = 'connect-to-network' and id <> ${id}`.execute(tx));
    const done = await decider.postAndFollow(`/day-school/permissions/${id}/withdraw`, { reason: 'The laptop was lent to somebody' });
    match(done.html, /withdrew it/);
    equal(says(await mayI(await school.as('teacher'))), 'ask');
    match((await (await school.as('teacher')).get(`/day-school/permissions/${id}`)).html, /lent to somebody/);
    equal((await mailsTo(teacher)).at(-1)!.subject, 'A permission of yours has changed');
    equal((await decider.post(`/day-school/permissions/${id}/withdraw`, { reason: 'Again' })).status, 404);
  });

  test('the holder gives it up; others find neither the permission nor its register line', async () => {
    const id = await granted();
    equal((await (await school.as('pupil')).get(`/day-school/permissions/${id}`)).status, 404);
    equal((await (await school.as('pupil')).post(`/day-school/permissions/${id}/give-up`)).status, 404);
    doesNotMatch((await (await school.as('pupil')).get('/day-school/permissions')).html, /silver laptop/);
    equal((await (await school.as('network-manager')).post(`/day-school/permissions/${id}/give-up`)).status, 404);
    match((await (await school.as('teacher')).postAndFollow(`/day-school/permissions/${id}/give-up`)).html, /gave it up/);
  });

  test('the register shows deciders and the head all of it, with filters, order and a file; governors see counts and no pupil’s name', async () => {
    const id = await granted({ holder: pupil, conditions: 'A tablet with a sticker.' });
    const head = await school.as('head');
    const name = (await school.read(tx => sql<{ name: string }>`select family_name as name from person where id = ${pupil}`.execute(tx))).rows[0]!.name;
    const list = await head.get('/day-school/permissions?state=live&sort=act');
    match(list.html, /A tablet with a sticker/);
    match(list.html, new RegExp(name));
    doesNotMatch((await head.get('/day-school/permissions?state=withdrawn')).html, /A tablet with a sticker/);
    match((await head.get(`/day-school/permissions?holder=pupil&search=${name}`)).html, /A tablet with a sticker/);
    doesNotMatch((await head.get('/day-school/permissions?holder=staff')).html, /A tablet with a sticker/);
    match((await head.get('/day-school/permissions.csv?state=all')).html, /,Over,/);
    match((await (await school.as('pupil')).get('/day-school/permissions')).html, /A tablet with a sticker/);
    const governor = await (await school.as('governor')).get('/day-school/permissions');
    match(governor.html, /In the whole school/);
    doesNotMatch(governor.html, new RegExp(`${name}|A tablet with a sticker`));
    equal((await (await school.as('governor')).get(`/day-school/permissions/${id}`)).status, 404);
  });
});
