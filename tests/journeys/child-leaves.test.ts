import { deepEqual, equal, match, ok } from 'node:assert/strict';
import { after, before, describe, test } from 'node:test';
import { sql } from '../../src/platform/database/index.ts';
import { addEye } from '../../src/school/concerns/deeds/case.ts';
import { listPeople } from '../../src/school/people/index.ts';
import { wordsOf } from '../support/cases.ts';
import { doingIn, fileOne, holderOf } from '../support/concerns.ts';
import { openSchool, type Client, type TestSchool } from '../support/school.ts';

const AT = '/prep-school/child-file';

describe('a child about whom somebody told something goes to another school', () => {
  let school: TestSchool;
  let dsl: Client;
  let child: { id: string; name: string };
  let concern: string | undefined;
  before(async () => {
    school = await openSchool({ pack: 'prep-school' });
    dsl = await school.asPerson(await holderOf(school, 'dsl'));
    const [pupil, other] = await school.read(tx => listPeople(tx, { day: school.today(), kinds: ['pupil-senior'], limit: 2 }));
    child = { id: pupil!.id, name: `${pupil!.givenName} ${pupil!.familyName}` };
    ({ concerns: [concern] } = await fileOne(school, { children: [child.id] }));
    const leave = (id: string) => school.change(tx => sql`update person set left_on = '2026-11-20' where id = ${id}`.execute(tx));
    await leave(child.id);
    await leave(other!.id);
  });
  after(() => school.close());

  test('the days of the file run from the day the child leaves, and the receipt ends them', async () => {
    const start = wordsOf((await dsl.get('/prep-school')).html);
    match(start, /Files of children who left 1 file for the next school\. The first is due by 27 November 2026/);
    const page = wordsOf((await dsl.get(AT)).html);
    match(page, new RegExp(`${child.name} 20 November 2026 27 November 2026 owed`));
    match((await dsl.get(`${AT}?pack=${child.id}`)).html, new RegExp(`value="${child.name}"`));
    equal((await dsl.post(AT, { child: child.name, school: 'Hill School', person: 'The safeguarding lead', chosen: 'yes', concerns: concern! })).status, 200);
    match(wordsOf((await dsl.get(AT)).html), /owed Packed; the receipt is awaited, 23 November 2026: Hill School, The safeguarding lead/);
    equal((await dsl.post(`${AT}/said`, { child: child.id, state: 'received', day: '2026-11-24', text: 'Too early' })).status, 422);
    equal((await dsl.post(`${AT}/said`, { child: child.id, state: 'received', day: '2026-11-23', text: 'Signed by the lead of Hill School' })).status, 303);
    match(wordsOf((await dsl.get(AT)).html), /done The next school has it, 23 November 2026: Signed by the lead of Hill School/);
    ok(!wordsOf((await dsl.get('/prep-school')).html).includes('Files of children who left'));
  });

  test('the school may set fewer school days than the five of the national guidance, and no more', async () => {
    const chair = await school.asPerson(await holderOf(school, 'chair-of-governors'));
    const given = { safeguarding: '60', other: '1440', next: 'head', openingHours: '48', openedHours: '72' };
    match((await chair.get('/prep-school/concern-settings')).html, /name="childFileDays" value="5"/);
    equal((await chair.post('/prep-school/concern-settings', { ...given, childFileDays: '6' })).status, 422);
    equal((await chair.post('/prep-school/concern-settings', { ...given, childFileDays: '3' })).status, 303);
    match(wordsOf((await dsl.get(AT)).html), /within 3 school days/);
  });

  test('what the child only told about a friend is not ticked to go along, and nothing of it is opened by looking at the list', async () => {
    const filed = await fileOne(school, { reporter: child.id, children: [child.id], answers: { pressed: 'I am worried about a friend' } });
    const choice = (await dsl.post(AT, { child: child.name, school: 'Hill School', person: 'The safeguarding lead' })).html;
    deepEqual([...choice.matchAll(/<input[^>]*name="concerns"[^>]*>/g)].map(([box]) => [/value="([^"]+)"/.exec(box)![1], /\bchecked\b/.test(box)]), [[concern, true], [filed.concerns[0], false]]);
    match(wordsOf(choice), /The child told this about somebody else/);
    equal((await school.read(tx => sql<{ n: number }>`select count(*) as n from concern_reading where concern_id = ${filed.concerns[0]}`.execute(tx))).rows[0]!.n, 0);
  });

  test('a concern shows the others about the same child, and none that the reader may not read', async () => {
    const seen = (await fileOne(school, { children: [child.id], kinds: [{ kind: 'handle-bullying', facts: {} }] })).told[0]!;
    const lead = await holderOf(school, 'dsl');
    const hidden = (await fileOne(school, { children: [child.id], about: [lead] })).told[0]!;
    // Of these two they read something, but not which child it is.
    const inPart = await fileOne(school, { children: [child.id], kinds: [{ kind: 'report-virus', facts: {} }] });
    const ofSeveral = await fileOne(school, { children: [child.id], kinds: [{ kind: 'report-virus', facts: {} }, { kind: 'report-device-loss', facts: {} }] });
    const doing = await doingIn(school, null);
    await school.change(async tx => {
      await addEye(tx, doing, { concern: inPart.concerns[0]!, person: lead, why: 'shared', parts: [] });
      await addEye(tx, doing, { concern: ofSeveral.concerns[0]!, person: lead, why: 'routed' });
    });
    for (const { concerns } of [inPart, ofSeveral]) ok(!wordsOf((await dsl.get(`/prep-school/concerns/${concerns[0]}`)).html).includes('Other concerns about the same child'));
    const page = wordsOf((await dsl.get(`/prep-school/concerns/${concern}`)).html);
    match(page, new RegExp(`Other concerns about the same child [^]*${seen.code} Somebody is bullied`));
    for (const { code } of [hidden, inPart.told[0]!, ofSeveral.told[0]!]) ok(!page.includes(code));
  });

  test('nobody else finds it, and in the database it names nobody', async () => {
    equal((await (await school.asPerson(await holderOf(school, 'head'))).get(AT)).status, 404);
    const rows = (await school.read(tx => sql<{ all: string }>`select row_to_json(f)::text as all from child_file f`.execute(tx))).rows;
    equal(rows.length, 2);
    ok(rows.every(row => !row.all.includes(child.id) && !row.all.includes('Hill')));
  });
});
