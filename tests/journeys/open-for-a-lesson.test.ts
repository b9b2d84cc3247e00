import { deepEqual, doesNotMatch, equal, match } from 'node:assert/strict';
import test, { after, before, describe } from 'node:test';
import { sql } from '../../src/platform/database/index.ts';
import { askFeature } from '../../src/school/answers.ts';
import { decide } from '../../src/rulebook/index.ts';
import { rulesInForce } from '../../src/school/policies/index.ts';
import { look } from '../support/browser.ts';
import { openSchool, type TestSchool } from '../support/school.ts';
import { journey, wordsOf } from './with-browser.ts';

const personOf = async (school: TestSchool, persona: string) => (await school.read(tx => sql<{ id: string }>`select person_id as id from demonstration_persona where persona = ${persona}`.execute(tx))).rows[0]!.id;
const classOf = async (school: TestSchool, person: string) => (await school.read(tx => sql<{ class: string }>`select class from pupil_place where person_id = ${person} and until_day is null`.execute(tx))).rows[0]!.class;
const classmates = async (school: TestSchool, person: string) => (await school.read(async tx => sql<{ id: string }>`select person_id as id from pupil_place where class = ${await classOf(school, person)} and until_day is null and person_id <> ${person} order by person_id`.execute(tx))).rows.map(row => row.id);

/** What the rules of today say to a pupil, with the permissions they hold at this moment. */
async function saysTo(school: TestSchool, person: string, of: { act: string; kinds: readonly string[]; facts: Readonly<Record<string, string>> }): Promise<string> {
  return school.read(async tx => {
    const { rulebook } = await rulesInForce(tx, { school: school.school, vocabulary: school.shared.vocabulary, today: school.today() });
    const permissions = await askFeature('livePermissions', tx, person, school.now());
    const use = permissions.find(one => one.act === of.act)?.use;
    const question = { who: of.kinds, act: of.act, facts: of.facts, permissions, on: school.today() };
    // A game that is named is open, and no other.
    if (use !== undefined) deepEqual([decide(rulebook, question).says, decide(rulebook, { ...question, use: 'another game' }).says], ['depends', 'ask']);
    return decide(rulebook, { ...question, ...(use === undefined ? {} : { use }) }).says;
  });
}
const SENIOR = ['pupil-senior', 'pupil'];
const clause = (id: string) => `prep-school/${id}`;

test('a class may play a game until the bell, and not a minute longer', async () => {
  await journey({ pack: 'prep-school' }, async ({ school, window }) => {
    const pupil = await personOf(school, 'pupil');
    const game = { act: 'play-online-game', kinds: SENIOR, facts: { authorised: 'yes' } };
    equal(await saysTo(school, pupil, game), 'ask');
    const page = await window({ as: 'teacher' });
    await page.goto('/prep-school/openings');
    await look(page, 'openings-empty');
    await page.getByRole('link', { name: 'Open something for a lesson' }).click();
    await page.getByLabel('Class', { exact: true }).selectOption(await classOf(school, pupil));
    await page.getByRole('button', { name: 'Show' }).click();
    await page.getByLabel(/Play a game online/i).check();
    await page.getByLabel('Which game, site or file?').fill('The times-table race');
    await page.getByLabel('For which lesson?').fill('Maths, period 2');
    await page.getByLabel('Why?').fill('Practice for the quiz');
    await page.getByLabel('Until which time today?').fill('09:00');
    await page.getByRole('button', { name: 'Open it' }).click();
    match(await wordsOf(page), /Choose a time later today/);
    await look(page, 'opening-new');
    await page.getByLabel('Until which time today?').fill('10:50');
    await page.getByRole('button', { name: 'Open it' }).click();
    match(await wordsOf(page), /It closes by itself/);
    await look(page, 'openings');
    equal(await saysTo(school, pupil, game), 'yes');
    const child = await window({ as: 'pupil' });
    await child.goto('/prep-school');
    match(await wordsOf(child), /Open for you now.*The times-table race.*ends at 10:50/s);
    school.travelTo(new Date('2026-11-23T10:49:59Z'));
    equal(await saysTo(school, pupil, game), 'yes');
    school.travelTo(new Date('2026-11-23T10:50:00Z'));
    equal(await saysTo(school, pupil, game), 'ask');
    await child.reload();
    doesNotMatch(await wordsOf(child), /Open for you now/);
  });
});

