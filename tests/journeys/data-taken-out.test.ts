import { deepEqual, doesNotMatch, equal, match } from 'node:assert/strict';
import test, { after, before, describe } from 'node:test';
import { sql } from '../../src/platform/database/index.ts';
import { grant } from '../../src/school/permissions/deeds.ts';
import { chaseDeclarations, leaverStillHas } from '../../src/school/permissions/index.ts';
import { exportDeclarations, forgetDeclarations } from '../../src/school/permissions/declarations/index.ts';
import { look } from '../support/browser.ts';
import { openSchool, type TestSchool } from '../support/school.ts';
import { journey, wordsOf } from './with-browser.ts';

const personOf = async (school: TestSchool, persona: string) => (await school.read(tx => sql<{ id: string }>`select person_id as id from demonstration_persona where persona = ${persona}`.execute(tx))).rows[0]!.id;
const mails = async (school: TestSchool) => (await school.read(tx => sql<{ subject: string; body: string; person: string }>`select subject, body, person_id as person from mail_outbox where kind = 'declaration' order by id`.execute(tx))).rows;

test('a teacher takes class work home on an encrypted stick and confirms that it is gone', async () => {
  await journey({ pack: 'academy-trust' }, async ({ window }) => {
    const page = await window({ as: 'teacher' });
    await page.goto('/academy-trust/declarations');
    await look(page, 'data-taken-out-empty');
    await page.getByRole('link', { name: 'Put school data on a stick or drive' }).click();
    await page.getByRole('button', { name: 'Ask the rules and note it' }).click();
    await page.getByRole('heading', { name: 'There is a problem' }).waitFor();
    await page.getByLabel('Which task needs it?').fill('Marking the mock exam');
    await page.getByLabel('What is it?').fill('Work of one class');
    await page.getByLabel('Where does it go, and on what?').fill('Home, on stick 14 of the school');
    await page.getByLabel('What sort of information is it?').selectOption('exam-results');
    await page.getByLabel('What carries it?').selectOption('memory-stick');
    await page.getByLabel('By which day is it wiped?').fill('2026-11-27');
    await page.getByRole('group', { name: 'Is it encrypted?' }).getByLabel('No', { exact: true }).check();
    await page.getByRole('button', { name: 'Ask the rules and note it' }).click();
    match(await wordsOf(page), /The rules say no/);
    await look(page, 'data-taken-out-no');
    equal(await page.getByLabel('What is it?').inputValue(), 'Work of one class');
    await page.getByRole('group', { name: 'Is it encrypted?' }).getByLabel('Yes', { exact: true }).check();
    await page.getByRole('button', { name: 'Ask the rules and note it' }).click();
    match(await wordsOf(page), /It is noted\. Come back here|Still out/);
    await look(page, 'data-taken-out-one');
    await page.goto('/academy-trust/declarations');
    match(await wordsOf(page), /Work of one class/);
    await look(page, 'data-taken-out');
    await page.getByRole('link', { name: 'Work of one class' }).click();
    await page.getByLabel('It is wiped').check();
    await page.getByRole('button', { name: 'Save' }).click();
    match(await wordsOf(page), /Back or gone/);
    await page.getByRole('button', { name: 'It is still out' }).click();
    match(await wordsOf(page), /Say that it is back or gone/);
    await page.goto('/academy-trust');
    match(await wordsOf(page), /Data you have taken out/);
  });
});

