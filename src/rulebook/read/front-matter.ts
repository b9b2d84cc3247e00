/**
 * The YAML between the `---` lines at the head of a policy. Days stay the texts that were written.
 */
import { isAlias, isMap, isScalar, isSeq, parseDocument } from 'yaml';
import type { Node, Pair } from 'yaml';
import type { Day, FrontMatter, Review, Signing } from '../words.ts';
import { didYouMean } from '../nearest.ts';
import { complain } from './desk.ts';
import type { Desk } from './desk.ts';
import { isDay } from './day.ts';
import { isWho } from './offices.ts';
import { badDay } from './rule.ts';

const KEYS = ['policy', 'title', 'binds', 'owner', 'edition', 'approved', 'in-force', 'review', 'read-with', 'sign', 'public', 'readers', 'summary'];
const READERS = ['early-years', 'pupils', 'adults'] as const;

/** A YAML mapping whose entries are taken out one by one. `start` is the offset of the YAML in the whole text. */
export interface Sheet {
  readonly desk: Desk;
  readonly start: number;
  readonly entries: ReadonlyMap<string, Entry>;
}
export interface Entry { readonly at: number; readonly value: Node | null }

/** Parses YAML text standing at an offset; a broken one gives findings and whatever could still be read. */
export function openSheet(desk: Desk, text: string, start: number, known: readonly string[]): Sheet {
  let contents: Node | null = null;
  try {
    const document = parseDocument(text, { schema: 'core', prettyErrors: false, logLevel: 'silent' });
    for (const fault of [...document.errors, ...document.warnings].slice(0, 5)) {
      complain(desk, start + fault.pos[0], { code: 'bad-yaml', message: sentence(fault.message), remedy: 'Correct the YAML here; put quotation marks round a value with ":" or "#" in it.' });
    }
    contents = document.contents;
  } catch (fault) {
    complain(desk, start, { code: 'bad-yaml', message: `The YAML cannot be read: ${sentence((fault as Error).message)}`, remedy: 'Write simple lines of the form key: value.' });
  }
  return toSheet({ desk, start }, contents, known);
}

function sentence(message: string): string {
  const line = message.split('\n')[0]!.replace(/[:.\s]+$/, '').slice(0, 200);
  return `${line}.`;
}

function toSheet({ desk, start }: Pick<Sheet, 'desk' | 'start'>, node: unknown, known: readonly string[]): Sheet {
  const entries = new Map<string, Entry>();
  if (isMap(node)) {
    for (const pair of node.items as Pair<Node, Node | null>[]) {
      const name = scalarText(pair.key);
      const at = start + (pair.key?.range?.[0] ?? 0);
      if (!known.includes(name)) complain(desk, at, { code: 'unknown-field', message: `"${name.slice(0, 40)}" is not known here.`, remedy: didYouMean(name, known, `Known are ${known.join(', ')}.`) });
      entries.set(name, { at, value: pair.value });
    }
  } else if (node !== null && node !== undefined) {
    complain(desk, start + ((node as Node).range?.[0] ?? 0), { code: 'bad-yaml', message: 'Names and values were expected here.', remedy: 'Write lines of the form key: value.' });
  }
  return { desk, start, entries };
}

/** The text of a scalar as it was written, so that `1.10` and `2026-09-01` stay themselves. */
function scalarText(node: unknown): string {
  if (!isScalar(node) || node.value === null) return '';
  return (typeof node.value === 'string' ? node.value : (node.source ?? String(node.value))).trim();
}

function wrong(sheet: Sheet, name: string, like: string): undefined {
  const entry = sheet.entries.get(name)!;
  const at = sheet.start + (entry.value?.range?.[0] ?? entry.at - sheet.start);
  complain(sheet.desk, at, { code: 'bad-field', message: `The value of "${name}" cannot be used.`, remedy: `Write ${like}.` });
  return undefined;
}

