import { equal, match } from 'node:assert/strict';
import { after, before, describe, test } from 'node:test';
import pg from 'pg';
import { hiddenFields } from '../support/forms.ts';
import { openSchool, type Client, type TestSchool } from '../support/school.ts';

const WORDS = 'He showed me a picture on his phone.\nIt was "not his" & he laughed 😀.';

describe('no words are lost', () => {
  let school: TestSchool;
  let owner: pg.Client;
  let teacher: Client;
  before(async () => {
    school = await openSchool({ pack: 'day-school' });
    owner = new pg.Client({ connectionString: school.databaseUrl });
    await owner.connect();
    teacher = await school.as('teacher');
  });
  after(async () => {
    await owner.end();
    await school.close();
  });

  test('a concern that could not be saved comes back with its words, and is sent from there when all is well again', async () => {
    await owner.query('alter table concern_report rename to concern_report_away');
    const lost = await teacher.post('/day-school/something-happened/send', { danger: 'no', child: 'no', narrative: WORDS, kinds: 'report-virus' });
    await owner.query('alter table concern_report_away rename to concern_report');
    equal(lost.status, 500);
    match(lost.html, /<h1>This was not saved<\/h1>/);
    match(lost.html, /<blockquote class="tell-said">He showed me a picture on his phone\.\nIt was (?:"|&quot;)not his(?:"|&quot;) &amp; he laughed 😀\.<\/blockquote>/);
    match(lost.html, /<form method="post" action="\/day-school\/something-happened\/send">/);
    equal(school.errors.length, 1, 'whoever keeps the server hears of it');
    const fields = handedBack(lost.html);
    equal(fields['narrative'], WORDS);
    const sent = await teacher.post('/day-school/something-happened/send', fields);
    equal(sent.status, 303);
    match((await teacher.get(sent.location!)).html, /It is sent/);
  });

  test('whose session ran out while they wrote signs in again and sends the same words', async () => {
    const lost = await school.guest().post('/day-school/something-happened/send', { danger: 'no', child: 'no', narrative: WORDS, kinds: 'report-virus' });
    equal(lost.status, 404);
    match(lost.html, /<h1>You are signed out<\/h1>/);
    match(lost.html, /href="\/day-school\/sign-in" target="_blank"/);
    const fields = handedBack(lost.html);
    equal(fields['narrative'], WORDS);
    equal((await teacher.post('/day-school/something-happened/send', fields)).status, 303);
  });
});

const handedBack = (html: string): Record<string, string> =>
  Object.fromEntries(Object.entries(hiddenFields(html)).map(([name, value]) => [name, value.replaceAll('&quot;', '"').replaceAll('&amp;', '&')]));
