import { equal, match } from 'node:assert/strict';
import test from 'node:test';
import type { Page } from 'playwright-core';
import { findPerson, listHolders } from '../../src/school/people/index.ts';
import { addName, makeLink } from '../../src/sign-in/index.ts';
import { forgetPasskeys } from '../../src/sign-in/deeds.ts';
import { look } from '../support/browser.ts';
import type { TestSchool } from '../support/school.ts';
import { journey } from './with-browser.ts';

const AT = '/village-primary';
const PASSWORD = 'kettle badger orbit';

const headOf = (school: TestSchool): Promise<string> => school.read(async tx => (await listHolders(tx, school.today())).find(holder => holder.office === 'head')!.person);

/** The head's sign-in name, and a link that sets the password. */
async function aHeadWithALink(school: TestSchool): Promise<{ name: string; link: string }> {
  return school.change(async tx => {
    const person = await headOf(school);
    const name = (await findPerson(tx, person, school.today()))!.email!;
    await addName(tx, { school: school.school.id, name, person });
    return { name, link: `${AT}/set-password/${await makeLink(tx, { school: school.school.id, now: school.now(), userAgent: 'test' }, { person, by: person })}` };
  });
}

/** A laptop that keeps passkeys and checks its owner. */
async function withLaptopKeys(page: Page): Promise<void> {
  const cdp = await page.context().newCDPSession(page);
  await cdp.send('WebAuthn.enable');
  await cdp.send('WebAuthn.addVirtualAuthenticator', { options: { protocol: 'ctap2', transport: 'internal', hasResidentKey: true, hasUserVerification: true, isUserVerified: true, automaticPresenceSimulation: true } });
}

async function signIn(page: Page, name: string): Promise<void> {
  await page.goto(`${AT}/sign-in?next=${AT}/logbook`);
  await page.getByLabel('E-mail address or sign-in name').fill(name);
  await page.getByLabel('Password', { exact: true }).fill(PASSWORD);
  await page.getByRole('button', { name: 'Sign in', exact: true }).click();
}

test('a head with a password alone may read and ask, adds a passkey, and then has the office', () => journey({}, async ({ school, window }) => {
  const { link } = await aHeadWithALink(school);
  const page = await window();
  await withLaptopKeys(page);
  await page.goto(link);
  await page.getByLabel('New password').fill(PASSWORD);
  await page.getByLabel('The same password again').fill(PASSWORD);
  await page.getByRole('button', { name: 'Save and sign in' }).click();
  await page.getByRole('heading', { name: 'Add a passkey to go on' }).waitFor();
  await page.getByText('You hold an office at this school.').waitFor();
  await look(page, 'second-factor-add');
  await page.getByRole('link', { name: 'Read the policies' }).click();
  await page.getByRole('heading', { level: 1 }).waitFor();
  match(page.url(), /\/policies$/);
  await page.goto(`${AT}/people`);
  await page.getByRole('heading', { name: 'Add a passkey to go on' }).waitFor();
  await page.getByRole('button', { name: 'Add a passkey' }).click();
  await page.getByRole('cell', { name: 'not yet' }).waitFor();
  equal((await page.goto(`${AT}/people`))!.status(), 200);
  equal(new URL(page.url()).pathname, `${AT}/people`, 'the same session now has the office');
}));

test('who has a passkey must show it after the password, and cannot add another one instead', () => journey({}, async ({ school, window }) => {
  const { name, link } = await aHeadWithALink(school);
  const page = await window();
  await withLaptopKeys(page);
  await page.goto(link);
  await page.getByLabel('New password').fill(PASSWORD);
  await page.getByLabel('The same password again').fill(PASSWORD);
  await page.getByRole('button', { name: 'Save and sign in' }).click();
  await page.getByRole('button', { name: 'Add a passkey' }).click();
  await page.getByRole('cell', { name: 'not yet' }).waitFor();

  const thief = await window();
  await withLaptopKeys(thief);
  await signIn(thief, name);
  await thief.getByRole('heading', { name: 'Now show your passkey' }).waitFor();
  await look(thief, 'second-factor-show');
  equal(await thief.evaluate(async at => (await fetch(`${at}/passkeys/begin`, { method: 'POST', headers: { 'content-type': 'application/json' }, body: '{}' })).status, AT), 422);
  await thief.goto(`${AT}/sign-in-settings`);
  await thief.getByRole('heading', { name: 'Now show your passkey' }).waitFor();

  await page.getByRole('button', { name: 'Sign out', exact: true }).click();
  await page.getByText('You are signed out.').waitFor();
  await signIn(page, name);
  await page.getByRole('heading', { name: 'Now show your passkey' }).waitFor();
  await page.getByRole('button', { name: 'Use a passkey' }).click();
  await page.waitForURL(url => url.pathname === AT);
  equal((await page.goto(`${AT}/logbook`))!.status(), 200);
  match(page.url(), /\/logbook$/);

  const person = await headOf(school);
  await school.change(tx => forgetPasskeys(tx, { school: school.school.id, now: school.now(), userAgent: '' }, { person, by: 'countersign' }));
  await page.goto(`${AT}/logbook`);
  match(page.url(), /\/sign-in\?next=/, 'every session has ended');
  await signIn(page, name);
  await page.getByRole('heading', { name: 'Add a passkey to go on' }).waitFor();
}));
