import { deepEqual, equal, match, ok } from 'node:assert/strict';
import test from 'node:test';
import { sql } from '../../src/platform/database/index.ts';
import { look } from '../support/browser.ts';
import { holderOf } from '../support/concerns.ts';
import type { TestSchool } from '../support/school.ts';
import { journey, wordsOf } from './with-browser.ts';

const TELL = '/prep-school/tell-someone';
const concernsIn = (school: TestSchool) => school.read(async tx => (await sql<{ id: string; kind: string }>`select id::text, kind from concern order by opened_at`.execute(tx)).rows);

test('a child in Reception presses a picture because a photo worries them, and the class teacher answers', () => journey({ pack: 'prep-school' }, async ({ school, window }) => {
  const page = await window({ as: 'reception' });
  await page.goto('/prep-school');
  await page.getByRole('link', { name: 'Tell someone' }).first().click();
  await page.getByRole('heading', { name: 'Tell someone', exact: true }).waitFor();
  match(await wordsOf(page), /You will not get into trouble/);
  match(await wordsOf(page), /999/);
  match(await wordsOf(page), /Childline: 0800 1111/);
  equal(await page.title().then(title => /tell|photo|worr/i.test(title)), false);
  await look(page, 'tell-youngest');

  await page.getByRole('button', { name: 'A photo worries me' }).click();
  await page.getByRole('heading', { name: 'A photo worries me' }).waitFor();
  equal(new URL(page.url()).pathname + new URL(page.url()).search, TELL, 'the address does not say what it is about');
  const words = await wordsOf(page);
  match(words, /We cannot promise to keep it secret/);
  match(words, /Do not send, show or copy it/);
  match(words, /reads it/);
  equal(await page.locator('input[type=file]').count(), 0);
  await look(page, 'tell-youngest-write');
  ok(await page.getByRole('radio').first().isChecked(), 'the youngest need not choose: their own teacher is chosen');
  const [teacherName] = (await page.locator('label[for="adult"]').innerText()).split(', who teaches my class');
  await page.getByLabel('Yes, please take it away').check();
  await page.getByRole('button', { name: 'Tell them' }).click();
  await page.getByRole('heading', { name: 'Thank you for telling us' }).waitFor();
  await look(page, 'tell-youngest-sent');

  const [concern] = await concernsIn(school);
  equal(concern!.kind, 'report-image-concern');
  const readers = await school.read(async tx => (await sql<{ office: string | null; name: string | null }>`select e.office, p.given_name || ' ' || p.family_name as name from concern_eye e left join person p on p.id = e.person_id order by e.office nulls first`.execute(tx)).rows);
  deepEqual(readers.map(one => one.office ?? one.name), [teacherName, 'dsl']);
  const mails = await school.read(async tx => (await sql<{ words: string }>`select subject || body as words from mail_outbox where kind = 'concern'`.execute(tx)).rows);
  ok(mails.length > 0 && mails.every(mail => !/photo|picture|worr|child/i.test(mail.words)), 'mails say only that there is something');

  const teacherId = (await school.read(tx => sql<{ id: string }>`select person_id::text as id from concern_eye where person_id is not null`.execute(tx))).rows[0]!.id;
  const reader = await school.asPerson(teacherId);
  const opened = await reader.get(`/prep-school/concerns/${concern!.id}`);
  match(opened.html, /They ask for the picture to be taken away/);
  match(opened.html, /They have waited/);
  ok(!opened.html.includes('Pictures on hold'), 'nothing is said to be held back that nobody holds back');
  equal((await reader.post(`/prep-school/concerns/${concern!.id}/answer-pupil`, { did: '', answer: 'Well done' })).status, 422);
  equal((await reader.post(`/prep-school/concerns/${concern!.id}/answer-pupil`, { did: 'We looked at the display and took it down.', answer: 'The picture is gone. Well done for telling.' })).status, 303);
  match((await reader.get(`/prep-school/concerns/${concern!.id}`)).html, /The first answer came after/);

  await page.goto(`${TELL}/mine`);
  const mine = await wordsOf(page);
  match(mine, /The picture is gone\. Well done for telling\./);
  match(mine, /Somebody is doing something about it/);
  ok(!mine.includes('took it down'), 'what is written for the record is not shown to the child');
  await look(page, 'tell-youngest-mine');
}));

test('Exit this page is a link without JavaScript, and three presses of Shift with it', () => journey({ pack: 'prep-school' }, async ({ window }) => {
  const plain = await window({ javaScript: false });
  await plain.goto(TELL);
  match(await plain.getByRole('button', { name: 'Leave this page now' }).getAttribute('href') ?? '', /^https:\/\//);
  const page = await window({});
  await page.route(/^https:/, route => route.fulfill({ status: 200, contentType: 'text/html', body: '<title>Weather</title><p>Rain later.</p>' }));
  for (const at of [TELL, `${TELL}/unnamed`, `${TELL}/unnamed/back`]) {
    await page.goto(at);
    await page.locator('body.js-enabled').waitFor();
    for (let press = 0; press < 3; press++) await page.keyboard.press('Shift');
    await page.waitForURL(/^https:/, { timeout: 30_000 });
    await page.getByText('Rain later.').waitFor();
  }
}));

test('somebody unknown tells without a name, gets four words, and comes back with them to read the answer and write more', () => journey({ pack: 'prep-school' }, async ({ school, window }) => {
  const page = await window({});
  await page.goto(`${TELL}/unnamed`);
  await look(page, 'tell-unnamed');
  await page.getByLabel('Something else').check();
  await page.getByLabel('What happened?').fill('An older pupil takes money from us behind the sports hall.');
  await page.getByRole('button', { name: 'Send it without my name' }).click();
  const code = await page.locator('[data-code]').innerText();
  match(code, /^[a-z]+( [a-z]+){3}$/);
  await look(page, 'tell-code');
  const row = (await school.read(tx => sql<{ reporter_key: string | null; return_code_hash: string; channel: string }>`select reporter_key, return_code_hash, channel from concern_report`.execute(tx))).rows[0]!;
  equal(row.reporter_key, null);
  equal(row.channel, 'anonymous');
  ok(!row.return_code_hash.includes(code.split(' ')[0]!));

  const dsl = await school.asPerson(await holderOf(school, 'dsl'));
  const [concern] = await concernsIn(school);
  const opened = await dsl.get(`/prep-school/concerns/${concern!.id}`);
  match(opened.html, /takes money from us/);
  match(opened.html, /Whoever told it stays unknown/);
  equal((await dsl.post(`/prep-school/concerns/${concern!.id}/answer-pupil`, { did: 'A teacher stands there at break from tomorrow.', answer: 'Thank you. Can you say on which days?' })).status, 303);

  const later = await window({});
  await later.goto(`${TELL}/unnamed/back`);
  await later.getByLabel('Your four words').fill('apple apple apple apple');
  await later.getByRole('button', { name: 'Open' }).click();
  await later.getByText('We do not know this code').first().waitFor();
  await later.getByLabel('Your four words').fill(code.toUpperCase());
  await later.getByRole('button', { name: 'Open' }).click();
  await later.getByText('Can you say on which days?').waitFor();
  await look(later, 'tell-returned');
  await later.getByLabel('Write something more').fill('Mostly on Tuesdays.');
  await later.getByRole('button', { name: 'Send it' }).click();
  await later.getByText('Mostly on Tuesdays.').waitFor();
  match((await dsl.get(`/prep-school/concerns/${concern!.id}`)).html, /Mostly on Tuesdays/);
}));