/** One text, or undefined. */
export function textOf(sheet: Sheet, name: string): string | undefined {
  const entry = sheet.entries.get(name);
  if (!entry) return undefined;
  if (entry.value !== null && (!isScalar(entry.value) || isAlias(entry.value))) return wrong(sheet, name, `${name}: a single value`);
  return scalarText(entry.value) || undefined;
}

/** A list of texts with their offsets; a single text counts as a list of one. */
export function listOf(sheet: Sheet, name: string): { text: string; at: number }[] {
  const value = sheet.entries.get(name)?.value;
  if (!value) return [];
  const items: unknown[] = isSeq(value) ? value.items : [value];
  if (!items.every((item) => isScalar(item))) {
    wrong(sheet, name, `${name}: [one, other]`);
    return [];
  }
  return items.map((item) => ({ text: scalarText(item), at: sheet.start + ((item as Node).range?.[0] ?? 0) })).filter(({ text }) => text !== '');
}

/** A day, or undefined (with a finding when something else stands there). */
export function dayIn(sheet: Sheet, name: string): Day | undefined {
  const text = textOf(sheet, name);
  if (text === undefined || isDay(text)) return text;
  complain(sheet.desk, sheet.start + (sheet.entries.get(name)?.value?.range?.[0] ?? 0), badDay(text));
  return undefined;
}

/** A mapping within the mapping. */
export function sheetIn(sheet: Sheet, name: string, known: readonly string[]): Sheet | undefined {
  const value = sheet.entries.get(name)?.value;
  if (!value) return undefined;
  return isMap(value) ? toSheet(sheet, value, known) : wrong(sheet, name, `${name}: { ${known[0]}: … }`);
}

/** The entries of a mapping within the mapping, whatever their names. */
export function pairsIn(sheet: Sheet, name: string): { name: string; value: string; at: number }[] {
  const value = sheet.entries.get(name)?.value;
  if (!value) return [];
  if (!isMap(value)) {
    wrong(sheet, name, 'one line for each, in the form name: value');
    return [];
  }
  return (value.items as Pair<Node, Node | null>[]).map((pair) => ({ name: scalarText(pair.key), value: scalarText(pair.value), at: sheet.start + (pair.key?.range?.[0] ?? 0) }));
}

/** The sheets of a list of mappings. */
export function sheetsIn(sheet: Sheet, name: string, known: readonly string[]): Sheet[] {
  const value = sheet.entries.get(name)?.value;
  if (!value) return [];
  if (isSeq(value) && value.items.every(isMap)) return value.items.map((item) => toSheet(sheet, item, known));
  wrong(sheet, name, `a list of { ${known.join(': …, ')}: … }`);
  return [];
}

/**
 * Reads the front matter. Undefined when the file names no `policy` and so is not one. What is missing or wrong
 * is found and left out; the policy stays readable.
 */
