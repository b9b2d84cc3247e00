import { deepEqual, equal, match, ok } from 'node:assert/strict';
import test from 'node:test';
import { sql } from '../../src/platform/database/index.ts';
import { withoutKeys } from '../support/forms.ts';
import { look } from '../support/browser.ts';
import { holderOf } from '../support/concerns.ts';
import type { TestSchool } from '../support/school.ts';
import { journey, wordsOf } from './with-browser.ts';

const TELL = '/prep-school/tell-someone';
const concernsIn = (school: TestSchool) => school.read(async tx => (await sql<{ id: string; kind: string }>`select id::text, kind from concern order by opened_at, id`.execute(tx)).rows);

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
  match(opened.html, /Pictures on hold/);
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
    match(await page.locator('.govuk-exit-this-page').evaluate(way => getComputedStyle(way).backgroundColor), /^rgb\(/, 'the words of the page pass under it unread');
    for (let press = 0; press < 3; press++) await page.keyboard.press('Shift');
    await page.getByText('Rain later.').waitFor();
    match(page.url(), /^https:/);
  }
}));

test('whoever has left a page of telling does not come back to it, nor to the one before, by the Back button', () => journey({ pack: 'prep-school' }, async ({ window }) => {
  const page = await window({ as: 'pupil' });
  let shown = 0;
  await page.route(/^https:/, route => { shown += 1; return route.fulfill({ status: 200, contentType: 'text/html', body: `<title>Weather</title><p>Rain number ${shown}.</p>` }); });
  const rainAfter = async (before: number): Promise<number> => {
    for (const end = Date.now() + 60_000; Date.now() < end;) {
      const number = Number(/\d+/.exec(await page.getByText(/^Rain number/).innerText())![0]);
      if (number > before) return number;
      await page.waitForTimeout(50);
    }
    throw new Error(`the page elsewhere did not come anew after number ${before}`);
  };
  await page.goto('/prep-school');
  await page.goto(TELL);
  await page.getByRole('link', { name: 'What I told before' }).click();
  await page.waitForURL(`**${TELL}/mine`);
  await page.locator('body.js-enabled').waitFor();
  await page.getByRole('button', { name: 'Leave this page now' }).click();
  // Why not the first and the second: the browser may have asked for the page twice before it showed it.
  const first = await rainAfter(0);
  await page.evaluate(() => { setTimeout(() => { history.back(); }); });
  await rainAfter(first);
  await page.evaluate(() => { setTimeout(() => { history.back(); }); });
  await page.getByRole('heading', { level: 1, name: /Hello/ }).waitFor();
  await page.goto(TELL);
  await page.getByRole('button', { name: 'Leave this page now' }).waitFor();
  equal(new URL(page.url()).pathname, TELL, 'opened on purpose, it opens');
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

  const guesses = [];
  for (const code of ['apple apple apple apple', 'these are no words', 'apple']) guesses.push(await school.guest().post(`${TELL}/unnamed/back`, { code }));
  deepEqual(guesses.map(one => one.status), [422, 422, 422]);
  equal(new Set(guesses.map(one => withoutKeys(one.html))).size, 1, 'a wrong code and one that cannot be one look alike');
  equal((await school.read(tx => sql<{ n: number }>`select count(*) as n from concern_code_miss`.execute(tx))).rows[0]!.n, 3, 'they are counted, not whose they were');

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

test('an older pupil tells a grown-up of their choice about nasty mail, what was done is recorded, and how long it took is kept', () => journey({ pack: 'prep-school' }, async ({ school, window }) => {
  const teacher = (await school.read(tx => sql<{ id: string; name: string }>`select p.id::text, p.given_name || ' ' || p.family_name as name from person p join demonstration_persona d on d.person_id = p.id where d.persona = 'teacher'`.execute(tx))).rows[0]!;
  const page = await window({ as: 'pupil' });
  await page.goto(TELL);
  await look(page, 'tell-older');
  await page.getByRole('button', { name: 'Somebody sent me something nasty' }).click();
  await page.getByLabel('What happened? Use your own words').fill('A mail said that I should not come on Monday.');
  await page.getByLabel('Another grown-up, whom I choose below').check();
  await page.getByRole('button', { name: 'Tell them' }).click();
  await page.getByText('Choose who should read it').first().waitFor();
  equal(await page.getByLabel('What happened? Use your own words').inputValue(), 'A mail said that I should not come on Monday.', 'nothing that was written is lost');
  await page.getByLabel('Another grown-up', { exact: true }).selectOption(teacher.id);
  await look(page, 'tell-older-write');
  await page.getByRole('button', { name: 'Tell them' }).click();
  await page.getByRole('heading', { name: 'Thank you for telling us' }).waitFor();
  const [concern] = await concernsIn(school);
  equal(concern!.kind, 'report-inappropriate-email');
  school.travelTo(new Date(school.now().getTime() + 42 * 60_000));
  const reader = await school.asPerson(teacher.id);
  equal((await reader.get(`/prep-school/concerns/${concern!.id}`)).status, 200);
  equal((await reader.post(`/prep-school/concerns/${concern!.id}/answer-pupil`, { did: 'The mail is kept; its writer is known.', answer: '' })).status, 303);
  match((await reader.get(`/prep-school/concerns/${concern!.id}`)).html, /The first answer came after 42 minutes/);
}));

test('a phone that a child saw is looked up before anything is done about it', () => journey({ pack: 'prep-school' }, async ({ school }) => {
  const child = await school.as('reception');
  const page = await child.post(TELL, { about: 'phone' });
  const teacher = /name="adult" type="radio" value="([0-9a-f-]{36})"/.exec(page.html)![1]!;
  equal((await child.post(`${TELL}/send`, { about: 'phone', words: '', adult: teacher })).status, 303);
  const [concern] = await concernsIn(school);
  equal(concern!.kind, 'report-phone-sighting');
  const here = `/prep-school/concerns/${concern!.id}`;
  const reader = await school.asPerson(teacher);
  const first = await reader.get(here);
  match(first.html, /Look it up before you do anything/);
  ok(!first.html.includes('What did you do?'));
  await reader.post(`${here}/answer-pupil`, { did: 'I took the phone away.', answer: '' });
  match((await reader.get(here)).html, /Nobody has noted yet what was done/);
  equal((await reader.post(`${here}/check-phone`, { checked: 'lawful', words: 'It was a father at the gate, where phones may be.' })).status, 303);
  equal((await reader.post(`${here}/answer-pupil`, { did: 'Nothing was to be done.', answer: 'Thank you for telling me. He may have it there.' })).status, 303);
  match((await child.get(`${TELL}/mine`)).html, /Thank you for telling me/);
  equal((await school.asPerson(await holderOf(school, 'dsl')).then(dsl => dsl.get(here))).status, 404, 'it is a small thing, for the teacher alone');
}));

test('no ban, half-way sign-in or unsigned rule stands before it, and whoever is signed out while writing keeps their words', () => journey({ pack: 'prep-school' }, async ({ school }) => {
  const guest = school.guest();
  equal((await guest.get(TELL)).status, 200);
  const kept = await guest.post(`${TELL}/send`, { about: 'friend', words: 'She cuts herself in the break.' });
  equal(kept.status, 200);
  match(kept.html, /She cuts herself in the break\./);
  match(kept.html, /Send it without my name/);
  equal((await concernsIn(school)).length, 0, 'nothing was sent yet');
  const about = await school.as('reception').then(child => child.post(`${TELL}/send`, { about: 'unkind', words: '', adult: 'safe', 'about-adult': '11111111-1111-7111-8111-111111111111' }));
  equal(about.status, 422);
}));

test('what a child tells about the safeguarding lead goes round them, and a grown-up it is about is never told', () => journey({ pack: 'prep-school' }, async ({ school }) => {
  const dsl = await holderOf(school, 'dsl');
  const child = await school.as('pupil');
  equal((await child.post(`${TELL}/send`, { about: 'unkind', words: 'She shouts at me.', adult: dsl, 'about-adult': dsl })).status, 422);
  equal((await child.post(`${TELL}/send`, { about: 'unkind', words: 'She shouts at me.', adult: 'safe', 'about-adult': dsl })).status, 303);
  const [concern] = await concernsIn(school);
  equal((await (await school.asPerson(dsl)).get(`/prep-school/concerns/${concern!.id}`)).status, 404);
  equal((await (await school.asPerson(await holderOf(school, 'head'))).get(`/prep-school/concerns/${concern!.id}`)).status, 200);
}));

test('somebody unknown says by the office alone whom it is about, and it goes round every holder of it', () => journey({ pack: 'prep-school' }, async ({ school }) => {
  const guest = school.guest();
  for (const office of ['dsl', 'head']) equal((await guest.post(`${TELL}/unnamed`, { about: 'other', words: `It is the ${office}.`, 'about-office': office })).status, 200);
  equal((await guest.post(`${TELL}/unnamed`, { about: 'other', words: 'It is the wizard.', 'about-office': 'wizard' })).status, 422);
  const [ofDsl, ofHead] = await concernsIn(school);
  const readBy = async (office: string) => { const one = await school.asPerson(await holderOf(school, office)); return [(await one.get(`/prep-school/concerns/${ofDsl!.id}`)).status, (await one.get(`/prep-school/concerns/${ofHead!.id}`)).status]; };
  deepEqual([await readBy('dsl'), await readBy('head'), await readBy('chair-of-governors')], [[404, 200], [200, 404], [404, 200]]);
}));

test('the school says when somebody reads what pupils tell, and pupils read it before they write', () => journey({ pack: 'prep-school' }, async ({ school }) => {
  const pupil = await school.as('pupil');
  match((await pupil.post(TELL, { about: 'friend' })).html, /It may take a while until somebody reads this/);
  const dsl = await school.asPerson(await holderOf(school, 'dsl'));
  equal((await dsl.post(`${TELL}/hours`, { from: '08:30', until: '16:00', since: '2026-11-23' })).status, 303);
  match((await pupil.post(TELL, { about: 'friend' })).html, /On school days somebody looks at these until 16:00/);
  school.travelTo(new Date('2026-11-27T17:30:00Z'));
  match((await (await school.as('pupil')).post(TELL, { about: 'friend' })).html, /Somebody looks again on 30 November 2026 from 08:30/);
}));
