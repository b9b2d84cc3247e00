/**
 * Reads a policy: Markdown with YAML front matter in, a policy and findings out.
 */
import type { Finding, FrontMatter, Policy, Vocabulary } from '../words.ts';
import { toBody } from './body.ts';
import { findClauses } from './clauses.ts';
import { complain, newDesk, placeAt } from './desk.ts';
import { NOT_UTF_8, firstBadLetter } from './letters.ts';
import type { Desk } from './desk.ts';
import { readFrontMatter } from './front-matter.ts';
import { lostPolicy } from './lost.ts';
import { parseMarkdown, startOf } from './markdown.ts';
import type { Nodes, Root } from './markdown.ts';

/** No policy of a school is longer (in characters); a text beyond it is not read. */
const LONGEST = 1_000_000;

export interface Reading {
  /** Null when the text is no policy: its front matter has no `policy:`, and it has no rules. */
  readonly policy: Policy | null;
  /** In the order of the text. */
  readonly findings: readonly Finding[];
}

/**
 * Reads one policy file. Never throws: whatever is wrong becomes a finding with file, line and column, and a rule
 * that cannot be read is listed in the policy's `broken`, so that its act is never answered with "yes".
 */
export function read(source: string, file: string, vocabulary: Vocabulary): Reading {
  const text = source.charCodeAt(0) === 0xfeff ? source.slice(1) : source;
  const desk = newDesk(text, file, vocabulary);
  const tooDeep = nestedTooDeep(text);
  const policy = text.length > LONGEST ? unreadable(desk, 'The text is too long to be a policy.')
    : isAllMarks(text) ? unreadable(desk, 'The text has more marks than any policy needs.')
    // Why without them: in UTF-16 every other letter is a NUL, and what is left still names the acts it forbids.
    : text.includes('\0') ? lostPolicy({ ...desk, source: text.replace(/[\ufffd\0]/g, '') }, NOT_UTF_8)
    : tooDeep !== undefined ? unreadable(desk, 'The text is nested too deep to be read.', tooDeep)
    : readSafely(desk);
  const bad = text.includes('\0') || policy === null ? undefined : firstBadLetter(text);
  if (bad !== undefined) complain(desk, bad, NOT_UTF_8);
  const findings = desk.findings.sort((a, b) => a.line - b.line || a.column - b.column);
  return { policy, findings };
}

/**
 * What a block of text may hold of the marks of Markdown, and a text of what begins a quote, a list within a list on one
 * line or a heading underlined. No policy comes near: the parser's time grows with the square of each.
 */
const MOST = { marks: 1_500, quotes: 400, lists: 200, underlined: 400 } as const;

/** Whether a text is made of marks rather than words: a page of stars would keep the parser busy for minutes. */
const isAllMarks = (text: string): boolean =>
  count(text, /^[ \t]*>/gm) > MOST.quotes || count(text, /^[ \t]*(?:(?:[-*+]|\d{1,9}[.)])[ \t]+){2}/gm) > MOST.lists || count(text, /^ {0,3}(?:=+|-+)[ \t]*$/gm) > MOST.underlined
  || text.split(/\n[ \t\r]*\n/).some(block => count(block, /[*_]+|\[/g) > MOST.marks);

const count = (text: string, what: RegExp): number => text.match(what)?.length ?? 0;

/**
 * Offset at which quotes or temporary measures stand deeper in each other than any policy needs. The parser's time
 * grows with the cube of that depth: fifty thousand nested quotes would keep it busy for minutes.
 */
function nestedTooDeep(text: string): number | undefined {
  const quotes = /(?:>[ \t]*){50}/.exec(text)?.index;
  if (quotes !== undefined) return quotes;
  let open = 0;
  for (const { 1: name, index } of text.matchAll(/^[ \t>]*:{3,}[ \t]*([\p{L}\p{N}]*)/gmu)) {
    open = name === '' ? Math.max(0, open - 1) : open + 1;
    if (open > 20) return index;
  }
  return undefined;
}

function unreadable(desk: Desk, message: string, at = 0): Policy | null {
  return lostPolicy(desk, { code: 'unreadable', message, remedy: 'Split it, or take out what is nested too deep.' }, at);
}

function readSafely(desk: Desk): Policy | null {
  try {
    return readPolicy(desk);
  } catch (fault) {
    // Why: the parsers recurse; a text nested thousands deep ends their stack.
    if (fault instanceof RangeError) return unreadable(desk, 'The text is nested too deep to be read.');
    return unreadable(desk, `The text cannot be read: ${(fault as Error).message}`);
  }
}

function readPolicy(desk: Desk): Policy | null {
  const root = parseMarkdown(desk.source);
  const front = readFront(desk, root);
  if (!front) {
    // Why not in silence: a text with rules that names no policy would be passed over.
    const missing = { code: 'no-front-matter', message: 'The text has rules but does not say which policy it is.', remedy: 'Begin the file with "---", a line policy: id, and "---".' };
    return root.children.some(hasRule) ? lostPolicy(desk, missing) : null;
  }
  const { clauses, marks, broken } = findClauses(desk, root);
  const body = toBody(root, marks);
  return { id: front.policy, file: desk.file, front, clauses, body, ...(broken.length > 0 ? { broken } : {}) };
}

function readFront(desk: Desk, root: Root): FrontMatter | undefined {
  const first = root.children[0];
  if (first?.type !== 'yaml') return undefined;
  const start = desk.lineStarts[placeAt(desk, startOf(first)).line] ?? desk.source.length;
  return readFrontMatter(desk, desk.source.slice(start, start + first.value.length), start);
}

function hasRule(node: Nodes): boolean {
  if (node.type === 'leafDirective' || node.type === 'containerDirective') return true;
  return 'children' in node && node.children.some(hasRule);
}
