import { deepEqual, equal, match } from 'node:assert/strict';
import test from 'node:test';
import type { Page } from 'playwright-core';
import { readLines } from '../../src/logbook/index.ts';
import { findPerson } from '../../src/school/people/index.ts';
import { addName, makeLink } from '../../src/sign-in/index.ts';
import { withoutKeys } from '../support/forms.ts';
import { openSchool, type TestSchool } from '../support/school.ts';
import { journey } from './with-browser.ts';

const AT = '/village-primary';
const PASSWORD = 'kettle badger orbit';

/** The teacher, with a name to sign in by and a link that sets a password. */
async function aTeacherWithALink(school: TestSchool): Promise<{ person: string; name: string; link: string }> {
  const teacher = await school.as('teacher');
  const person = (await school.read(tx => readLines(tx, { deed: 'sign-in', limit: 1 })))[0]!.by;
  await teacher.post(`${AT}/sign-out`);
  const name = (await school.read(tx => findPerson(tx, person, school.today())))!.email!;
  const link = await school.change(async tx => {
    await addName(tx, { school: school.school.id, name, person });
    return makeLink(tx, { school: school.school.id, now: school.now(), userAgent: 'test' }, { person, by: person });
  });
  return { person, name, link: `${AT}/set-password/${link}` };
}

const signIn = async (page: Page, name: string, password: string): Promise<void> => {
  await page.getByLabel('E-mail address or sign-in name').fill(name);
  await page.getByLabel('Password', { exact: true }).fill(password);
  await page.getByRole('button', { name: 'Sign in', exact: true }).click();
};

test('a one-time link sets a password, once; the password signs in and leads to the page one wanted', () => journey({}, async ({ school, window }) => {
  const { name, link } = await aTeacherWithALink(school);
  const page = await window();
  await page.goto(link);
  await page.getByLabel('New password').fill('short');
  await page.getByLabel('The same password again').fill('shirt');
  await page.getByRole('button', { name: 'Save and sign in' }).click();
  await page.getByRole('heading', { name: 'There is a problem' }).waitFor();
  await page.getByLabel('New password').fill(PASSWORD);
  await page.getByLabel('The same password again').fill(PASSWORD);
  await page.getByRole('button', { name: 'Save and sign in' }).click();
  await page.getByText('Your password is set and you are signed in.').waitFor();
  await page.getByRole('button', { name: 'Sign out' }).click();
  await page.getByText('You are signed out.').waitFor();
  equal((await page.goto(link))!.status(), 410, 'the link is used up');

  await page.goto(`${AT}/agreements`);
  match(page.url(), /sign-in\?next=/);
  await signIn(page, name, 'something else entirely');
  await page.getByText('That name and password do not belong together.').first().waitFor();
  await signIn(page, name.toUpperCase(), PASSWORD);
  await page.getByRole('heading', { name: 'My agreements', level: 1 }).waitFor();
}));

test('a passkey of the laptop signs in, and no longer once it is removed', () => journey({}, async ({ window }) => {
  const page = await window({ as: 'teacher' });
  const cdp = await page.context().newCDPSession(page);
  await cdp.send('WebAuthn.enable');
  await cdp.send('WebAuthn.addVirtualAuthenticator', { options: { protocol: 'ctap2', transport: 'internal', hasResidentKey: true, hasUserVerification: true, isUserVerified: true, automaticPresenceSimulation: true } });
  await page.goto(`${AT}/sign-in-settings`);
  await page.getByRole('button', { name: 'Add a passkey' }).click();
  await page.getByRole('cell', { name: 'not yet' }).waitFor();
  await page.getByRole('button', { name: 'Sign out', exact: true }).click();
  await page.getByText('You are signed out.').waitFor();

  await page.goto(`${AT}/sign-in?next=${AT}/me`);
  await page.getByRole('button', { name: 'Use a passkey' }).click();
  await page.waitForURL(url => url.pathname === `${AT}/me`);
  await page.goto(`${AT}/sign-in-settings`);
  await page.getByRole('button', { name: /^Remove/ }).click();
  await page.getByText('The passkey is removed.').waitFor();
  await page.getByRole('button', { name: 'Sign out', exact: true }).click();
  await page.goto(`${AT}/sign-in`);
  await page.getByRole('button', { name: 'Use a passkey' }).click();
  await page.getByText('The passkey did not answer. Try again.').waitFor();
}));

