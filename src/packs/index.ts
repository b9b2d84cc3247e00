/**
 * Packs on disk: a folder with `school.yaml`, policies, cases and coverage becomes texts, and a rulebook.
 */
import { existsSync, readFileSync, readdirSync, statSync } from 'node:fs';
import { basename, dirname, join, resolve } from 'node:path';
import { compile, read, readBoxWords, readCoverage, readSchool, readStandards, readVocabulary } from '../rulebook/index.ts';
import type { BoxWords, Finding, PackPolicies, Rulebook, SchoolSheet, Standards, Vocabulary, VocabularyText } from '../rulebook/index.ts';

/** A file as text; `file` is the path to show people. */
export interface FileText {
  readonly file: string;
  readonly text: string;
}

/** Everything a pack holds, unread. */
export interface PackTexts {
  /** The name of its folder. */
  readonly pack: string;
  readonly dir: string;
  readonly school: FileText | undefined;
  /** All Markdown files; one without `policy:` is no policy. */
  readonly policies: readonly FileText[];
  readonly cases: readonly FileText[];
  readonly coverage: readonly FileText[];
  /** Policies in other languages: `translations/staff-code.cy.md`. */
  readonly translations: readonly FileText[];
  /** The words this pack adds to the vocabulary. */
  readonly ownWords: readonly VocabularyText[];
}

export interface LoadedPack {
  readonly rulebook: Rulebook;
  /** What reading and compiling found, in the pack and in its trust's. */
  readonly findings: readonly Finding[];
  readonly texts: { readonly own: PackTexts; readonly trust: PackTexts | undefined; readonly vocabulary: readonly VocabularyText[] };
}

/** Whether a folder is a pack. Throws when it may not be looked into: a school is never passed over in silence. */
export function isPack(dir: string): boolean {
  return statSync(join(dir, 'school.yaml'), { throwIfNoEntry: false })?.isFile() ?? false;
}

/** The packs in a folder: itself, or its subfolders, in the order of their names. */
export function packsIn(dir: string): readonly string[] {
  if (isPack(dir)) return [dir];
  return readdirSync(dir).map((name) => join(dir, name)).filter((path) => isFolder(path) && isPack(path)).sort();
}

function isFolder(path: string): boolean {
  return statSync(path, { throwIfNoEntry: false })?.isDirectory() ?? false;
}

/** Reads the files of a pack. Throws when the folder cannot be read. */
export function readPackTexts(dir: string): PackTexts {
  const names = readdirSync(dir).filter((name) => !isFolder(join(dir, name))).sort();
  const textsOf = (pattern: RegExp) => names.filter((name) => pattern.test(name)).map((name) => readText(join(dir, name)));
  return {
    pack: basename(resolve(dir)), dir, school: textsOf(/^school\.yaml$/)[0], policies: textsOf(/\.md$/),
    cases: textsOf(/^cases.*\.yaml$/), coverage: textsOf(/^coverage.*\.tsv$/), translations: readTranslations(join(dir, 'translations')), ownWords: readTables(join(dir, 'vocabulary')),
  };
}

function readText(path: string): FileText {
  return { file: path, text: readFileSync(path, 'utf8') };
}

function readTranslations(dir: string): readonly FileText[] {
  return existsSync(dir) ? readdirSync(dir).filter((name) => /\.[a-zA-Z-]+\.md$/.test(name)).sort().map((name) => readText(join(dir, name))) : [];
}

function readTables(dir: string): readonly VocabularyText[] {
  if (!existsSync(dir)) return [];
  return readdirSync(dir).filter((name) => name.endsWith('.tsv')).sort().map((name) => readText(join(dir, name)));
}

/** The common vocabulary for a pack: the folder beside it, or the one that comes with the product. */
export function readCommonWords(dir: string): readonly VocabularyText[] {
  const beside = join(dirname(dir), basename(dir) === '.' || basename(dir) === '..' ? '../vocabulary' : 'vocabulary');
  const candidates = [beside, join(resolve(dir, '..'), 'vocabulary'), ...productFolders().map((folder) => join(folder, 'policies', 'vocabulary'))];
  const found = candidates.find((folder) => existsSync(join(folder, 'acts.tsv')));
  if (found === undefined) throw new Error(`There is no vocabulary beside ${dir}.`);
  return readTables(found);
}

/** What the law and the national standards say, from the tables of the common vocabulary beside a pack or a text. */
export function readCommonStandards(dir: string): { standards: Standards; findings: readonly Finding[] } {
  return readStandards(readCommonWords(dir));
}

/** The folders above this file, nearest first: one of them is the product's, bundled or not. */
function productFolders(): readonly string[] {
  const folders: string[] = [];
  for (let folder = import.meta.dirname; folder !== dirname(folder); folder = dirname(folder)) folders.push(folder);
  return folders;
}

