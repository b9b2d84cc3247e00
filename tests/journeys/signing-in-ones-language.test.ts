import { deepEqual, doesNotMatch, equal, match } from 'node:assert/strict';
import fs from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import test, { after, before, describe } from 'node:test';
import { useLanguagesOf } from '../../src/platform/languages/index.ts';
import { findAgreement } from '../../src/school/agreements/reads.ts';
import { adopt } from '../../src/school/policies/index.ts';
import { look, openBrowser, visit } from '../support/browser.ts';
import { formToSign } from '../support/forms.ts';
import { openSchool, type TestSchool } from '../support/school.ts';

const SIGN = '/village-primary/agreements/learning-platform';
const PROMISED = 'Rwyf wedi darllen y rheolau hyn a byddaf yn cadw atynt.';
const folder = fs.mkdtempSync(path.join(os.tmpdir(), 'countersign-languages-'));
let school: TestSchool;

describe('signing in one’s own language', () => {
  before(async () => {
    const welsh = JSON.parse(fs.readFileSync(path.resolve('messages/cy.json'), 'utf8')) as Record<string, unknown>;
    fs.writeFileSync(path.join(folder, 'languages.json'), JSON.stringify([{ code: 'cy', name: 'Cymraeg', direction: 'ltr', complete: true }]));
    fs.writeFileSync(path.join(folder, 'cy.json'), JSON.stringify({ ...welsh, 'I have read these rules and I will keep to them.': PROMISED }));
    useLanguagesOf(folder);
    school = await openSchool();
  });
  after(async () => {
    useLanguagesOf('messages');
    await school.close();
    fs.rmSync(folder, { recursive: true });
  });

  const kept = (address: string) => school.read(tx => findAgreement(tx, address.split('/seal/')[1]!.slice(0, 36)));

  test('a parent reads the rules in Welsh, signs them, and the certificate says in which words', async () => {
    const browser = await openBrowser();
    try {
      const parent = await visit(browser, school, { as: 'parent' });
      await (await school.as('parent')).post('/village-primary/language', { language: 'cy' });
      await parent.goto(SIGN);
      equal(await parent.locator('h1').innerText(), "Defnyddio'r platfform dysgu");
      await parent.getByText('Peidiwch â rhoi eich manylion i neb.').waitFor();
      const english = parent.getByText('Give your log-in to no one.');
      equal(await english.isVisible(), false, 'the English is one press away');
      await parent.locator('details', { has: english }).locator('summary').click();
      equal(await english.isVisible(), true);
      for (const tick of await parent.locator('input[name=read]').all()) await tick.check();
      await parent.locator('input[name=typedName]').fill('Gwen Sadiq');
      await look(parent, 'sign-in-welsh');
      await parent.locator('.signing__box button.govuk-button').click();
      await parent.locator('.certificate .signing__statement').getByText(PROMISED).waitFor();
      await look(parent, 'certificate-in-welsh');
      const agreement = (await kept(parent.url()))!;
      deepEqual([agreement.language, agreement.statement], ['cy', 'I have read these rules and I will keep to them.']);
      const { html } = await (await school.as('parent')).get(new URL(parent.url()).pathname);
      match(html, /Peidiwch â rhoi eich manylion i neb\.[\s\S]*the English text, which decides[\s\S]*Give your log-in to no one\./);
      const reader = await school.as('parent');
      await reader.post('/village-primary/language', { language: 'en-GB' });
      match((await reader.get(new URL(parent.url()).pathname)).html, /gives the same seal today/, 'whoever looks at it in English finds the same seal');
    } finally {
      await browser.close();
    }
  });

  test('a clause whose translation is out of date is signed in English, marked, and what was signed before still gives its seal', async () => {
    const before = fs.readFileSync(path.resolve('policies/village-primary/learning-platform.md'), 'utf8');
    const markdown = before.replace('edition: "1"', 'edition: "2"').replace('Give your log-in to no one.', 'Give your log-in to nobody at all.').replaceAll('2026-09-14', school.today()).replaceAll('2026-09-08', school.today());
    await school.change(tx => adopt(tx, { school: school.school, vocabulary: school.shared.vocabulary, by: null, at: school.now(), today: school.today() }, { markdown }));
    const asked = await openFor(['teacher', 'office', 'head', 'supply']);
    if (asked === null) throw new Error('nobody has still to sign');
    const { client, html } = asked;
    match(html, /<div lang="en-GB" dir="ltr"><p>Give your log-in to nobody at all\.[\s\S]{0,200}In English: changed since the translation/);
    doesNotMatch(html, /Peidiwch â rhoi eich manylion i neb/);
    const signed = await client.post(SIGN, { ...formToSign(html), typedName: 'Somebody Else' });
    match((await client.get(signed.location!)).html, /in English: changed since the translation\) Give your log-in to nobody at all\./);
    equal((await kept(signed.location!))?.language, 'cy');
    const english = await client.get(signed.location!.split('?')[0]!);
    doesNotMatch(english.html, /does not give this seal/);
  });

  /** The first of these who has still to sign, with the page in Welsh. */
  async function openFor(personas: readonly string[]) {
    for (const persona of personas) {
      const client = await school.as(persona).catch(() => null);
      const page = await client?.get(`${SIGN}?in=cy`);
      if (client && page?.status === 200) return { client, html: page.html };
    }
    return null;
  }
});
