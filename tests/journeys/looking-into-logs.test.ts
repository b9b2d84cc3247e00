import { deepEqual, doesNotMatch, equal, match, ok } from 'node:assert/strict';
import { after, before, describe, test } from 'node:test';
import { UNLISTED_DEED, write } from '../../src/logbook/index.ts';
import { sql } from '../../src/platform/database/index.ts';
import { addEye, tendLooksAndHolds } from '../../src/school/concerns/index.ts';
import { closeCase } from '../../src/school/concerns/case/deeds.ts';
import { findConcern } from '../../src/school/concerns/store.ts';
import { caseOf, wordsOf } from '../support/cases.ts';
import { doingIn, fileOne, holderOf } from '../support/concerns.ts';
import { openSchool, type Client, type TestSchool } from '../support/school.ts';

const STORY = 'She read the pay list on the shared drive.';
const round = (school: TestSchool) => tendLooksAndHolds({ db: school.db, shared: school.shared, now: school.now() });
const holder = async (school: TestSchool, office: string): Promise<Client> => school.asPerson(await holderOf(school, office));
const personOf = (school: TestSchool, persona: string): Promise<string> =>
  school.read(async tx => (await sql<{ id: string }>`select person_id as id from demonstration_persona where persona = ${persona}`.execute(tx)).rows[0]!.id);
const close = async (school: TestSchool, concern: string): Promise<void> => {
  const doing = await doingIn(school, await holderOf(school, 'head'));
  await school.change(async tx => { ok(await closeCase(tx, doing, { concern: (await findConcern(tx, concern))! }, { decision: 'A talk.', reasons: 'It was once.' })); });
};
const mails = (school: TestSchool, person: string): Promise<string[]> => school.read(async tx => (await sql<{ words: string }>`select subject || ' ' || body as words from mail_outbox where person_id = ${person}`.execute(tx)).rows.map(row => row.words));

