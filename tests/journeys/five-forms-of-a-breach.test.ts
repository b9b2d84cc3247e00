import { deepEqual, equal, match, ok } from 'node:assert/strict';
import { after, before, describe, test } from 'node:test';
import { sql } from '../../src/platform/database/index.ts';
import { remindOfCases } from '../../src/school/concerns/index.ts';
import { caseOf, wordsOf } from '../support/cases.ts';
import { fileOne, holderOf } from '../support/concerns.ts';
import { openSchool, type Client, type TestSchool } from '../support/school.ts';

/** A Friday afternoon: the weekend lies before the 72 hours are over. */
const FRIDAY = new Date('2026-11-20T15:30:00Z');

interface Form { kind: string; facts: Record<string, string>; told: string; steps: string[]; clause: string }
const FORMS: Readonly<Record<string, Form>> = {
  'a device lost without encryption': { kind: 'report-data-breach', facts: { trigger: 'device-lost', encrypted: 'no', people: '30', data: 'Names and marks of a class' }, told: 'My laptop is gone from the train.', steps: ['remote-lock', 'what-was-on-it', 'loss-told'], clause: 'lost-equipment' },
  'a supplier that was hacked': { kind: 'report-data-breach', facts: { trigger: 'third-party-hacked' }, told: 'The firm for dinner money was broken into.', steps: ['supplier-asked', 'whose-data', 'supplier-passwords'], clause: 'outside-system-hacked' },
  'a password that somebody else has': { kind: 'report-account-compromise', facts: { trigger: 'credentials-exposed' }, told: 'Somebody signed in as me.', steps: ['password-changed', 'sessions-ended', 'misuse-looked-for'], clause: 'someone-has-your-password' },
  'a mail to the wrong person': { kind: 'report-data-breach', facts: { trigger: 'misdirected', intent: 'accidental' }, told: 'The list went to the wrong parent.', steps: ['recall-tried', 'recipient-asked', 'deletion-confirmed'], clause: 'sent-to-the-wrong-person' },
  'somebody else’s data received': { kind: 'report-data-breach', facts: { trigger: 'received-in-error' }, told: 'I got the file of another school.', steps: ['sender-told', 'not-used', 'returned-or-deleted'], clause: 'received-by-mistake' },
};