describe('data taken out at the day school', () => {
  let school: TestSchool;
  before(async () => { school = await openSchool({ pack: 'day-school' }); });
  after(async () => {
    await school.close();
    deepEqual(school.errors, []);
  });
  const stick = { task: 'Reports for Year 9', what: 'Scores of one year', goesTo: 'A stick of the school', goneBy: '2026-11-24', 'fact.data-kind': 'pupil-data', 'fact.media': 'memory-stick', 'fact.place': 'school-site', 'fact.necessary': 'yes' };

  test('who is due is reminded on four school days, then the office that looks after the clause is told', async () => {
    const teacher = await school.as('teacher');
    equal((await teacher.post('/day-school/declarations/new/stick', { ...stick, goneBy: '2026-11-01' })).status, 422);
    equal((await teacher.post('/day-school/declarations/new/stick', { ...stick, 'fact.necessary': 'no' })).status, 422);
    const made = await teacher.post('/day-school/declarations/new/stick', stick);
    equal(made.status, 303);
    const round = (day: string, hour = 9) => chaseDeclarations({ db: school.db, now: new Date(`${day}T${String(hour).padStart(2, '0')}:30:00Z`), hour: 8 });
    equal(await round('2026-11-23'), 0, 'not before its day');
    equal(await round('2026-11-24', 6), 0, 'not before the hour');
    deepEqual([await round('2026-11-24'), await round('2026-11-24')], [1, 0], 'once a day');
    equal(await round('2026-11-28'), 0, 'not on a Saturday');
    deepEqual([await round('2026-11-25'), await round('2026-11-26'), await round('2026-11-27')], [1, 1, 1]);
    const toTeacher = await mails(school);
    equal(toTeacher.length, 4);
    equal(new Set(toTeacher.map(mail => mail.person)).size, 1);
    for (const { subject, body } of toTeacher) doesNotMatch(`${subject} ${body}`, /stick|Scores|Year 9|Reports/);
    deepEqual([await round('2026-11-30'), await round('2026-12-01')], [1, 0], 'handed on once, then left');
    equal((await mails(school)).at(-1)!.person, await personOf(school, 'deputy'));
    school.travelTo(new Date('2026-11-30T10:00:00Z'));
    match((await (await school.as('deputy')).get('/day-school')).html, /Data that is not back/);
    match((await (await school.as('deputy')).get('/day-school/declarations?standing=overdue')).html, /Scores of one year/);
    match((await (await school.as('teacher')).get('/day-school')).html, /Say that it is back or gone/);
  });

  test('an entry is read by whoever made it, the head, the data protection officer and the office of its clause; nobody else finds it', async () => {
    const id = (await school.read(tx => sql<{ id: string }>`select id from declaration limit 1`.execute(tx))).rows[0]!.id;
    const at = `/day-school/declarations/${id}`;
    const seen = await Promise.all(['teacher', 'head', 'dpo', 'deputy', 'supply', 'network-manager', 'governor'].map(async who => (await (await school.as(who)).get(at)).status));
    deepEqual(seen, [200, 200, 200, 200, 404, 404, 404]);
    equal((await (await school.as('head')).post(`${at}/gone`, { how: 'wiped', on: '2026-11-23' })).status, 404, 'only they say that it is gone');
    doesNotMatch((await (await school.as('supply')).get('/day-school/declarations')).html, /Scores of one year/);
    match((await (await school.as('head')).get('/day-school/declarations.csv')).html, /Scores of one year,On a stick or drive,.*,Reports for Year 9,A stick of the school,2026-11-23,2026-11-24,Overdue/);
  });

  test('a printed report is shredded by its day, or kept with an open case', async () => {
    const teacher = await school.as('teacher');
    const made = await teacher.post('/day-school/declarations/new/paper', { task: 'Talk with a parent', what: 'A behaviour report', goesTo: 'My locked drawer', goneBy: '2026-12-04', 'fact.data-kind': 'pupil-data', 'fact.app': 'classcharts', 'fact.necessary': 'yes' });
    equal(made.status, 303);
    const shown = await teacher.get(made.location!);
    match(shown.html, /applications-code#behaviour-reports/);
    match(shown.html, /applications-code#destroy-paper/);
    equal((await teacher.post(`${made.location}/gone`, { how: 'wiped', on: '2026-11-30' })).status, 422, 'paper is not wiped');
    equal((await teacher.post(`${made.location}/gone`, { how: 'with-the-case', on: '2026-12-24' })).status, 422, 'no day to come');
    match((await teacher.postAndFollow(`${made.location}/gone`, { how: 'with-the-case', on: '2026-11-30' })).html, /It belongs to an open case and is kept with it/);
    equal((await teacher.post(`${made.location}/gone`, { how: 'shredded', on: '2026-11-30' })).status, 404);
    const lines = (await school.read(tx => sql<{ deed: string }>`select deed from logbook_entry where about_id = ${made.location!.split('/').at(-1)!} order by seq`.execute(tx))).rows.map(row => row.deed);
    deepEqual(lines, ['declare-data-out', 'confirm-data-gone']);
  });

  test('when somebody leaves, what they still have is told to the office at once; what is kept of them is theirs to read and to have forgotten', async () => {
    const teacher = await personOf(school, 'teacher');
    const client = await school.as('teacher');
    equal((await client.post('/day-school/declarations/new/stick', { ...stick, goneBy: '2026-12-11' })).status, 303);
    const before = (await mails(school)).length;
    await school.change(tx => leaverStillHas(tx, { school: school.school.id, person: teacher, on: '2026-11-30', by: teacher, at: school.now() }));
    equal((await mails(school)).length, before + 1);
    equal((await school.read(tx => exportDeclarations(tx, teacher))).length, 3);
    await school.change(tx => forgetDeclarations(tx, teacher));
    equal((await school.read(tx => exportDeclarations(tx, teacher))).length, 0);
    const { html } = await (await school.as('head')).get('/day-school/declarations');
    doesNotMatch(html, /Scores of one year/);
    match(html, /3 entries/);
  });
});

test('school data leaves the village school only with the head’s yes, and the entry says by when it is back', async () => {
  const school = await openSchool({ pack: 'village-primary' });
  try {
    const teacher = await school.as('teacher');
    const given = { task: 'Reports for Year 4', what: 'Reading scores', goesTo: 'My desk at home', goneBy: '2026-11-27', 'fact.data-kind': 'pupil-data', 'fact.media': 'paper', 'fact.encrypted': 'no' };
    const asked = await teacher.post('/village-primary/declarations/new/off-site', given);
    equal(asked.status, 422);
    match(asked.html, /Somebody has to say yes first/);
    match(asked.html, /href="\/village-primary\/ask\/take-data-off-site\?[^"]*fact\.data-kind=pupil-data/);
    const doing = { school: school.school, by: await personOf(school, 'head'), at: school.now(), today: school.today() };
    await school.change(async tx => grant(tx, doing, { holder: await personOf(school, 'teacher'), act: 'take-data-off-site', offices: ['head'], facts: {}, conditions: '', reason: 'Reports', clauses: ['village-primary/staff-code#data-off-site'], from: '2026-11-23', until: '2026-11-27' }));
    const which = await teacher.post('/village-primary/declarations/new/off-site', given);
    match(which.html, /Is it this\?/, 'the yes was for one thing');
    const use = which.html.match(/name="use" type="radio" value="([0-9a-f-]{36})"/)![1]!;
    match((await teacher.post('/village-primary/declarations/new/off-site', { ...given, use: 'none' })).html, /Somebody has to say yes first/);
    const made = await teacher.postAndFollow('/village-primary/declarations/new/off-site', { ...given, use });
    match(made.html, /Back or gone by.*27 November 2026/s);
    match((await (await school.as('head')).get('/village-primary/declarations?standing=open')).html, /Reading scores/);
    equal((await (await school.as('parent')).get('/village-primary/declarations')).status, 404);
    equal((await teacher.get('/village-primary/declarations/new/stick')).status, 404, 'no rule of this school speaks of it');
    deepEqual(school.errors, []);
  } finally {
    await school.close();
  }
});

test('at the town school work goes home where the job needs it, and is noted with its day', async () => {
  const school = await openSchool({ pack: 'town-school' });
  try {
    const teacher = await school.as('teacher');
    const given = { task: 'Marking at home', what: 'Books of Year 5', goesTo: 'My desk at home', goneBy: '2026-11-24', 'fact.data-kind': 'school-file', 'fact.media': 'paper', 'fact.necessary': 'yes' };
    match((await teacher.post('/town-school/declarations/new/off-site', { ...given, 'fact.necessary': 'no' })).html, /The rules say no.*staff-code#work-at-home/s);
    match((await teacher.postAndFollow('/town-school/declarations/new/off-site', given)).html, /staff-code#work-at-home/);
    deepEqual(school.errors, []);
  } finally {
    await school.close();
  }
});

test('the prep school’s off-site log says what, why, on what and by when it is back', async () => {
  const school = await openSchool({ pack: 'prep-school' });
  try {
    const teacher = await school.as('teacher');
    const given = { task: 'Planning at home', what: 'Class lists', goesTo: 'My desk at home', goneBy: '2026-11-24', 'fact.data-kind': 'pupil-data', 'fact.media': 'paper', 'fact.password-protected': 'no' };
    const made = await teacher.postAndFollow('/prep-school/declarations/new/off-site', given);
    for (const words of [/Planning at home/, /Class lists/, /My desk at home/, /24 November 2026/, /staff-code#data-off-site/]) match(made.html, words);
    match((await (await school.as('head')).get('/prep-school/declarations.csv')).html, /Class lists/);
    deepEqual(school.errors, []);
  } finally {
    await school.close();
  }
});