describe('a disciplinary matter in the village school', () => {
  let school: TestSchool;
  let [head, deputy, teacher, office]: Client[] = [];
  let subject: string;
  let concern: string;
  let here: string;
  let look: string;

  before(async () => {
    school = await openSchool({ pack: 'village-primary' });
    subject = await personOf(school, 'teacher');
    [head, deputy, office] = await Promise.all(['head', 'deputy-head', 'office'].map(name => holder(school, name)));
    teacher = await school.asPerson(subject);
    const filed = await fileOne(school, { about: [subject], narrative: STORY, kinds: [{ kind: 'handle-breach', facts: {} }] });
    concern = filed.concerns[0]!;
    here = `/village-primary/concerns/${concern}`;
    await school.change(async tx => {
      for (const deed of ['sign-in', UNLISTED_DEED]) await write(tx, { school: school.school.id, deed, by: subject, at: school.now() });
      await write(tx, { school: school.school.id, deed: 'choose-language', by: subject, at: new Date('2026-11-22T10:00:00Z') });
    });
  });
  after(() => school.close());

  const form = () => ({ person: subject, system: 'countersign', purpose: 'disciplinary', from: school.today(), to: school.today(), why: 'Whether she was here at nine.' });

  test('it is asked for in the case, and whoever asked cannot agree to it', async () => {
    equal((await teacher!.get(`${here}/looks/new`)).status, 404);
    equal((await head!.post(`${here}/looks/new`, { ...form(), person: 'nobody' })).status, 422, 'Countersign shows what one person did');
    equal((await head!.post(`${here}/looks/new`, { ...form(), to: '2026-12-24' })).status, 422);
    const asked = await head!.post(`${here}/looks/new`, form());
    equal(asked.status, 303);
    look = asked.location!;
    match(wordsOf((await head!.get(look)).html), /Waits for a yes/);
    equal((await head!.post(`${look}/decide`, { says: 'agree', reader: await holderOf(school, 'head'), reason: 'It fits.' })).status, 404);
    equal((await head!.get(`${look}/log`)).status, 404, 'nobody has agreed');
    for (const word of await mails(school, await holderOf(school, 'deputy-head'))) doesNotMatch(word, /pay list|log|Countersign did/i);
  });

  test('a log opens for the line manager or the head who was named, for the case and its days, and for nobody else', async () => {
    const page = wordsOf((await deputy!.get(look)).html);
    match(page, /In a disciplinary matter, your line manager or the head/);
    doesNotMatch(page, /pay list/, 'whoever agrees learns why it is needed, and nothing else of the case');
    const reader = await holderOf(school, 'head');
    equal((await deputy!.post(`${look}/decide`, { says: 'agree', reader: await holderOf(school, 'office'), reason: 'It fits.' })).status, 422, 'only those whom the clause names read');
    equal((await deputy!.post(`${look}/decide`, { says: 'agree', reader, reason: 'It fits.' })).status, 303);
    const log = wordsOf((await head!.get(`${look}/log`)).html);
    match(log, /\d+ lines .*Sign in/);
    doesNotMatch(log, /Choose language/, 'that was on another day');
    for (const client of [deputy!, office!, teacher!]) equal((await client.get(`${look}/log`)).status, 404);
    for (const client of [office!, teacher!]) equal((await client.get(look)).status, 404);
  });

  test('each reading stands in the case and in the logbook, and the record shows nothing that anybody told', async () => {
    const lines = () => school.read(async tx => Number((await sql<{ n: number }>`select count(*) as n from logbook_entry where about_id = ${concern}`.execute(tx)).rows[0]!.n));
    const once = await lines();
    const log = await head!.get(`${look}/log`);
    equal(await lines(), once + 1);
    doesNotMatch(wordsOf(/<table.*?<\/table>/s.exec(log.html)?.[0] ?? ''), /concern|neutral|report/i);
    equal(wordsOf((await head!.get(here)).html).match(/A log was read/g)?.length, 2);
  });

  test('whoever it is about meets nothing of it, anywhere, until the case is closed; then they are told that it was done, and not in which case', async () => {
    for (const path of ['', '/looks', '/looked-at']) doesNotMatch(wordsOf((await teacher!.get(`/village-primary${path}`)).html), /Whether she was here|The school read a log|What they did in Countersign/);
    equal((await head!.post(`${look}/finding`, { found: 'no', text: 'She signed in at ten.', quiet: '' })).status, 303);
    equal((await head!.get(`${look}/log`)).status, 404, 'once it is done nobody reads any further');
    equal(await round(school), 0, 'the case is still open');
    await close(school, concern);
    equal(await round(school), 1);
    const told = wordsOf((await teacher!.get('/village-primary/looked-at')).html);
    match(told, /What they did in Countersign .*23 November 2026 .*For a disciplinary matter/);
    const { code } = (await school.read(tx => findConcern(tx, concern)))!;
    ok(!told.includes(code) && !told.includes('Whether she was here'));
    match(wordsOf((await teacher!.get('/village-primary')).html), /The school read a log/);
    for (const word of await mails(school, subject)) ok(!word.includes(code) && !/log|disciplin/i.test(word));
    equal(await round(school), 0, 'once');
    deepEqual(school.errors, []);
  });
});