describe('openings at the prep school', () => {
  let school: TestSchool;
  let [pupil, other, room] = ['', '', ''];
  before(async () => {
    school = await openSchool({ pack: 'prep-school' });
    pupil = await personOf(school, 'pupil');
    [other] = await classmates(school, pupil) as [string];
    room = await classOf(school, pupil);
  });
  after(async () => {
    await school.close();
    deepEqual(school.errors, []);
  });
  const given = { lesson: 'French, period 3', reason: 'Listening for the exam', until: '11:30' };
  const idOf = async () => (await school.read(tx => sql<{ id: string }>`select id from permission order by id desc limit 1`.execute(tx))).rows[0]!.id;

  test('headphones and devices are open in a lesson for the pupils named, and for nobody else', async () => {
    const teacher = await school.as('teacher');
    const headphones = { act: 'wear-headphones', kinds: SENIOR, facts: { moment: 'lesson' } };
    for (const id of ['mobile-devices#headphones', 'mobile-devices#device-in-lessons']) equal((await teacher.post('/prep-school/openings/new', { ...given, class: room, clause: clause(id), pupils: [pupil] })).status, 303);
    deepEqual([await saysTo(school, pupil, headphones), await saysTo(school, other, headphones)], ['yes', 'ask']);
    deepEqual([await saysTo(school, pupil, { ...headphones, act: 'use-personal-device', facts: { moment: 'lesson', 'adult-led': 'no' } }), await saysTo(school, other, { ...headphones, act: 'use-personal-device', facts: { moment: 'lesson', 'adult-led': 'no' } })], ['yes', 'ask']);
    match((await (await school.as('pupil')).get('/prep-school')).html, /Open for you now/);
    doesNotMatch((await (await school.asPerson(other)).get('/prep-school')).html, /Open for you now/);
    const stranger = (await school.read(tx => sql<{ id: string }>`select person_id as id from pupil_place where class <> ${room} and until_day is null limit 1`.execute(tx))).rows[0]!.id;
    equal((await teacher.post('/prep-school/openings/new', { ...given, class: room, clause: clause('mobile-devices#headphones'), pupils: [stranger] })).status, 422);
  });

  test('one press ends it, for whoever opened it and for the head, and for nobody else', async () => {
    const headphones = { act: 'wear-headphones', kinds: SENIOR, facts: { moment: 'lesson' } };
    const teacher = await school.as('teacher');
    equal((await teacher.post('/prep-school/openings/new', { ...given, class: room, clause: clause('mobile-devices#headphones'), pupils: [other, pupil] })).status, 303);
    const id = await idOf();
    equal((await (await school.as('supply')).post(`/prep-school/openings/${id}/end`)).status, 404);
    equal((await (await school.as('parent')).get('/prep-school/openings')).status, 404);
    doesNotMatch((await (await school.as('supply')).get('/prep-school/openings')).html, /French, period 3/);
    match((await (await school.as('head')).get('/prep-school/openings')).html, /French, period 3/);
    match((await teacher.get('/prep-school')).html, /You have this open/);
    match((await teacher.postAndFollow(`/prep-school/openings/${id}/end`)).html, /It is closed/);
    equal(await saysTo(school, other, headphones), 'ask');
    equal((await teacher.post(`/prep-school/openings/${id}/end`)).status, 404);
    match((await (await school.as('head')).get('/prep-school/openings.csv')).html, /French, period 3/);
  });

  test('a class may print until the lesson ends, the oldest and the youngest', async () => {
    const teacher = await school.as('teacher');
    const young = await personOf(school, 'reception');
    equal((await teacher.post('/prep-school/openings/new', { ...given, class: room, clause: clause('middle-senior-code#ask-to-print') })).status, 303);
    equal((await teacher.post('/prep-school/openings/new', { ...given, class: await classOf(school, young), clause: clause('early-years-ks1-code#ask-to-print') })).status, 303);
    const print = { act: 'print', facts: { necessary: 'yes' } };
    const all = () => Promise.all([saysTo(school, pupil, { ...print, kinds: SENIOR }), saysTo(school, young, { ...print, kinds: ['pupil-ks1', 'pupil'] })]);
    deepEqual(await all(), ['yes', 'yes']);
    equal(await saysTo(school, pupil, { ...print, kinds: SENIOR, facts: { necessary: 'no' } }), 'no', 'what need not be printed stays a no');
    equal((await teacher.post('/prep-school/openings/new', { ...given, class: await classOf(school, young), clause: clause('middle-senior-code#ask-to-print') })).status, 422, 'each class by its own rules');
    school.travelTo(new Date('2026-11-23T11:30:00Z'));
    deepEqual(await all(), ['ask', 'ask']);
    school.travelTo(new Date('2026-11-23T10:00:00Z'));
  });

  test('music out loud is opened by the deputy head alone', async () => {
    const music = { ...given, class: room, clause: clause('mobile-devices#music-out-loud') };
    equal((await (await school.as('teacher')).post('/prep-school/openings/new', music)).status, 422);
    equal((await (await school.as('deputy')).post('/prep-school/openings/new', music)).status, 303);
    equal(await saysTo(school, pupil, { act: 'broadcast-music', kinds: SENIOR, facts: {} }), 'yes');
  });

  test('what the head decides is a request: the page leads there', async () => {
    match((await (await school.as('teacher')).get('/prep-school/openings/new')).html, /href="\/prep-school\/ask\/visit-site\?fact\.purpose=teaching/);
  });
});
