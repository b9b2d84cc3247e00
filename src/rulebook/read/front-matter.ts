/**
 * The front matter: the YAML between the `---` lines at the head of a policy.
 */
import type { FrontMatter, Review, Signing } from '../words.ts';
import { didYouMean } from '../nearest.ts';
import { complain } from './desk.ts';
import type { Desk } from './desk.ts';
import { nameOfFile } from './lost.ts';
import { isWho } from './offices.ts';
import { dayIn, faultIn, listOf, openSheet, sheetIn, textOf } from './sheet.ts';
import type { Sheet } from './sheet.ts';

const KEYS = ['policy', 'title', 'binds', 'owner', 'edition', 'approved', 'in-force', 'review', 'read-with', 'sign', 'public', 'readers', 'summary'];
const READERS = ['early-years', 'pupils', 'adults'] as const;

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
  if (written !== undefined && /^[a-z0-9]+(-[a-z0-9]+)*$/.test(written)) return written;
  const at = sheet.entries.get('policy')?.at ?? sheet.start;
  complain(sheet.desk, at, { code: 'bad-policy-id', message: 'The policy has no usable id.', remedy: 'Write policy: with small letters, digits and hyphens, for example policy: staff-code.' });
  return nameOfFile(sheet.desk.file);
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
  if (text !== undefined && !['true', 'false', 'yes', 'no'].includes(text)) faultIn(sheet, name, `${name}: yes or ${name}: no`);
  return text === 'true' || text === 'yes';
}

function readReaders(sheet: Sheet): FrontMatter['readers'] {
  const text = textOf(sheet, 'readers');
  const known = READERS.find((readers) => readers === text);
  if (text !== undefined && known === undefined) faultIn(sheet, 'readers', `readers: one of ${READERS.join(', ')}`);
  return known ?? 'adults';
}
