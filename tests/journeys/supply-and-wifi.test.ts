import { doesNotMatch, equal, match, ok } from 'node:assert/strict';
import test from 'node:test';
import type { Page } from 'playwright-core';
import { sql } from '../../src/platform/database/index.ts';
import { look } from '../support/browser.ts';
import type { TestSchool } from '../support/school.ts';
import { journey, wordsOf } from './with-browser.ts';

const EIGHT = new Date('2026-11-23T08:02:00Z');

/** The network manager, here the ICT lead, pastes codes into the pool. */
async function addCodes(page: Page, school: string, codes: readonly string[]): Promise<void> {
  await page.goto(`/${school}/visitors/wifi/add`);
  await page.getByLabel('Name of the wifi').fill('Larkmead-Guests');
  await page.getByLabel('How many days is a code good for').fill('5');
  await page.getByLabel('I paste them').check();
  await page.getByLabel('Codes to paste').fill(`code\n${codes.join('\n')}\n`);
  await page.getByRole('button', { name: 'Add the codes' }).click();
  await page.getByText('The codes are added.').waitFor();
}

async function startKiosk(tablet: Page, school: string): Promise<void> {
  await tablet.goto(`/${school}/visitors/kiosks`);
  await tablet.getByLabel('Where does it stand?').fill('Main reception');
  await tablet.getByRole('button', { name: 'Start the kiosk' }).click();
}

const linkIn = async (school: TestSchool): Promise<string> =>
  (await school.read(tx => sql<{ it: string }>`select substring(body from '/supply/([A-Za-z0-9_-]+)') as it from mail_outbox where kind = 'supply-link' order by made_at desc, id desc limit 1`.execute(tx))).rows[0]!.it;
const codesKept = async (school: TestSchool): Promise<string> => JSON.stringify((await school.read(tx => sql`select * from wifi_voucher`.execute(tx))).rows);

test('a supply teacher at 8 am is added by the office, signs by a link of her own, and only then has the wifi', () => journey({ now: EIGHT }, async ({ school, window }) => {
  await addCodes(await window({ as: 'ict-lead' }), 'village-primary', ['larch-4471', 'rowan-9920']);
  doesNotMatch(await codesKept(school), /larch|rowan/, 'the database holds no code that can be read');

  const office = await window({ as: 'office' });
  await office.goto('/village-primary/visitors/supply/add');
  await office.getByLabel('First name').fill('Ruth');
  await office.getByLabel('Family name').fill('Amery');
  await office.getByLabel('Agency').fill('Northgate Cover');
  await office.getByLabel('Their own e-mail address').fill('ruth.amery@home.example');
  await office.getByLabel('Last day').fill('2026-11-25');
  await office.getByLabel('Classes').fill('Maple');
  await look(office, 'supply-add');
  await office.getByRole('button', { name: 'Add', exact: true }).click();
  await office.getByText('A link to read and sign is on its way.').waitFor();
  await office.getByText('still to sign').first().waitFor();
  await look(office, 'supply');
  doesNotMatch(await office.content(), new RegExp(await linkIn(school)), 'the office never sees the link');

  const ruth = await window();
  const link = `/village-primary/supply/${await linkIn(school)}`;
  await ruth.goto(link);
  match(await wordsOf(ruth), /Gareth Pennifold/, 'whom to tell of a worry about a child');
  doesNotMatch(await wordsOf(ruth), /larch|rowan/);
  await look(ruth, 'supply-link');
  await ruth.getByRole('button', { name: 'Sign' }).click();
  await ruth.getByRole('link', { name: 'Type your name' }).waitFor();
  await ruth.getByLabel('Your name').fill('Ruth Amery');
  await ruth.getByRole('button', { name: 'Sign' }).click();
  await ruth.getByText('Signed. Thank you.').waitFor();
  match(await wordsOf(ruth), /Larkmead-Guests[^]*larch-4471[^]*25 November 2026/);
  await look(ruth, 'supply-link-done');
  await office.reload();
  await office.getByText('signed', { exact: true }).first().waitFor();

  const tablet = await window({ as: 'office' });
  await startKiosk(tablet, 'village-primary');
  await tablet.goto('/village-primary/kiosk/arrive');
  await tablet.getByLabel('First name').fill('ruth');
  await tablet.getByLabel('Family name').fill('amery');
  await tablet.getByLabel('Supply teaching or agency cover').check();
  await tablet.getByLabel('Yes', { exact: true }).check();
  await tablet.getByRole('button', { name: 'Go on' }).click();
  await tablet.getByText('You signed these rules on 23 November 2026.').first().waitFor();
  await look(tablet, 'kiosk-signed-before');
  await tablet.getByLabel('Type your name').fill('Ruth Amery');
  await tablet.getByRole('button', { name: 'I agree' }).click();
  await tablet.getByText('Thank you. You are signed in.').waitFor();
  match(await wordsOf(tablet), /larch-4471/, 'one code for one person');
  doesNotMatch(await wordsOf(tablet), /rowan/);

  school.travelTo(new Date('2026-11-23T08:40:00Z'));
  equal((await ruth.goto(link))?.status(), 410);
  await look(ruth, 'supply-link-gone');
}));

