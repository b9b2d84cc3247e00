import { equal, match, ok } from 'node:assert/strict';
import test from 'node:test';
import { look, openBrowser, tickStatements, visit } from '../support/browser.ts';
import { openSchool } from '../support/school.ts';

const CODE = '/prep-school/agreements/middle-senior-code';

test('a pupil signs without JavaScript, a parent countersigns beside her, and the office sees both', async () => {
  const school = await openSchool({ pack: 'prep-school' });
  const browser = await openBrowser();
  try {
    const pupil = await visit(browser, school, { as: 'pupil', javaScript: false });
    await pupil.goto(CODE);
    await pupil.getByRole('button', { name: 'I promise' }).click();
    await pupil.getByRole('link', { name: 'Type your name' }).waitFor();
    for (const tick of await pupil.getByLabel('I have read this part').all()) await tick.check();
    await pupil.getByRole('textbox', { name: 'Your name' }).fill('Poppy Chukwu');
    await tickStatements(pupil);
    await pupil.getByRole('button', { name: 'I promise' }).click();
    await pupil.getByRole('img', { name: /^Sealed on/ }).waitFor();

    const parent = await visit(browser, school, { as: 'parent' });
    await parent.goto('/prep-school');
    await parent.getByRole('link', { name: 'My family' }).first().click();
    await parent.getByText('Poppy promised on 23 November 2026').waitFor();
    await look(parent, 'family');
    await parent.getByRole('link', { name: 'Read and countersign' }).click();
    await parent.getByText('Poppy Chukwu', { exact: true }).first().waitFor();
    await parent.getByLabel('Your name').fill('Clement Chukwu');
    await tickStatements(parent);
    for (const question of ['the internet', 'e-mail']) await parent.getByRole('group', { name: question }).getByLabel('Yes').check();
    await draw(parent);
    await look(parent, 'countersign');
    await parent.getByRole('button', { name: 'Countersign' }).click();
    await parent.getByRole('img', { name: 'Drawn signature' }).waitFor();
    await look(parent, 'certificate');
    equal(await parent.getByText('Countersigned. Thank you.').count(), 1);

    const office = await visit(browser, school, { as: 'office' });
    await office.goto('/prep-school/agreements/register');
    await look(office, 'register');
    await office.getByLabel('Find a person').fill('poppy chuk');
    await office.getByRole('button', { name: 'Find' }).click();
    await office.getByText('The child has promised and a parent has countersigned.').waitFor();
    ok(!/poppy/i.test(office.url()), 'no name stands in the address');
    await look(office, 'register-person');
    equal(school.errors.length, 0);
  } finally {
    await browser.close();
    await school.close();
  }
});

/** A stroke on the pad. */
async function draw(page: Awaited<ReturnType<typeof visit>>): Promise<void> {
  await page.getByText('Draw your signature as well, if you like').click();
  const box = (await page.locator('.drawing__pad').boundingBox())!;
  await page.mouse.move(box.x + 30, box.y + 60);
  await page.mouse.down();
  await page.mouse.move(box.x + 120, box.y + 30, { steps: 5 });
  await page.mouse.up();
  match(await page.locator('input[name=drawing]').inputValue(), /^M\d+ \d+(L\d+ \d+)+$/);
}

test('reading and signing look right', async () => {
  const school = await openSchool({ pack: 'prep-school' });
  const browser = await openBrowser();
  try {
    const pupil = await visit(browser, school, { as: 'pupil' });
    for (const [address, name] of [['/prep-school/agreements', 'my-agreements'], [CODE, 'read-and-sign'], [`${CODE}/decline`, 'decline']] as const) {
      await pupil.goto(address);
      await look(pupil, name);
    }
    const chair = await visit(browser, school, { as: 'chair' });
    await chair.goto('/prep-school/agreements/register');
    await look(chair, 'signature-counts');
  } finally {
    await browser.close();
    await school.close();
  }
});

test('a parent reads the rules of the youngest with the child and signs; that is enough', async () => {
  const school = await openSchool({ pack: 'prep-school' });
  const browser = await openBrowser();
  try {
    const parent = await visit(browser, school, { as: 'parent' });
    await parent.goto('/prep-school/family');
    await parent.getByRole('link', { name: 'Read together and sign' }).click();
    await look(parent, 'sign-locked');
    await parent.getByRole('region', { name: 'Read with it' }).getByRole('link', { name: 'Online safety policy' }).click();
    await look(parent, 'read-with-it');
    await parent.getByRole('button', { name: 'I have read it' }).click();
    await look(parent, 'sign-with-the-youngest');
    await parent.getByLabel('Your name').fill('Clement Chukwu');
    await tickStatements(parent);
    await parent.getByRole('button', { name: 'We promise' }).click();
    await parent.getByRole('img', { name: /^Sealed on/ }).waitFor();
    await parent.goto('/prep-school/family');
    await parent.getByText('Osian read it with a parent').waitFor();
    const child = await visit(browser, school, { as: 'reception' });
    await child.goto('/prep-school/agreements/early-years-ks1-code');
    await look(child, 'promise-of-the-youngest');
  } finally {
    await browser.close();
    await school.close();
  }
});
