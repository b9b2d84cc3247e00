import { doesNotMatch, equal, match, ok } from 'node:assert/strict';
import test from 'node:test';
import type { BrowserContext, Page } from 'playwright-core';
import { readLines, verify } from '../../src/logbook/index.ts';
import { sql } from '../../src/platform/database/index.ts';
import { look } from '../support/browser.ts';
import type { TestSchool } from '../support/school.ts';
import { journey, wordsOf } from './with-browser.ts';

const KIOSK = '/village-primary/kiosk';

/** The office makes a tablet the kiosk, and is signed out on it. */
async function startKiosk(tablet: Page): Promise<void> {
  await tablet.goto('/village-primary/visitors/kiosks');
  await tablet.getByLabel('Where does it stand?').fill('Main reception');
  await tablet.getByRole('button', { name: 'Start the kiosk' }).click();
  await tablet.getByRole('link', { name: 'I am arriving' }).waitFor();
}

async function typeArrival(tablet: Page, guest: { given: string; family: string; organisation?: string; reason: string; host: string; access: 'Yes' | 'No' }): Promise<void> {
  await tablet.getByRole('link', { name: 'I am arriving' }).click();
  await tablet.getByLabel('First name').fill(guest.given);
  await tablet.getByLabel('Family name').fill(guest.family);
  await tablet.getByLabel('Organisation or agency').fill(guest.organisation ?? '');
  await tablet.getByLabel(guest.reason).check();
  await tablet.getByLabel('Whom do you visit?').fill(guest.host);
  await tablet.getByLabel(guest.access, { exact: true }).check();
  await tablet.getByRole('button', { name: 'Go on' }).click();
}

const badgeOf = async (tablet: Page): Promise<string> => (await tablet.locator('.badge__code').innerText()).trim();
const cookiesOf = async (context: BrowserContext): Promise<string[]> => (await context.cookies()).map(cookie => cookie.name);
const mailOf = async (school: TestSchool, kind: string): Promise<{ body: string; subject: string }[]> =>
  (await school.read(tx => sql<{ body: string; subject: string }>`select body, subject from mail_outbox where kind = ${kind} order by made_at, id`.execute(tx))).rows;

test('a visitor arrives at the kiosk, signs, gets a badge, the host is told, and leaves', () => journey({}, async ({ school, window }) => {
  const tablet = await window({ as: 'office' });
  await startKiosk(tablet);
  ok(!(await cookiesOf(tablet.context())).includes('session'), 'nobody is signed in on the tablet');
  await tablet.goto('/village-primary/visitors');
  match(tablet.url(), /sign-in/);
  await tablet.goto(KIOSK);
  await look(tablet, 'kiosk');

  await tablet.getByRole('link', { name: 'I am arriving' }).click();
  await tablet.getByRole('button', { name: 'Go on' }).click();
  await tablet.getByRole('link', { name: 'Enter the first name' }).waitFor();
  await look(tablet, 'kiosk-arrive-faults');
  await tablet.goto(KIOSK);

  await typeArrival(tablet, { given: 'Ivo', family: 'Brandt', organisation: 'Lantern Lifts', reason: 'Work on the building or on equipment', host: 'To', access: 'No' });
  await tablet.getByRole('link', { name: 'Type at least 3 letters of the name' }).waitFor();
  await tablet.getByLabel('Whom do you visit?').fill('Wilk');
  await tablet.getByRole('button', { name: 'Go on' }).click();
  await tablet.getByText('You visit Tomasz Wilk.').waitFor();
  doesNotMatch(await tablet.content(), /larkmead\.example/, 'no address of the host is shown');
  await look(tablet, 'kiosk-rules');
  await tablet.getByRole('button', { name: 'I agree' }).click();
  await tablet.getByRole('link', { name: 'Type your name or draw your mark' }).waitFor();
  await tablet.getByLabel('Type your name').fill('Ivo Brandt');
  await tablet.getByRole('button', { name: 'I agree' }).click();
  await tablet.getByText('Thank you. You are signed in.').waitFor();
  doesNotMatch(tablet.url(), /Ivo|Brandt/i);
  await look(tablet, 'kiosk-done');
  const code = await badgeOf(tablet);
  match(code, /^[A-Z0-9]{4}$/);
  const badge = await tablet.request.get(`${tablet.url()}/../badge`.replace('/done/..', ''));
  equal(badge.headers()['content-type'], 'application/pdf');
  ok((await badge.body()).includes('pdfuaid:part'));

  const [mail] = await mailOf(school, 'visitor-arrived');
  match(mail!.body, /Ivo Brandt, Lantern Lifts has signed in/);
  const office = await window({ as: 'office' });
  await office.goto('/village-primary/visitors');
  await office.getByRole('rowheader', { name: 'Ivo Brandt' }).waitFor();
  await office.goto('/village-primary/visitors/fire');
  match(await wordsOf(office), /Ivo Brandt/);

  await tablet.goto(`${KIOSK}/leave`);
  await look(tablet, 'kiosk-leave');
  await tablet.getByLabel('The code on your badge, or your full name').fill(code.toLowerCase());
  await tablet.getByRole('button', { name: 'Sign out' }).click();
  await tablet.getByText('You are signed out. Goodbye.').waitFor();
  await office.goto('/village-primary/visitors?show=left');
  await office.getByRole('rowheader', { name: 'Ivo Brandt' }).waitFor();

  const signed = (await school.read(tx => sql<{ channel: string; witness: string | null; by: string }>`select channel, witness_id as witness, by_id as by from agreement where typed_name = 'Ivo Brandt'`.execute(tx))).rows;
  equal(signed.length, 1);
  equal(signed[0]!.channel, 'kiosk');
  ok(signed[0]!.witness, 'whoever started the kiosk is the witness');
  const deeds = (await school.read(tx => readLines(tx, { limit: 30 }))).map(line => line.deed);
  for (const deed of ['start-kiosk', 'begin-visit', 'sign-agreement', 'visitor-arrived', 'visitor-left']) ok(deeds.includes(deed), deed);
  equal((await school.read(verify)).whole, true);
}));

