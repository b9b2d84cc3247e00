/** A made-up language in which every letter is accented: what stands on a page without an accent did not come from a message file. */
import { deepEqual, match, ok } from 'node:assert/strict';
import fs from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import test, { after, before, describe } from 'node:test';
import { pathToFileURL } from 'node:url';
import { useLanguagesOf } from '../../src/platform/languages/index.ts';
import { listPeople } from '../../src/school/people/index.ts';
import { openSchool, type Client, type TestSchool } from '../support/school.ts';
import { textsOf } from '../support/texts.ts';

type Messages = Readonly<Record<string, { readonly one?: string }>>;

const ACCENTED = new Map([...'abcdefghijklmnopqrstuvwxyz'].map((letter, at) => [letter, [...'áƀćďéƒǧĥíĵķĺḿńóṕɋŕśťúṽẃẋýž'][at]!]));
const accent = (text: string): string => text.split(/(\{\w+\}|<\/?\d+\/?>)/).map((piece, at) => (at % 2 === 1 ? piece
  : [...piece].map(letter => ACCENTED.get(letter) ?? (ACCENTED.get(letter.toLowerCase())?.toUpperCase() ?? letter)).join(''))).join('');

let school: TestSchool;
let data: readonly string[];
let rules: string;
const folder = fs.mkdtempSync(path.join(os.tmpdir(), 'countersign-languages-'));

/** What no message file holds: the school's own words, names of people, and the software's name. */
async function wordsOfTheSchool(): Promise<string[]> {
  const texts = fs.readdirSync(path.resolve('policies', school.school.pack)).filter(name => /\.(md|yaml|tsv)$/.test(name)).map(name => fs.readFileSync(path.resolve('policies', school.school.pack, name), 'utf8'));
  const written = texts.flatMap(text => [...text.matchAll(/^(?:title|summary|\s+name|owner|given-name): *"?(.*?)"?$|^#+ +(?:[\d.]+ )?(.*?)(?: *\{#.*)?$/gm)].map(([, value, heading]) => value ?? heading!));
  rules = spacedOut(texts.join(' '));
  const people = await school.read(tx => listPeople(tx, { day: school.today(), left: true, limit: 5000 }));
  const names = people.flatMap(({ givenName, familyName, email, place }) => [givenName, familyName, email ?? '', place?.class ?? '', place?.yearGroup ?? '']);
  return [...written, ...names, school.school.name, 'Countersign'].filter(Boolean).sort((a, b) => b.length - a.length);
}

/** Letters and figures alone, so that Markdown and punctuation do not count. */
const spacedOut = (text: string): string => text.replaceAll(/\{[^}]*\}|\]\([^)]*\)/g, ' ').replaceAll(/[^\p{L}\p{N}]+/gu, ' ').trim();
/** A sentence of the school's own rules, with its number in front or without. */
const isRule = (words: string): boolean => rules.includes(spacedOut(words.replace(/^[\d.]+ /, '')));

async function walk(client: Client, first: readonly string[], most: number): Promise<Map<string, string>> {
  const pages = new Map<string, string>();
  const [to, seen] = [[...first], new Set(first)];
  while (to.length > 0 && pages.size < most) {
    const address = to.shift()!;
    const { status, html, headers } = await client.get(address);
    if (status !== 200 || !String(headers['content-type']).startsWith('text/html')) continue;
    pages.set(address, html);
    for (const [, link] of html.matchAll(/href="(\/[^"#]+)/g)) {
      const kind = link!.replaceAll(/[0-9a-f-]{36}|\d+|\?.*/g, '*');
      if (link!.startsWith(`/${school.school.slug}/`) && !/logbook\?|sign-out|\.csv|\/pdf/.test(link!) && !seen.has(kind)) {
        seen.add(kind);
        to.push(link!);
      }
    }
  }
  return pages;
}

/** Words without an accent, with the page they stand on. */
function bare(pages: ReadonlyMap<string, string>): string[] {
  return [...pages].flatMap(([address, html]) => textsOf(html).filter(({ language, words }) => language === 'he' && !isRule(words))
    .map(({ words, where }) => ({ where, words: data.reduce((left, own) => left.replaceAll(own, ''), words) }))
    .filter(({ words }) => /[A-Za-z]{2,}/.test(words) && !/^[0-9a-f ]{40,}$/.test(words)).map(({ words, where }) => `${address} <${where}> ${words}`));
}

describe('a made-up language', () => {
  before(async () => {
    const { allMessages } = await import(pathToFileURL(path.resolve('tools/messages.mjs')).href) as { allMessages: () => { messages: Messages } };
    const said = Object.fromEntries(Object.entries(allMessages().messages).map(([id, { one }]) => [id, one === undefined ? accent(id) : { one: accent(one), other: accent(id) }]));
    fs.writeFileSync(path.join(folder, 'languages.json'), JSON.stringify([{ code: 'he', name: accent('accented'), direction: 'rtl', complete: true }]));
    fs.writeFileSync(path.join(folder, 'he.json'), JSON.stringify(said));
    useLanguagesOf(folder);
    school = await openSchool();
    data = await wordsOfTheSchool();
  });
  after(async () => {
    useLanguagesOf('messages');
    await school.close();
    fs.rmSync(folder, { recursive: true });
  });

  for (const persona of ['', 'head', 'office', 'teacher', 'parent', 'pupil']) {
    test(`${persona || 'somebody signed out'} meets no word that came from no message file`, async () => {
      const client = persona ? await school.as(persona) : school.guest();
      await client.post(`/${school.school.slug}/language`, { language: 'he' });
      const pages = await walk(client, [`/${school.school.slug}`], 60);
      ok(pages.size > 5, `${pages.size} pages`);
      for (const html of pages.values()) match(html, /<html lang="he" dir="rtl"/);
      deepEqual([...new Set(bare(pages))], []);
    });
  }
});
