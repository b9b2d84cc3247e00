import { deepEqual, doesNotMatch, equal, match, ok } from 'node:assert/strict';
import { after, before, describe, test } from 'node:test';
import { sql } from '../../src/platform/database/index.ts';
import { accounts } from '../../src/school/accounts/index.ts';
import { announce } from '../../src/school/bulletin.ts';
import { concerns, setSeverity, tendLooksAndHolds } from '../../src/school/concerns/index.ts';
import { writeDown } from '../../src/school/concerns/case/deeds.ts';
import { agreeLook, askLook, writeFinding } from '../../src/school/concerns/looking/deeds.ts';
import { openLook } from '../../src/school/concerns/looking/reads.ts';
import { findConcern } from '../../src/school/concerns/store.ts';
import { agree, propose } from '../../src/school/concerns/sanctions/deeds.ts';
import { oneHeld } from '../../src/school/concerns/sanctions/reads.ts';
import { devices, tendCustody } from '../../src/school/devices/index.ts';
import { giveBack, takeIntoCustody } from '../../src/school/devices/custody/deeds.ts';
import type { Taken } from '../../src/school/devices/custody/words.ts';
import { wordsOf } from '../support/cases.ts';
import { askingAs, doingIn, fileOne, holderOf } from '../support/concerns.ts';
import { openSchool, type Client, type TestSchool } from '../support/school.ts';

const STORY = 'The marks of forty pupils were sold.';
const WHY = 'We sue the firm.';

