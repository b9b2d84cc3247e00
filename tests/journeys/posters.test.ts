import { deepEqual, doesNotMatch, equal, match } from 'node:assert/strict';
import test, { after, before, describe } from 'node:test';
import { sql } from '../../src/platform/database/index.ts';
import { exportPlaces, forgetInPlaces } from '../../src/school/policies/posters/index.ts';
import { openSchool, type Client, type TestSchool } from '../support/school.ts';

const CODE = '/prep-school/policies/middle-senior-code';

/** A poster of the pupils' code, from the choice of its rules to the day its copies are out of date. */
describe('posters', () => {
  let school: TestSchool;
  let here = '';
  before(async () => { school = await openSchool({ pack: 'prep-school' }); });
  after(async () => {
    await school.close();
    deepEqual(school.errors, []);
  });

  const placeId = async (place: string) => (await school.read(tx => sql<{ id: string }>`select id from policy_poster_place where place = ${place} and taken_down_on is null`.execute(tx))).rows[0]!.id;
  const personOf = async (persona: string) => (await school.read(tx => sql<{ id: string }>`select person_id as id from demonstration_persona where persona = ${persona}`.execute(tx))).rows[0]!.id;

  /** The next edition of the code, with one sentence of one rule changed. */
  async function nextEdition(change: (markdown: string) => string): Promise<void> {
    const head = await school.as('head');
    equal((await head.post(`${CODE}/start`)).status, 303);
    const draft = (await school.read(tx => sql<{ markdown: string }>`select markdown from policy_edition where policy = 'middle-senior-code' and state = 'draft'`.execute(tx))).rows[0]!;
    const seen = /name="seen" value="(\d+)"/.exec((await head.get(`${CODE}/edit`)).html)![1]!;
    equal((await head.post(`${CODE}/edit`, { markdown: change(draft.markdown), seen, do: 'propose', note: 'Clearer' })).status, 303);
    const { text_hash: text, body } = (await school.read(tx => sql<{ text_hash: string; body: string }>`select text_hash, markdown as body from policy_edition where policy = 'middle-senior-code' and state = 'proposed'`.execute(tx))).rows[0]!;
    const approver: Client = await school.as(/approved:\s*\{\s*by:\s*head\b/.test(body) ? 'head' : 'chair');
    equal((await approver.post(`${CODE}/approve`, { text, inForce: school.today() })).status, 303);
  }

  test('it is made of live rules, for pupils, with its edition and a code that leads to the policy', async () => {
    const lead = await school.as('ict-lead');
    const choosing = await lead.get('/prep-school/posters/new?policy=middle-senior-code&audience=pupil-senior');
    const ids = [...choosing.html.matchAll(/name="clauses"[^>]*value="([^"]+)"|value="([^"]+)"[^>]*name="clauses"/g)].map(found => found[1] ?? found[2]!);
    equal(ids.length > 5, true);
    const form = { policy: 'middle-senior-code', audience: 'pupil-senior', title: 'How we behave online' };
    equal((await lead.post('/prep-school/posters/new', form)).status, 422);
    equal((await lead.post('/prep-school/posters/new', { ...form, clauses: ids.slice(0, 13) })).status, 422);
    const made = await lead.post('/prep-school/posters/new', { ...form, clauses: ids.slice(0, 4) });
    equal(made.status, 303);
    here = made.location!;
    const sheet = await lead.get(here);
    match(sheet.html, /edition 1, in force from/);
    match(sheet.html, /aria-label="A code to scan that leads to http:\/\/[^"]*\/prep-school\/policies\/middle-senior-code"/);
    for (const paper of ['', '?paper=a3']) match((await lead.get(`${here}/pdf${paper}`)).html.slice(0, 5), /%PDF-/);
  });

  test('a teacher puts it up and says where, and looks at it later', async () => {
    const teacher = await school.as('teacher');
    match((await teacher.postAndFollow(`${here}/places`, { place: 'Library' })).html, /Library/);
    match((await (await school.as('office')).postAndFollow(`${here}/places`, { place: 'Dining hall' })).html, /Dining hall/);
    match((await teacher.postAndFollow(`${here}/places/${await placeId('Library')}/checked`)).html, /Noted that it hangs well/);
    doesNotMatch((await teacher.get('/prep-school')).html, /out of date/);
    match((await teacher.get('/prep-school/posters.csv')).html, /Library,How we behave online,middle-senior-code,1,1,no,/);
    equal((await (await school.as('pupil')).get('/prep-school/posters')).status, 404);
  });

  test('a new edition marks each copy, and whoever put it up is told to take it down', async () => {
    await nextEdition(markdown => `${markdown}\nThis code has a second edition. {#second-edition}\n\n::info[says which edition this is]\n`);
    const teacher = await school.as('teacher');
    const start = await teacher.get('/prep-school');
    match(start.html, /1 poster is out of date/);
    match(start.html, /take down edition 1 at Library and put up edition 2/);
    match((await teacher.get('/prep-school/posters?state=stale')).html, /edition 1 hangs, edition 2 holds/);
    doesNotMatch((await teacher.get('/prep-school/posters?state=current')).html, /Dining hall/);
    match((await (await school.as('ict-lead')).get('/prep-school')).html, /posters are out of date|poster is out of date/);
    match((await teacher.postAndFollow(`${here}/places/${await placeId('Library')}/renew`)).html, /The new edition hangs there now/);
    doesNotMatch((await teacher.get('/prep-school')).html, /out of date/);
    match((await teacher.get('/prep-school/posters?state=down')).html, /taken down on/);
  });

  test('what came down by mistake hangs still, and a poster out of use is to come down everywhere', async () => {
    const office = await school.as('office');
    const id = await placeId('Dining hall');
    match((await office.postAndFollow(`${here}/places/${id}/down`)).html, /It hangs after all/);
    match((await office.postAndFollow(`${here}/places/${id}/still`)).html, /Noted that it hangs still/);
    await office.post(`${here}/retire`);
    match((await (await school.as('teacher')).get('/prep-school')).html, /take it down at Library/);
    await office.post(`${here}/bring-back`);
    doesNotMatch((await (await school.as('teacher')).get('/prep-school')).html, /take it down at Library/);
  });

  test('what a person did with posters is given to them, and forgotten with them', async () => {
    const teacher = await personOf('teacher');
    equal((await school.read(tx => exportPlaces(tx, teacher))).length, 2);
    await school.change(tx => forgetInPlaces(tx, teacher));
    equal((await school.read(tx => exportPlaces(tx, teacher))).length, 0);
    match((await (await school.as('office')).get('/prep-school/posters')).html, /Library/);
  });
});
