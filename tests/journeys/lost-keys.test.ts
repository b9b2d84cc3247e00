import { deepEqual, equal, match, ok } from 'node:assert/strict';
import fs from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { after, before, describe, test } from 'node:test';
import { sql } from '../../src/platform/database/index.ts';
import { lockOf, type Lock } from '../../src/platform/seal/index.ts';
import { joinKeysEverywhere } from '../../src/school/concerns/index.ts';
import { KEYED } from '../../src/school/concerns/keys/store.ts';
import { doingAs, openConcern } from '../../src/school/concerns/deeds/open.ts';
import { fileReport } from '../../src/school/concerns/deeds/file-report.ts';
import { readable } from '../../src/school/concerns/inbox/reads.ts';
import { shutAmong } from '../../src/school/concerns/keys/reads.ts';
import { goToLaw } from '../../src/school/concerns/legal/deeds.ts';
import { holdsOf, setLiftAsked } from '../../src/school/concerns/legal/store.ts';
import { askLook } from '../../src/school/concerns/looking/deeds.ts';
import { forgetInLooks } from '../../src/school/concerns/looking/person.ts';
import { askingAs, holderOf } from '../support/concerns.ts';
import { openSchool, type TestSchool } from '../support/school.ts';

const personaOf = (school: TestSchool, persona: string): Promise<string> => school.read(async tx => (await sql<{ id: string }>`select person_id as id from demonstration_persona where persona = ${persona}`.execute(tx)).rows[0]!.id);

