import { deepEqual, equal, match, ok } from 'node:assert/strict';
import test from 'node:test';
import { sql } from '../../src/platform/database/index.ts';
import { openSchool, type TestSchool } from '../support/school.ts';

const keptWords = async (school: TestSchool): Promise<string[]> =>
  (await school.read(tx => sql<{ words: string }>`select words from may_i_question`.execute(tx))).rows.map(row => row.words);
const linesOf = async (school: TestSchool): Promise<string> => (await school.read(tx => sql<{ n: string }>`select count(*) as n from logbook_entry`.execute(tx))).rows[0]!.n;

test('words of harm put "Tell someone now" above everything, with the person at school and the numbers, and are not kept', async () => {
  const school = await openSchool({ pack: 'prep-school' });
  try {
    const [dsl] = (await school.personas()).filter(one => one.persona === 'dsl');
    for (const persona of ['pupil', 'teacher', 'parent'] as const) {
      const client = await school.as(persona);
      const before = await linesOf(school);
      for (const question of ['I want to hurt myself', 'Someone is hurting me at home, can I use my phone?']) {
        const { status, html } = await client.post('/prep-school/may-i', { question });
        equal(status, 200);
        const told = html.indexOf('Tell someone now');
        ok(told > html.indexOf('<main') && told < (html.indexOf('class="asked"') + 1 || Infinity), 'it stands first');
        ok(html.includes(dsl!.name.split(',')[0]!), 'it names the safeguarding lead');
        match(html, /href="tel:999"/);
        match(html, /href="tel:08001111"/);
      }
      equal(await linesOf(school), before, 'no line of the logbook tells of it');
    }
    deepEqual(await keptWords(school), []);
    const { html } = await school.guest().post('/prep-school/may-i', { question: 'I want to kill myself' });
    ok(html.includes('Tell someone now') && !html.includes(dsl!.name.split(',')[0]!), 'signed out it names nobody, but helps');
    deepEqual(await keptWords(school), []);
  } finally {
    await school.close();
  }
});

test('other questions are kept by day, without whoever asked', async () => {
  const school = await openSchool({ pack: 'prep-school' });
  try {
    const teacher = await school.as('teacher');
    await teacher.post('/prep-school/may-i', { question: 'Can I bring a kettle?' });
    deepEqual(await keptWords(school), ['Can I bring a kettle?']);
    const columns = await school.read(tx => sql<{ name: string }>`select column_name as name from information_schema.columns where table_name = 'may_i_question' order by 1`.execute(tx));
    deepEqual(columns.rows.map(row => row.name), ['act', 'asked_on', 'id', 'says', 'school_id', 'words']);
    match((await (await school.as('head')).get('/prep-school/may-i/questions')).html, /Can I bring a kettle\?/);
  } finally {
    await school.close();
  }
});

test('a question whose words say too much is removed for good, after asking once more', async () => {
  const school = await openSchool({ pack: 'prep-school' });
  try {
    await (await school.as('teacher')).post('/prep-school/may-i', { question: 'Can Jo bring a kettle?' });
    const id = (await school.read(tx => sql<{ id: string }>`select id from may_i_question`.execute(tx))).rows[0]!.id;
    const head = await school.as('head');
    match((await head.post('/prep-school/may-i/questions/remove', { id })).html, /Remove this question\?/);
    deepEqual(await keptWords(school), ['Can Jo bring a kettle?'], 'the first press asks only');
    await head.post('/prep-school/may-i/questions/remove', { id, sure: 'yes' });
    deepEqual(await keptWords(school), []);
  } finally {
    await school.close();
  }
});
