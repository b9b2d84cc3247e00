import { equal, match, ok } from 'node:assert/strict';
import { after, before, describe, test } from 'node:test';
import { concerns } from '../../src/school/concerns/index.ts';
import { sql } from '../../src/platform/database/index.ts';
import { caseOf, wordsOf } from '../support/cases.ts';
import { fileOne, holderOf } from '../support/concerns.ts';
import { withoutKeys } from '../support/forms.ts';
import { openSchool, type Client, type TestSchool } from '../support/school.ts';

describe('a case that turns out to be two things', () => {
  let school: TestSchool;
  let dsl: Client;
  let dpo: Client;
  let here: string;

  before(async () => {
    school = await openSchool({ pack: 'prep-school' });
    dsl = await school.asPerson(await holderOf(school, 'dsl'));
    dpo = await school.asPerson(await holderOf(school, 'dpo'));
    const { concerns: [concern] } = await fileOne(school, { narrative: 'They passed round a list with the addresses of the class.', kinds: [{ kind: 'handle-bullying', facts: {} }] });
    here = `/prep-school/concerns/${concern!}`;
  });
  after(() => school.close());

  const others = async (client: Client): Promise<string[]> => [...new Set([...(await client.get('/prep-school/concerns')).html.matchAll(/\/prep-school\/concerns\/([0-9a-f-]{36})/g)].map(found => found[1]!))];

  test('triage finds a breach in it, which becomes a concern of its own for those whom the rules name, with its clock', async () => {
    equal((await others(dpo)).length, 0);
    await caseOf(dsl, here).send('triage', { kind: 'handle-bullying', also: 'report-data-breach', severity: 'serious', harm: 'no', illegal: 'no', intent: 'deliberate', reasons: 'Addresses went round.' });
    const [breach, ...more] = await others(dpo);
    equal(more.length, 0);
    const page = wordsOf((await dpo.get(`/prep-school/concerns/${breach!}`)).html);
    match(page, /They passed round a list/);
    match(page, /Telling the regulator of a data breach \(72 hours\)/);
    equal((await dpo.get(here)).status, 404);
    equal((await dsl.get(`/prep-school/concerns/${breach!}`)).status, 404);
    ok(!(await dsl.get(here)).html.includes(breach!), 'a link is shown to nobody who may not read what it leads to');
  });

  test('what was told as something else goes where its kind goes, and its reader goes on reading it', async () => {
    const { concerns: [told] } = await fileOne(school, { narrative: 'Somebody sent me a nasty mail about a child.', kinds: [{ kind: 'report-data-breach', facts: {} }] });
    const path = `/prep-school/concerns/${told!}`;
    equal((await dsl.get(path)).status, 404);
    await caseOf(dpo, path).send('triage', { kind: 'report-safeguarding-concern', severity: 'serious', harm: 'yes', illegal: 'unknown', intent: 'unknown', reasons: 'It is about a child.' });
    equal((await dsl.get(path)).status, 200);
    equal((await dpo.get(path)).status, 200);
    ok((await caseOf(dsl, path).missing()).some(line => line.startsWith('Whether children’s social care') || line.startsWith("Whether children's social care")));
  });

  test('two that belong together are linked by a code, and a code that is not theirs looks like one that does not exist', async () => {
    const [mine, notMine] = [await fileOne(school, {}), await fileOne(school, { kinds: [{ kind: 'report-data-breach', facts: {} }] })];
    const code = async (id: string) => (await school.read(tx => sql<{ code: string }>`select code from concern where id = ${id}`.execute(tx))).rows[0]!.code;
    const wrong = async (value: string) => { const met = await dsl.post(`${here}/links`, { code: value, reasons: 'The same two.' }); return [met.status, withoutKeys(met.html).replaceAll(value, '')]; };
    equal(JSON.stringify(await wrong(await code(notMine.concerns[0]!))), JSON.stringify(await wrong('ZZZZ-ZZZZ')));
    await caseOf(dsl, here).send('links', { code: await code(mine.concerns[0]!), reasons: 'The same two.' });
    ok((await dsl.get(here)).html.includes(mine.concerns[0]!));
    ok((await dsl.get(`/prep-school/concerns/${mine.concerns[0]!}`)).html.includes(here));
  });

  test('whoever harmed others and is of the school reads it no longer, and nobody deals with a concern about themselves', async () => {
    const name = 'Judith Balogun-Ward';
    const head = await holderOf(school, 'head');
    const { concerns: [told] } = await fileOne(school, { kinds: [{ kind: 'handle-breach', facts: {} }] });
    const path = `/prep-school/concerns/${told!}`;
    const reader = await school.asPerson(head);
    equal((await reader.get(path)).status, 200);
    const unsure = await reader.post(`${path}/add/person`, { part: 'harmed-others', name, note: '' });
    equal(unsure.status, 422);
    match(unsure.html, /Say whether it is one of these/);
    const own = await reader.post(`${path}/add/person`, { part: 'harmed-others', name, note: '', person: head });
    equal(own.status, 422);
    match(wordsOf(own.html), /You cannot deal with a concern about yourself/);
    const { concerns: [other] } = await fileOne(school, { kinds: [{ kind: 'handle-bullying', facts: {} }] });
    const at = `/prep-school/concerns/${other!}`;
    await school.change(tx => sql`insert into concern_eye (school_id, id, concern_id, office, why, since) values (${school.school.id}, gen_random_uuid(), ${other!}, 'head', 'copied', ${school.now()})`.execute(tx));
    equal((await reader.get(at)).status, 200);
    await caseOf(dsl, at).send('add/person', { part: 'harmed-others', name, note: '', person: head });
    equal((await reader.get(at)).status, 404);
  });

  test('what somebody did in cases goes into what is kept of them without a word of any, and can be forgotten', async () => {
    const person = await holderOf(school, 'dsl');
    const feature = concerns(school.shared);
    const kept = JSON.stringify(await school.read(tx => feature.exportPerson!(tx, person)));
    match(kept, /"sort":"person"/);
    equal(/addresses|nasty|same two/i.test(kept.replace(/"told":\[.*?\]/, '')), false);
    await school.change(tx => feature.erasePerson!(tx, person));
    equal((await school.read(tx => sql<{ n: number }>`select count(*)::int as n from concern_step where ${person}::uuid in (owner_id, by_id)`.execute(tx))).rows[0]!.n, 0);
    equal(school.errors.length, 0);
  });
});
