/** The made-up language: every letter of English accented; and what stands on a page without an accent. */
import fs from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { pathToFileURL } from 'node:url';
import { sql } from '../../src/platform/database/index.ts';
import { useLanguagesOf } from '../../src/platform/languages/index.ts';
import { listPeople } from '../../src/school/people/index.ts';
import type { TestSchool } from '../support/school.ts';
import { textsOf } from '../support/texts.ts';

type Messages = Readonly<Record<string, { readonly one?: string }>>;

const ACCENTED = new Map([...'abcdefghijklmnopqrstuvwxyz'].map((letter, at) => [letter, [...'áƀćďéƒǧĥíĵķĺḿńóṕɋŕśťúṽẃẋýž'][at]!]));
const accent = (text: string): string => text.split(/(\{\w+\}|<\/?\d+\/?>)/).map((piece, at) => (at % 2 === 1 ? piece
  : [...piece].map(letter => ACCENTED.get(letter) ?? (ACCENTED.get(letter.toLowerCase())?.toUpperCase() ?? letter)).join(''))).join('');

/** From now on there is one language besides English: `he`, from the right, with every message accented. Gives back how to end it. */
export async function speakAccented(): Promise<() => void> {
  const folder = fs.mkdtempSync(path.join(os.tmpdir(), 'countersign-languages-'));
  const { allMessages } = await import(pathToFileURL(path.resolve('tools/messages.mjs')).href) as { allMessages: () => { messages: Messages } };
  const said = Object.fromEntries(Object.entries(allMessages().messages).map(([id, { one }]) => [id, one === undefined ? accent(id) : { one: accent(one), other: accent(id) }]));
  fs.writeFileSync(path.join(folder, 'languages.json'), JSON.stringify([{ code: 'he', name: accent('accented'), direction: 'rtl', complete: true }]));
  fs.writeFileSync(path.join(folder, 'he.json'), JSON.stringify(said));
  useLanguagesOf(folder);
  return () => {
    useLanguagesOf('messages');
    fs.rmSync(folder, { recursive: true });
  };
}

/** Letters and figures alone, so that Markdown and punctuation do not count. */
const spacedOut = (text: string): string => text.replaceAll(/\{[^}]*\}|\]\([^)]*\)/g, ' ').replaceAll(/[^\p{L}\p{N}]+/gu, ' ').trim();

/** What no message file holds: the school's own words, names of people, the software's name, and `more`. */
export async function wordsOfTheSchool(school: TestSchool, more: readonly string[] = []): Promise<{ readonly data: readonly string[]; readonly rules: string }> {
  const texts = fs.readdirSync(path.resolve('policies', school.school.pack)).filter(name => /\.(md|yaml|tsv)$/.test(name)).map(name => fs.readFileSync(path.resolve('policies', school.school.pack, name), 'utf8'));
  const written = texts.flatMap(text => [...text.matchAll(/^(?:title|summary|\s+name|owner|given-name): *"?(.*?)"?$|^#+ +(?:[\d.]+ )?(.*?)(?: *\{#.*)?$/gm)].map(([, value, heading]) => value ?? heading!));
  const editions = (await school.read(tx => sql<{ it: string }>`select markdown as it from policy_edition`.execute(tx))).rows.map(row => row.it);
  const people = await school.read(tx => listPeople(tx, { day: school.today(), left: true, limit: 5000 }));
  const names = people.flatMap(({ givenName, familyName, email, place }) => [givenName, familyName, email ?? '', place?.class ?? '', place?.yearGroup ?? '']);
  // What a rule says in its attributes and is no word of the vocabulary: how long, what then.
  const attributes = texts.flatMap(text => [...text.matchAll(/="([^"=]*\s[^"=]*)"|=([a-z]+(?:-[a-z]+)*)/g)].map(([, quoted, bare]) => quoted ?? bare!)).filter(value => value.length > 5);
  const data = [...new Set([...written, ...names, ...more, ...attributes, school.school.name, 'Countersign'])].filter(Boolean).sort((a, b) => b.length - a.length);
  return { data, rules: spacedOut([...texts, ...editions].join(' ')) };
}

/** Every word of whatever lies in the database and was typed by somebody or is called so: any text with a capital letter or a space. Ids have neither. */
export async function typedWords(school: TestSchool): Promise<string[]> {
  const { rows: columns } = await school.read(tx => sql<{ tab: string; col: string }>`select table_name as tab, column_name as col from information_schema.columns
    where table_schema = 'public' and data_type = 'text' and table_name not in ('logbook', 'mail_outbox', 'migration', 'policy_edition', 'policy_translation')`.execute(tx));
  const found: string[] = [];
  for (const { tab, col } of columns) {
    const { rows } = await school.read(tx => sql<{ it: string }>`select distinct ${sql.ref(col)} as it from ${sql.table(tab)} where ${sql.ref(col)} ~ '[A-Z ]' and length(${sql.ref(col)}) between 3 and 200 limit 3000`.execute(tx));
    found.push(...rows.map(row => row.it));
  }
  return found;
}

/** Addresses of the web and of files, and the numbers of things. */
const NO_WORDS = /https?:\/\/\S+|[\w.-]+\.example\/\S*|[\w-]+\.csv|[0-9a-f]{8}-[0-9a-f-]{27}|^[0-9a-f ]{40,}$/g;

/** Words without an accent, with the page they stand on. A sentence of the school's own rules is none, with its number in front or without. */
export function bare(pages: ReadonlyMap<string, string>, { data, rules }: { readonly data: readonly string[]; readonly rules: string }): string[] {
  const isRule = (words: string): boolean => rules.includes(spacedOut(words.replace(/^[\d.]+ /, '')));
  const texts = new Map([...pages].flatMap(([address, html]) => textsOf(html).filter(({ language, words }) => language === 'he' && /[A-Za-z]{2,}/.test(words)).map(({ words, where }) => [words, `${address} <${where}>`] as const)));
  return [...texts].filter(([words]) => !isRule(words)).flatMap(([words, where]) => {
    const left = data.reduce((some, own) => some.replaceAll(own, ''), words.replaceAll(NO_WORDS, ''));
    return /[A-Za-z]{2,}/.test(left) ? [`${where} ${left}`] : [];
  });
}