describe('the school goes to law', () => {
  let school: TestSchool;
  let [head, dpo, chair, teacher]: Client[] = [];
  let subject: string;
  let reporter: string;
  let concern: string;
  let here: string;
  let hold: string;

  before(async () => {
    school = await openSchool({ pack: 'day-school' });
    subject = await school.read(async tx => (await sql<{ id: string }>`select person_id as id from demonstration_persona where persona = 'teacher'`.execute(tx)).rows[0]!.id);
    reporter = await holderOf(school, 'data-manager');
    await signIn();
    const filed = await fileOne(school, { reporter, about: [subject], narrative: STORY, kinds: [{ kind: 'handle-breach', facts: {} }] });
    concern = filed.concerns[0]!;
    here = `/day-school/concerns/${concern}`;
    await found();
    await penalties();
  });
  after(() => school.close());

  const signIn = async (): Promise<void> => {
    [head, dpo, chair] = await Promise.all(['head', 'dpo', 'chair-of-governors'].map(async office => school.asPerson(await holderOf(school, office))));
    teacher = await school.asPerson(subject);
  };
  const round = () => tendLooksAndHolds({ db: school.db, shared: school.shared, now: school.now() });
  const serious = async (severity: 'ordinary' | 'serious') => { const doing = await doingIn(school, await holderOf(school, 'head')); await school.change(tx => setSeverity(tx, doing, { concern, severity })); };
  /** A look of the case in which something was found that nobody used yet; and something that the reporter is to do. */
  const found = async (): Promise<void> => {
    const [asker, decider] = [await doingIn(school, await holderOf(school, 'head')), await doingIn(school, await holderOf(school, 'chair-of-governors'))];
    const asking = await askingAs(school, await holderOf(school, 'head'));
    await school.change(async tx => {
      const id = await askLook(tx, asker, { concern, asked: { person: subject, system: 'mail', purpose: 'disciplinary', from: school.today(), to: school.today(), why: 'What was sent.' }, clause: null, offices: ['chair-of-governors'] });
      await agreeLook(tx, decider, { look: (await openLook(tx, asking, id))!.look, office: 'chair-of-governors', reader: asker.by!, reason: 'Yes.' });
      await writeFinding(tx, asker, { look: (await openLook(tx, asking, id))!.look, given: { found: true, text: 'A list went out.', file: { name: 'list.txt', type: 'text/plain', bytes: Buffer.from('forty names') }, quiet: '' } });
      await writeDown(tx, asker, { concern: (await findConcern(tx, concern))! }, { sort: 'action', words: { what: 'Ring the firm.' }, state: 'open', owner: reporter, due: null, text: '' });
    });
  };
  /** Two things that were decided in the case: an account is switched off, and a device that was taken went back. */
  const penalties = async (): Promise<void> => {
    const doing = await doingIn(school, await holderOf(school, 'head'));
    const proposal = { person: subject, provided: 0, reason: 'You sold it.', reasons: 'It was grave.', fits: '', intent: 'deliberate' as const, permanent: false, startsOn: school.today(), endsOn: school.today(), reviewOn: '', appealBy: '2027-06-01', appealTo: 'chair-of-governors' };
    const provided = { clause: 'day-school/staff-ict-code#legal-action', offices: [['head']], permanent: false, asksIntent: false };
    await school.change(async tx => {
      const [off, taken] = [await propose(tx, doing, { concern, offices: [['head']], provided: { ...provided, kind: 'switch-off', facility: 'internet' }, proposal }), await propose(tx, doing, { concern, offices: [['head']], provided: { ...provided, kind: 'confiscation', facility: null }, proposal })];
      const event = { school: school.school.id, person: subject, until: null, at: school.now() };
      await announce(tx, 'sanction-began', { ...event, facility: 'internet', sanction: off, deciders: ['head'] });
      await announce(tx, 'confiscation-began', { ...event, offices: ['head'], key: taken });
      const awaited = (await sql<{ id: string }>`select id from custody_awaited where key = ${taken}`.execute(tx)).rows[0]!.id;
      const device: Taken = { person: subject, kind: 'phone', place: 'classroom', clause: provided.clause, toWhom: 'pupil', dueOn: school.today(), keptIn: null, awaited, words: { why: 'The list was on it.', marks: '', condition: '', off: 'no', despite: '' } };
      const made = (await takeIntoCustody(tx, { ...doing, by: doing.by! }, device))!;
      equal(await takeIntoCustody(tx, { ...doing, by: doing.by! }, device), null, 'what was decided is taken once');
      await giveBack(tx, { ...doing, by: doing.by! }, made.id, { to: 'pupil', name: 'Themselves', text: '' });
    });
  };
  /** A year and more later nothing of custody is kept but what a hold keeps. */
  const clearCustody = () => tendCustody({ db: school.db, now: new Date('2028-01-17T12:00:00Z'), hour: 8 });
  /** What is kept of the report, the look and what is to be done. */
  const kept = () => school.read(async tx => (await sql<{ told: number; looks: number; owned: number; findings: number; files: number; accounts: number; custody: number }>`select
    (select count(*)::int from concern_report where reporter_key is not null) as told, (select count(*)::int from log_look where person_key is not null) as looks, (select count(*)::int from concern_step where owner_id = ${reporter}) as owned,
    (select count(*)::int from log_finding where locked is not null) as findings, (select count(*)::int from log_finding_file) as files,
    (select count(*)::int from account_hold where person_id = ${subject}) as accounts, (select count(*)::int from custody_entry e join custody_words w on w.about_id = e.id where e.person_id = ${subject}) as custody`.execute(tx)).rows[0]!);
  const erase = (person: string) => school.change(async tx => { for (const feature of [concerns, accounts, devices]) await feature(school.shared).erasePerson!(tx, person); });
  const ALL = { told: 1, looks: 1, owned: 1, findings: 1, files: 1, accounts: 1, custody: 1 };

  test('going to law needs what is serious, names who decided and why, and nothing of the case is erased while the hold stands', async () => {
    await serious('ordinary');
    equal((await head!.get(`${here}/legal`)).status, 404, 'it is not serious');
    await serious('serious');
    match(wordsOf((await head!.get(`${here}/legal`)).html), /For a grave breach the school may take the matter to law/);
    const form = { decider: `head ${await holderOf(school, 'head')}`, reasons: WHY, reviewOn: '2027-02-01' };
    equal((await head!.post(`${here}/legal`, { ...form, decider: `head ${reporter}` })).status, 422);
    equal((await head!.post(`${here}/legal`, { ...form, reviewOn: school.today() })).status, 422);
    equal((await teacher!.post(`${here}/legal`, form)).status, 404);
    equal((await head!.post(`${here}/legal`, form)).status, 303);
    equal((await head!.post(`${here}/legal`, form)).status, 404, 'one hold at a time');
    const page = wordsOf((await head!.get(here)).html);
    match(page, /The school goes to law: nothing is erased/);
    match(page, /We sue the firm\./);
    await erase(reporter);
    await erase(subject);
    school.travelTo(new Date('2027-01-15T10:00:00Z'));
    await round();
    await clearCustody();
    deepEqual(await kept(), ALL);
    await signIn();
  });

  test('the data protection officer sees since when, by whom and until when, and nothing of the case; whoever it is about sees nothing', async () => {
    const list = wordsOf((await dpo!.get('/day-school/legal-holds')).html);
    match(list, /1 hold .*23 November 2026 .*1 February 2027/);
    doesNotMatch(list, /marks|sue/);
    hold = /href="(\/day-school\/legal-holds\/[0-9a-f-]{36})"/.exec((await dpo!.get('/day-school/legal-holds')).html)![1]!;
    doesNotMatch(wordsOf((await dpo!.get(hold)).html), /marks|sue/);
    equal((await dpo!.get(here)).status, 404);
    for (const at of [hold, '/day-school/legal-holds']) equal((await teacher!.get(at)).status, 404);
    doesNotMatch((await dpo!.get('/day-school/legal-holds.csv')).html, /marks|sue/);
  });

  test('on its day those who keep the list and the case are reminded once a week, and it is looked at again', async () => {
    const waiting = () => school.read(async tx => Number((await sql<{ n: number }>`select count(*) as n from mail_outbox where once like '%legal review%'`.execute(tx)).rows[0]!.n));
    school.travelTo(new Date('2027-02-01T10:00:00Z'));
    await signIn();
    equal(await round(), 1);
    equal(await waiting(), 2, 'the officer and the head');
    equal(await round(), 0);
    match(wordsOf((await dpo!.get('/day-school')).html), /1 hold to look at/);
    equal((await dpo!.post(`${hold}/review`, { reviewOn: '2027-01-01', reasons: 'It goes on.' })).status, 422);
    equal((await dpo!.post(`${hold}/review`, { reviewOn: '2027-06-01', reasons: 'It goes on.' })).status, 303);
    doesNotMatch(wordsOf((await dpo!.get('/day-school')).html), /1 hold to look at/);
  });

  test('it is lifted by two, with a reason, and what was to be forgotten is forgotten then', async () => {
    equal((await dpo!.post(`${hold}/lift`, { lifting: '' })).status, 422);
    equal((await dpo!.post(`${hold}/lift`, { lifting: 'The court has decided.' })).status, 303);
    equal((await dpo!.post(`${hold}/lift/second`, { says: 'lift', why: '' })).status, 404, 'never alone');
    match(wordsOf((await chair!.get(hold)).html), /The court has decided\./);
    equal((await chair!.post(`${hold}/lift/second`, { says: 'keep', why: '' })).status, 422);
    equal((await chair!.post(`${hold}/lift/second`, { says: 'keep', why: 'They may appeal.' })).status, 303);
    deepEqual(await kept(), ALL);
    equal((await dpo!.post(`${hold}/lift`, { lifting: 'Nobody appealed.' })).status, 303);
    equal((await chair!.post(`${hold}/lift/second`, { says: 'lift', why: '' })).status, 303);
    await round();
    await round();
    deepEqual(await kept(), { told: 0, looks: 0, owned: 0, findings: 0, files: 0, accounts: 0, custody: 0 });
    await clearCustody();
    equal((await school.read(tx => sql<{ n: number }>`select count(*)::int as n from custody_entry`.execute(tx))).rows[0]!.n, 0, 'its own time is over as well');
    match(wordsOf((await head!.get(here)).html), /The legal hold was lifted/);
    deepEqual(school.errors, []);
  });

  test('legal steps that are decided about somebody put a hold on the case by themselves', async () => {
    const filed = await fileOne(school, { about: [subject], kinds: [{ kind: 'handle-breach', facts: {} }] });
    const [doing, id] = [await doingIn(school, await holderOf(school, 'head')), filed.concerns[0]!];
    await school.change(async tx => {
      const sanction = await propose(tx, doing, {
        concern: id, offices: [['head']], provided: { kind: 'legal', facility: null, clause: 'day-school/staff-ict-code#legal-action', offices: [['head']], permanent: false, asksIntent: false },
        proposal: { person: subject, provided: 0, reason: 'You sold it.', reasons: 'It was grave.', fits: '', intent: 'deliberate', permanent: false, startsOn: '', endsOn: '', reviewOn: '', appealBy: '2027-06-01', appealTo: 'chair-of-governors' },
      });
      ok(await agree(tx, doing, { sanction: (await oneHeld(tx, doing.lock, sanction))!, office: 'head', text: '' }));
    });
    match(wordsOf((await head!.get(`/day-school/concerns/${id}`)).html), /The school goes to law: nothing is erased .*It was grave\./);
  });
});
