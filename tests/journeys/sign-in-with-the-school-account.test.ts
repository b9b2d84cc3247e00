import { deepEqual, equal, match, ok } from 'node:assert/strict';
import test from 'node:test';
import { sql } from '../../src/platform/database/index.ts';
import { readLines } from '../../src/logbook/index.ts';
import { listHolders, listPeople } from '../../src/school/people/index.ts';
import { look } from '../support/browser.ts';
import { CLIENT, openProvider, passThrough, type SchoolProvider } from '../support/provider.ts';
import { openSchool, type Client, type TestSchool } from '../support/school.ts';
import { journey } from './with-browser.ts';

const AT = '/village-primary';
const SETTINGS = `${AT}/sign-in-provider`;
const BUTTON = 'Sign in with your school account';

const settings = (issuer: string, more: Record<string, string> = {}) => ({ issuer, clientId: CLIENT.id, secret: CLIENT.secret, label: '', inUse: 'yes', ...more });

/** Through a test client the school is http://localhost, so that is where the provider sends people back to. */
async function withProvider(steps: (school: TestSchool, provider: SchoolProvider) => Promise<void>, more: Record<string, string> = {}): Promise<void> {
  const school = await openSchool();
  const provider = await openProvider(`http://localhost${AT}/sign-in/provider/callback`);
  try {
    equal((await (await school.as('head')).post(SETTINGS, settings(provider.issuer, more))).status, 303);
    await steps(school, provider);
    deepEqual(school.errors, []);
  } finally {
    await provider.close().catch(() => undefined);
    await school.close();
  }
}

/** A teacher without an office, and the head: their addresses. */
async function addresses(school: TestSchool): Promise<{ teacher: string; head: string }> {
  return school.read(async tx => {
    const holders = await listHolders(tx, school.today());
    const people = await listPeople(tx, { day: school.today(), kinds: ['teacher', 'support-staff'], limit: 200 });
    const head = (await listPeople(tx, { day: school.today(), ids: [holders.find(one => one.office === 'head')!.person], limit: 1 }))[0]!;
    return { teacher: people.find(person => person.email && !holders.some(one => one.person === person.id))!.email!, head: head.email! };
  });
}

const start = async (guest: Client, next = ''): Promise<string> => (await guest.get(`${AT}/sign-in/provider${next && `?next=${next}`}`)).location!;
const pathOf = (url: string): string => url.slice(new URL(url).origin.length);

/** Signs in as an account of the provider; `bend` changes the address on the way there or back. */
async function comeBack(school: TestSchool, email: string, bend: { there?: (url: URL) => void; back?: (url: URL) => void } = {}) {
  const guest = school.guest();
  const there = new URL(await start(guest));
  bend.there?.(there);
  const back = new URL(await passThrough(there.href, email));
  bend.back?.(back);
  return { guest, back: pathOf(back.href), answer: await guest.get(pathOf(back.href)) };
}

test('a head sets the provider up, a teacher signs in with the school account, and reaches the page they wanted', () => journey({}, async ({ school, window }) => {
  const provider = await openProvider(`${school.origin}${AT}/sign-in/provider/callback`);
  try {
    const { teacher } = await addresses(school);
    provider.accounts.set(teacher, { verified: true });
    const head = await window({ as: 'head' });
    await head.goto(`${AT}/sign-in-settings`);
    await head.getByRole('link', { name: 'Sign-in with your school’s own accounts' }).click();
    await head.getByLabel('The provider’s address').fill('https://accounts.nowhere.invalid');
    await head.getByLabel('Client id').fill(CLIENT.id);
    await head.getByLabel('Client secret').fill(CLIENT.secret);
    await head.getByLabel('Yes: show the button on the sign-in page').check();
    await head.getByRole('button', { name: 'Save' }).click();
    await head.getByText('Nobody answers at this address.').first().waitFor();
    await look(head, 'sign-in-provider-faults');
    await head.getByLabel('The provider’s address').fill(provider.issuer);
    await head.getByLabel('Client secret').fill(CLIENT.secret);
    await head.getByRole('button', { name: 'Save' }).click();
    await head.getByText('Saved. The button is on the sign-in page.').waitFor();
    await head.getByRole('button', { name: 'Try it' }).click();
    await head.getByText('The provider answers').waitFor();
    await look(head, 'sign-in-provider');

    const page = await window();
    await page.goto(`${AT}/agreements`);
    await page.getByRole('link', { name: BUTTON }).waitFor();
    await look(page, 'sign-in-with-provider');
    await page.getByRole('link', { name: BUTTON }).click();
    await page.getByLabel('School e-mail').fill(teacher);
    await page.getByRole('button', { name: 'Continue' }).click();
    await page.getByRole('heading', { name: 'My agreements', level: 1 }).waitFor();
    equal((await page.context().cookies(school.origin)).some(cookie => cookie.name === 'provider-sign-in'), false);
  } finally {
    await provider.close();
  }
}));

