/** Languages as data: messages/languages.json says which there are, messages/<code>.json what they say. */
import fs from 'node:fs';
import path from 'node:path';

/** A language people may choose. */
export interface Language {
  /** As browsers write it: `cy`, `ur`. */
  readonly code: string;
  /** Its name in itself. */
  readonly name: string;
  readonly direction: 'ltr' | 'rtl';
  /** Whether every message has been written; others are not offered. */
  readonly complete: boolean;
}

/** One message, or one for each number a language tells apart: `{ "one": …, "other": … }`. */
export type Said = string | Readonly<Partial<Record<Intl.LDMLPluralRule, string>>>;

/** A language with all it says. */
export interface Catalogue {
  readonly language: Language;
  /** English → what this language says. */
  readonly messages: ReadonlyMap<string, Said>;
  readonly plural: (n: number) => Intl.LDMLPluralRule;
}

/** What the code itself is written in. */
export const ENGLISH: Language = { code: 'en-GB', name: 'English', direction: 'ltr', complete: true };

let folder = 'messages';
let known: readonly Language[] | undefined;
const read = new Map<string, Catalogue>();

/** Reads the languages from another folder from now on. */
export function useLanguagesOf(other: string): void {
  folder = other;
  known = undefined;
  read.clear();
}

/** English first, then every language with a row: policies may be translated into any of them. */
export function knownLanguages(): readonly Language[] {
  if (known) return known;
  const file = path.join(folder, 'languages.json');
  known = [ENGLISH, ...(fs.existsSync(file) ? JSON.parse(fs.readFileSync(file, 'utf8')) as Language[] : [])];
  return known;
}

let complete: { readonly of: readonly Language[]; readonly all: readonly Language[] } | undefined;

/** English first, then every complete language: those that pages speak. */
export function languages(): readonly Language[] {
  const of = knownLanguages();
  if (complete?.of !== of) complete = { of, all: of.filter(language => language.complete) };
  return complete.all;
}

/** Whether somebody may choose it. */
export const isLanguage = (code: string | undefined): code is string => languages().some(language => language.code === code);

/** What a language says, read when it is first wanted; null for English and for what we do not have. */
export function catalogueOf(code: string): Catalogue | null {
  const language = languages().find(one => one.code === code);
  if (!language || language === ENGLISH) return null;
  const before = read.get(code);
  if (before) return before;
  const messages = JSON.parse(fs.readFileSync(path.join(folder, `${code}.json`), 'utf8')) as Record<string, Said>;
  const rules = new Intl.PluralRules(code);
  const catalogue = { language, messages: new Map(Object.entries(messages).filter(([, said]) => said !== '')), plural: (n: number) => rules.select(n) };
  read.set(code, catalogue);
  return catalogue;
}

/** The first complete language that a browser asks for (`Accept-Language`); English where there is none. */
export function askedFor(header: string | undefined): string {
  const wanted = (header ?? '').split(',').map(part => {
    const [tag = '', quality] = part.trim().split(';q=');
    return { tag: tag.toLowerCase(), quality: Number(quality ?? 1) };
  });
  for (const { tag } of wanted.filter(({ quality }) => quality > 0).sort((a, b) => b.quality - a.quality)) {
    if (tag === 'en' || tag.startsWith('en-')) return ENGLISH.code;
    const found = languages().find(({ code }) => code.toLowerCase() === tag) ?? languages().find(({ code }) => code.toLowerCase() === tag.split('-')[0]);
    if (found) return found.code;
  }
  return ENGLISH.code;
}
