/**
 * YAML sheets, taken apart entry by entry so that every complaint has its place. Days stay the texts that were written.
 */
import { isAlias, isMap, isScalar, isSeq, parseDocument } from 'yaml';
import type { Node, Pair } from 'yaml';
import type { Day } from '../words.ts';
import { didYouMean } from '../nearest.ts';
import { complain } from './desk.ts';
import type { Desk } from './desk.ts';
import { badDay, isDay } from './day.ts';

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

/** Complains of a value that cannot be used. */
export function faultIn(sheet: Sheet, name: string, like: string): undefined {
  const entry = sheet.entries.get(name)!;
  const at = sheet.start + (entry.value?.range?.[0] ?? entry.at - sheet.start);
  complain(sheet.desk, at, { code: 'bad-field', message: `The value of "${name}" cannot be used.`, remedy: `Write ${like}.` });
  return undefined;
}

/** One text, or undefined. */
export function textOf(sheet: Sheet, name: string): string | undefined {
  const entry = sheet.entries.get(name);
  if (!entry) return undefined;
  if (entry.value !== null && (!isScalar(entry.value) || isAlias(entry.value))) return faultIn(sheet, name, `${name}: a single value`);
  return scalarText(entry.value) || undefined;
}

/** A list of texts with their offsets; a single text counts as a list of one. */
export function listOf(sheet: Sheet, name: string): { text: string; at: number }[] {
  const value = sheet.entries.get(name)?.value;
  if (!value) return [];
  const items: unknown[] = isSeq(value) ? value.items : [value];
  if (!items.every((item) => isScalar(item))) {
    faultIn(sheet, name, `${name}: [one, other]`);
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
  return isMap(value) ? toSheet(sheet, value, known) : faultIn(sheet, name, `${name}: { ${known[0]}: … }`);
}

/** The entries of a mapping within the mapping, whatever their names. */
export function pairsIn(sheet: Sheet, name: string): { name: string; value: string; at: number }[] {
  const value = sheet.entries.get(name)?.value;
  if (!value) return [];
  if (!isMap(value)) {
    faultIn(sheet, name, 'one line for each, in the form name: value');
    return [];
  }
  return (value.items as Pair<Node, Node | null>[]).map((pair) => ({ name: scalarText(pair.key), value: scalarText(pair.value), at: sheet.start + (pair.key?.range?.[0] ?? 0) }));
}

/** The sheets of a list of mappings. */
export function sheetsIn(sheet: Sheet, name: string, known: readonly string[]): Sheet[] {
  const value = sheet.entries.get(name)?.value;
  if (!value) return [];
  if (isSeq(value) && value.items.every(isMap)) return value.items.map((item) => toSheet(sheet, item, known));
  faultIn(sheet, name, `a list of { ${known.join(': …, ')}: … }`);
  return [];
}
