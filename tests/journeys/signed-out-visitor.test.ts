import { deepEqual, equal, match, ok } from 'node:assert/strict';
import test from 'node:test';
import { listPeople } from '../../src/school/people/index.ts';
import { journey, wordsOf } from './with-browser.ts';

test('a visitor reads the public policies, asks a question, and finds nothing else', () => journey({ pack: 'day-school' }, async ({ school, window }) => {
  const page = await window();
  await page.goto('/day-school');
  await page.getByRole('heading', { name: 'Rules anybody may read' }).waitFor();
  ok(!(await wordsOf(page)).includes('Applications code'), 'what is not public is not named');
  await page.getByRole('link', { name: 'Read it' }).first().click();
  ok((await page.locator('.clause').count()) > 10);
  const people = await school.read(tx => listPeople(tx, { day: school.today(), limit: 500 }));
  for (const at of ['/day-school', '/day-school/policies', '/day-school/policies/email-code', '/day-school/may-i', '/day-school/sign-in']) {
    const { html } = await school.guest().get(at);
    deepEqual(people.filter(person => html.includes(`${person.givenName} ${person.familyName}`)).map(person => person.familyName), [], at);
  }
  await page.goto('/day-school/may-i');
  await page.getByLabel('I am').selectOption('parent');
  await page.getByLabel('Your question').fill('Can I film my child in the school play?');
  await page.getByRole('button', { name: 'Ask', exact: true }).click();
  await page.locator('.answer').waitFor();
  for (const at of ['logbook', 'people', 'offices', 'agreements', 'agreements/register', 'me', 'family', 'may-i/questions', 'anything']) {
    await page.goto(`/day-school/${at}`);
    equal(new URL(page.url()).pathname, '/day-school/sign-in', at);
  }
  equal(new URL(page.url()).searchParams.get('next'), '/day-school/anything');
}));

test('pages are not kept by the browser, run no script of their own text, and stand in nobody’s frame', () => journey({}, async ({ school }) => {
  const { headers } = await school.guest().get('/village-primary');
  equal(headers['cache-control'], 'no-store');
  const policy = String(headers['content-security-policy']);
  match(policy, /default-src 'none'/);
  match(policy, /frame-ancestors 'none'/);
  ok(!/unsafe-inline|unsafe-eval/.test(policy));
}));
