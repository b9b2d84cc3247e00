import { deepEqual, equal, match, ok } from 'node:assert/strict';
import test from 'node:test';
import type { Page } from 'playwright-core';
import { sql } from '../../src/platform/database/index.ts';
import { addPeople } from '../../src/school/people/index.ts';
import { look } from '../support/browser.ts';
import type { TestSchool } from '../support/school.ts';
import { journey, wordsOf } from './with-browser.ts';

const CLASS = '/prep-school/agreements/class/Sparrows/early-years-ks1-code';
const NAMES = ['Ada', 'Ben', 'Cleo', 'Dev', 'Ella', 'Finn', 'Gwen'];

/** A class of seven, new this week. Returns the ids in the order of their names. */
async function sparrows(school: TestSchool): Promise<string[]> {
  const place = { yearGroup: 'Year 1', class: 'Sparrows', phase: 'Key Stage 1' };
  return school.change(tx => addPeople(tx, { school: school.school.id, by: 'countersign', at: school.now() },
    NAMES.map(givenName => ({ givenName, familyName: 'Testwell', email: null, joinedOn: school.today(), kinds: ['pupil-ks1'], place }))));
}

/** Who taught the class what: the rows as they are kept. */
const kept = (school: TestSchool) => school.read(async tx => (await sql<{ name: string; channel: string; witness: string; whole: boolean; drawing: string | null; mistake: boolean | null }>`
  select p.given_name as name, a.channel, a.witness_id as witness, a.whole, a.drawing, w.mistake from agreement a join person p on p.id = a.person_id
  left join agreement_withdrawal w on w.agreement_id = a.id where p.family_name = 'Testwell' order by a.at, a.id`.execute(tx)).rows);

test('a class of seven signs with its teacher, one by one, with one mistake undone and one child who talks first', () => journey({ pack: 'prep-school' }, async ({ school, window }) => {
  await sparrows(school);
  const office = await window({ as: 'office' });
  await office.goto('/prep-school/agreements/class-teachers');
  await office.getByLabel('Class').selectOption('Sparrows');
  const teacherName = (await school.personas()).find(one => one.persona === 'supply')!.name.split(',')[0]!;
  await office.getByLabel('Teacher').selectOption({ label: teacherName });
  await office.getByLabel('Last day').fill(school.today());
  await office.getByRole('button', { name: 'Add' }).click();
  await office.getByText('Noted.').waitFor();

  const page = await window({ as: 'supply' });
  await page.goto('/prep-school');
  match(await wordsOf(page), /Sparrows[^]*7 children have still to promise/);
  await page.getByRole('link', { name: 'Start', exact: true }).click();
  await page.getByRole('link', { name: 'Read the rules together' }).click();
  await look(page, 'class-board');
  await page.keyboard.press('ArrowRight');
  await page.waitForURL(/#part-1$/);
  await page.keyboard.press('ArrowRight');
  await page.waitForURL(/#part-2$/);
  await page.getByRole('link', { name: 'Now each of us promises' }).click();

  for (const name of NAMES.slice(0, 5)) {
    await page.getByRole('link', { name, exact: true }).click();
    if (name === 'Ada') await draw(page);
    if (name === 'Ada') await look(page, 'class-mark');
    ok(!page.url().toLowerCase().includes(name.toLowerCase()), 'no name stands in the address');
    await page.getByRole('button', { name: 'I promise' }).click();
    await page.getByText(`${name} has promised.`).waitFor();
  }
  await page.getByRole('button', { name: 'Wrong child: undo the promise of Ella' }).click();
  await page.getByText('Undone. Ella has still to promise.').waitFor();
  await page.getByRole('link', { name: 'Finn', exact: true }).click();
  await page.getByText('I want to talk about it first').click();
  await page.getByRole('button', { name: 'Talk first' }).click();
  await page.getByText('That is fine. It is noted, and somebody will talk about it.').waitFor();
  match(await wordsOf(page), /3 children have still to promise/);
  equal(await page.locator('.class-card', { hasText: 'Finn' }).innerText(), await page.locator('.class-card', { hasText: 'Gwen' }).innerText().then(text => text.replace('Gwen', 'Finn')), 'the class does not see who would rather talk');
  await look(page, 'class-cards');

  const rows = await kept(school);
  deepEqual(rows.map(row => [row.name, row.channel, row.whole, row.mistake]), NAMES.slice(0, 5).map(name => [name, 'class', true, name === 'Ella' ? true : null]));
  ok(rows[0]!.drawing?.startsWith('M'));
  equal(new Set(rows.map(row => row.witness)).size, 1);
  await office.goto('/prep-school/agreements/register?class=Sparrows');
  match(await wordsOf(office), /Finn Testwell[^]*declined: talk/);
}));

/** A line across the pad. */
async function draw(page: Page): Promise<void> {
  const box = (await page.locator('.drawing__pad').boundingBox())!;
  await page.mouse.move(box.x + 40, box.y + 40);
  await page.mouse.down();
  await page.mouse.move(box.x + 160, box.y + 80, { steps: 4 });
  await page.mouse.up();
}

test('a class signs without JavaScript, and takes up another day where it stopped', () => journey({ pack: 'prep-school' }, async ({ school, window }) => {
  const ids = await sparrows(school);
  const office = await window({ as: 'office', javaScript: false });
  await office.goto(CLASS);
  await office.getByRole('link', { name: 'Ada', exact: true }).click();
  await office.getByRole('button', { name: 'I promise' }).click();
  match(await wordsOf(office), /Ada has promised[^]*6 children have still to promise/);
  school.travelTo(new Date('2026-11-25T09:00:00Z'));
  const later = await window({ as: 'office', javaScript: false });
  await later.goto(`${CLASS}/${ids[1]}`);
  await later.getByRole('button', { name: 'I promise' }).click();
  match(await wordsOf(later), /5 children have still to promise/);
  equal(await later.getByRole('button', { name: /Wrong child/ }).count(), 1, 'what was signed on an earlier day is not undone here');
}));

test('a teacher of another class, and the child at home, do not meet this class', () => journey({ pack: 'prep-school' }, async ({ school }) => {
  const [child] = await sparrows(school);
  for (const persona of ['teacher', 'pupil', 'parent', 'governor']) {
    const client = await school.as(persona);
    for (const more of ['', '/read', `/${child}`]) equal((await client.get(`${CLASS}${more}`)).status, 404, `${persona} ${more}`);
    equal((await client.post(`${CLASS}/${child}/undo`)).status, 404);
  }
}));
