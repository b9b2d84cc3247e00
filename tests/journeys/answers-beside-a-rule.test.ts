import { deepEqual, doesNotMatch, equal, match, ok } from 'node:assert/strict';
import test, { after, before, describe } from 'node:test';
import { sql } from '../../src/platform/database/index.ts';
import { exportQuestions, forgetInQuestions } from '../../src/school/policies/questions/index.ts';
import { openSchool, type TestSchool } from '../support/school.ts';

const POLICY = '/village-primary/policies/staff-code';
const HERE = `${POLICY}/ask/private-calls`;

/** A question about a rule, from the reader who asks to the day the rule changes. */
describe('answers beside a rule', () => {
  let school: TestSchool;
  before(async () => { school = await openSchool({ pack: 'village-primary' }); });
  after(async () => {
    await school.close();
    deepEqual(school.errors, []);
  });

  const questionId = async () => (await school.read(tx => sql<{ id: string }>`select id from clause_question order by id limit 1`.execute(tx))).rows[0]!.id;
  const personOf = async (persona: string) => (await school.read(tx => sql<{ id: string }>`select person_id as id from demonstration_persona where persona = ${persona}`.execute(tx))).rows[0]!.id;
  const nameOf = async (person: string) => (await school.read(tx => sql<{ name: string }>`select given_name || ' ' || family_name as name from person where id = ${person}`.execute(tx))).rows[0]!.name;

  test('a reader asks beside the rule, and the office that looks after it finds the question', async () => {
    const teacher = await school.as('teacher');
    match((await teacher.get(POLICY)).html, /staff-code\/ask\/private-calls"[^>]*>Ask about this rule/);
    doesNotMatch((await school.guest().get(POLICY)).html, /Ask about this rule/);
    equal((await teacher.post(HERE, { question: '' })).status, 422);
    equal((await teacher.post(HERE, { question: 'May I ring the vet from the car park, I am worried?' })).status, 303);
    const head = await school.as('head');
    match((await head.get('/village-primary')).html, /1 question about a rule waits for your word/);
    const one = await head.get(`/village-primary/rule-questions/${await questionId()}`);
    match(one.html, new RegExp(await nameOf(await personOf('teacher'))));
    equal((await (await school.as('governor')).get('/village-primary/rule-questions')).status, 404);
    equal((await (await school.as('office')).get(`/village-primary/rule-questions/${await questionId()}`)).status, 404);
  });

  test('the answer stays beside the rule for everybody, and nobody is shown who asked', async () => {
    const head = await school.as('head');
    const here = `/village-primary/rule-questions/${await questionId()}`;
    equal((await head.post(here, { question: 'May I ring the vet?', answer: '' })).status, 422);
    equal((await head.post(here, { question: 'May I ring from the car park?', answer: 'Yes, at break.' })).status, 303);
    const asker = await nameOf(await personOf('teacher'));
    for (const reader of [school.guest(), await school.as('supply')]) {
      const { html } = await reader.get(POLICY);
      match(html, /1 question answered/);
      match(html, /May I ring from the car park\?.*Yes, at break\./s);
      doesNotMatch(html, /the vet/);
      doesNotMatch(html.slice(html.indexOf('<main')), new RegExp(asker));
    }
    match((await (await school.as('teacher')).get('/village-primary')).html, /May I ring from the car park\?<\/a>: answered/);
    const lines = (await school.read(tx => sql<{ by: string; words: unknown }>`select e.by_id as by, w.words from logbook_entry e left join logbook_words w on w.entry_id = e.id where deed = 'ask-about-clause'`.execute(tx))).rows;
    deepEqual(lines, [{ by: 'countersign', words: null }]);
  });

  test('a new wording replaces the old one, which stays in the history; an answer can be taken away and put back', async () => {
    const head = await school.as('head');
    const here = `/village-primary/rule-questions/${await questionId()}`;
    await head.post(here, { question: 'May I ring from the car park?', answer: 'Yes, at break and at lunch.' });
    match((await school.guest().get(POLICY)).html, /at break and at lunch/);
    const history = await head.get(here);
    match(history.html, /Yes, at break\./);
    match(history.html, /Changed/);
    await head.post(`${here}/withdraw`);
    doesNotMatch((await school.guest().get(POLICY)).html, /car park/);
    await head.post(here, { question: 'May I ring from the car park?', answer: 'Yes, at break.' });
    match((await school.guest().get(POLICY)).html, /car park/);
  });

  test('when the rule changes the answer goes along, marked, until its office has looked', async () => {
    const [head, chair] = [await school.as('head'), await school.as('chair')];
    await head.post(`${POLICY}/start`);
    const draft = (await school.read(tx => sql<{ markdown: string }>`select markdown from policy_edition where policy = 'staff-code' and state = 'draft'`.execute(tx))).rows[0]!;
    const markdown = draft.markdown.replace('Put the phone back when you are done.', 'Put the phone back as soon as you are done.');
    ok(markdown !== draft.markdown);
    const seen = /name="seen" value="(\d+)"/.exec((await head.get(`${POLICY}/edit`)).html)![1]!;
    equal((await head.post(`${POLICY}/edit`, { markdown, seen, do: 'propose', note: 'Clearer' })).status, 303);
    const { text_hash: text } = (await school.read(tx => sql<{ text_hash: string }>`select text_hash from policy_edition where state = 'proposed'`.execute(tx))).rows[0]!;
    equal((await chair.post(`${POLICY}/approve`, { text, inForce: school.today() })).status, 303);
    match((await school.guest().get(POLICY)).html, /the rule has changed since/);
    match((await head.get('/village-primary')).html, /Is the answer still true\?/);
    await head.post(`/village-primary/rule-questions/${await questionId()}/still-true`);
    const { html } = await school.guest().get(POLICY);
    match(html, /car park/);
    doesNotMatch(html, /the rule has changed since/);
    doesNotMatch((await head.get('/village-primary')).html, /waits for your word/);
  });

  test('words of harm put somebody to tell first, and nobody asks without end', async () => {
    const teacher = await school.as('teacher');
    const harm = await teacher.post(HERE, { question: 'Someone is hurting me, can I use my phone?' });
    equal(harm.status, 422);
    match(harm.html, /Tell someone now/);
    const count = async () => (await school.read(tx => sql<{ n: number }>`select count(*) as n from clause_question`.execute(tx))).rows[0]!.n;
    equal(Number(await count()), 1);
    for (let n = 0; n < 12; n++) await teacher.post(HERE, { question: `Is this question number ${n}?` });
    equal(Number(await count()), 10);
    match((await teacher.post(HERE, { question: 'One more question?' })).html, /10 questions in a day/);
  });

  test('an asker is given their own words and can be forgotten; the answer stays', async () => {
    const teacher = await personOf('teacher');
    equal((await school.read(tx => exportQuestions(tx, teacher))).length, 10);
    await school.change(tx => forgetInQuestions(tx, teacher));
    equal((await school.read(tx => exportQuestions(tx, teacher))).length, 0);
    match((await school.guest().get(POLICY)).html, /May I ring from the car park\?/);
  });
});
