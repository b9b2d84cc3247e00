import { deepEqual, doesNotMatch, equal, match } from 'node:assert/strict';
import test, { after, before, describe } from 'node:test';
import { sql } from '../../src/platform/database/index.ts';
import { apps as appsFeature, remindOfReviews } from '../../src/school/apps/index.ts';
import { reviewApplication, withdrawApplication } from '../../src/school/apps/deeds.ts';
import { findApp } from '../../src/school/apps/reads.ts';
import { listPeople } from '../../src/school/people/index.ts';
import { verify } from '../../src/logbook/index.ts';
import { openSchool, type Client, type TestSchool } from '../support/school.ts';

/** The register of applications at the day school, whose rules name six and let people ask about any other. */
describe('applications', { concurrency: 1 }, () => {
  let school: TestSchool;
  let [head, teacher, colleague]: Client[] = [];
  let [teacherId, colleagueId] = ['', ''];
  const base = '/day-school';
  before(async () => {
    school = await openSchool({ pack: 'day-school' });
    teacherId = (await school.read(tx => sql<{ id: string }>`select person_id as id from demonstration_persona where persona = 'teacher'`.execute(tx))).rows[0]!.id;
    colleagueId = (await school.read(tx => listPeople(tx, { day: school.today(), kinds: ['teacher'], limit: 50 }))).find(one => one.id !== teacherId && one.offices.length === 0)!.id;
    await signIn();
  });
  after(async () => {
    await school.close();
    deepEqual(school.errors, []);
  });
  const signIn = async () => { [head, teacher, colleague] = [await school.as('head'), await school.as('teacher'), await school.asPerson(colleagueId)]; };
  const ask = async (client: Client, question: string) => (await client.post(`${base}/may-i`, { question })).html;
  const says = (html: string) => /class="card answer answer--(\w+)/.exec(html)?.[1];
  const idOf = async (name: string) => (await school.read(tx => sql<{ id: string }>`select id from app where name = ${name}`.execute(tx))).rows[0]!.id;
  const mails = async () => (await school.read(tx => sql<{ person: string }>`select person_id as person from mail_outbox where kind = 'application'`.execute(tx))).rows.map(row => row.person);

  test('a register begins with what the rules name, and its keeper puts each on the list', async () => {
    const before = (await head!.get(`${base}/apps/register`)).html;
    match(before, /The rules name nobody, so the headteacher keeps this list/);
    match(before, /apps\/new\?from=sims">SIMS</);
    match((await head!.get(`${base}/apps/new?from=sims`)).html, /value="school records system"/);
    const sent = await head!.post(`${base}/apps/new`, { from: 'sims', name: 'SIMS', otherNames: 'school records system', purpose: 'Records of pupils and staff', kinds: [], data: ['pupil-data'], reviewOn: '2027-09-01' });
    equal(sent.status, 303);
    doesNotMatch((await head!.get(`${base}/apps/register`)).html, /from=sims/);
    match((await teacher!.get(`${base}/apps/${await idOf('SIMS')}`)).html, /In the rules/);
    equal((await teacher!.get(`${base}/apps/new`)).status, 404);
    equal((await head!.post(`${base}/apps/new`, { name: 'sims', purpose: 'Again', reviewOn: '2027-09-01' })).status, 422);
  });

  test('an application on the list answers May I for those it is open to, by its clause, and for no others', async () => {
    await head!.post(`${base}/apps/new`, { name: 'Kahoot', purpose: 'Quizzes in class', conditions: 'First names only.', kinds: ['teacher'], reviewOn: '2027-09-01' });
    const yes = await ask(teacher!, 'May I use Kahoot with my class?');
    equal(says(yes), 'yes');
    match(yes, /on the school’s list, and open to you/);
    match(yes, /First names only/);
    match(yes, /applications-code#only-listed-apps/);
    equal(says(await ask(teacher!, 'May I use the school records system?')), 'no');
    match(await ask(teacher!, 'May I use the school records system?'), /not open to you/);
    match(await ask(teacher!, 'May I use Kahhot with my class?'), /Did you mean one of these applications\?/);
    equal(says(await ask(teacher!, 'May I use Kahhot with my class?')), 'ask');
  });

  test('what is not on the list is asked for, and a yes puts it there for whoever asked', async () => {
    const answer = await ask(teacher!, 'May I use Blooket with my class? The head has approved it.');
    equal(says(answer), 'ask');
    match(answer, /<strong>Blooket<\/strong> is not on the list/);
    const form = /href="(\/day-school\/ask\/use-app\?[^"]+)"/.exec(answer)![1]!.replaceAll('&amp;', '&');
    match((await teacher!.get(form)).html, /value="Blooket"/);
    const sent = await teacher!.post(`${base}/ask/use-app`, { 'fact.authorised': 'no', 'fact.app': 'other', 'shown.application': 'Blooket', 'shown.app-data': 'none', reason: 'Short quizzes at the end of a lesson', from: '2026-11-23', until: '2026-12-18' });
    equal(sent.status, 303);
    const request = sent.location!.split('/').at(-1)!.split('?')[0]!;
    equal((await head!.post(`${base}/requests/${request}`, { says: 'grant', conditions: 'No surnames.' })).status, 303);
    const id = await idOf('Blooket');
    match((await head!.get(base)).html, /Applications proposed/);
    match((await head!.get(`${base}/apps/${id}`)).html, /Proposed by a decision/);
    equal(says(await ask(teacher!, 'May I use Blooket?')), 'yes');
    equal(says(await ask(colleague!, 'May I use Blooket?')), 'ask');
    equal(says(await ask(teacher!, 'May I use Gimkit?')), 'ask');
    equal((await head!.post(`${base}/apps/${id}/widen`, { kinds: 'teacher', reviewOn: '2027-09-01' })).status, 303);
    equal(says(await ask(colleague!, 'May I use Blooket?')), 'yes');
  });

  test('a permission that ends before its day takes the application with it', async () => {
    const id = (await school.read(tx => sql<{ id: string }>`select id from permission where act = 'use-app'`.execute(tx))).rows[0]!.id;
    equal((await head!.post(`${base}/permissions/${id}/withdraw`, { reason: 'Another one is used now.' })).status, 303);
    deepEqual((await school.read(tx => sql<{ ended: string }>`select ended_on as ended from app_user where permission_id = ${id}`.execute(tx))).rows, [{ ended: '2026-11-23' }]);
  });

  test('withdrawing an application tells those named for it, ends their permission, and can be undone', async () => {
    const id = await idOf('SIMS');
    equal((await head!.post(`${base}/apps/${id}/users`, { person: teacherId, until: '' })).status, 303);
    equal(says(await ask(teacher!, 'May I use SIMS for the attendance register?')), 'yes');
    match((await head!.get(`${base}/apps/${id}/withdraw`)).html, /1 person named for it/);
    const seen = (await school.read(tx => findApp(tx, id)))!;
    equal((await head!.post(`${base}/apps/${id}/withdraw`, { reason: 'The contract ended.' })).status, 303);
    const late = { school: school.school, by: colleagueId, as: 'head', at: school.now(), today: school.today() };
    equal(await school.change(tx => reviewApplication(tx, late, { app: seen, reviewOn: '2028-09-01', words: '' })), false, 'whoever had the page open puts nothing back on the list');
    equal(await school.change(tx => withdrawApplication(tx, late, { app: seen, reason: 'Once more.' })), false);
    deepEqual(await mails(), [teacherId]);
    match((await teacher!.get(base)).html, /An application was withdrawn/);
    equal(says(await ask(teacher!, 'May I use SIMS for the attendance register?')), 'no');
    equal((await head!.post(`${base}/apps/${id}/restore`, { reviewOn: '2027-09-01' })).status, 303);
    equal(says(await ask(teacher!, 'May I use SIMS for the attendance register?')), 'yes');
    match((await head!.get(`${base}/apps/${id}`)).html, /The contract ended/);
  });

  test('a file is looked at first, then taken in, and comes out as it went in', async () => {
    const table = 'Name,Who may use it,Review on,What it is for\nKahoot,Teacher; Pupil,,\nSparx,Staff,2027-07-01,Maths homework\n,Staff,,\n';
    match((await head!.get(`${base}/apps/import`)).html, /download the register/);
    equal((await head!.post(`${base}/apps/import/apply`, { table })).status, 303);
    const file = (await head!.get(`${base}/apps/register.csv`)).html;
    match(file, /Kahoot,.*Teacher; Pupil/);
    match(file, /Sparx/);
    equal((await teacher!.post(`${base}/apps/import/apply`, { table })).status, 404);
  });

  test('past its review day an application is asked about, and its keeper is reminded before and after, once each', async () => {
    const round = (moment: string) => remindOfReviews({ db: school.db, shared: school.shared, now: new Date(moment) });
    equal(await round('2027-06-10T09:00:00Z'), 0);
    deepEqual([await round('2027-06-20T09:00:00Z'), await round('2027-06-20T10:00:00Z'), await round('2027-07-02T09:00:00Z'), await round('2027-07-03T09:00:00Z')], [1, 0, 1, 0]);
    school.travelTo(new Date('2027-07-05T09:00:00Z'));
    await signIn();
    const answer = await ask(teacher!, 'May I use Sparx?');
    equal(says(answer), 'ask');
    match(answer, /somebody had to look at it again by 1 July 2027/);
    match((await head!.get(`${base}/apps/register?state=overdue`)).html, /Past its review/);
    equal((await head!.post(`${base}/apps/${await idOf('Sparx')}/review`, { reviewOn: '2028-07-01', words: 'Still good.' })).status, 303);
    equal(says(await ask(teacher!, 'May I use Sparx?')), 'yes');
  });

  test('what is kept of somebody comes out, and goes when they are forgotten', async () => {
    const feature = appsFeature(school.shared);
    const kept = await school.read(tx => feature.exportPerson!(tx, teacherId)) as { mayUse: { name: string }[] };
    deepEqual([...new Set(kept.mayUse.map(one => one.name))].sort(), ['Blooket', 'SIMS']);
    await school.change(tx => feature.erasePerson!(tx, teacherId));
    deepEqual((await school.read(tx => feature.exportPerson!(tx, teacherId)) as { mayUse: unknown[] }).mayUse, []);
    equal((await school.read(tx => verify(tx))).whole, true);
  });
});
