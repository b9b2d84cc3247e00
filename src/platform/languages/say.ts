/** Saying things in the reader's language. The build puts these calls in the place of the words in our code (tools/find-words.mjs). */
import { AsyncLocalStorage } from 'node:async_hooks';
import type { ComponentChildren } from 'preact';
import { catalogueOf, ENGLISH, type Catalogue, type Language } from './catalogue.ts';

/** Empty means English: who reads English meets none of this. */
const speaking = new AsyncLocalStorage<Catalogue | undefined>();

/** Does the work, and everything it waits for, in this language. */
export function inLanguage<T>(code: string, work: () => T): T {
  const catalogue = catalogueOf(code) ?? undefined;
  return catalogue === speaking.getStore() ? work() : speaking.run(catalogue, work);
}

/** The language spoken here. */
export const spoken = (): Language => speaking.getStore()?.language ?? ENGLISH;

/** Put before the name of anything remembered that holds words; empty for English. */
export function spokenKey(): string {
  const here = speaking.getStore();
  return here ? `${here.language.code} ` : '';
}

type Piece = string | { readonly value: string } | { readonly element: string; readonly inside: readonly Piece[] };
type Values = Readonly<Record<string, unknown>>;
const MARK = /\{(\w+)\}|<(\d+)\/>|<(\d+)>|<\/(\d+)>/g;
const read = new Map<string, readonly Piece[]>();

/** A message in pieces: words, {values} and <1>elements</1>. */
function piecesOf(message: string): readonly Piece[] {
  const before = read.get(message);
  if (before) return before;
  const whole: Piece[] = [];
  const open: Piece[][] = [whole];
  let at = 0;
  for (const found of message.matchAll(MARK)) {
    const [mark, value, alone, begins] = found;
    if (found.index > at) open.at(-1)!.push(message.slice(at, found.index));
    at = found.index + mark.length;
    if (value !== undefined) open.at(-1)!.push({ value });
    else if (alone !== undefined) open.at(-1)!.push({ element: alone, inside: [] });
    else if (begins !== undefined) {
      const inside: Piece[] = [];
      open.at(-1)!.push({ element: begins, inside });
      open.push(inside);
    } else if (open.length > 1) open.pop();
  }
  if (at < message.length) whole.push(message.slice(at));
  read.set(message, whole);
  return whole;
}

const translated = (id: string): string => {
  const said = speaking.getStore()?.messages.get(id);
  return said === undefined ? id : typeof said === 'string' ? said : said.other ?? id;
};

/** Why a mark without a value stays: in mails `{site}` is filled in by whoever sends them. */
const filled = (message: string, values: Values): string =>
  piecesOf(message).map(piece => (typeof piece === 'string' ? piece : 'value' in piece ? (piece.value in values ? String(values[piece.value] ?? '') : `{${piece.value}}`) : '')).join('');

/** A sentence as text: `$say('Signed by {name}.', { name })`. */
export const $say = (id: string, values?: Values): string => (values ? filled(translated(id), values) : translated(id));

/** Marks a single word as one for people, where the build could not tell: `say('signed')`. */
export const say = (words: string): string => words;

/** A sentence that we have as a value and did not write here. What no language knows is given back as it is. */
export const sayKnown = (english: string): string => translated(english);

/** A word of the vocabulary. */
export const $known = <T extends string | undefined>(english: T): T => (english === undefined ? english : translated(english) as T);

const draw = (pieces: readonly Piece[], values: Values): ComponentChildren[] => pieces.map(piece => {
  if (typeof piece === 'string') return piece;
  if ('value' in piece) return values[piece.value] as ComponentChildren;
  const element = values[piece.element] as ((inside?: ComponentChildren) => ComponentChildren) | undefined;
  return element ? element(piece.inside.length > 0 ? draw(piece.inside, values) : undefined) : draw(piece.inside, values);
});

/** A sentence on a page, with values and elements in it: `$draw('Signed on <1>{date}</1>.', { date, 1: inside => <b>{inside}</b> })`. */
export const $draw = (id: string, values?: Values): ComponentChildren => (values ? draw(piecesOf(translated(id)), values) : translated(id));

/** A number with what it counts: "1 pupil", "1,200 pupils". `many` is the name of the message. */
export function $count(many: string, one: string, n: number): string {
  const here = speaking.getStore();
  const said = here?.messages.get(many);
  const message = said === undefined ? (n === 1 ? one : many) : typeof said === 'string' ? said : said[here!.plural(n)] ?? said.other ?? many;
  return filled(message, { n: n.toLocaleString(here && said !== undefined ? here.language.code : 'en-GB') });
}

/** A list made at the start whose words are read each time. */
export function $list<T>(items: readonly (() => T)[]): T[] {
  const list: T[] = Array.from({ length: items.length });
  for (const [at, item] of items.entries()) Object.defineProperty(list, at, { get: item, enumerable: true, configurable: true });
  return list;
}

/** For an element whose words stay as the school wrote them: `<p {...asWritten()}>`. On English pages nothing. */
export const asWritten = (): { readonly lang?: string; readonly dir?: 'ltr' } => (speaking.getStore() ? { lang: ENGLISH.code, dir: 'ltr' } : {});
