/**
 * Takes one rule line apart: `::ask[install-software]{of=ict-lead when="device-owner=school"}`. The Markdown parser
 * finds these lines; it forgets where each attribute stood and that one was given twice, so they are read here.
 */
import type { Complaint } from './desk.ts';

export interface Attribute {
  readonly name: string;
  readonly value: string;
  /** Without `=`: a mark such as `absolute`. */
  readonly bare: boolean;
  /** Offsets in the whole text. */
  readonly at: number;
  readonly valueAt: number;
}

export interface RuleLine {
  readonly verb: string;
  readonly at: number;
  readonly subject: string;
  readonly subjectAt: number;
  readonly attributes: readonly Attribute[];
  /** The first thing that keeps the line from being a rule. */
  readonly fault?: Complaint & { readonly at: number };
}

const NAME = /[\p{L}\p{N}_.#:-]+/uy;
const SPACE = /[ \t]*/y;
const UNQUOTED = /[^\s"'<=>`}]+/y;

/** Reads `line`, which begins with colons and stands at offset `at` of the text. Never throws. */
export function readRuleLine(line: string, at: number): RuleLine {
  const colons = /^:+/.exec(line)?.[0].length ?? 0;
  let here = colons;
  here += match(SPACE, line, here).length;
  const verb = match(NAME, line, here);
  const verbAt = here;
  here += verb.length;
  const gap = match(SPACE, line, here).length;
  const opened = line[here + gap] === '[' || line[here + gap] === '{';
  if (opened) here += gap;
  const label = line[here] === '[' ? readLabel(line, here) : undefined;
  const subjectAt = label ? here + 1 : here;
  if (label) here = label.end;
  const braces = line[here] === '{' ? readAttributes(line, here, at) : { attributes: [], end: here, fault: undefined };
  const fault =
    colonFault(colons, verbAt) ?? (opened && gap > 0 ? spaceFault(verbAt + verb.length) : undefined)
    ?? label?.fault ?? braces.fault ?? restFault(line, braces.end);
  return {
    verb, at, subject: label?.text ?? '', subjectAt: at + subjectAt, attributes: braces.attributes,
    ...(fault ? { fault: { ...fault, at: at + fault.at } } : {}),
  };
}

type Fault = Complaint & { readonly at: number };

function match(pattern: RegExp, line: string, at: number): string {
  pattern.lastIndex = at;
  return pattern.exec(line)?.[0] ?? '';
}

function colonFault(colons: number, verbAt: number): Fault | undefined {
  if (colons === 2 && verbAt === colons) return undefined;
  const wrong = colons === 2 ? 'There is a space after the colons.' : `A rule begins with two colons, not ${colons}.`;
  return { at: 0, code: 'rule-not-read', message: wrong, remedy: 'Begin the line with "::" and the verb, with nothing between.' };
}

function spaceFault(at: number): Fault {
  return { at, code: 'rule-not-read', message: 'There is a space between the verb and what follows.', remedy: 'Take the space out: "::ask[act]{of=office}".' };
}

/** The words in the brackets; brackets inside them must be in pairs. */
function readLabel(line: string, open: number): { text: string; end: number; fault?: Fault } {
  let depth = 0;
  for (let here = open; here < line.length; here += 1) {
    const letter = line[here];
    if (letter === '\\') here += 1;
    else if (letter === '[') depth += 1;
    else if (letter === ']' && (depth -= 1) === 0) {
      return { text: line.slice(open + 1, here).replace(/\\([!-/:-@[-`{-~])/g, '$1').trim(), end: here + 1 };
    }
  }
  const fault = { at: open, code: 'rule-not-read', message: 'The bracket "[" is never closed.', remedy: 'Close it with "]" on the same line.' };
  return { text: line.slice(open + 1).trim(), end: line.length, fault };
}

function readAttributes(line: string, open: number, base: number): { attributes: Attribute[]; end: number; fault: Fault | undefined } {
  const attributes: Attribute[] = [];
  let here = open + 1;
  while (here < line.length) {
    here += match(SPACE, line, here).length;
    if (line[here] === '}') return { attributes, end: here + 1, fault: undefined };
    if (here >= line.length) break;
    const read = readAttribute(line, here, base);
    if ('fault' in read) return { attributes, end: line.length, fault: read.fault };
    attributes.push(read.attribute);
    here = read.end;
  }
  const message = 'The brace "{" is never closed on this line.';
  return { attributes, end: line.length, fault: { at: open, code: 'rule-not-read', message, remedy: 'A rule stands on one line: close it with "}".' } };
}

function readAttribute(line: string, start: number, base: number): { attribute: Attribute; end: number } | { fault: Fault } {
  const name = match(NAME, line, start);
  const fault = (at: number, message: string, remedy: string) => ({ fault: { at, code: 'rule-not-read', message, remedy } });
  if (name === '') return fault(start, `"${line[start]}" cannot begin an attribute.`, 'Write name=value or name="value with spaces".');
  let here = start + name.length;
  const gap = match(SPACE, line, here).length;
  if (line[here + gap] !== '=') return { attribute: { name, value: '', bare: true, at: base + start, valueAt: base + here }, end: here };
  here += gap + 1;
  here += match(SPACE, line, here).length;
  const quote = line[here];
  if (quote === '"' || quote === "'") {
    const close = line.indexOf(quote, here + 1);
    if (close < 0) return fault(here, `The quotation mark after "${name}=" is never closed.`, `Close it with ${quote} on the same line.`);
    return { attribute: { name, value: line.slice(here + 1, close), bare: false, at: base + start, valueAt: base + here + 1 }, end: close + 1 };
  }
  const value = match(UNQUOTED, line, here);
  const end = here + value.length;
  if (value === '') return fault(here, `Nothing follows "${name}=".`, `Write ${name}="…".`);
  if (line[end] !== undefined && !/[\s}]/.test(line[end]!)) {
    return fault(end, `The value of "${name}" contains ${line[end]} and has no quotation marks.`, `Write ${name}="…" with quotation marks.`);
  }
  return { attribute: { name, value, bare: false, at: base + start, valueAt: base + here }, end };
}

function restFault(line: string, end: number): Fault | undefined {
  const rest = line.slice(end);
  const spaces = match(SPACE, rest, 0).length;
  if (spaces === rest.length) return undefined;
  return { at: end + spaces, code: 'rule-not-read', message: `Something follows the rule: "${rest.trim().slice(0, 40)}".`, remedy: 'Nothing may stand on the line after the rule; put several rules on several lines.' };
}