describe('a folder of keys that is lost and put back', () => {
  let school: TestSchool;
  const folder = fs.mkdtempSync(path.join(os.tmpdir(), 'countersign-keys-'));
  before(async () => { school = await openSchool({ pack: 'prep-school' }); });
  after(async () => { await school.close(); fs.rmSync(folder, { recursive: true, force: true }); });

  /** Another start of the software, with the keys that lie in a folder then. */
  const startWith = (...homes: string[]): Promise<Lock> => {
    const home = fs.mkdtempSync(path.join(folder, 'start-'));
    for (const one of homes) fs.cpSync(one, home, { recursive: true });
    return lockOf(home, school.school.id);
  };

  test('every column that holds a keyed hash of a person is joined', async () => {
    const columns = await school.read(tx => sql<{ found: string }>`select table_name || '.' || column_name as found from information_schema.columns
      where table_schema = 'public' and (column_name ~ '_keys?$') and data_type in ('text', 'ARRAY') and table_name ~ '^(concern|child_file|complaint|neutral|log_look|account_alarm|sanction|legal)' order by 1`.execute(tx));
    deepEqual(columns.rows.map(row => row.found).sort(), KEYED.map(({ table, column }) => `${table}.${column}`).sort());
  });

  test('the list says which concerns cannot be opened and why, and each page says what to do', async () => {
    const [dsl, head] = [await holderOf(school, 'dsl'), await holderOf(school, 'head')];
    const kinds = [{ kind: 'report-safeguarding-concern', facts: {} }];
    const other = path.join(folder, 'old');
    const old = await lockOf(other, school.school.id);
    const asking = await askingAs(school, dsl);
    const told = await school.change(tx => fileReport(tx, { ...doingAs(asking), lock: old }, { reporter: dsl, channel: 'screen', answers: {}, narrative: 'From before.', about: [head], children: [], kinds }));
    const later = await school.change(tx => fileReport(tx, doingAs(asking), { reporter: dsl, channel: 'screen', answers: {}, narrative: 'From after.', about: [], children: [], kinds }));
    const reader = await school.asPerson(dsl);
    const list = (await reader.get('/prep-school/concerns')).html;
    match(list, /1 concern of this list cannot be opened/);
    ok(list.includes(told.told[0]!.code) && list.includes(old.keyIds[0]!));
    const page = await reader.get(`/prep-school/concerns/${told.concerns[0]!}`);
    equal(page.status, 503);
    match(page.html, /the key with which it was locked is not/);
    equal((await reader.get(`/prep-school/concerns/${told.concerns[0]!}/triage`)).status, 503);
    equal((await reader.get('/prep-school')).status, 200, 'the start page stands');
    equal((await (await school.as('teacher')).get(`/prep-school/concerns/${told.concerns[0]!}`)).status, 404, 'nobody else meets anything');

    const both = await startWith(school.shared.sealFolder, other);
    deepEqual((await school.read(tx => shutAmong(tx, both, null))).shut, []);
    for (const { concerns } of [told, later]) ok(await school.change(tx => openConcern(tx, { ...asking, lock: both }, concerns[0]!)));
  });

  test('where the key of a look or of a hold is missing, that alone is closed: its page says what to do, and case, lists and forgetting go on', async () => {
    const [dsl, head, chair, pupil] = [await holderOf(school, 'dsl'), await holderOf(school, 'head'), await holderOf(school, 'chair-of-governors'), await personaOf(school, 'pupil')];
    const asking = await askingAs(school, dsl);
    const [doing, lost] = [doingAs(asking), { ...doingAs(asking), lock: await lockOf(path.join(folder, 'lost'), school.school.id) }];
    const { concern, look, hold } = await school.change(async tx => {
      const concern = (await fileReport(tx, doing, { reporter: null, channel: 'screen', answers: {}, narrative: 'Open.', about: [pupil], children: [], kinds: [{ kind: 'handle-bullying', facts: {} }] })).concerns[0]!;
      const asked = { person: pupil, system: 'web-filter', purpose: 'safety', from: school.today(), to: school.today(), why: 'To know who.' } as const;
      const look = await askLook(tx, lost, { concern, asked, clause: null, offices: ['head'] });
      await sql`update log_look set person_key = ${doing.lock.keyOf(pupil)} where id = ${look}`.execute(tx);
      // Why so: the line in the chronology belongs to the case, whose key is here.
      await sql`delete from concern_entry where concern_id = ${concern} and sort = 'look-asked'`.execute(tx);
      await goToLaw(tx, doing, { concern, step: { decidedBy: head, decidedOffice: 'head', clause: null, reasons: 'A claim.', reviewOn: '2027-01-08' } });
      const hold = (await holdsOf(tx, concern))[0]!;
      await setLiftAsked(tx, { id: hold.id, by: dsl, office: 'dsl', at: school.now(), locked: lost.lock.lock({ text: 'It is over.' }, hold.id) });
      return { concern, look, hold: hold.id };
    });
    const [lead, second] = [await school.asPerson(dsl), await school.asPerson(chair)];
    for (const at of [`/concerns/${concern}`, `/concerns/${concern}/triage`, '/looks', '/legal-holds', '']) equal((await lead.get(`/prep-school${at}`)).status, 200, at);
    const shut = await lead.get(`/prep-school/looks/${look}`);
    equal(shut.status, 503);
    match(shut.html, /the key with which it was locked is not[^]*put the folder of keys back/);
    equal((await lead.post(`/prep-school/looks/${look}/withdraw`)).status, 503);
    equal((await (await school.as('teacher')).get(`/prep-school/looks/${look}`)).status, 404, 'nobody else meets anything');
    match((await second.get(`/prep-school/legal-holds/${hold}`)).html, /This cannot be opened now: its key is missing\./);
    equal((await second.post(`/prep-school/legal-holds/${hold}/lift/second`, { says: 'lift', why: '' })).status, 303);
    await school.change(tx => forgetInLooks(school.shared, tx, pupil));
    equal((await school.read(tx => sql<{ n: number }>`select count(*) as n from log_look where id = ${look} and person_key is null`.execute(tx))).rows[0]!.n, 1);
    deepEqual(school.errors, []);
  });

  test('whoever a concern is about does not meet it when the keys are joined, and whoever told it finds it again', async () => {
    const [dsl, head] = [await holderOf(school, 'dsl'), await holderOf(school, 'head')];
    const home = fs.mkdtempSync(path.join(folder, 'joined-'));
    for (const one of [path.join(folder, 'old'), school.shared.sealFolder]) fs.cpSync(one, home, { recursive: true });
    const lock = await lockOf(home, school.school.id);
    const mine = (person: string) => ({ person, key: lock.keyOf(person), offices: ['head', 'dsl', 'chair-of-governors'], now: school.now(), state: null, kinds: null, search: '', found: [], limit: 50, offset: 0 });
    const listed = (person: string) => school.read(tx => readable(tx, mine(person))).then(found => found.total);
    const all = await listed(dsl);
    equal(await listed(head), all, 'before, nobody would know that one is about the head');
    ok(await joinKeysEverywhere({ db: school.db, shared: { sealFolder: home }, now: school.now() }) > 0);
    equal(await listed(head), all - 1);
    equal((await school.read(tx => sql<{ n: number }>`select count(*) as n from concern_report where reporter_key = ${lock.keyOf(dsl)}`.execute(tx))).rows[0]!.n, 2);
    equal(await joinKeysEverywhere({ db: school.db, shared: { sealFolder: home }, now: school.now() }), 0, 'once is enough');
  });
});
