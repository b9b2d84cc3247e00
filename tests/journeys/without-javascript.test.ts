import { match, ok } from 'node:assert/strict';
import test from 'node:test';
import { journey, wordsOf } from './with-browser.ts';

const CODE = '/village-primary/policies/staff-code';

test('without JavaScript one reads, asks and signs', () => journey({}, async ({ window }) => {
  const page = await window({ as: 'supply', javaScript: false });
  await page.goto(CODE);
  ok((await page.locator('.clause').count()) > 20);
  await page.getByRole('textbox', { name: 'May I' }).fill('Can I plug my own memory stick into the class computer?');
  await page.getByRole('button', { name: 'Ask', exact: true }).click();
  await page.locator('.answer').waitFor();
  await page.goto('/village-primary');
  await page.locator('section', { has: page.getByRole('heading', { name: 'ICT code for staff, governors and visitors' }) }).getByRole('link', { name: 'Read and sign' }).click();
  for (const tick of await page.getByLabel('I have read this part').all()) await tick.check();
  await page.getByLabel('Your name').fill('Amina Rahman');
  await page.getByRole('button', { name: 'Sign', exact: true }).click();
  await page.getByText('Signed. Thank you.').waitFor();
  match(await wordsOf(page), /Amina Rahman/);
}));

test('without JavaScript the head writes, checks and sends, and the chair approves', () => journey({}, async ({ window }) => {
  const head = await window({ as: 'head', javaScript: false });
  await head.goto(`${CODE}/edit`);
  await head.getByRole('button', { name: 'Write the next edition' }).click();
  const box = head.getByLabel('The text');
  const text = await box.inputValue();
  await box.fill(`${text}\n\nNever lend your door badge. {#door-badge}\n\n::never[share-pasword]\n`);
  await head.getByRole('button', { name: 'Check without saving' }).click();
  await head.getByText('Did you mean "share-password"?').waitFor();
  await box.fill(`${text}\n\nNever lend your password to an outsider. {#no-lending}\n\n::never[share-password]{when="recipient=third-party"}\n`);
  await head.getByRole('button', { name: 'Save and send for approval' }).click();
  await head.waitForLoadState();
  ok(/proposal$/.test(head.url()), await wordsOf(head));
  const chair = await window({ as: 'chair', javaScript: false });
  await chair.goto(`${CODE}/proposal`);
  await chair.getByRole('button', { name: 'Approve edition 2' }).click();
  await chair.getByText('Never lend your password to an outsider.').waitFor();
}));
