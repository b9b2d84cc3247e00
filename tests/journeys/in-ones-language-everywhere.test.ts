import { deepEqual, doesNotMatch, equal, match } from 'node:assert/strict';
import test from 'node:test';
import { sql } from '../../src/platform/database/index.ts';
import { look } from '../support/browser.ts';
import type { TestSchool } from '../support/school.ts';
import { IN_WELSH, inWelsh } from '../support/translated.ts';
import { journey, wordsOf } from './with-browser.ts';

const signatures = async (school: TestSchool, channel: string) =>
  (await school.read(tx => sql<{ id: string; language: string; statement: string; said: string | null }>`select a.id, a.language, a.statement, s.statement as said from agreement a left join agreement_shown_in s on s.agreement_id = a.id where a.channel = ${channel} order by a.at`.execute(tx))).rows;

test('a guest chooses Welsh at the door, reads and signs the rules in Welsh, and the next guest finds the tablet as it was', () => journey({}, async ({ school, window }) => {
  await inWelsh(school, 'staff-code', 'Cod TGCh y staff');
  const tablet = await window({ as: 'office' });
  await tablet.goto('/village-primary/visitors/kiosks');
  await tablet.getByLabel('Where does it stand?').fill('Main reception');
  await tablet.getByRole('button', { name: 'Start the kiosk' }).click();
  await tablet.getByRole('button', { name: 'Cymraeg' }).waitFor();
  await look(tablet, 'kiosk-languages');
  await tablet.getByRole('button', { name: 'Cymraeg' }).click();
  await tablet.waitForURL('**/kiosk/arrive');
  equal(await tablet.locator('html').getAttribute('lang'), 'cy');
  await tablet.locator('input[name=givenName]').fill('Gwen');
  await tablet.locator('input[name=familyName]').fill('Parry');
  await tablet.locator('input[name=reason][value=works]').check();
  await tablet.locator('input[name=access][value=no]').check();
  await tablet.locator('form button.govuk-button').first().click();
  await tablet.getByText('Cod TGCh y staff').first().waitFor();
  match(await tablet.locator('.all-rules').first().innerText(), new RegExp(IN_WELSH));
  match(await tablet.locator('.short-rules').innerText(), new RegExp(IN_WELSH), 'the short list is in Welsh too');
  await look(tablet, 'kiosk-rules-welsh');
  await tablet.locator('input[name=typedName]').fill('Gwen Parry');
  await tablet.locator('button[name=do][value=agree]').click();
  await tablet.locator('.badge__code').first().waitFor();
  const [signed] = await signatures(school, 'kiosk');
  deepEqual([signed!.language, signed!.statement.startsWith('I have'), signed!.said?.startsWith('I have')], ['cy', true, false], 'the English and what was said in Welsh are both kept');

  await tablet.goto('/village-primary/kiosk');
  await tablet.getByRole('link', { name: 'I am arriving' }).waitFor();
  equal(await tablet.locator('html').getAttribute('lang'), 'en-GB');
  const certificate = (await (await school.as('head')).get(`/village-primary/agreements/seal/${signed!.id}`)).html;
  match(certificate, /Cymraeg/);
  match(certificate, /nothing in it has changed since/);
}));

test('a class reads its rules in Welsh, and a child whose family reads Welsh promises in Welsh, or in English if they choose', () => journey({ pack: 'prep-school' }, async ({ school, window }) => {
  await inWelsh(school, 'early-years-ks1-code', 'Fy rheolau cyfrifiadur');
  const child = (await school.read(tx =>
    sql<{ id: string; class: string }>`select person_id as id, class from agreement_ask where policy = 'early-years-ks1-code' and agreement_id is null and class <> '' order by sort_name limit 1`.execute(tx))).rows[0]!;
  const parent = (await school.read(tx => sql<{ id: string }>`select parent_id as id from guardian where child_id = ${child.id} and may_agree and not no_contact order by parent_id limit 1`.execute(tx))).rows[0]!.id;
  await (await school.asPerson(parent)).post('/prep-school/language', { language: 'cy' });
  const page = await window({ as: 'office' });
  const at = (of: { class: string }) => `/prep-school/agreements/class/${encodeURIComponent(of.class)}/early-years-ks1-code`;
  await page.goto(`${at(child)}/read`);
  await page.getByRole('link', { name: 'Cymraeg' }).click();
  await page.getByText('Fy rheolau cyfrifiadur').first().waitFor();
  equal(await page.locator('.board__rules p[data-line]').first().getAttribute('lang'), 'cy', 'the voice reads it in Welsh');
  await look(page, 'class-board-welsh');
  await page.goto(`${at(child)}/${child.id}`);
  await look(page, 'class-mark-welsh');
  equal(await page.locator('.signing__statement').getAttribute('lang'), 'cy');
  await page.getByRole('button', { name: 'I promise' }).click();
  await page.getByText('has promised.').first().waitFor();
  await page.getByRole('button', { name: 'Wrong child: undo' }).click();
  await page.getByText('Undone.').waitFor();
  await page.goto(`${at(child)}/${child.id}`);
  await page.getByRole('link', { name: 'English', exact: true }).first().click();
  await page.waitForURL('**in=en-GB');
  doesNotMatch(await wordsOf(page), /Addawaf|Rwy/);
  await page.getByRole('button', { name: 'I promise' }).click();
  await page.getByText('has promised.').first().waitFor();
  deepEqual((await signatures(school, 'class')).slice(-2).map(row => [row.language, row.said !== null]), [['cy', true], ['en-GB', false]]);
}));
