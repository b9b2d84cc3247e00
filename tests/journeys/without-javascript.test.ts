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

test('without JavaScript a teacher asks, and the head grants it and takes it back', () => journey({}, async ({ window }) => {
  const teacher = await window({ as: 'teacher', javaScript: false });
  await teacher.goto('/village-primary/may-i');
  await teacher.getByRole('textbox', { name: 'Your question' }).fill('May I use my own laptop for school work?');
  await teacher.getByRole('button', { name: 'Ask', exact: true }).click();
  await teacher.getByRole('link', { name: 'Ask for it' }).click();
  await teacher.getByLabel('Which device?').fill('A grey laptop, number 7');
  await teacher.getByLabel('Why do you ask?').fill('Marking at home in the evening');
  await teacher.getByLabel('Last day').fill('2026-12-18');
  await teacher.getByRole('button', { name: 'Send the request' }).click();
  await teacher.getByText('The request is sent.').waitFor();
  const head = await window({ as: 'head', javaScript: false });
  await head.goto('/village-primary/requests');
  await head.getByRole('button', { name: /^Grant/ }).click();
  await head.getByText('Granted. Whoever asked is told.').waitFor();
  await head.goto('/village-primary/requests/decided');
  await head.getByRole('button', { name: /^Undo/ }).click();
  await head.getByRole('button', { name: /^Grant/ }).waitFor();
}));

test('without JavaScript a pupil tells somebody, and the safeguarding lead takes it on and says what it is', () => journey({ pack: 'prep-school' }, async ({ window }) => {
  const pupil = await window({ as: 'pupil', javaScript: false });
  await pupil.goto('/prep-school/tell-someone');
  await pupil.getByRole('button', { name: 'Somebody is unkind to me' }).click();
  await pupil.getByLabel('What happened? Use your own words').fill('They took my bag.');
  await pupil.getByRole('button', { name: 'Tell them' }).click();
  await pupil.getByRole('heading', { name: 'Thank you for telling us' }).waitFor();
  const lead = await window({ as: 'dsl', javaScript: false });
  await lead.goto('/prep-school/concerns');
  await lead.getByRole('link', { name: /^[A-Z2-9]{4}-[A-Z2-9]{4}$/ }).first().click();
  await lead.getByRole('button', { name: 'I take this' }).click();
  await lead.getByText('You have taken it on.').waitFor();
  await lead.getByRole('link', { name: 'Say what it is and how serious' }).click();
  await lead.getByRole('button', { name: 'Save' }).click();
  await lead.getByRole('heading', { name: 'There is a problem' }).waitFor();
  await lead.getByRole('radio', { name: 'Minor' }).check();
  for (const no of await lead.getByRole('radio', { name: 'No', exact: true }).all()) await no.check();
  await lead.getByRole('radio', { name: 'On purpose' }).check();
  await lead.getByLabel('Why do you think so?').fill('They have done it before.');
  await lead.getByRole('button', { name: 'Save' }).click();
  await lead.getByText('Written down.').waitFor();
}));
