import { deepEqual, doesNotMatch, equal, match, ok } from 'node:assert/strict';
import test, { after, before, describe } from 'node:test';
import { sql } from '../../src/platform/database/index.ts';
import { eraseRecordings } from '../../src/school/images/index.ts';
import { exportRecordings, forgetInRecordings } from '../../src/school/images/recordings/store.ts';
import { openSchool, type Client, type TestSchool } from '../support/school.ts';

/** A recording of the prep school, from the question to the day its list is gone. */
describe('a recording to which everybody agrees', () => {
  let school: TestSchool;
  let teacher: Client;
  let here = '';
  let answers = '';
  let [pupil, youngest, supply] = ['', '', ''];
  before(async () => {
    school = await openSchool({ pack: 'prep-school' });
    teacher = await school.as('teacher');
    [pupil, youngest, supply] = await Promise.all(['pupil', 'reception', 'supply'].map(personOf)) as [string, string, string];
  });
  after(async () => {
    await school.close();
    deepEqual(school.errors, []);
  });

  const personOf = async (persona: string) => (await school.read(tx => sql<{ id: string }>`select person_id as id from demonstration_persona where persona = ${persona}`.execute(tx))).rows[0]!.id;
  const parentOf = async (child: string) => (await school.read(tx => sql<{ id: string }>`select parent_id as id from guardian where child_id = ${child} and may_agree and not no_contact limit 1`.execute(tx))).rows[0]!.id;
  const given = { title: 'Our class play', kind: 'video', why: 'To watch it together', place: 'The hall', onDay: '2026-12-03', owner: 'school', device: 'camera', purpose: 'teaching', keptWhere: 'The school’s drive', keptUntil: '2027-01-15' };
  const say = async (client: Client, person: string, says: string) => { const done = await client.postAndFollow(answers, { person, says }); equal(done.status, 200); return done.html; };
  const mailsTo = async (persona: string) => (await school.read(async tx => sql<{ body: string; subject: string }>`select subject, body from mail_outbox where kind = 'recording' and person_id = ${await personOf(persona)} order by id`.execute(tx))).rows;

  test('a private phone in a lesson is forbidden with its clause, and nobody is asked', async () => {
    const phone = await teacher.post('/prep-school/recordings/new', { ...given, owner: 'personal', device: 'phone', 'fact.moment': 'lesson' });
    equal(phone.status, 422);
    match(phone.html, /The rules forbid it, whoever says yes/);
    match(phone.html, /mobile-devices#no-calls-with-children/);
    match(phone.html, /value="Our class play"/);
    const unclear = await teacher.post('/prep-school/recordings/new', { ...given, owner: 'personal', device: 'phone' });
    match(unclear.html, /The rules need to know more/);
  });

  test('until each person listed has said yes nobody is recorded, and one no leaves that person out', async () => {
    const made = await teacher.post('/prep-school/recordings/new', given);
    equal(made.status, 303);
    here = made.location!.replace(/\/people$/, '');
    answers = here.replace('/recordings/', '/recordings/asked/');
    equal((await teacher.post(`${here}/people`, { group: 'x', people: [pupil, youngest, supply] })).status, 303);
    match((await teacher.get(here)).html, /Not allowed yet: somebody has still to answer/);
    match((await teacher.get(`${here}/list`)).html, /Do not record yet/);

    const senior = await school.as('pupil');
    match((await senior.get('/prep-school')).html, /May they record you\?/);
    await say(senior, pupil, 'yes');
    await say(await school.as('supply'), supply, 'yes');
    match((await teacher.get(here)).html, /Not allowed yet: somebody has still to answer/, 'the school has not said from which year a pupil’s own word is enough');
    await say(await school.asPerson(await parentOf(pupil)), pupil, 'yes');
    const small = await school.as('reception');
    const page = await small.get(answers);
    match(page.html, /data-read-aloud/);
    doesNotMatch(page.html, /Our class play.*(?:supply|Supply)/s);
    await say(small, youngest, 'no');

    const agreed = await teacher.get(here);
    match(agreed.html, /You may record those who said yes/);
    const carried = (await teacher.get(`${here}/list.csv`)).html;
    equal(carried.match(/,Said yes/g)?.length, 2);
    equal(carried.match(/,Leave them out/g)?.length, 1);
    match((await teacher.get(`${here}/list`)).html, /Record without them/);
  });

  test('May I knows who has agreed: before that it is a no, and then a yes for that kind of recording alone', async () => {
    const asks = async (client: Client, facts: Record<string, string> = {}) => (await client.post('/prep-school/may-i', { question: 'May I film our class play?', act: 'record-people', ...facts })).html.replaceAll(/<[^>]+>/g, ' ').replaceAll(/\s+/g, ' ');
    match(await asks(teacher, { 'fact.recording-kind': 'video' }), / Yes [^]*Everybody in it has said yes[^]*Our class play , on 3 December 2026\. Record without those who are to be left out/);
    doesNotMatch(await asks(teacher, { 'fact.recording-kind': 'audio' }), /Everybody in it has said yes/);
    doesNotMatch(await asks(teacher, { 'fact.consent': 'none' }), /Everybody in it has said yes/);
    doesNotMatch(await asks(await school.as('supply'), { 'fact.recording-kind': 'video' }), /Everybody in it has said yes/);
  });

  test('nobody answers for somebody else, and who else is in it is read by the asker alone', async () => {
    const stranger = await school.as('network-manager');
    for (const at of [here, answers, `${here}/list`]) equal((await stranger.get(at)).status, 404);
    equal((await (await school.as('supply')).post(answers, { person: youngest, says: 'yes' })).status, 404);
    equal((await (await school.as('supply')).get(here)).status, 404);
    equal((await (await school.as('head')).get(here)).status, 200);
    equal((await (await school.as('head')).post(`${here}/call-off`)).status, 404);
  });

  test('a yes that is taken back tells whoever asked at once, without a name', async () => {
    const before = (await mailsTo('teacher')).length;
    await say(await school.as('supply'), supply, 'no');
    const mails = await mailsTo('teacher');
    equal(mails.length, before + 1);
    match(mails.at(-1)!.body, /^Something that you asked for at school has changed\. Read it before you go on\.\n\nSign in to read it\.\n\n\{site\}\/prep-school\n$/);
    equal((await teacher.get(`${here}/list.csv`)).html.match(/,Leave them out/g)?.length, 2);
    match((await (await school.as('supply')).get('/prep-school/recordings/asked')).html, /You said no/);
  });

  test('whoever asked puts down the yes that a small child says aloud, with how and whose hand it is; for somebody whom mail reaches nobody else answers', async () => {
    const page = await teacher.get(here);
    match(page.html, new RegExp(`people/${youngest}/said`));
    doesNotMatch(page.html, new RegExp(`people/${supply}/said`), 'they answer on their own page');
    const at = `${here}/people/${youngest}/said`;
    match((await teacher.get(at)).html, /Put down what was said[^]*mobile-devices#agree-to-recording/);
    for (const other of ['head', 'supply', 'reception']) equal((await (await school.as(other)).get(at)).status, 404, other);
    equal((await teacher.get(`${here}/people/${supply}/said`)).status, 404);
    equal((await teacher.post(at, { speaker: youngest, says: 'yes' })).status, 422);
    equal((await teacher.post(at, { speaker: supply, says: 'yes', how: 'aloud' })).status, 422);
    const noted = await teacher.postAndFollow(at, { speaker: youngest, says: 'yes', how: 'aloud' });
    match(noted.html.replaceAll(/<[^>]+>/g, ''), /Aloud\. Put down by .+, 23 November 2026/);
    match((await (await school.as('reception')).get(answers)).html, /You said yes/, 'the child finds it, and may take it back');
    await say(await school.as('reception'), youngest, 'no');
    equal((await teacher.get(`${here}/list.csv`)).html.match(/,Leave them out/g)?.length, 2);
    const lines = (await school.read(tx => sql<{ clause: string }>`select clause from logbook_entry where deed = 'note-recording-word'`.execute(tx))).rows;
    deepEqual(lines.map(line => line.clause), ['prep-school/mobile-devices#agree-to-recording']);
  });

  test('from the year that the school sets on, the pupil alone is asked', async () => {
    const year = (await school.read(tx => sql<{ year: string }>`select year_group as year from pupil_place where person_id = ${pupil} and until_day is null`.execute(tx))).rows[0]!.year;
    equal((await teacher.get('/prep-school/recordings/settings')).status, 404);
    const dsl = await school.as('dsl');
    equal((await dsl.post('/prep-school/recordings/settings', { fromYear: year, since: '2026-11-01' })).status, 422);
    match((await dsl.postAndFollow('/prep-school/recordings/settings', { fromYear: year, since: school.today() })).html, /It is saved/);
    const made = (await teacher.post('/prep-school/recordings/new', { ...given, title: 'Our talk', kind: 'audio' })).location!;
    await teacher.post(made, { group: 'x', people: [pupil] });
    await (await school.as('pupil')).post(made.replace('/recordings/', '/recordings/asked/').replace(/\/people$/, ''), { person: pupil, says: 'yes' });
    match((await teacher.get(made.replace(/\/people$/, ''))).html, /You may record them/);
  });

  test('a pupil asks for their own class and the staff, and nobody else', async () => {
    const senior = await school.as('pupil');
    const made = await senior.post('/prep-school/recordings/new', { ...given, title: 'Our sketch', forVisitor: 'A guest' });
    equal(made.status, 303);
    match((await senior.get(made.location!)).html, /Tick everybody who would be in it/);
    await senior.post(made.location!, { group: 'adults', people: [youngest, supply] });
    const one = await senior.get(made.location!.replace(/\/people$/, ''));
    match(one.html, /1 person/);
    doesNotMatch(one.html, /A guest/);
    equal((await (await school.as('parent')).get('/prep-school/recordings/new')).status, 404);
  });

  test('the recording is deleted by its day, and then the list of people goes', async () => {
    school.travelTo(new Date('2027-01-16T09:00:00Z'));
    const own = await school.as('teacher');
    match((await own.get('/prep-school')).html, /A recording to delete/);
    equal(await eraseRecordings({ db: school.db, now: school.now() }), 0);
    match((await own.postAndFollow(`${here}/gone`)).html, /It was deleted on 16 January 2027/);
    equal(await eraseRecordings({ db: school.db, now: school.now() }), 1);
    match((await (await school.as('head')).get(here)).html, /The list is gone, as is the recording/);
    const kept = await school.read(tx => exportRecordings(tx, pupil)) as { askedAbout: unknown[]; said: unknown[] };
    deepEqual([kept.askedAbout.length, kept.said.length], [1, 1]);
    await school.change(tx => forgetInRecordings(tx, pupil));
    deepEqual(await school.read(tx => exportRecordings(tx, pupil)), { askedFor: [], askedAbout: [], said: [] });
    ok((await mailsTo('supply')).every(mail => !/play|talk|record/i.test(`${mail.subject} ${mail.body}`)));
  });
});
