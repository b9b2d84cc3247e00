import { deepEqual, doesNotMatch, equal, match, ok } from 'node:assert/strict';
import { after, before, describe, test } from 'node:test';
import { runSanctions } from '../../src/school/concerns/index.ts';
import { stepsOf } from '../../src/school/accounts/store.ts';
import { sql } from '../../src/platform/database/index.ts';
import { caseOf, wordsOf } from '../support/cases.ts';
import { fileOne, holderOf } from '../support/concerns.ts';
import { openSchool, type Client, type TestSchool } from '../support/school.ts';

const personOf = (school: TestSchool, persona: string): Promise<string> =>
  school.read(async tx => (await sql<{ id: string }>`select person_id as id from demonstration_persona where persona = ${persona}`.execute(tx)).rows[0]!.id);

/** The step about somebody that IT has still to do. */
const stepOf = async (school: TestSchool, person: string): Promise<string> => (await school.read(tx => stepsOf(tx, [person]))).find(step => step.ended === null)!.id;

/** The position of what the rules provide, by its words on the form. */
async function optionWith(client: Client, here: string, person: string, words: RegExp): Promise<string> {
  const { html } = await client.get(`${here}/sanctions/new?person=${person}`);
  const found = [...html.matchAll(/name="provided"[^>]*value="(\d+)".*?<label[^>]*>(.*?)<\/label>(?:<div[^>]*>(.*?)<\/div>)?/gs)].find(([, , label, hint]) => words.test(wordsOf(`${label} ${hint ?? ''}`)));
  ok(found, `${words} stands on ${wordsOf(html).slice(0, 2000)}`);
  return found[1]!;
}
const newest = async (client: Client, here: string): Promise<string> => [...(await client.get(here)).html.matchAll(/\/sanctions\/([0-9a-f-]{36})\//g)].at(-1)?.[1] ?? '';
const TRIAGE = { kind: 'handle-bullying', severity: 'serious', harm: 'no', illegal: 'no', intent: 'deliberate', reasons: 'A page made to hurt.' };
const round = (school: TestSchool) => runSanctions({ db: school.db, shared: school.shared, now: school.now() });

describe('a pupil is without the internet for a week, and it ends by itself', () => {
  let school: TestSchool;
  let [dsl, head, pupil, parent, it]: Client[] = [];
  let here: string;
  let child: string;
  let sanction: string;

  before(async () => {
    school = await openSchool({ pack: 'prep-school' });
    child = await personOf(school, 'pupil');
    await signIn();
    const filed = await fileOne(school, { about: [child], kinds: [{ kind: 'handle-bullying', facts: {} }] });
    here = `/prep-school/concerns/${filed.concerns[0]!}`;
    await caseOf(dsl!, here).send('triage', TRIAGE);
  });
  after(() => school.close());

  const signIn = async (): Promise<void> => {
    [dsl, head, it] = await Promise.all(['dsl', 'head', 'network-manager'].map(async office => school.asPerson(await holderOf(school, office))));
    [pupil, parent] = [await school.as('pupil'), await school.as('parent')];
  };
  /** Sessions have run out by then, so everybody signs in anew. */
  const itIs = async (moment: string): Promise<void> => {
    school.travelTo(new Date(moment));
    await signIn();
  };

  const proposal = async (more: Readonly<Record<string, string>> = {}) => ({
    person: child, provided: await optionWith(dsl!, here, child, /^Something is switched off for a time: the internet at school/), reason: 'You put up a page that made fun of another child.', reasons: 'It was on purpose and it hurt.', intent: 'deliberate',
    startsOn: '2026-11-24', endsOn: '2026-12-01', appealBy: '2026-12-07', appealTo: 'chair-of-governors', ...more,
  });

  test('the rules of the school provide it, with their clause, and it is put to whoever decides', async () => {
    const page = await dsl!.get(`${here}/sanctions/new?person=${child}`);
    match(wordsOf(page.html), /Something is switched off for a time: the internet at school/);
    match(wordsOf(page.html), /Cyberbullying, \d/);
    equal((await dsl!.post(`${here}/sanctions/new`, await proposal({ endsOn: '' }))).status, 422);
    match((await dsl!.post(`${here}/sanctions/new`, await proposal({ appealTo: 'head' }))).html, /an appeal is not heard by those who decide/);
    equal((await dsl!.post(`${here}/sanctions/new`, await proposal({ appealTo: 'board-of-trustees' }))).status, 422, 'nobody holds that office here');
    equal((await dsl!.post(`${here}/sanctions/new`, await proposal())).status, 303);
    sanction = await newest(dsl!, here);
    match(wordsOf((await dsl!.get(here)).html), /Waits for those who decide/);
    doesNotMatch((await pupil!.get('/prep-school/sanctions')).html, /made fun of/);
  });

  test('what only waits for a decision is taken back, never lifted, and nothing of it reaches the pupil', async () => {
    const first = sanction;
    equal((await dsl!.post(`${here}/sanctions/new`, await proposal({ reason: 'You did it twice.' }))).status, 303);
    const second = [...(await dsl!.get(here)).html.matchAll(/\/sanctions\/([0-9a-f-]{36})\/take-back/g)].map(found => found[1]!).find(id => id !== first)!;
    equal((await dsl!.get(`${here}/sanctions/${second}/lift`)).status, 404);
    doesNotMatch(wordsOf((await dsl!.get(here)).html), /Lift it/);
    equal((await dsl!.post(`${here}/sanctions/${second}/take-back`, { text: 'It was once after all.' })).status, 303);
    match(wordsOf((await dsl!.get(here)).html), /Taken back, .*: It was once after all\./);
    equal((await dsl!.get(`${here}/sanctions/${second}/take-back`)).status, 404);
    equal((await head!.get(`${here}/sanctions/${second}/decide`)).status, 404);
    equal((await dsl!.get(`${here}/sanctions/${first}/take-back`)).status, 200);
    doesNotMatch((await pupil!.get('/prep-school/sanctions')).html, /did it twice/);
  });

  test('a penalty that does not fit how serious the matter is needs a reason', async () => {
    const warning = await optionWith(dsl!, here, child, /A warning/);
    const refused = await dsl!.post(`${here}/sanctions/new`, await proposal({ provided: warning }));
    equal(refused.status, 422);
    match(refused.html, /Say why it fits/);
  });

  test('the head decides, and it does not begin before the pupil was told why', async () => {
    equal((await dsl!.get(`${here}/sanctions/${sanction}/decide`)).status, 404);
    equal((await head!.post(`${here}/sanctions/${sanction}/decide`, { says: 'agree', text: '' })).status, 303);
    await itIs('2026-11-24T08:00:00Z');
    equal(await round(school), 0);
    equal((await dsl!.post(`${here}/sanctions/${sanction}/told`, { on: '2026-11-25', text: 'The head spoke with the child.' })).status, 422);
    equal((await dsl!.post(`${here}/sanctions/${sanction}/told`, { on: '2026-11-24', text: 'The head spoke with the child and rang the parents.' })).status, 303);
    for (const client of [pupil!, parent!]) match(wordsOf((await client.get('/prep-school/sanctions')).html), /You put up a page that made fun of another child\./);
    equal(await round(school), 1);
    match(wordsOf((await dsl!.get(here)).html), /In force/);
  });

  test('IT finds it on its list without a word of why, and says that it is switched off', async () => {
    const list = await it!.get('/prep-school/accounts/to-do');
    match(wordsOf(list.html), /The internet at school Switch off/i);
    doesNotMatch(list.html, /made fun of|bully/i);
    equal((await it!.post('/prep-school/accounts/to-do', { step: await stepOf(school, child), says: 'done' })).status, 303);
    match(wordsOf((await it!.get('/prep-school/switched-off')).html), /the internet at school .* Off/);
    match(wordsOf((await dsl!.get(here)).html), /IT switched it off/);
    equal((await pupil!.get('/prep-school/switched-off')).status, 404);
  });

  test('whatever is switched off, the pupil can tell someone, read the rules and see what was decided', async () => {
    for (const path of ['tell-someone', 'policies', 'policies/middle-senior-code', 'agreements', 'sanctions', 'may-i']) equal((await pupil!.get(`/prep-school/${path}`)).status, 200, path);
  });

  test('a parent may say that it is wrong; whoever hears the appeal answers, with reasons', async () => {
    equal((await parent!.post(`/prep-school/sanctions/${sanction}/appeal`, { text: 'Two others made the page.' })).status, 303);
    equal((await parent!.get(`/prep-school/sanctions/${sanction}/appeal`)).status, 404);
    equal((await head!.get(`${here}/sanctions/${sanction}/appeal`)).status, 404);
    const chair = await school.asPerson(await holderOf(school, 'chair-of-governors'));
    equal((await chair.post(`${here}/sanctions/${sanction}/appeal`, { says: 'keep', text: 'Your child put the page up.' })).status, 303);
    match(wordsOf((await parent!.get('/prep-school/sanctions')).html), /You appealed: Two others made the page\. .*Your child put the page up\./);
    doesNotMatch(wordsOf((await pupil!.get('/prep-school/sanctions')).html), /You appealed/, 'the parent did');
    const asker = await personOf(school, 'parent');
    equal((await school.read(tx => sql<{ n: number }>`select count(*) as n from mail_outbox where person_id = ${asker} and once like ${`%sanction kept ${sanction}%`}`.execute(tx))).rows[0]!.n, 1, 'whoever appealed is told that there is an answer');
  });

  test('on the day after its last day it ends by itself, and IT is asked to switch it on again', async () => {
    await itIs('2026-12-01T09:00:00Z');
    equal(await round(school), 0);
    await itIs('2026-12-02T00:30:00Z');
    equal(await round(school), 1);
    match(wordsOf((await pupil!.get('/prep-school/sanctions')).html), /Ended by itself/);
    match(wordsOf((await it!.get('/prep-school/accounts/to-do')).html), /The internet at school Switch on again/i);
    equal((await it!.post('/prep-school/accounts/to-do', { step: await stepOf(school, child), says: 'done' })).status, 303);
    match(wordsOf((await dsl!.get(here)).html), /IT switched it on again/);
    deepEqual(school.errors, []);
  });
});

describe('a ban for good', () => {
  let school: TestSchool;
  let [dsl, head, chair]: Client[] = [];
  let here: string;
  let child: string;
  let sanction: string;

  before(async () => {
    school = await openSchool({ pack: 'prep-school' });
    child = await personOf(school, 'pupil');
    [dsl, head, chair] = await Promise.all(['dsl', 'head', 'chair-of-governors'].map(async office => school.asPerson(await holderOf(school, office))));
    const filed = await fileOne(school, { about: [child], kinds: [{ kind: 'handle-bullying', facts: {} }] });
    here = `/prep-school/concerns/${filed.concerns[0]!}`;
    await caseOf(dsl!, here).send('triage', { ...TRIAGE, severity: 'very-serious' });
  });
  after(() => school.close());

  test('it needs a day on which it is looked at again, and two who agree', async () => {
    const form = { person: child, provided: await optionWith(dsl!, here, child, /^Something is switched off for a time: all ICT of the school .*8\.2: /), reason: 'You broke in three times.', reasons: 'Nothing else helped.', intent: 'deliberate', permanent: 'yes', startsOn: school.today(), endsOn: '', reviewOn: '', appealBy: '2026-12-07', appealTo: 'governing-body' };
    const refused = await dsl!.post(`${here}/sanctions/new`, form);
    equal(refused.status, 422);
    match(refused.html, /Give a day to come on which it is looked at again/);
    const put = await dsl!.post(`${here}/sanctions/new`, { ...form, reviewOn: '2027-05-01' });
    equal(put.status, 303, wordsOf(put.html).slice(0, 900));
    sanction = await newest(dsl!, here);
    equal((await head!.post(`${here}/sanctions/${sanction}/decide`, { says: 'agree', text: '' })).status, 303);
    match(wordsOf((await dsl!.get(here)).html), /Still to agree: the chair of governors/i);
    equal((await head!.get(`${here}/sanctions/${sanction}/decide`)).status, 404);
    equal((await dsl!.get(`${here}/sanctions/${sanction}/told`)).status, 404);
    equal((await chair!.post(`${here}/sanctions/${sanction}/decide`, { says: 'agree', text: '' })).status, 303);
    equal((await dsl!.post(`${here}/sanctions/${sanction}/told`, { on: school.today(), text: 'The head, with the parents.' })).status, 303);
    equal(await round(school), 1);
    match(wordsOf((await dsl!.get(here)).html), /with no last day\. It is looked at again on 1 May 2027/);
  });

  test('on that day the case says so, and it is lifted or stays until the next', async () => {
    school.travelTo(new Date('2027-05-01T09:00:00Z'));
    dsl = await school.asPerson(await holderOf(school, 'dsl'));
    equal(await round(school), 0);
    match(wordsOf((await dsl!.get(here)).html), /The day on which it is looked at again has come/);
    equal((await dsl!.post(`${here}/sanctions/${sanction}/review`, { reviewOn: '2027-09-01', text: 'One more term.' })).status, 303);
    doesNotMatch((await dsl!.get(here)).html, /The day on which it is looked at again has come/);
    equal((await dsl!.post(`${here}/sanctions/${sanction}/lift`, { text: 'They have shown that they can be trusted.' })).status, 303);
    match(wordsOf((await dsl!.get(here)).html), /Lifted/);
    doesNotMatch(wordsOf((await dsl!.get(here)).html), /with no last day/);
    deepEqual(school.errors, []);
  });
});

describe('staff', () => {
  test('who break the code face the disciplinary procedure under its clause, decided by the head and for the head by the chair of governors', async () => {
    const school = await openSchool({ pack: 'prep-school' });
    try {
      for (const [whose, decides] of [['teacher', 'head'], ['head', 'chair-of-governors']] as const) {
        const person = await personOf(school, whose);
        const filed = await fileOne(school, { about: [person], kinds: [{ kind: 'handle-breach', facts: {} }] });
        const here = `/prep-school/concerns/${filed.concerns[0]!}`;
        const decider = await school.asPerson(await holderOf(school, decides));
        await caseOf(decider, here).send('triage', { ...TRIAGE, kind: 'handle-breach' });
        const form = { person, provided: await optionWith(decider, here, person, /The disciplinary procedure/), reason: 'You gave your password away.', reasons: 'It was not the first time.', intent: 'deliberate', appealBy: '2026-12-07', appealTo: 'governing-body' };
        equal((await decider.post(`${here}/sanctions/new`, form)).status, 303);
        const sanction = await newest(decider, here);
        equal((await decider.post(`${here}/sanctions/${sanction}/decide`, { says: 'agree', text: '' })).status, 303, `${decides} decides`);
        match(wordsOf((await decider.get(here)).html), /Decided; they have to be told/);
        equal((await (await school.asPerson(person)).get(here)).status, 404, 'whoever it is about reads nothing of it');
      }
      deepEqual(school.errors, []);
    } finally {
      await school.close();
    }
  });
});
