/** What is written to people is written in the language they chose. */
import { deepEqual, equal, match, ok } from 'node:assert/strict';
import fs from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import test, { after, before, describe } from 'node:test';
import { extractText, getDocumentProxy } from 'unpdf';
import { sql } from '../../src/platform/database/index.ts';
import { useLanguagesOf } from '../../src/platform/languages/index.ts';
import { typeset } from '../../src/platform/pdf/index.ts';
import { inLanguage } from '../../src/platform/languages/index.ts';
import { lettersPdf } from '../../src/school/agreements/chasing/paper.ts';
import { chaseEverywhere } from '../../src/school/agreements/index.ts';
import { chooseLanguage } from '../../src/school/people/language/deeds.ts';
import { openSchool, type TestSchool } from '../support/school.ts';

const folder = fs.mkdtempSync(path.join(os.tmpdir(), 'countersign-languages-'));
let school: TestSchool;

describe('writing to people in their own language', () => {
  before(async () => {
    fs.writeFileSync(path.join(folder, 'languages.json'), JSON.stringify([{ code: 'cy', name: 'Cymraeg', direction: 'ltr', complete: true }]));
    fs.writeFileSync(path.join(folder, 'cy.json'), JSON.stringify({
      'Something to read and sign for {name}': 'Rhywbeth i’w ddarllen i {name}', 'Your link to sign in at {name}': 'Eich dolen i {name}',
      'Please read and sign': 'Darllenwch a llofnodwch', 'Please sign by {due}.': 'Llofnodwch erbyn {due}.', 'Page {page} of {pages}': 'Tudalen {page} o {pages}',
    }));
    useLanguagesOf(folder);
    school = await openSchool({ pack: 'prep-school' });
  });
  after(async () => {
    useLanguagesOf('messages');
    await school.close();
    fs.rmSync(folder, { recursive: true });
  });

  const outbox = async () => (await school.read(tx => sql<{ person: string; subject: string }>`select person_id as person, subject from mail_outbox order by made_at, id`.execute(tx))).rows;
  const chosen = (person: string) => school.change(tx => chooseLanguage(tx, { school: school.school.id, person, language: 'cy', at: school.now() }));

  test('of all who are reminded on a morning, who chose Welsh is written to in Welsh, and the others in English', async () => {
    const reached = (await school.read(tx => sql<{ id: string }>`select p.id from person p join person_kind k on k.person_id = p.id and k.kind = 'parent' where p.email is not null group by p.id order by p.id`.execute(tx))).rows.map(row => row.id);
    for (const person of reached.filter((_one, at) => at % 2 === 0)) await chosen(person);
    ok(await chaseEverywhere({ db: school.db, vocabulary: school.shared.vocabulary, now: school.now(), hour: 8 }) > 0);
    const mails = (await outbox()).filter(mail => reached.includes(mail.person));
    ok(mails.length > 3);
    for (const { person, subject } of mails) match(subject, reached.indexOf(person) % 2 === 0 ? /^Rhywbeth i’w ddarllen i / : /^Something to read and sign for /);
  });

  test('a link to sign in comes in the language of whoever asked for it, not of the page it was asked on', async () => {
    const parent = (await school.read(tx => sql<{ id: string; email: string }>`select p.id, p.email from demonstration_persona d join person p on p.id = d.person_id where d.persona = 'parent'`.execute(tx))).rows[0]!;
    await chosen(parent.id);
    const before = (await outbox()).length;
    await school.guest().post('/prep-school/sign-in/link', { email: parent.email });
    const sent = (await outbox()).slice(before).filter(mail => mail.person === parent.id);
    deepEqual(sent.map(mail => mail.subject.startsWith('Eich dolen i ')), [true]);
  });

  test('a letter on paper is in the language of whoever it goes to, and the file says so', async () => {
    const letter = { name: 'Ada Bell', class: '2B', own: ['Rules'], beside: [], due: '2026-12-04' };
    const pdf = await lettersPdf({ school: school.school, today: '2026-11-23', site: 'https://school.example', letters: [{ ...letter, language: 'en-GB' }, { ...letter, language: 'cy' }] });
    const { text } = await extractText(await getDocumentProxy(new Uint8Array(pdf)), { mergePages: false });
    match(text[0]!, /Please read and sign/);
    match(text[1]!, /Darllenwch a llofnodwch/);
    const raw = async (code: string) => Buffer.from(await inLanguage(code, () => typeset('#let d = json(bytes(sys.inputs.data))\n#set document(title: "A")\n#set text(lang: d.lang, region: d.region)\n#d.pageOf', {}))).toString('latin1');
    match(await raw('cy'), /\/Lang ?\(cy\)/);
    match(await raw('en-GB'), /\/Lang ?\(en-GB\)/);
    equal((await extractText(await getDocumentProxy(new Uint8Array(pdf)))).totalPages, 2);
  });
});
