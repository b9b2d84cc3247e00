/**
 * Office expressions (`head|deputy-head`, `(it-support|senior-leader)+outside-agency`) and whom a rule binds
 * (`staff !ict`).
 */
import type { OfficeGroups, Vocabulary, Whom } from '../words.ts';
import { complain } from './desk.ts';
import type { Desk } from './desk.ts';
import { didYouMean } from '../nearest.ts';

interface Token { readonly text: string; readonly at: number }

/** Reads an office expression at an offset of the text: one from each inner list. Undefined, with findings, when it cannot be read. */
export function readOffices(desk: Desk, text: string, at: number): OfficeGroups | undefined {
  const tokens = [...text.matchAll(/[()|+]|[^\s()|+]+/g)].map((found): Token => ({ text: found[0], at: at + found.index }));
  const expression: Expression = { desk, tokens, next: 0, failed: false, depth: 0, end: at + text.length };
  const groups = readAll(expression);
  const left = tokens[expression.next];
  if (left && !expression.failed) {
    fail(expression, left.at, `"${left.text}" does not belong here.`, 'Put "|" between offices of which any one will do, "+" between offices that are all needed.');
  }
  const unknown = tokens.filter((token) => !/^[()|+]$/.test(token.text) && !isOffice(desk, token));
  return expression.failed || unknown.length > 0 ? undefined : groups;
}

interface Expression {
  readonly desk: Desk;
  readonly tokens: readonly Token[];
  readonly end: number;
  next: number;
  depth: number;
  failed: boolean;
}

function fail(expression: Expression, at: number, message: string, remedy: string): string[][] {
  if (!expression.failed) complain(expression.desk, at, { code: 'bad-offices', message, remedy });
  expression.failed = true;
  return [];
}

function take(expression: Expression, text: string): boolean {
  const taken = expression.tokens[expression.next]?.text === text;
  if (taken) expression.next += 1;
  return taken;
}

/** `a|b + c`: `|` binds tighter than `+`. */
function readAll(expression: Expression): string[][] {
  const groups = readAny(expression);
  while (!expression.failed && take(expression, '+')) groups.push(...readAny(expression));
  return groups;
}

function readAny(expression: Expression): string[][] {
  let groups = readOne(expression);
  while (!expression.failed && take(expression, '|')) {
    const other = readOne(expression);
    groups = groups.flatMap((group) => other.map((alternative) => [...group, ...alternative.filter((office) => !group.includes(office))]));
    if (groups.length > 64) return fail(expression, expression.end, 'This office expression is too long.', 'Write two rules.');
  }
  return groups;
}

function readOne(expression: Expression): string[][] {
  const token = expression.tokens[expression.next];
  if (!token || /^[)|+]$/.test(token.text)) return fail(expression, token?.at ?? expression.end, 'An office is missing here.', 'Name an office, for example "head".');
  expression.next += 1;
  if (token.text !== '(') return [[token.text]];
  expression.depth += 1;
  if (expression.depth > 20) return fail(expression, token.at, 'Brackets stand too deep in each other.', 'Write two rules.');
  const groups = readAll(expression);
  if (!take(expression, ')')) return fail(expression, token.at, 'This bracket is never closed.', 'Close it with ")".');
  expression.depth -= 1;
  return groups;
}

function isOffice(desk: Desk, token: Token): boolean {
  if (desk.vocabulary.offices.has(token.text)) return true;
  const remedy = didYouMean(token.text, desk.vocabulary.offices.keys(), officeRemedy(desk.vocabulary, token.text));
  complain(desk, token.at, { code: 'unknown-office', message: `"${token.text}" is not an office.`, remedy });
  return false;
}

function officeRemedy(vocabulary: Vocabulary, name: string): string {
  const byTitle = [...vocabulary.offices.values()].find((office) => office.title.toLowerCase() === name.replaceAll('-', ' ').toLowerCase());
  if (byTitle) return `Did you mean "${byTitle.name}"?`;
  return 'The offices are listed in the vocabulary, file offices.tsv; a school may add its own.';
}

/** Reads `staff !ict` at an offset of the text: kinds of people and offices, less those with a "!". */
export function readWhom(desk: Desk, text: string, at: number): Whom | undefined {
  const kinds: string[] = [];
  const except: string[] = [];
  let whole = true;
  for (const found of text.matchAll(/[^\s,]+/g)) {
    const isExcept = found[0].startsWith('!');
    const name = isExcept ? found[0].slice(1) : found[0];
    if (isWho(desk, name, at + found.index)) (isExcept ? except : kinds).push(name);
    else whole = false;
  }
  if (whole && kinds.length + except.length === 0) {
    complain(desk, at, { code: 'unknown-kind', message: '"who" names nobody.', remedy: 'Name kinds of people, for example who="staff !ict".' });
    return undefined;
  }
  return whole ? { kinds, except } : undefined;
}

/** Whether a name is a kind of person or an office; complains if not. */
export function isWho(desk: Desk, name: string, at: number): boolean {
  const { kinds, offices } = desk.vocabulary;
  if (kinds.has(name) || offices.has(name)) return true;
  const all = [...kinds.keys(), ...offices.keys()];
  const remedy = name.includes('|') ? 'Put a space between kinds, not "|".' : didYouMean(name, all, `The kinds of people are ${[...kinds.keys()].join(', ')}.`);
  complain(desk, at, { code: 'unknown-kind', message: `"${name}" is neither a kind of person nor an office.`, remedy });
  return false;
}