describe('what the web filter of the trust showed', () => {
  let school: TestSchool;
  let [asker, dsl]: Client[] = [];
  let here: string;

  before(async () => {
    school = await openSchool({ pack: 'academy-trust' });
    [asker, dsl] = await Promise.all(['head', 'dsl'].map(name => holder(school, name)));
    const filed = await fileOne(school, { about: [await personOf(school, 'teacher')], kinds: [{ kind: 'handle-breach', facts: {} }] });
    here = `/academy-trust/concerns/${filed.concerns[0]!}`;
    const doing = await doingIn(school, null);
    await school.change(tx => addEye(tx, doing, { concern: filed.concerns[0]!, office: 'head', why: 'routed' }));
  });
  after(() => school.close());

  const found = async (text: string): Promise<string> => {
    const asked = await asker!.post(`${here}/looks/new`, { person: await personOf(school, 'teacher'), system: 'web-filter', purpose: 'disciplinary', from: '2026-11-20', to: school.today(), why: 'Sites in lessons.' });
    equal(asked.status, 303);
    equal((await dsl!.post(`${asked.location!}/decide`, { says: 'agree', reader: await holderOf(school, 'dsl'), reason: 'It is serious.' })).status, 303);
    equal((await dsl!.post(`${asked.location!}/finding`, { found: 'yes', text: '', quiet: '' })).status, 422);
    equal((await dsl!.post(`${asked.location!}/finding`, { found: 'yes', text, quiet: '' })).status, 303);
    return asked.location!;
  };
  const uses = async (look: string): Promise<string> => /action="([^"]*\/findings\/[^"]*\/use)"/.exec((await dsl!.get(look)).html)?.[1] ?? '';

  test('an untoward finding becomes a concern in one press, with its reason and its clause, and one that nobody uses is forgotten', async () => {
    const [used, left] = [await found('Betting in three lessons.'), await found('A shop, at break.')];
    doesNotMatch((await asker!.get(here)).html, /Betting|A shop/, 'it lies apart from the case');
    const use = await uses(used);
    equal((await dsl!.post(use, { as: 'new', kind: 'handle-breach', because: '' })).status, 422);
    equal((await dsl!.post(use, { as: 'new', kind: 'handle-breach', because: 'It is not what we looked for.' })).status, 303);
    equal((await dsl!.post(use, { as: 'new', kind: 'handle-breach', because: 'Once more.' })).status, 404, 'once');
    const made = await school.read(async tx => (await sql<{ id: string; clauses: string[]; about: number }>`select c.id, c.clauses, cardinality(c.about_keys) as about from concern c join log_finding f on f.used_concern = c.id`.execute(tx)).rows[0]!);
    ok(made.clauses.includes('academy-trust/acceptable-use#who-reads-logs'));
    equal(made.about, 1);
    ok((await school.read(async tx => (await sql`select from concern_link where ${made.id}::uuid in (concern_id, other_id)`.execute(tx)).rows.length)) === 1);

    school.travelTo(new Date('2026-12-23T10:00:00Z'));
    [asker, dsl] = await Promise.all(['head', 'dsl'].map(name => holder(school, name)));
    equal(await round(school), 1);
    doesNotMatch(wordsOf((await dsl!.get(left)).html), /A shop/);
    match(wordsOf((await dsl!.get(left)).html), /Nobody used it, and it was forgotten on 23 December 2026/);
    match(wordsOf((await dsl!.get(used)).html), /Betting in three lessons/);
    equal(await school.read(async tx => (await sql`select from log_finding where forgotten_on is not null and locked is not null`.execute(tx)).rows.length), 0);
    deepEqual(school.errors, []);
  });
});

describe('who bullied', () => {
  test('to find out who bullied, IT reads what the safeguarding lead agreed to, and what was found is kept with the case', async () => {
    const school = await openSchool({ pack: 'prep-school' });
    try {
      const [head, dsl, it] = await Promise.all(['head', 'dsl', 'network-manager'].map(name => holder(school, name)));
      const filed = await fileOne(school, { kinds: [{ kind: 'handle-bullying', facts: {} }] });
      const here = `/prep-school/concerns/${filed.concerns[0]!}`;
      const doing = await doingIn(school, null);
      await school.change(tx => addEye(tx, doing, { concern: filed.concerns[0]!, office: 'head', why: 'routed' }));
      const asked = await head!.post(`${here}/looks/new`, { person: 'nobody', system: 'network', purpose: 'find-out-who', from: '2026-11-16', to: school.today(), why: 'Who put the page up from room 4.' });
      const look = asked.location!;
      match(wordsOf((await dsl!.get(look)).html), /To find out who did it, the IT team may look/);
      equal((await it!.get(look)).status, 404, 'nobody has agreed');
      equal((await dsl!.post(`${look}/decide`, { says: 'agree', reader: await holderOf(school, 'network-manager'), reason: 'Else we never know.' })).status, 303);
      equal((await it!.get(here)).status, 404, 'IT reads a log, not the case');
      match(wordsOf((await it!.get('/prep-school')).html), /You may read a log/);
      equal((await it!.post(`${look}/finding`, { found: 'yes', text: 'PC 7, at 10.42.', quiet: '' })).status, 303);
      const use = /action="([^"]*\/findings\/[^"]*\/use)"/.exec((await dsl!.get(look)).html)?.[1] ?? '';
      equal((await dsl!.post(use, { as: 'here', kind: '', because: 'It names the place.' })).status, 303);
      const page = wordsOf((await caseOf(dsl!, here).page()).html);
      for (const words of [/Somebody asked to look into a log/, /Looking into a log was agreed to/, /Something was found in a log/, /It names the place\. PC 7, at 10\.42\./]) match(page, words);
      deepEqual(school.errors, []);
    } finally {
      await school.close();
    }
  });
});
