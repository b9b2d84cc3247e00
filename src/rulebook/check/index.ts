/**
 * The linter. What the reader and the compiler find is found before it; here belongs what only the whole shows.
 * Its rules stand in two lists: those for policies with rules, and those for a text on its way in.
 */
import { NOT_UTF_8, firstBadLetter } from '../read/letters.ts';
import type { Finding } from '../words.ts';
import { checkCadences } from './cadences.ts';
import { checkContradictions } from './contradictions.ts';
import { documentOf } from './documents.ts';
import { checkFrontMatter } from './front-matter.ts';
import { checkDeletion, checkMonitoring } from './keeping.ts';
import { checkOfficesHeld } from './offices-held.ts';
import { passagesOf } from './passages.ts';
import { checkProse } from './prose.ts';
import { checkReadingAge } from './reading-age.ts';
import { checkReferences } from './references.ts';
import { checkSigning } from './signing.ts';
import { NO_STANDARDS } from './standards.ts';
import { checkTemporary } from './temporary.ts';
import { TEXT_RULES } from './text/index.ts';
import { checkVisitors } from './visitors.ts';
import type { CheckInput, CheckTextInput, PackRule } from './words.ts';

export { checkEditions } from './editions.ts';
export { readingGrade } from './reading-age.ts';
export { readStandards } from './standards.ts';
export type { Cadence, OutdatedWord, Standards } from './standards.ts';
export type { CheckInput, CheckTextInput, SourceText } from './words.ts';

const PACK_RULES: readonly PackRule[] = [
  checkFrontMatter, checkProse, checkReferences, checkOfficesHeld, checkSigning, checkVisitors, checkDeletion, checkMonitoring,
  checkCadences, checkTemporary, checkReadingAge, checkContradictions,
];

/** Findings about a rulebook as a whole, in the order of its files. Pure: the day, the texts and the standards are given. */
export function check({ rulebook, on, texts = [], standards = NO_STANDARDS, clashes = [] }: CheckInput): readonly Finding[] {
  const desk = { rulebook, on, standards, clashes, documents: rulebook.policies.map((policy) => documentOf(policy, texts)) };
  const files = rulebook.policies.map(({ file }) => file);
  return inOrder(PACK_RULES.flatMap((rule) => rule(desk)), files);
}

/** Findings about a text without rules, in the order of its lines. */
export function checkText({ text, file, on, standards = NO_STANDARDS }: CheckTextInput): readonly Finding[] {
  const lines = text.split(/\r\n|\n|\r/);
  const last = lines.findLastIndex((line) => line.trim() !== '') + 1;
  const desk = { file, on, standards, passages: passagesOf(text, file), lines: Math.max(1, last) };
  return inOrder([...lostLetters(lines, file), ...TEXT_RULES.flatMap((rule) => rule(desk))], [file]);
}

/** The first letter that was lost because the file is not UTF-8: what the other rules say of it would be half the truth. */
function lostLetters(lines: readonly string[], file: string): readonly Finding[] {
  const row = lines.findIndex((line) => firstBadLetter(line) !== undefined);
  return row < 0 ? [] : [{ file, line: row + 1, column: firstBadLetter(lines[row]!)! + 1, severity: 'error', ...NOT_UTF_8 }];
}

function inOrder(findings: readonly Finding[], files: readonly string[]): readonly Finding[] {
  return [...findings].sort((a, b) => files.indexOf(a.file) - files.indexOf(b.file) || a.line - b.line || a.column - b.column);
}
