import { deepEqual, doesNotMatch, equal, match, ok } from 'node:assert/strict';
import test, { after, before, describe } from 'node:test';
import { sql } from '../../src/platform/database/index.ts';
import { askFeature } from '../../src/school/answers.ts';
import { listGuardians } from '../../src/school/people/index.ts';
import { decide } from '../../src/rulebook/index.ts';
import { rulesInForce } from '../../src/school/policies/index.ts';
import { exportPermissions, forgetInPermissions } from '../../src/school/permissions/store.ts';
import { openSchool, type Client, type TestSchool } from '../support/school.ts';

/** Requests at the prep school: a parent for a child, a pupil for itself, somebody else's files. */
describe('requests of families and of colleagues', { concurrency: 1 }, () => {
  let school: TestSchool;
  let [parent, head]: Client[] = [];
  let [parentId, child] = ['', ''];
  const base = '/prep-school';
  const personOf = async (persona: string) => (await school.read(tx => sql<{ id: string }>`select person_id as id from demonstration_persona where persona = ${persona}`.execute(tx))).rows[0]!.id;
  before(async () => {
    school = await openSchool({ pack: 'prep-school' });
    [parent, head] = [await school.as('parent'), await school.as('head')];
    parentId = await personOf('parent');
    const ties = await school.read(tx => listGuardians(tx, { parents: [parentId], day: school.today() }));
    const senior = (await school.read(tx => sql<{ id: string }>`select person_id as id from person_kind where kind = 'pupil-senior' and until_day is null`.execute(tx))).rows.map(row => row.id);
    child = ties.find(tie => tie.parentId === parentId && tie.mayAgree && senior.includes(tie.childId))!.childId;
  });
  after(async () => {
    await school.close();
    deepEqual(school.errors, []);
  });

  const idIn = (location: string | undefined) => location!.split('/').at(-1)!.split('?')[0]!;
  const phone = { 'fact.device-kind': 'phone', 'shown.device': 'A blue phone', reason: 'She travels home alone on the bus', from: '2026-11-23', until: '2027-07-01' };

  test('a parent asks for a child, the head grants it, and the child may; nobody else does', async () => {
    const list = await parent!.get(`${base}/ask`);
    match(list.html, new RegExp(`/ask/bring-phone\\?[^"]*for=${child}`));
    const sent = await parent!.post(`${base}/ask/bring-phone`, { ...phone, for: child });
    equal(sent.status, 303);
    const id = idIn(sent.location);
    equal((await head!.post(`${base}/requests/${id}`, { says: 'grant', conditions: 'Handed in at the gate.' })).status, 303);
    const live = (person: string) => school.read(tx => askFeature('livePermissions', tx, person, school.now()));
    equal((await live(child)).length, 1);
    deepEqual(await live(parentId), []);
    const { rulebook } = await school.read(tx => rulesInForce(tx, { school: school.school, vocabulary: school.shared.vocabulary, today: school.today() }));
    const question = { who: ['pupil-senior', 'pupil'], act: 'bring-phone', facts: { 'device-kind': 'phone' }, on: school.today() };
    ok(['yes', 'tell'].includes(decide(rulebook, { ...question, permissions: await live(child) }).says));
    equal(decide(rulebook, { ...question, facts: { 'device-kind': 'connected-watch' }, permissions: await live(child) }).says, 'ask');
    match((await parent!.get(`${base}/my-requests/${id}`)).html, /Handed in at the gate/);
    match((await (await school.asPerson(child)).get(`${base}/my-requests/${id}`)).html, /Handed in at the gate/);
  });

  test('nobody asks for a child that is not theirs to speak for, or opens a request that is not theirs', async () => {
    const apart = (await school.read(tx => sql<{ parent: string; child: string }>`select parent_id as parent, child_id as child from guardian where no_contact limit 1`.execute(tx))).rows[0]!;
    equal((await (await school.asPerson(apart.parent)).post(`${base}/ask/bring-phone`, { ...phone, for: apart.child })).status, 404);
    equal((await (await school.as('teacher')).post(`${base}/ask/bring-phone`, { ...phone, for: child })).status, 404);
    const id = (await school.read(tx => sql<{ id: string }>`select id from permission_request limit 1`.execute(tx))).rows[0]!.id;
    for (const persona of ['teacher', 'supply', 'governor', 'pupil', 'office']) {
      equal((await (await school.as(persona)).get(`${base}/my-requests/${id}`)).status, persona === 'pupil' && child === await personOf('pupil') ? 200 : 404, persona);
      equal((await (await school.as(persona)).get(`${base}/requests/${id}`)).status, 404, persona);
    }
  });

  test('a yes that the rule lets last a year is asked for no longer than that', async () => {
    const long = await (await school.asPerson(child)).post(`${base}/ask/bring-phone`, { ...phone, 'fact.device-kind': 'connected-watch', until: '2027-11-23' });
    equal(long.status, 422);
    match(long.html, /does not let a yes last so long/);
  });

  test('a pupil asks in plain words, names the teacher, and that teacher alone decides', async () => {
    const pupil = await school.asPerson(child);
    const form = await pupil.get(`${base}/ask/wear-headphones?fact.moment=lesson`);
    match(form.html, /Why do you need it\?/);
    const teachers = [.../<select[^>]*name="named\.teacher"[^]*?<\/select>/.exec(form.html)![0].matchAll(/value="([0-9a-f-]{36})"/g)].map(found => found[1]!);
    const [named, other] = [teachers[0]!, teachers[1]!];
    const id = idIn((await pupil.post(`${base}/ask/wear-headphones`, { 'fact.moment': 'lesson', 'named.teacher': named, reason: 'The room is too loud for me', from: '2026-11-23', until: '2026-11-23' })).location);
    doesNotMatch((await (await school.asPerson(other)).get(`${base}/requests`)).html, new RegExp(id));
    equal((await (await school.asPerson(named)).post(`${base}/requests/${id}`, { says: 'grant' })).status, 303);
    equal((await school.read(tx => askFeature('livePermissions', tx, child, school.now()))).some(one => one.act === 'wear-headphones'), true);
    equal((await school.read(tx => askFeature('livePermissions', tx, child, new Date('2026-11-24T09:00:00Z')))).some(one => one.act === 'wear-headphones'), false);
  });

  test('whose files they are decides, and nobody decides about their own', async () => {
    const [teacher, owner] = [await personOf('teacher'), await personOf('supply')];
    const client = await school.asPerson(teacher);
    const given = { 'shown.files': 'The plans of the autumn term', reason: 'I take the class over on Monday', from: '2026-11-23', until: '2026-11-23' };
    equal((await client.post(`${base}/ask/access-others-files`, given)).status, 422);
    equal((await client.post(`${base}/ask/access-others-files`, { ...given, 'named.file-owner': teacher })).status, 422);
    const id = idIn((await client.post(`${base}/ask/access-others-files`, { ...given, 'named.file-owner': owner })).location);
    equal((await client.post(`${base}/requests/${id}`, { says: 'grant' })).status, 404);
    equal((await head!.get(`${base}/requests/${id}`)).status, 404);
    equal((await (await school.asPerson(owner)).post(`${base}/requests/${id}`, { says: 'refuse', words: 'I will send you a copy.' })).status, 303);
    match((await client.get(`${base}/my-requests/${id}`)).html, /No from .*I will send you a copy/s);
  });

  test('a person’s requests are theirs to read, and go with them', async () => {
    const kept = await school.read(tx => exportPermissions(tx, child)) as { requests: unknown[]; permissions: unknown[] };
    deepEqual([kept.requests.length, kept.permissions.length], [2, 2]);
    await school.change(tx => forgetInPermissions(tx, child));
    deepEqual(await school.read(tx => exportPermissions(tx, child)), { requests: [], permissions: [], said: [], granted: [] });
    equal((await school.read(tx => sql<{ n: number }>`select count(*)::int as n from permission_request where ${child}::uuid in (asker_id, holder_id)`.execute(tx))).rows[0]!.n, 0);
  });
});