export function readFrontMatter(desk: Desk, text: string, start: number): FrontMatter | undefined {
  const isPolicy = /^["']?policy["']?\s*:/m.test(text);
  if (!isPolicy && !/^["']?(binds|in-force|read-with)["']?\s*:/m.test(text)) return undefined;
  const sheet = openSheet(desk, text, start, KEYS);
  const policy = readPolicyId(sheet, text);
  const title = textOf(sheet, 'title');
  if (title === undefined) complain(desk, start, { code: 'no-title', message: 'The policy has no title.', remedy: 'Add title: the name people know it by.' });
  return {
    policy, title: title ?? policy, binds: readKinds(sheet, 'binds'),
    ...whenGiven('owner', officeIn(sheet, 'owner')), ...whenGiven('edition', textOf(sheet, 'edition')),
    ...whenGiven('approved', readApproval(sheet)), ...whenGiven('inForce', dayIn(sheet, 'in-force')),
    ...whenGiven('review', readReview(sheet)), readWith: listOf(sheet, 'read-with').map((item) => item.text),
    ...whenGiven('sign', readSigning(sheet)), public: readFlag(sheet, 'public'), readers: readReaders(sheet),
    ...whenGiven('summary', textOf(sheet, 'summary')),
  };
}

function whenGiven<Name extends string, Value>(name: Name, value: Value | undefined): { [key in Name]?: Value } {
  return value === undefined ? {} : ({ [name]: value } as { [key in Name]?: Value });
}

function readPolicyId(sheet: Sheet, text: string): string {
  const written = textOf(sheet, 'policy') ?? /^["']?policy["']?\s*:\s*["']?([\w-]+)/m.exec(text)?.[1];
  const fromName = (sheet.desk.file.split(/[\\/]/).at(-1) ?? '').replace(/\.md$/i, '').toLowerCase().replace(/[^a-z0-9]+/g, '-').replace(/^-|-$/g, '');
  if (written !== undefined && /^[a-z0-9]+(-[a-z0-9]+)*$/.test(written)) return written;
  const at = sheet.entries.get('policy')?.at ?? sheet.start;
  complain(sheet.desk, at, { code: 'bad-policy-id', message: 'The policy has no usable id.', remedy: 'Write policy: with small letters, digits and hyphens, for example policy: staff-code.' });
  return fromName || 'policy';
}

function readKinds(sheet: Sheet, name: string): string[] {
  const items = listOf(sheet, name);
  if (name === 'binds' && items.length === 0) {
    complain(sheet.desk, sheet.entries.get(name)?.at ?? sheet.start, { code: 'no-binds', message: 'The policy does not say whom it binds.', remedy: 'Add binds: [staff, …].' });
  }
  return items.filter(({ text, at }) => isWho(sheet.desk, text, at)).map(({ text }) => text);
}

/** An office of the vocabulary, or undefined. */
function officeIn(sheet: Sheet, name: string): string | undefined {
  const text = textOf(sheet, name);
  if (text === undefined || sheet.desk.vocabulary.offices.has(text)) return text;
  const remedy = didYouMean(text, sheet.desk.vocabulary.offices.keys(), 'Name an office of the vocabulary, not a person.');
  complain(sheet.desk, sheet.start + (sheet.entries.get(name)?.value?.range?.[0] ?? 0), { code: 'unknown-office', message: `"${text.slice(0, 60)}" is not an office.`, remedy });
  return undefined;
}

function readApproval(sheet: Sheet): FrontMatter['approved'] {
  const approved = sheetIn(sheet, 'approved', ['by', 'on']);
  const by = approved && officeIn(approved, 'by');
  if (!approved || by === undefined) return undefined;
  return { by, ...whenGiven('on', dayIn(approved, 'on')) };
}

function readReview(sheet: Sheet): Review | undefined {
  const review = sheetIn(sheet, 'review', ['every', 'next']);
  return review && { ...whenGiven('every', textOf(review, 'every')), ...whenGiven('next', dayIn(review, 'next')) };
}

function readSigning(sheet: Sheet): Signing | undefined {
  const sign = sheetIn(sheet, 'sign', ['as', 'on', 'who', 'countersign']);
  if (!sign) return undefined;
  const as = textOf(sign, 'as');
  if (as === undefined) complain(sheet.desk, sheet.entries.get('sign')!.at, { code: 'bad-field', message: '"sign" does not say how it is signed.', remedy: 'Write sign: { as: received-and-agree, on: [joining] }.' });
  const who = readKinds(sign, 'who');
  const countersign = readKinds(sign, 'countersign');
  return {
    as: as ?? 'received-and-agree', on: listOf(sign, 'on').map((item) => item.text),
    ...(who.length > 0 ? { who } : {}), ...(countersign.length > 0 ? { countersign } : {}),
  };
}

function readFlag(sheet: Sheet, name: string): boolean {
  const text = textOf(sheet, name);
  if (text !== undefined && !['true', 'false', 'yes', 'no'].includes(text)) wrong(sheet, name, `${name}: yes or ${name}: no`);
  return text === 'true' || text === 'yes';
}

function readReaders(sheet: Sheet): FrontMatter['readers'] {
  const text = textOf(sheet, 'readers');
  const known = READERS.find((readers) => readers === text);
  if (text !== undefined && known === undefined) wrong(sheet, 'readers', `readers: one of ${READERS.join(', ')}`);
  return known ?? 'adults';
}
