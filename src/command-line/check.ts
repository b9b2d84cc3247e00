/**
 * `countersign check policies/ [--on DAY] [--json]`: one line for each finding; exit 1 when there is an error.
 */
import { readFileSync, statSync } from 'node:fs';
import { basename, dirname, extname, resolve } from 'node:path';
import { isPack, loadRulebook, packsIn, readCommonStandards, readCommonWords } from '../packs/index.ts';
import { analyse, check, checkCases, checkText, compile, read, readCases, readStandards, readVocabulary } from '../rulebook/index.ts';
import type { CheckTextInput, Day, Finding, Reading, Vocabulary } from '../rulebook/index.ts';
import { WrongCall, dayOf, findPath, print, readOptions } from './options.ts';

export async function command(args: readonly string[]): Promise<number> {
  const { values, positionals } = readOptions(args, { on: { type: 'string' }, json: { type: 'boolean' } });
  if (positionals.length === 0) throw new WrongCall('Say what to check: a folder of policies or a file.');
  const on = dayOf(values.on);
  const findings = inOrder(positionals.flatMap((typed) => checkPath(findPath(typed), on)));
  await print(values.json ? toJson(findings) : findings.map((finding) => `${toLine(finding)}\n`).join(''));
  const errors = findings.filter((finding) => finding.severity === 'error').length;
  process.stderr.write(`${count(errors, 'error')}, ${count(findings.length - errors, 'warning')}\n`);
  return errors > 0 ? 1 : 0;
}

function checkPath(path: string, on: Day): readonly Finding[] {
  if (statSync(path).isDirectory()) return checkFolder(path, on);
  const [folder, text] = [dirname(path), readFileSync(path, 'utf8')];
  const { vocabulary } = readVocabulary(readCommonWords(folder));
  const reading = extname(path) === '.md' ? read(text, path, vocabulary) : undefined;
  const isPolicy = reading !== undefined && (reading.policy !== null || reading.findings.length > 0);
  if (isPack(folder) && (isPolicy || SHEETS.test(basename(path)))) return checkPack(folder, on).filter((finding) => resolve(finding.file) === resolve(path));
  const { standards } = readCommonStandards(folder);
  return isPolicy ? checkAlone(reading, { text, file: path, on, standards }, vocabulary) : checkText({ text, file: path, on, standards });
}

/** The sheets of a school beside its policies. */
const SHEETS = /^(?:school\.yaml|cases.*\.yaml|coverage.*\.tsv)$/;
/** What only the school around a policy could answer: who holds an office, which other policies there are. */
const OF_THE_SCHOOL: ReadonlySet<string> = new Set(['office-without-holder', 'dangling-reference', 'policy-not-here', 'audience-gap']);

/** A policy that stands in no school's folder: all that can be said of it alone. */
function checkAlone({ policy, findings }: Reading, { text, file, on, standards }: CheckTextInput, vocabulary: Vocabulary): readonly Finding[] {
  if (policy === null) return findings;
  const compiled = compile({ pack: policy.id, policies: [policy], coverage: [], vocabulary, school: { name: '', offices: {}, terms: [] } });
  const more = check({ rulebook: compiled.rulebook, on, texts: [{ file, text }], standards, clashes: analyse(compiled.rulebook).clashes });
  return [...findings, ...[...compiled.findings, ...more].filter(({ code }) => !OF_THE_SCHOOL.has(code))];
}

function checkFolder(path: string, on: Day): readonly Finding[] {
  const packs = packsIn(path);
  if (packs.length === 0) throw new WrongCall(`${path} holds no school's policies: there is no school.yaml in it.`);
  return packs.flatMap((dir) => checkPack(dir, on));
}

function checkPack(dir: string, on: Day): readonly Finding[] {
  const { rulebook, findings, texts } = loadRulebook(dir);
  const { standards, findings: faults } = readStandards(texts.vocabulary);
  const policies = [...texts.own.policies, ...(texts.trust?.policies ?? [])];
  const cases = texts.own.cases.map(({ file, text }) => readCases(text, file, on));
  const answered = cases.flatMap((sheet) => [...sheet.findings, ...checkCases(rulebook, sheet.cases)]);
  return [...findings, ...faults, ...answered, ...check({ rulebook, on, texts: policies, standards, clashes: analyse(rulebook).clashes })];
}

/** By file, line and column; what two packs share (the vocabulary, a trust's policy) is said once. */
function inOrder(findings: readonly Finding[]): readonly Finding[] {
  const once = new Map(findings.map((finding) => [toLine(finding), finding]));
  return [...once.values()].sort((a, b) => (a.file < b.file ? -1 : a.file > b.file ? 1 : a.line - b.line || a.column - b.column));
}

function toLine({ file, line, column, severity, code, message, remedy }: Finding): string {
  return `${file}:${line}:${column} ${severity} ${code} ${message} ${remedy}`.replace(/\s*[\n\r]+\s*/g, ' ');
}

function toJson(findings: readonly Finding[]): string {
  const lines = findings.map(({ file, line, column, severity, code, message, remedy }) => JSON.stringify({ file, line, column, severity, code, message, remedy }));
  return `[${lines.length > 0 ? `\n${lines.join(',\n')}\n` : ''}]\n`;
}

function count(number: number, word: string): string {
  return `${number} ${word}${number === 1 ? '' : 's'}`;
}