/** Reads and compiles the pack in a folder, with its trust's beside it. Throws when the folder is not a pack. */
export function loadRulebook(dir: string): LoadedPack {
  if (!isPack(dir)) throw new Error(`${dir} is not a school's folder: it has no school.yaml.`);
  const own = readPackTexts(dir);
  const common = readCommonWords(dir);
  const trustName = own.school && readSchool(own.school.text, own.school.file, EMPTY).school.under;
  const trustDir = trustName === undefined ? undefined : [join(dir, '..', trustName), join(resolve(dir), '..', trustName)].find(isPack);
  const trust = trustDir === undefined ? undefined : readPackTexts(trustDir);
  const texts = { own, trust, vocabulary: [...common, ...(trust?.ownWords ?? []), ...own.ownWords] };
  return { ...compileTexts(texts, trustName), texts };
}

const EMPTY: Vocabulary = { acts: new Map(), facts: new Map(), offices: new Map(), kinds: new Map() };

/** Reads and compiles texts that have already been fetched. */
export function compileTexts({ own, trust, vocabulary: words }: LoadedPack['texts'], trustName: string | undefined): Pick<LoadedPack, 'rulebook' | 'findings'> {
  const { vocabulary, findings } = readVocabulary(words);
  const sheet = own.school ? readSchool(own.school.text, own.school.file, vocabulary) : { school: NO_SCHOOL, findings: [] };
  const ours = readPolicies(own, vocabulary);
  const theirs = trust && readPolicies(trust, vocabulary);
  const compiled = compile({ ...ours.policies, school: sheet.school, vocabulary, ...(theirs ? { trust: theirs.policies } : {}) });
  const missing = trustName !== undefined && !trust ? [missingTrust(own, trustName)] : [];
  const all = [...findings, ...sheet.findings, ...missing, ...ours.findings, ...(theirs?.findings ?? []), ...compiled.findings];
  return { rulebook: compiled.rulebook, findings: all };
}

const NO_SCHOOL: SchoolSheet = { name: '', offices: {}, terms: [] };

function missingTrust(own: PackTexts, name: string): Finding {
  const line = own.school!.text.split('\n').findIndex((text) => /^under\s*:/.test(text)) + 1;
  return { file: own.school!.file, line: Math.max(1, line), column: 1, severity: 'error', code: 'unknown-trust', message: `There is no folder "${name}" with a trust's policies beside this one.`, remedy: 'Correct "under:" or add the folder.' };
}

function readPolicies(texts: PackTexts, vocabulary: Vocabulary): { policies: PackPolicies; findings: readonly Finding[] } {
  const readings = texts.policies.map(({ file, text }) => read(text, file, vocabulary));
  const coverages = texts.coverage.map(({ file, text }) => readCoverage(text, file));
  return {
    policies: {
      pack: texts.pack,
      policies: readings.flatMap(({ policy }) => (policy ? [policy] : [])),
      coverage: coverages.flatMap(({ coverage }) => coverage),
    },
    findings: [...readings, ...coverages].flatMap((reading) => reading.findings),
  };
}

/** One number to ring, for whom, and when somebody answers: dated data. */
export interface HelpLine {
  readonly name: string;
  readonly number: string;
  readonly for: string;
  readonly when: string;
}

/** A duty of the law to report something oneself, whatever the school does: dated data. */
export interface DutyToReport {
  readonly duty: string;
  /** The kind of person it binds; empty: everybody. */
  readonly who: string;
  readonly says: string;
  readonly number: string;
  readonly since: string;
  /** Empty while it holds. */
  readonly until: string;
  readonly source: string;
  readonly checkedOn: string;
}

/** The words every school shares, read once at start: the vocabulary, how people speak of it, whom to ring, and what the law makes one report. */
export function loadWords(policiesFolder: string): { vocabulary: Vocabulary; boxWords: BoxWords; helpLines: readonly HelpLine[]; dutiesToReport: readonly DutyToReport[]; standards: Standards } {
  const texts = readTables(join(policiesFolder, 'vocabulary'));
  const { vocabulary, findings } = readVocabulary(texts);
  if (findings.length > 0) throw new Error(`The vocabulary in ${policiesFolder} is broken: ${findings[0]!.message} ${findings[0]!.remedy}`);
  const cellsOf = (name: string): string[][] => (texts.find(({ file }) => basename(file) === name)?.text ?? '').trim().split('\n').slice(1).map((line) => line.split('\t'));
  return {
    vocabulary, boxWords: readBoxWords(texts), standards: readStandards(texts).standards,
    helpLines: cellsOf('help-lines.tsv').map(([name = '', number = '', whom = '', when = '']) => ({ name, number, for: whom, when })),
    dutiesToReport: cellsOf('duties-to-report.tsv').map(([duty = '', who = '', says = '', number = '', since = '', until = '', source = '', checkedOn = '']) => ({ duty, who, says, number, since, until, source, checkedOn })),
  };
}
