import { deepEqual, equal, match, ok } from 'node:assert/strict';
import { after, before, describe, test } from 'node:test';
import { sql } from '../../src/platform/database/index.ts';
import { remindOfCases } from '../../src/school/concerns/index.ts';
import { caseOf, wordsOf } from '../support/cases.ts';
import { fileOne, holderOf } from '../support/concerns.ts';
import { hiddenFields, withoutKeys } from '../support/forms.ts';
import { openSchool, type TestSchool } from '../support/school.ts';

const days = (school: TestSchool, count: number): Date => new Date(school.now().getTime() + count * 86_400_000);
const goOn = (school: TestSchool): Promise<number> => remindOfCases({ db: school.db, shared: school.shared, now: school.now() });
const mailsTo = (school: TestSchool, person: string) => school.read(tx => sql<{ body: string; subject: string }>`select body, subject from mail_outbox where person_id = ${person} and unlisted`.execute(tx)).then(found => found.rows);

describe('a breach that nobody deals with', () => {
  let school: TestSchool;
  before(async () => { school = await openSchool({ pack: 'day-school' }); });
  after(() => school.close());

  test('a breach in which nobody wrote down what was done goes to whoever owns the policy after the school’s days', async () => {
    const [owner, dpo] = [await holderOf(school, 'deputy-head-academic'), await holderOf(school, 'dpo')];
    const [left, done] = [(await fileOne(school, { kinds: [{ kind: 'report-data-breach', facts: {} }] })).concerns[0]!, (await fileOne(school, { kinds: [{ kind: 'report-data-breach', facts: {} }] })).concerns[0]!];
    const officer = await school.asPerson(dpo);
    await caseOf(officer, `/day-school/concerns/${done}`).send('add/action', { what: 'Ring the firm', owner: '', ownerName: 'The office', due: school.today() });
    const get = async (id: string) => (await school.asPerson(owner)).get(`/day-school/concerns/${id}`);
    equal((await get(left)).status, 404, 'it is not theirs yet');
    const before = (await mailsTo(school, owner)).length;

    school.travelTo(days(school, 7));
    await goOn(school);
    equal((await get(left)).status, 404, 'five school days are not over on the fifth');
    school.travelTo(days(school, 1));
    await goOn(school);
    await goOn(school);
    const page = wordsOf((await get(left)).html);
    match(page, /They own the policy, and nobody wrote down in time what was done/);
    equal(page.split('Nobody wrote down in time what was done: it went to whoever owns the policy').length, 2, 'it goes on once');
    equal((await get(done)).status, 404, 'where something was done it stays where it is');
    const mails = (await mailsTo(school, owner)).slice(before);
    equal(mails.length, 1);
    ok(!/breach|data|laughed/i.test(`${mails[0]!.subject} ${mails[0]!.body}`));
  });

  test('a breach about whoever owns the policy goes to the next in the school’s list', async () => {
    const [owner, head] = [await holderOf(school, 'deputy-head-academic'), await holderOf(school, 'head')];
    const id = (await fileOne(school, { about: [owner], kinds: [{ kind: 'report-data-breach', facts: {} }] })).concerns[0]!;
    school.travelTo(days(school, 10));
    await goOn(school);
    equal((await (await school.asPerson(owner)).get(`/day-school/concerns/${id}`)).status, 404);
    equal((await (await school.asPerson(head)).get(`/day-school/concerns/${id}`)).status, 200);
  });
});

describe('a bullying case that nobody begins', () => {
  let school: TestSchool;
  before(async () => { school = await openSchool({ pack: 'prep-school' }); });
  after(() => school.close());

  test('a bullying case without a first step by the next school day is shown to the head, and one that was begun is not', async () => {
    const kinds = [{ kind: 'handle-bullying', facts: {} }];
    const [head, dsl] = [await holderOf(school, 'head'), await holderOf(school, 'dsl')];
    const codeOf = (id: string) => school.read(tx => sql<{ code: string }>`select code from concern where id = ${id}`.execute(tx)).then(found => found.rows[0]!.code);
    const file = async (about: string[] = []) => (await fileOne(school, { about, kinds })).concerns[0]!;
    const claim = async (id: string) => caseOf(await school.asPerson(dsl), `/prep-school/concerns/${id}`).send('claim');
    const [monday, wednesday] = [school.now(), days(school, 2)];
    const begun = await file();
    await claim(begun);

    school.travelTo(wednesday);
    const reader = await school.asPerson(head);
    const pages = async () => { const found = []; for (const at of ['', '/concerns-late', '/concerns-late.csv']) found.push(withoutKeys((await reader.get(`/prep-school${at}`)).html).replaceAll(/[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}/g, 'id')); return found; };
    const empty = await pages();
    match(empty[1]!, /No first step is late/);

    school.travelTo(monday);
    await file([head]);
    school.travelTo(wednesday);
    deepEqual(await pages(), empty, 'nothing differs after one about the head');

    school.travelTo(monday);
    const late = await file();
    school.travelTo(wednesday);
    const list = wordsOf((await reader.get('/prep-school/concerns-late')).html);
    match(list, new RegExp(`${await codeOf(late)} Somebody is bullied .*It was due on 24 November 2026, 23:59`));
    ok(!list.includes(await codeOf(begun)));
    match(list, /stands in Cyberbullying, 2\.2/);
    match(wordsOf((await reader.get('/prep-school')).html), /First steps that are late In 1 case nobody has taken the first step in time/);
    equal((await reader.get(`/prep-school/concerns/${late}`)).status, 404, 'what was told stays with its readers');
    match((await (await school.as('teacher')).get('/prep-school/concerns-late')).html, /No first step is late/);
    await claim(late);
    match((await reader.get('/prep-school/concerns-late')).html, /No first step is late/);
  });
});

test('a note on a case whose button is pressed twice, where the browser runs no script, is written down once', async () => {
  const school = await openSchool({ pack: 'day-school' });
  try {
    const [id, dsl] = [(await fileOne(school)).concerns[0]!, await school.as('dsl')];
    const here = `/day-school/concerns/${id}`;
    await dsl.get(here);
    const { html } = await dsl.get(`${here}/add/note`);
    const form = { ...hiddenFields(html), text: 'Rang the mother at noon.' };
    deepEqual((await Promise.all([dsl.post(`${here}/add/note`, form), dsl.post(`${here}/add/note`, form)])).map(answer => answer.status), [303, 303]);
    equal((await dsl.post(`${here}/add/note`, form)).status, 303);
    equal((await dsl.get(here)).html.split('Rang the mother at noon.').length, 2);
  } finally { await school.close(); }
});