test('the kiosk works without JavaScript, forgets what was typed when nobody touches it, and ends when the office says so', () => journey({}, async ({ school, browser, window }) => {
  const tablet = await window({ as: 'office' });
  await tablet.goto('/village-primary/visitors/kiosks');
  await tablet.getByLabel('Where does it stand?').fill('Side gate');
  await tablet.getByRole('button', { name: 'Start the kiosk' }).click();
  await tablet.getByRole('link', { name: 'I am arriving' }).waitFor();
  const cookie = (await tablet.context().cookies()).find(one => one.name === 'kiosk')!;
  ok(cookie.httpOnly && cookie.expires > Date.now() / 1000 + 86_400, 'the tablet stays a kiosk over night');

  const plain = await (await browser.newContext({ baseURL: school.origin, javaScriptEnabled: false })).newPage();
  plain.setDefaultTimeout(10_000);
  await plain.context().addCookies([{ name: 'kiosk', value: cookie.value, url: school.origin }]);
  await plain.goto(KIOSK);
  await typeArrival(plain, { given: 'Ada', family: 'Rook', reason: 'A meeting or a visit', host: 'zzz', access: 'No' });
  await plain.getByRole('link', { name: 'Nobody of that name works here' }).waitFor();
  equal(await plain.getByLabel('First name').inputValue(), 'Ada', 'nothing typed is lost');
  await plain.getByLabel('Whom do you visit?').fill('');
  await plain.getByRole('button', { name: 'Go on' }).click();
  await plain.getByText('You visit the school office.').waitFor();
  await plain.getByLabel('Type your name').fill('Ada Rook');
  await plain.keyboard.press('Enter');
  await plain.getByText('Thank you. You are signed in.').waitFor();
  await plain.goto(`${KIOSK}/leave`);
  await plain.getByLabel('The code on your badge, or your full name').fill('ada rook');
  await plain.keyboard.press('Enter');
  await plain.getByText('You are signed out. Goodbye.').waitFor();

  await tablet.clock.install();
  await tablet.getByRole('link', { name: 'I am arriving' }).click();
  await tablet.getByLabel('First name').fill('Somebody');
  await tablet.clock.fastForward(75_000);
  await tablet.clock.runFor(2_000);
  await tablet.getByText('Are you still there?').waitFor();
  await tablet.clock.fastForward(30_000);
  await tablet.clock.runFor(2_000);
  await tablet.getByRole('link', { name: 'I am arriving' }).waitFor();
  await tablet.getByRole('link', { name: 'I am arriving' }).click();
  equal(await tablet.getByLabel('First name').inputValue(), '');

  const office = await window({ as: 'office' });
  await office.goto('/village-primary/visitors/kiosks');
  await office.getByRole('button', { name: 'End it' }).click();
  await office.getByText('The kiosk has ended.').waitFor();
  equal((await tablet.goto(KIOSK))?.status(), 404);
}));
