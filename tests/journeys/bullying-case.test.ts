import { deepEqual, equal, match, ok } from 'node:assert/strict';
import { after, before, describe, test } from 'node:test';
import { remindOfCases } from '../../src/school/concerns/index.ts';
import { sql } from '../../src/platform/database/index.ts';
import { caseOf, wordsOf } from '../support/cases.ts';
import { fileOne, holderOf } from '../support/concerns.ts';
import { openSchool, type Client, type TestSchool } from '../support/school.ts';

describe('a bullying case from the report to its closing', () => {
  let school: TestSchool;
  let dsl: Client;
  let here: string;
  let work: ReturnType<typeof caseOf>;
  const people: Record<string, string> = {};

  before(async () => {
    school = await openSchool({ pack: 'prep-school' });
    dsl = await school.asPerson(await holderOf(school, 'dsl'));
    const filed = await fileOne(school, { narrative: 'They put up a page that makes fun of Alba.', kinds: [{ kind: 'handle-bullying', facts: {} }] });
    here = `/prep-school/concerns/${filed.concerns[0]!}`;
    work = caseOf(dsl, here);
  });
  after(() => school.close());

  const personWith = async (name: string): Promise<string> => {
    const page = await dsl.get(`${here}/add/${name === 'Alba Moon' ? 'support' : 'talk'}`);
    return new RegExp(`value="([0-9a-f-]{36})"[^>]*>(?:<label[^>]*>)?${name}|value="([0-9a-f-]{36})"[^>]*/?><label[^>]*>${name}`).exec(page.html)?.slice(1).find(Boolean) ?? '';
  };

  test('every allegation has a code, somebody who takes it and a first step, and the clock of the school’s own rule runs until then', async () => {
    const page = await work.page();
    match(page.html, /Concern [A-Z2-9]{4}-[A-Z2-9]{4}/);
    const places = ['Ring first', 'What was told', 'What to do next', 'Finding the facts fast', 'What is being done', 'What the law asks of you yourself', 'What happened, in order'].map(words => page.html.indexOf(words));
    deepEqual([places.includes(-1), places], [false, places.toSorted((one, other) => one - other)], 'whom to ring stands first, and the next step before everything else');
    match(wordsOf(page.html), /Finding the facts fast \(1 school day\)\. \d+ hours left It ends on 24 November 2026, 23:59/);
    equal((await work.list()).get('A first step was taken Cyberbullying, 2.2'), 'missing');
    match(wordsOf(page.html), /It is dealt with under the anti-bullying policy/);
    await work.send('claim');
    const taken = wordsOf((await work.page()).html);
    match(taken, /Farida Rahmani has taken it on/);
    match(taken, /Finding the facts fast \(1 school day\)\. met It was met on 23 November 2026, 10:00\./);
    equal((await work.list()).get('A first step was taken Cyberbullying, 2.2'), 'there');
  });

  test('what it is and how serious is said with reasons, and a very grave case asks about the police', async () => {
    const refused = await dsl.post(`${here}/triage`, { kind: 'handle-bullying', severity: 'serious' });
    equal(refused.status, 422);
    await work.send('triage', { kind: 'handle-bullying', severity: 'very-serious', harm: 'no', illegal: 'no', intent: 'deliberate', reasons: 'The page was made to hurt.' });
    ok((await work.missing()).some(line => /^Whether the police must be brought in/.test(line)));
    equal((await dsl.post(`${here}/add/referral`, { to: 'police', referred: 'no', decider: 'The head', on: school.today() })).status, 422);
    await work.send('add/referral', { to: 'police', referred: 'no', decider: 'The head', on: school.today(), reasons: 'No threat, and the children are eight.' });
    ok(!(await work.missing()).some(line => /police/i.test(line)));
  });

  test('it cannot be closed too early: what is missing is named with its clause', async () => {
    const page = await dsl.get(`${here}/close`);
    match(page.html, /It cannot be closed yet/);
    match(wordsOf(page.html), /Support for whoever was harmed, with a named adult and a day to look again \(Cyberbullying, 2\.7\)/);
    equal((await dsl.post(`${here}/close`, { decision: 'Nothing more', reasons: 'It is late' })).status, 422);
    match((await work.page()).html, /Being dealt with/);
  });

  test('the child who was hurt has a named adult and a day to look again', async () => {
    await work.send('add/person', { part: 'harmed', name: 'Alba Moon', note: '' });
    people['alba'] = await personWith('Alba Moon');
    equal((await dsl.post(`${here}/add/support`, { for: people['alba'], plan: 'A place to go at break.', due: '2026-11-30' })).status, 422);
    await work.send('add/support', { for: people['alba']!, adult: 'Her form teacher', plan: 'A place to go at break.', due: '2026-11-30' });
    ok(!(await work.missing()).some(line => line.startsWith('Support for')));
  });

  test('of two who did it, each is spoken to alone and both together, and each makes amends', async () => {
    for (const name of ['Robin Stone', 'Kit Lake']) await work.send('add/person', { part: 'harmed-others', name, note: '' });
    const [robin, kit] = [await personWith('Robin Stone'), await personWith('Kit Lake')];
    const talk = (who: string[]) => work.send('add/talk', { with: who, speaker: 'The deputy head', on: school.today(), words: 'This will not be accepted.' });
    await talk([robin, kit]);
    ok((await work.missing()).some(line => /Missing for: Robin Stone, Kit Lake/.test(line)));
    await talk([robin]);
    await talk([kit]);
    ok(!(await work.missing()).some(line => /told that it has to stop|spoken to together/.test(line)));
    for (const who of [robin, kit]) {
      await work.send('add/amends', { who, amends: 'A letter, and a talk with Alba if she wants it.', adult: 'The deputy head', on: school.today() });
      const step = await work.stepWith('agreed with The deputy head');
      await work.send(`steps/${step}`, { understood: 'They told what it did to her.', understoodOn: school.today() });
    }
    ok(!(await work.missing()).some(line => line.startsWith('Amends')));
  });

  test('a harmful post is followed: refused, then the service provider, until it is gone', async () => {
    await work.send('add/post', { what: 'A page that makes fun of her.', by: '', asked: school.today() });
    await work.send(`steps/${await work.stepWith('A page that makes fun of her.')}`, { result: 'refused', resultOn: school.today(), note: '' });
    ok((await work.missing()).some(line => line.startsWith('The service provider was asked to remove what others would not')));
    const step = await work.stepWith('A page that makes fun of her.');
    equal((await dsl.post(`${here}/steps/${step}`, { result: 'provider-asked', resultOn: school.today(), note: '' })).status, 422);
    await work.send(`steps/${step}`, { result: 'provider-asked', resultOn: school.today(), note: 'The host of the page, by its form.' });
    ok((await work.missing()).some(line => line.startsWith('Every harmful post is gone')));
    await work.send(`steps/${await work.stepWith('A page that makes fun of her.')}`, { result: 'provider-removed', resultOn: school.today(), note: 'The host took it away.' });
    ok(!(await work.missing()).some(line => line.startsWith('Every harmful post')));
  });

  test('the service provider can be asked who did it, and the answer is awaited', async () => {
    await work.send('add/provider', { provider: 'The host of the page', request: 'Who made it?', asked: school.today() });
    ok((await work.missing()).some(line => line.startsWith('The answer of the service provider')));
    await work.send(`steps/${await work.stepWith('The host of the page, asked on')}`, { answer: 'They tell the police alone.', answeredOn: school.today() });
    ok(!(await work.missing()).some(line => line.startsWith('The answer')));
  });

  test('something to do has an owner who is reminded by a mail that says nothing, and is done before the end', async () => {
    const owner = await holderOf(school, 'dsl');
    await work.send('add/action', { what: 'Look again at the page in a week.', owner, ownerName: '', due: '2026-11-24' });
    const card = async (client: Client) => /To do in concerns(.*?)<\/section>/s.exec((await client.get('/prep-school')).html)?.[1] ?? '';
    const onStart = await card(dsl);
    match(wordsOf(onStart), /Look again at the page in a week\. , by 24 November 2026/);
    equal((await dsl.get(/href="([^"]*\/steps\/[^"]*)"/.exec(onStart)![1]!)).status, 200, 'it leads to where it is done');
    for (const other of ['head', 'deputy', 'teacher']) equal((await (await school.as(other)).get('/prep-school')).html.includes('Look again at the page'), false, `${other} meets nothing of it`);
    ok(await remindOfCases({ db: school.db, shared: school.shared, now: school.now() }) > 0);
    equal(await remindOfCases({ db: school.db, shared: school.shared, now: school.now() }), 0);
    const mails = (await school.read(tx => sql<{ subject: string; body: string }>`select subject, body from mail_outbox where person_id = ${owner} and once like 'concern step %'`.execute(tx))).rows;
    deepEqual(mails.map(mail => mail.subject), ['Something waits for you']);
    equal(/page|Alba|Robin|bull|concern/i.test(mails[0]!.body), false);
    await work.send(`steps/${await work.stepWith('Look again at the page in a week.')}`, { outcome: 'It is still gone.' });
  });

  test('a note for a few is read by its writer and those named, and by nobody else', async () => {
    await work.send('add/note', { text: 'Her father is ill; do not speak of it.', for: [await holderOf(school, 'dsl')] });
    match((await work.page()).html, /Her father is ill/);
    equal((await dsl.post(`${here}/add/note`, { text: 'For a stranger', for: await holderOf(school, 'office') })).status, 404);
  });

  test('what was written by mistake stays, struck out, and counts for nothing', async () => {
    await work.send('add/told', { whom: 'The parents of a child who is not in it', on: school.today() });
    const step = await work.stepWith('The parents of a child who is not in it');
    await work.send(`steps/${step}/mistake`, { mistake: 'Another case.' });
    ok((await work.missing()).some(line => line.startsWith('Who was told')));
    match((await work.page()).html, /<s>/);
    await work.send('add/told', { whom: 'The parents of all three', on: school.today() });
  });

  test('with everything there it is closed with a decision and its reasons, and opened again with a reason', async () => {
    deepEqual(await work.missing(), []);
    equal((await dsl.post(`${here}/close`, { decision: 'Settled.' })).status, 422);
    await work.send('close', { decision: 'Settled between the children.', reasons: 'Amends made; the page is gone.' });
    const page = await work.page();
    match(page.html, /Amends made; the page is gone/);
    equal((await dsl.get(`${here}/add/told`)).status, 404);
    equal((await dsl.post(`${here}/claim`)).status, 404);
    await work.send('reopen', { reasons: 'Another page has come up.' });
    match((await work.page()).html, /Being dealt with/);
  });

  test('the summary to print holds the whole case, and printing it is a reading', async () => {
    const summary = wordsOf((await dsl.get(`${here}/summary`)).html);
    for (const words of ['They put up a page that makes fun of Alba.', 'Settled between the children.', 'Another page has come up.']) ok(summary.includes(words), words);
    match(wordsOf((await work.page()).html), /Farida Rahmani The designated safeguarding lead The print view/);
  });

  test('nobody but its readers meets any of it', async () => {
    for (const client of [await school.as('head'), school.guest()]) {
      for (const path of ['', '/close', '/triage', '/summary', '/add/note', '/links', '/clocks', '/notification']) ok([404, 303].includes((await client.get(`${here}${path}`)).status), path);
      ok(!(await client.get('/prep-school')).html.includes(here));
    }
    deepEqual(school.errors, []);
  });
});
