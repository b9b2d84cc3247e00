import { deepEqual, doesNotMatch, equal, match } from 'node:assert/strict';
import fs from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import test, { after, before, describe } from 'node:test';
import { useLanguagesOf } from '../../src/platform/languages/index.ts';
import { exportPerson } from '../../src/school/people/reads.ts';
import { erasePerson } from '../../src/school/people/deeds.ts';
import { openSchool, type TestSchool } from '../support/school.ts';

const HOME = '/village-primary';
const folder = fs.mkdtempSync(path.join(os.tmpdir(), 'countersign-languages-'));
let school: TestSchool;

describe('choosing a language', () => {
  before(async () => {
    fs.writeFileSync(path.join(folder, 'languages.json'), JSON.stringify([
      { code: 'cy', name: 'Cymraeg', direction: 'ltr', complete: true }, { code: 'ur', name: 'اردو', direction: 'rtl', complete: true }, { code: 'pl', name: 'Polski', direction: 'ltr', complete: false },
    ]));
    fs.writeFileSync(path.join(folder, 'cy.json'), JSON.stringify({ 'Sign in': 'Mewngofnodi', 'Rules of this school': 'Rheolau’r ysgol hon', 'Sign out': 'Allgofnodi' }));
    fs.writeFileSync(path.join(folder, 'ur.json'), JSON.stringify({}));
    useLanguagesOf(folder);
    school = await openSchool();
  });
  after(async () => {
    useLanguagesOf('messages');
    await school.close();
    fs.rmSync(folder, { recursive: true });
  });

  const asked = async (language: string) => school.app.inject({ method: 'GET', url: HOME, headers: { host: 'localhost', 'accept-language': language } });

  test('the page speaks the first complete language that the browser asks for, and says so', async () => {
    const welsh = await asked('pl;q=0.9, cy-GB, en;q=0.5');
    match(welsh.body, /<html lang="cy" class/);
    match(welsh.body, />Mewngofnodi</);
    deepEqual([welsh.headers['content-language'], welsh.headers['vary']], ['cy', 'Cookie, Accept-Language']);
    const english = await asked('pl, en;q=0.5, cy;q=0.3');
    match(english.body, /<html lang="en-GB" class/);
    match((await asked('ur')).body, /<html lang="ur" dir="rtl"/);
  });

  test('signed out, the choice stays in the browser; every language stands under its own name, and none that is not complete', async () => {
    const guest = school.guest();
    const before = await guest.get(HOME);
    match(before.html, /<button class="link-button" type="submit" name="language" value="cy" lang="cy" dir="ltr">Cymraeg<\/button>/);
    doesNotMatch(before.html, /Polski/);
    match((await guest.postAndFollow(`${HOME}/language`, { language: 'cy' })).html, />Mewngofnodi</);
    match((await guest.get(`${HOME}/policies`)).html, /<title>Rheolau’r ysgol hon/);
    match((await guest.postAndFollow(`${HOME}/language`, { language: 'en-GB' })).html, />Sign in</);
    equal((await guest.post(`${HOME}/language`, { language: 'pl' })).status, 404);
  });

  test('signed in, the choice is kept with the person, in whatever browser they sign in next, and forgotten with them', async () => {
    await (await school.as('parent')).post(`${HOME}/language`, { language: 'cy' });
    const again = await school.as('parent');
    match((await again.get(HOME)).html, />Allgofnodi</);
    const person = (await school.read(async tx => (await import('../../src/sign-in/index.ts')).sessionOf(tx, again.session()!, school.now())))!.session.person;
    equal((await school.read(tx => exportPerson(tx, person)) as { language: string }).language, 'cy');
    await school.change(tx => erasePerson(tx, person));
    equal((await school.read(tx => exportPerson(tx, person)) as { language: string | null }).language, null);
  });

  test('what was drawn for one language is not shown in another', async () => {
    const [welsh, english] = [school.guest(), school.guest()];
    await welsh.post(`${HOME}/language`, { language: 'cy' });
    for (let time = 0; time < 2; time++) {
      match((await welsh.get(`${HOME}/policies`)).html, />Rheolau’r ysgol hon</);
      match((await english.get(`${HOME}/policies`)).html, />Rules of this school</);
    }
  });
});
