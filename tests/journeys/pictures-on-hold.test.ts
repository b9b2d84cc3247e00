import { deepEqual, doesNotMatch, equal, match, ok } from 'node:assert/strict';
import test, { after, before, describe } from 'node:test';
import { sql } from '../../src/platform/database/index.ts';
import { goToLaw, liftHold } from '../../src/school/concerns/legal/deeds.ts';
import { holdsOf } from '../../src/school/concerns/legal/store.ts';
import { images, remindOfHolds } from '../../src/school/images/index.ts';
import { exportHolds } from '../../src/school/images/holds/store.ts';
import { doingIn } from '../support/concerns.ts';
import { openSchool, type Client, type TestSchool } from '../support/school.ts';

const words = (html: string) => html.replaceAll(/<[^>]+>/g, ' ').replaceAll(/\s+/g, ' ');

/** A child worries about a picture, and every picture of theirs is held back until the safeguarding lead says otherwise. */
describe('pictures on hold', () => {
  let school: TestSchool;
  let deputy: Client;
  let dsl: Client;
  let here = '';
  let [pupil, youngest] = ['', ''];
  const HOLDS = '/prep-school/pictures-on-hold';
  before(async () => {
    school = await openSchool({ pack: 'prep-school' });
    [deputy, dsl] = await Promise.all(['deputy', 'dsl'].map(persona => school.as(persona))) as [Client, Client];
    [pupil, youngest] = await Promise.all(['pupil', 'reception'].map(personOf)) as [string, string];
  });
  after(async () => {
    await school.close();
    deepEqual(school.errors, []);
  });

  const personOf = async (persona: string) => (await school.read(tx => sql<{ id: string }>`select person_id as id from demonstration_persona where persona = ${persona}`.execute(tx))).rows[0]!.id;
  const holdOf = async (child: string) => (await school.read(tx => sql<{ id: string }>`select id from picture_hold where child_id = ${child} order by opened_at desc, id desc limit 1`.execute(tx))).rows[0]!.id;
  const tell = async (persona: string, more: Record<string, string> = {}) => equal((await (await school.as(persona)).post('/prep-school/tell-someone/send', { about: 'photo', words: 'I look silly in it.', adult: 'safe', ...more })).status, 303);
  const look = async (client: Client, children: readonly string[]) => words((await client.post('/prep-school/picture-check', { children })).html);

  test('the school says where pictures may be and in how many school days they are down; until then the rules name the places', async () => {
    match((await deputy.get(`${HOLDS}/settings`)).html, /The school has not said yet[^]*the school website/);
    equal((await deputy.post(`${HOLDS}/settings`, { places: '', days: '2', since: school.today() })).status, 422);
    match((await deputy.postAndFollow(`${HOLDS}/settings`, { places: 'The website\nThe newsletter\nThe local paper', days: '2', since: school.today() })).html, /It is saved/);
    equal((await (await school.as('teacher')).get(`${HOLDS}/settings`)).status, 404);
  });

  test('a worry about a picture suspends every picture of that child at once, and shows nothing of what was told', async () => {
    equal((await school.as('head').then(head => head.get(HOLDS))).status, 404);
    await tell('pupil', { takeDown: 'yes' });
    here = `${HOLDS}/${await holdOf(pupil)}`;
    match((await deputy.get('/prep-school')).html, /Pictures to hold back/);
    const page = words((await deputy.get(here)).html);
    match(page, /Hold back every picture/);
    match(page, /The child asked for a picture to come down/);
    match(page, /To be down by 25 November 2026/);
    doesNotMatch(page, /silly|worried about|told/i);
    const mails = (await school.read(tx => sql<{ words: string }>`select subject || body as words from mail_outbox where kind = 'picture-hold'`.execute(tx))).rows;
    ok(mails.length >= 2 && mails.every(mail => !/photo|picture|child|worr/i.test(mail.words)));
    doesNotMatch((await (await school.as('network-manager')).get('/prep-school/logbook')).html, /picture-hold|hold-pictures/);
  });

  test('while it stands, a picture of the child is answered no with its clause, and May I says that pictures are on hold', async () => {
    const teacher = await school.as('teacher');
    const answer = await look(teacher, [pupil, youngest]);
    match(answer, /No\. Do not use this picture/);
    match(answer, /A pupil who feels uneasy about a picture/);
    match(await look(teacher, [youngest]), /No hold stands in the way/);
    const mayI = words((await teacher.post('/prep-school/may-i', { question: 'May I put a picture of a pupil on the school website?', act: 'publish-image' })).html);
    match(mayI, /Pictures of 1 child are on hold and may not be used/);
    doesNotMatch(words((await (await school.as('parent')).post('/prep-school/may-i', { question: 'May I publish a picture?', act: 'publish-image' })).html), /on hold/);
    equal((await (await school.as('parent')).post('/prep-school/picture-check', { children: [pupil] })).status, 404);
  });

  test('each place is seen to and followed until it is done; a place somebody else was asked about needs whom and when', async () => {
    equal((await deputy.post(`${here}/place`, { place: 'The local paper', state: 'asked' })).status, 422);
    match((await deputy.postAndFollow(`${here}/place`, { place: 'The local paper', state: 'asked', whom: 'The picture desk', askedOn: '2026-11-23' })).html, /The picture desk/);
    equal((await deputy.post(`${here}/place`, { place: 'The moon', state: 'down' })).status, 404);
    await deputy.post(`${here}/place`, { place: 'The website', state: 'down' });
    await deputy.post(`${here}/place`, { place: 'The newsletter', state: 'never-there' });
    match((await dsl.get(here)).html, /On hold: places are still to be seen to/);
    const due = new Date('2026-11-25T09:00:00Z');
    equal(await remindOfHolds({ db: school.db, shared: school.shared, now: new Date('2026-11-24T09:00:00Z'), hour: 8 }), 0);
    equal(await remindOfHolds({ db: school.db, shared: school.shared, now: due, hour: 8 }), 1);
    equal(await remindOfHolds({ db: school.db, shared: school.shared, now: due, hour: 8 }), 0);
    await deputy.post(`${here}/place`, { place: 'The local paper', state: 'down' });
    match((await dsl.get(here)).html, /On hold: every place is seen to/);
    match((await dsl.get(`${HOLDS}.csv`)).html, /On hold: every place is seen to,2026-11-23,2026-11-25,0,Yes/);
    doesNotMatch((await deputy.get('/prep-school')).html, /Pictures to hold back/);
  });

  test('the safeguarding lead alone lifts it, with a reason that nobody else reads', async () => {
    equal((await deputy.post(`${here}/lift`, { outcome: 'again', reason: 'It is settled.' })).status, 404);
    equal((await dsl.post(`${here}/lift`, { outcome: 'again', reason: '' })).status, 422);
    match((await dsl.postAndFollow(`${here}/lift`, { outcome: 'never', reason: 'A court said so.' })).html, /A court said so/);
    doesNotMatch((await deputy.get(here)).html, /A court said so/);
    match(await look(await school.as('teacher'), [pupil]), /Do not use this picture/);
    await dsl.post(`${here}/lift`, { outcome: 'again', reason: 'The child asked for it.' });
    match(await look(await school.as('teacher'), [pupil]), /No hold stands in the way/);
    equal((await dsl.post(`${here}/lift`, { outcome: 'never', reason: 'Too late.' })).status, 404);
    const dump = JSON.stringify((await school.read(tx => sql`select * from picture_hold`.execute(tx))).rows);
    doesNotMatch(dump, /court|child asked/);
  });

  test('whoever it is about never knows of the hold, though pictures are theirs to see to', async () => {
    await tell('reception', { 'about-adult': await personOf('deputy') });
    const about = `${HOLDS}/${await holdOf(youngest)}`;
    equal((await deputy.get(about)).status, 404);
    doesNotMatch((await deputy.get('/prep-school')).html, /Pictures to hold back/);
    match(await look(deputy, [youngest]), /No hold stands in the way/);
    equal((await dsl.get(about)).status, 200);
    match(await look(await school.as('teacher'), [youngest]), /Do not use this picture/);
  });

  test('a parent’s complaint about a picture holds them back too, and a second worry opens no second hold', async () => {
    const parent = await school.as('parent');
    const sent = await parent.post('/prep-school/complaints/new', { sort: 'images', words: 'Her picture is on the website.', child: pupil });
    equal(sent.status, 303, words(sent.html).slice(0, 1200));
    const first = await holdOf(pupil);
    ok(!here.endsWith(first));
    await tell('pupil');
    equal(await holdOf(pupil), first);
    match(words((await dsl.get(`${HOLDS}/${first}`)).html), /Worried again/);
    equal((await school.read(tx => exportHolds(tx, pupil)) as { ofTheirPictures: unknown[] }).ofTheirPictures.length, 2);
  });

  test('a legal hold on the case keeps what was done about the pictures: the decision says so, and forgetting waits until it is lifted', async () => {
    const hold = await holdOf(pupil);
    const at = `${HOLDS}/${hold}`;
    const [doing, head] = [await doingIn(school, await personOf('dsl')), await personOf('head')];
    const concern = (await school.read(tx => sql<{ id: string }>`select concern_id as id from picture_hold_case where hold_id = ${hold} order by at, concern_id limit 1`.execute(tx))).rows[0]!.id;
    doesNotMatch(words((await dsl.get(at)).html), /goes to law/);
    await school.change(tx => goToLaw(tx, doing, { concern, step: { decidedBy: head, decidedOffice: 'head', clause: null, reasons: 'A claim.', reviewOn: '2027-01-08' } }));
    match(words((await dsl.get(at)).html), /what stands here is kept all the same, until that legal hold is lifted/);
    doesNotMatch(words((await deputy.get(at)).html), /goes to law/);
    match((await dsl.postAndFollow(`${at}/lift`, { outcome: 'again', reason: 'They agreed.' })).html, /until that legal hold is lifted/);
    const kept = async () => (await school.read(tx => exportHolds(tx, pupil)) as { ofTheirPictures: unknown[] }).ofTheirPictures.length;
    const erase = () => school.change(tx => images(school.shared).erasePerson!(tx, pupil));
    await erase();
    equal(await kept(), 1, 'the other hold is forgotten');
    await school.change(async tx => liftHold(tx, doing, { hold: (await holdsOf(tx, concern))[0]!, office: 'dsl' }));
    await erase();
    deepEqual(await school.read(tx => exportHolds(tx, pupil)), { ofTheirPictures: [], seenTo: [] });
  });
});
