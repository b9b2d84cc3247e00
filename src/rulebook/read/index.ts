/**
 * Reads a policy: Markdown with YAML front matter in, a policy and findings out.
 */
import type { Finding, FrontMatter, Policy, Vocabulary } from '../words.ts';
import { toBody } from './body.ts';
import { findClauses } from './clauses.ts';
import { complain, newDesk, placeAt } from './desk.ts';
import type { Desk } from './desk.ts';
import { readFrontMatter } from './front-matter.ts';
import { parseMarkdown, startOf } from './markdown.ts';
import type { Root } from './markdown.ts';

/** No policy of a school is longer (in characters); a text beyond it is not read. */
const LONGEST = 1_000_000;

export interface Reading {
  /** Null when the text is no policy (its front matter has no `policy:`) or could not be read at all. */
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
  const policy = text.length > LONGEST ? unreadable(desk, 'The text is too long to be a policy.') : readSafely(desk);
  const findings = desk.findings.sort((a, b) => a.line - b.line || a.column - b.column);
  return { policy, findings };
}

function unreadable(desk: Desk, message: string): null {
  complain(desk, 0, { code: 'unreadable', message, remedy: 'Split it, or take out what is nested too deep.' });
  return null;
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
    complainOfMissingFront(desk, root);
    return null;
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

/** A text with rules in it that says of no policy what it is would be overlooked in silence. */
function complainOfMissingFront(desk: Desk, root: Root): void {
  const hasRules = root.children.some((node) => node.type === 'leafDirective' || node.type === 'containerDirective');
  if (!hasRules) return;
  complain(desk, 0, { code: 'no-front-matter', message: 'The text has rules but does not say which policy it is.', remedy: 'Begin the file with "---", a line policy: id, and "---".' });
}