test('the client secret lies closed in the database, and is not asked for again while the provider stays the same', () => withProvider(async (school, provider) => {
  const kept = (await school.read(tx => sql<{ secret: string }>`select secret from sign_in_provider`.execute(tx))).rows[0]!.secret;
  ok(!kept.includes(CLIENT.secret) && !Buffer.from(kept, 'base64url').includes(CLIENT.secret));
  const head = await school.as('head');
  const page = (await head.get(SETTINGS)).html;
  ok(!page.includes(CLIENT.secret) && !page.includes(kept));
  equal((await head.post(SETTINGS, settings(provider.issuer, { secret: '' }))).status, 303);
  equal((await head.post(SETTINGS, settings('https://elsewhere.invalid', { secret: '' }))).status, 422, 'another address gets no kept secret');
  const [line] = await school.read(tx => readLines(tx, { deed: 'set-sign-in-provider', limit: 1 }));
  ok(line && !JSON.stringify(line).includes(CLIENT.secret));
}));

test('an answer with another state, another nonce, a second time, in another browser or too late signs nobody in', () => withProvider(async (school, provider) => {
  const { teacher } = await addresses(school);
  provider.accounts.set(teacher, { verified: true });
  const good = await comeBack(school, teacher);
  equal(good.answer.location, AT);
  const bent = [
    await comeBack(school, teacher, { back: url => url.searchParams.set('state', 'another-state') }),
    await comeBack(school, teacher, { there: url => url.searchParams.set('nonce', 'another-nonce') }),
    await comeBack(school, teacher, { there: url => url.searchParams.set('code_challenge', 'E9Melhoa2OwvFrEMTJguCHaoeK1t8URWbuGJSstw-cM') }),
    await comeBack(school, teacher, { back: url => url.searchParams.set('code', 'another-code') }),
  ];
  for (const { guest, answer } of bent) {
    equal(answer.status, 422);
    match(answer.html, /gave an answer that does not fit/);
    match(answer.html, /<h2 class="card__title">With a password/, 'other ways stay open');
    equal(guest.session(), undefined);
  }
  const stranger = school.guest();
  for (const late of [await good.guest.get(good.back), await stranger.get(good.back)]) match(late.html, /was used already or was begun in another browser/);
  const slow = school.guest();
  const back = await passThrough(await start(slow), teacher);
  school.travelTo(new Date(school.now().getTime() + 11 * 60_000));
  match((await slow.get(pathOf(back))).html, /took too long/);
  equal(slow.session(), undefined);
}));

test('an address the provider has not verified, an address nobody has and an account it refuses sign nobody in, and nobody is added', () => withProvider(async (school, provider) => {
  const { teacher } = await addresses(school);
  const count = () => school.read(async tx => (await listPeople(tx, { day: school.today(), left: true, limit: 5_000 })).length);
  const before = await count();
  for (const verified of [false, undefined]) {
    provider.accounts.set(teacher, verified === undefined ? {} : { verified });
    match((await comeBack(school, teacher)).answer.html, /does not say that your e-mail address is yours/);
  }
  provider.accounts.set('stranger@elsewhere.example', { verified: true });
  match((await comeBack(school, 'stranger@elsewhere.example')).answer.html, /no one person at this school has its e-mail address/);
  match((await comeBack(school, 'not.there@elsewhere.example')).answer.html, /The sign-in was stopped/);
  equal(await count(), before);
  equal((await (await school.as('head')).post(SETTINGS, settings(provider.issuer, { secret: '', trustsMail: 'yes' }))).status, 303);
  provider.accounts.set(teacher, {});
  equal((await comeBack(school, teacher)).answer.status, 303, 'the school vouches for its provider');
  await school.change(tx => sql`update person set left_on = ${school.today()}::date - 1 where email = ${teacher}`.execute(tx));
  match((await comeBack(school, teacher)).answer.html, /no one person at this school/, 'a leaver stays out');
}));

test('while the provider is down the page says so, and the other ways stay open', () => withProvider(async (school, provider) => {
  await provider.close();
  const answer = await school.guest().get(`${AT}/sign-in/provider`);
  equal(answer.status, 422);
  match(answer.html, /Your school’s account service does not answer/);
  match(answer.html, /<h2 class="card__title">With a password/);
  const tried = await (await school.as('head')).post(`${SETTINGS}/try`);
  match(tried.html, /Nobody answers at this address/);
}));

test('an office-holder comes in whole when the provider says that it asked for a second factor, or the school does', () => withProvider(async (school, provider) => {
  const { head } = await addresses(school);
  const opens = async () => (await (await comeBack(school, head)).guest.get(`${AT}/logbook`)).status;
  provider.accounts.set(head, { verified: true });
  equal(await opens(), 303, 'a password at the provider is one factor');
  provider.accounts.set(head, { verified: true, amr: ['pwd', 'mfa'] });
  equal(await opens(), 200);
  provider.accounts.set(head, { verified: true });
  await (await school.as('head')).post(SETTINGS, settings(provider.issuer, { secret: '', asksSecondFactor: 'yes' }));
  equal(await opens(), 200);
}));

test('a button that the school has taken away leads nowhere', () => withProvider(async school => {
  const guest = school.guest();
  ok(!(await guest.get(`${AT}/sign-in`)).html.includes(BUTTON));
  equal((await guest.get(`${AT}/sign-in/provider`)).status, 404);
  equal((await guest.get(`${AT}/sign-in/provider/callback?code=x&state=y`)).status, 404);
}, { inUse: '' }));