test('ten wrong passwords close the door for five minutes, to the right one too, and only for that name', async () => {
  const school = await openSchool();
  try {
    const { name, link } = await aTeacherWithALink(school);
    const owner = school.guest();
    await owner.post(link, { password: PASSWORD, again: PASSWORD });
    const guest = school.guest();
    const tries = await Promise.all(Array.from({ length: 10 }, (_, n) => guest.post(`${AT}/sign-in`, { name, password: `guess number ${n}` })));
    deepEqual([...new Set(tries.map(answer => answer.status))], [422]);
    const right = await guest.post(`${AT}/sign-in`, { name, password: PASSWORD });
    equal(right.status, 422);
    match(right.html, /Too many tries\. Wait five minutes/);
    match((await guest.post(`${AT}/sign-in`, { name: 'somebody.else@larkmead.example', password: PASSWORD })).html, /do not belong together/);
    school.travelTo(new Date(school.now().getTime() + 5 * 60_000 + 1));
    equal((await guest.post(`${AT}/sign-in`, { name, password: PASSWORD })).status, 303);
  } finally {
    await school.close();
  }
});

test('a name nobody has and a wrong password get the same page', async () => {
  const school = await openSchool();
  try {
    const { name } = await aTeacherWithALink(school);
    const page = async (who: string) => (await school.guest().post(`${AT}/sign-in`, { name: who, password: 'a wrong password' })).html.replaceAll(who, 'NAME');
    equal(withoutKeys(await page(name)), withoutKeys(await page('nobody.at.all@larkmead.example')));
  } finally {
    await school.close();
  }
});

test('signing in never leads to somebody else’s site', async () => {
  const school = await openSchool();
  try {
    const { name, link } = await aTeacherWithALink(school);
    await school.guest().post(link, { password: PASSWORD, again: PASSWORD });
    for (const next of ['https://elsewhere.example/', '//elsewhere.example', '/\\elsewhere.example', '/day-school/logbook', `${AT}/sign-in`, `${AT}@elsewhere.example`]) {
      equal((await school.guest().post(`${AT}/sign-in`, { name, password: PASSWORD, next })).location, AT, next);
    }
  } finally {
    await school.close();
  }
});

test('who signs out everywhere else stays signed in here alone', () => journey({}, async ({ window }) => {
  const [here, elsewhere] = [await window({ as: 'teacher' }), await window({ as: 'teacher' })];
  await here.goto(`${AT}/sign-in-settings`);
  await here.getByRole('button', { name: 'Sign out everywhere else' }).click();
  await here.getByText('Signed out in 1 other place.').waitFor();
  await elsewhere.goto(`${AT}/me`);
  match(elsewhere.url(), /sign-in/);
  await here.goto(`${AT}/me`);
  match(here.url(), /\/me$/);
}));

test('a session left alone for eight hours ends, and one in use ends after a fortnight', async () => {
  const school = await openSchool();
  try {
    const start = school.now().getTime();
    const [idle, busy] = [await school.as('teacher'), await school.as('teacher')];
    for (let hours = 7; hours < 14 * 24; hours += 7) {
      school.travelTo(new Date(start + hours * 3_600_000));
      equal((await busy.get(`${AT}/me`)).status, 200, `${hours} hours`);
    }
    equal((await idle.get(`${AT}/me`)).status, 303);
    school.travelTo(new Date(start + 14 * 24 * 3_600_000 + 1));
    equal((await busy.get(`${AT}/me`)).status, 303);
  } finally {
    await school.close();
  }
});