describe('a breach in each of the five forms of the trust', () => {
  let school: TestSchool;
  let lead: Client;
  let dpo: Client;
  const here: Record<string, string> = {};

  before(async () => {
    school = await openSchool({ pack: 'academy-trust', now: FRIDAY });
    await signIn();
    for (const [name, form] of Object.entries(FORMS)) {
      const filed = await fileOne(school, { narrative: form.told, answers: { when: 'On Friday at four' }, kinds: [{ kind: form.kind, facts: form.facts }], who: ['teacher', 'staff'] });
      here[name] = `/academy-trust/concerns/${filed.concerns[0]!}`;
    }
  });
  after(() => school.close());

  /** Sessions of offices end overnight. */
  const signIn = async (): Promise<void> => {
    lead = await school.asPerson(await holderOf(school, 'data-protection-lead'));
    dpo = await school.asPerson(await holderOf(school, 'dpo'));
  };

  test('each runs against the 72 hours of the law from the moment it was told, through the weekend', async () => {
    for (const path of Object.values(here)) match(wordsOf((await lead.get(path)).html), /Telling the regulator of a data breach \(72 hours\)\. 3 days left It ends on 23 November 2026, 15:30/);
    match(wordsOf((await lead.get('/academy-trust')).html), /Clocks that run/);
  });

  test('each shows the steps of its own form beside the clause that names it, and is not closed without them', async () => {
    for (const [name, { steps, clause }] of Object.entries(FORMS)) {
      const { html } = await lead.get(here[name]!);
      for (const step of steps) ok(html.includes(`add/check?check=${step}`), `${name}: ${step}`);
      ok(html.includes(`#${clause}`), name);
      equal((await lead.post(`${here[name]!}/close`, { decision: 'Closed', reasons: 'Because' })).status, 422, name);
    }
  });

  test('the data protection lead passes it to the data protection officer, who met nothing of it before', async () => {
    for (const [name, path] of Object.entries(here)) {
      equal((await dpo.get(path)).status, 404, name);
      equal((await lead.post(`${path}/add/pass`, { to: 'head', note: 'Please decide.' })).status, 422, name);
      await caseOf(lead, path).send('add/pass', { to: 'dpo', note: 'Please decide whether it is to be reported.' });
      equal((await dpo.get(path)).status, 200, name);
      ok((await caseOf(lead, path).missing()).some(line => line.startsWith('The decision of whoever it is passed to Acceptable use')), name);
    }
  });

  test('the readers are warned before the time is over, at the weekend too, by a mail that says nothing', async () => {
    const mails = async () => (await school.read(tx => sql<{ subject: string; body: string }>`select subject, body from mail_outbox where once like 'concern clock %'`.execute(tx))).rows;
    await remindOfCases({ db: school.db, shared: school.shared, now: school.now() });
    equal((await mails()).length, 0);
    school.travelTo(new Date('2026-11-21T15:31:00Z'));
    await remindOfCases({ db: school.db, shared: school.shared, now: school.now() });
    const first = await mails();
    equal(first.length, 10);
    deepEqual([...new Set(first.map(mail => mail.subject))], ['Something waits for you']);
    equal(first.some(mail => /laptop|breach|72|ICO|regulator/i.test(mail.body)), false);
    await remindOfCases({ db: school.db, shared: school.shared, now: school.now() });
    equal((await mails()).length, 10);
  });

  test('each form is worked to its end: its steps, the officer’s decision, the regulator or why not, and the people concerned', async () => {
    school.travelTo(new Date('2026-11-22T20:00:00Z'));
    await signIn();
    for (const [name, { steps }] of Object.entries(FORMS)) {
      const work = caseOf(dpo, here[name]!);
      await work.send('triage', { kind: FORMS[name]!.kind, severity: 'serious', harm: 'no', illegal: 'no', intent: 'accidental', reasons: 'Looked at with IT.' });
      for (const check of steps) await work.send('add/check', { check, did: check === 'loss-told' ? 'not-needed' : 'done', on: '2026-11-21', words: 'Seen to on Saturday.' });
      await work.send(`steps/${await work.stepWith('Please decide whether it is to be reported.')}`, { decision: name.startsWith('a device') ? 'Report it.' : 'Not to be reported.', decider: 'The data protection officer', reasons: 'The risk, as looked at.' });
      equal((await dpo.post(`${here[name]!}/add/high-risk`, { high: 'yes', reasons: 'Marks of children' })).status, 422, name);
      await work.send('add/high-risk', name.startsWith('a device') ? { high: 'yes', reasons: 'Marks of children.', told: '2026-11-22', how: 'A letter to the families.' } : { high: 'no', reasons: 'Nobody can read it.' });
      match((await work.missing()).join(), /^The regulator was told in time/, name);
    }
  });

  test('the text for the regulator is there, filled in with what the case knows', async () => {
    const path = here['a device lost without encryption']!;
    const page = (await dpo.get(`${path}/notification`)).html;
    for (const words of ['My laptop is gone from the train.', 'Names and marks of a class', 'Seen to on Saturday.', 'Alasdair Greengrove', 'Is it encrypted? No', 'value="On Friday at four"', 'Marks of children.', 'A letter to the families.']) ok(page.includes(words), words);
    equal((await dpo.post(`${path}/notification`, { nature: 'A laptop was lost.' })).status, 422);
    const saved = await dpo.postAndFollow(`${path}/notification`, { nature: 'A laptop was lost on a train.', people: '30 pupils', records: '30 marks', consequences: 'Somebody may read the marks.', measures: 'Locked from afar.', contact: 'Alasdair Greengrove', happened: '20 November 2026', delay: '' });
    match(wordsOf(saved.html), /The text Our reference [A-Z2-9]{4}-[A-Z2-9]{4} We became aware 20 November 2026, 15:30/);
  });

  test('the regulator is told within the time, or reasons say why nothing is owed, and then it can be closed', async () => {
    for (const name of Object.keys(FORMS)) {
      const work = caseOf(dpo, here[name]!);
      const clock = /\/clocks\/([0-9a-f-]{36})/.exec((await work.page()).html)![1]!;
      equal((await dpo.post(`${here[name]!}/clocks/${clock}`, { as: 'not-needed', day: '2026-11-22', time: '19:00', words: '' })).status, 422, name);
      equal((await dpo.post(`${here[name]!}/clocks/${clock}`, { as: 'met', day: '2026-11-22', time: '23:00', words: 'Tomorrow' })).status, 422, name);
      await work.send(`clocks/${clock}`, name.startsWith('a device')
        ? { as: 'met', day: '2026-11-22', time: '19:00', words: 'By the regulator’s form.', reference: 'IC-1', late: '' } : { as: 'not-needed', day: '2026-11-22', time: '19:00', words: 'No risk to people is likely.', reference: '', late: '' });
      deepEqual(await work.missing(), [], name);
      await work.send('close', { decision: 'Settled.', reasons: 'Everything was seen to.' });
    }
    equal(wordsOf((await dpo.get('/academy-trust')).html).includes('Clocks that run'), false);
  });

  test('told late, the reasons for the delay are asked for; known of earlier, the clock counts from then', async () => {
    school.travelTo(new Date('2026-11-23T09:00:00Z'));
    await signIn();
    const filed = await fileOne(school, { narrative: 'A list lay in the street.', kinds: [{ kind: 'report-data-breach', facts: { trigger: 'misdirected', intent: 'accidental' } }], who: ['teacher', 'staff'] });
    const path = `/academy-trust/concerns/${filed.concerns[0]!}`;
    const work = caseOf(lead, path);
    const clock = /\/clocks\/([0-9a-f-]{36})/.exec((await work.page()).html)![1]!;
    await work.send(`clocks/${clock}`, { as: 'aware', day: '2026-11-20', time: '08:00', words: 'The office knew on Friday.', reference: '', late: '' });
    match(wordsOf((await work.page()).html), /1 hour over It ends on 23 November 2026, 08:00/);
    equal((await lead.post(`${path}/clocks/${clock}`, { as: 'met', day: '2026-11-23', time: '08:30', words: 'By its form.', reference: '', late: '' })).status, 422);
    await work.send(`clocks/${clock}`, { as: 'met', day: '2026-11-23', time: '08:30', words: 'By its form.', reference: '', late: 'The office did not know what to do.' });
  });

  test('another clock is started by hand: one month of the law, or a day of our own', async () => {
    const filed = await fileOne(school, { narrative: 'A father asks for everything about his son.', kinds: [{ kind: 'report-data-breach', facts: {} }], who: ['teacher', 'staff'] });
    const work = caseOf(lead, `/academy-trust/concerns/${filed.concerns[0]!}`);
    await work.send('clocks', { clock: 'subject-access', what: '', due: '' });
    await work.send('clocks', { clock: 'own', what: 'Answer the father', due: '2026-12-01' });
    const page = wordsOf((await work.page()).html);
    match(page, /Answering a subject access request \(1 month\)\. 30 days left It ends on 23 December 2026, 23:59/);
    match(page, /Answer the father \. 8 days left It ends on 1 December 2026, 23:59/);
    deepEqual(school.errors, []);
  });
});