test('a supply teacher nobody knew of signs in at the kiosk, reads on her own device by the picture, and is given a code', () => journey({ now: EIGHT }, async ({ school, window }) => {
  await addCodes(await window({ as: 'ict-lead' }), 'village-primary', ['larch-4471']);
  const tablet = await window({ as: 'office' });
  await startKiosk(tablet, 'village-primary');
  await tablet.goto('/village-primary/kiosk/arrive');
  for (const [label, words] of [['First name', 'Nell'], ['Family name', 'Dray'], ['Organisation or agency', 'Northgate Cover']] as const) await tablet.getByLabel(label).fill(words);
  await tablet.getByLabel('Supply teaching or agency cover').check();
  await tablet.getByLabel('Yes', { exact: true }).check();
  await tablet.getByRole('button', { name: 'Go on' }).click();
  await tablet.getByLabel('Type your name').fill('Nell Dray');
  await tablet.getByRole('button', { name: 'I agree' }).click();
  await tablet.getByText('Thank you. You are signed in.').waitFor();
  match(await wordsOf(tablet), /larch-4471/);
  await look(tablet, 'kiosk-done-wifi');
  const office = await window({ as: 'office' });
  await office.goto('/village-primary/visitors/supply');
  await office.getByRole('link', { name: 'Nell Dray' }).waitFor();

  // The second has to ask: the pool is empty, and those who keep it are told.
  await office.goto('/village-primary/visitors/supply/add');
  await office.getByLabel('First name').fill('Owen');
  await office.getByLabel('Family name').fill('Thorne');
  await office.getByRole('button', { name: 'Add', exact: true }).click();
  await tablet.goto('/village-primary/kiosk/arrive');
  await tablet.getByLabel('First name').fill('Owen');
  await tablet.getByLabel('Family name').fill('Thorne');
  await tablet.getByLabel('Supply teaching or agency cover').check();
  await tablet.getByLabel('Yes', { exact: true }).check();
  await tablet.getByRole('button', { name: 'Go on' }).click();
  await tablet.getByText('The school knows you').waitFor();
  await tablet.getByRole('button', { name: 'on my own laptop or phone' }).click();
  await tablet.getByRole('img', { name: 'A code for the camera of your own device' }).waitFor();
  await look(tablet, 'kiosk-own-device');
  await tablet.getByRole('link', { name: 'I have signed: go on' }).click();
  await tablet.getByLabel('Type your name').fill('Owen Thorne');
  await tablet.getByRole('button', { name: 'I agree' }).click();
  await tablet.getByText('There is no free code just now.').waitFor();
  const warned = (await school.read(tx => sql<{ body: string }>`select body from mail_outbox where kind = 'wifi-codes'`.execute(tx))).rows;
  ok(warned.some(mail => /no free code left/.test(mail.body)), 'those who keep the wifi are told');
}));

test('a code ends with the agreement it was given for, and the network manager says that the wifi no longer takes it', () => journey({ now: EIGHT }, async ({ school, window }) => {
  const keeper = await window({ as: 'ict-lead' });
  await addCodes(keeper, 'village-primary', ['larch-4471', 'rowan-9920']);
  const supply = await window({ as: 'supply' });
  await supply.goto('/village-primary/wifi');
  await supply.getByText('Sign first, then the code').waitFor();
  await look(supply, 'wifi-sign-first');
  const policies = (await school.read(tx => sql<{ policy: string }>`select policy from agreement_ask where open and person_id = (select person_id from demonstration_persona where persona = 'supply')`.execute(tx))).rows;
  ok(policies.length > 0);
  for (const { policy } of policies) {
    await supply.goto(`/village-primary/agreements/${policy}`);
    await supply.getByLabel('Your name').fill('Amina Rahman');
    await supply.getByRole('button', { name: 'Sign', exact: true }).click();
    await supply.getByRole('img', { name: /^Sealed on/ }).waitFor();
  }
  const seal = supply.url().split('?')[0]!;
  await supply.goto('/village-primary/wifi');
  await supply.getByRole('button', { name: 'Give me my code' }).click();
  await supply.getByText('larch-4471').waitFor();
  await look(supply, 'wifi-mine');

  await supply.goto(`${seal}/withdraw`);
  await supply.getByRole('button', { name: 'Take it back' }).click();
  await supply.goto('/village-primary/wifi');
  await supply.getByText('Sign first, then the code').waitFor();
  doesNotMatch(await wordsOf(supply), /larch/);

  await keeper.goto('/village-primary/visitors/wifi?state=ended');
  await keeper.getByText('the agreement was taken back').waitFor();
  await look(keeper, 'wifi-ended');
  await keeper.getByRole('button', { name: 'It is switched off in the wifi' }).click();
  await keeper.goto('/village-primary/visitors/wifi?state=ended');
  await keeper.getByText('switched off, as reported').waitFor();
  await keeper.goto('/village-primary/visitors/wifi?state=free');
  await look(keeper, 'wifi-pool');
}));
