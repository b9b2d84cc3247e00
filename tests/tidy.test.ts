import { deepEqual, ok } from 'node:assert/strict';
import { execFileSync } from 'node:child_process';
import fs from 'node:fs';
import test from 'node:test';

/** The house rules that imports cannot show (ARCHITECTURE.md), checked on every file git knows or would take. */

type File = { name: string; text: string; lines: string[] };

const LONGEST = 300;
/** What most files keep to; longer ones are named, so that somebody may split them. */
const GOOD = 200;
const names = execFileSync('git', ['-c', 'safe.directory=*', 'ls-files', '-z', '--cached', '--others', '--exclude-standard'], { encoding: 'utf8', maxBuffer: 1e8 })
  .split('\0')
  .filter((name) => name !== '' && fs.existsSync(name));
const TEXT = /\.(tsx?|mjs|cjs|json|sql|md|tsv|yaml|yml|scss|svg|html|sh)$|^\.ci\/|^\.[a-z]+$/;
const all: File[] = names
  .filter((name) => TEXT.test(name) && name !== 'package-lock.json')
  .map((name) => ({ name, text: fs.readFileSync(name, 'utf8') }))
  .map((file) => ({ ...file, lines: file.text.split('\n') }));
const isTest = (name: string): boolean => /^tests\/|\.test\.tsx?$|^bench\//.test(name);
const code = all.filter(({ name }) => /^src\/.*\.tsx?$/.test(name) && !isTest(name));

/** 'file:line: text' of every line that fits, for a message one can click. */
function linesWith(files: File[], fits: (line: string) => boolean): string[] {
  return files.flatMap(({ name, lines }) => lines.flatMap((line, at) => (fits(line) ? [`${name}:${at + 1}: ${line.trim().slice(0, 120)}`] : [])));
}

test('the tidy test reads the whole house', () => {
  ok(code.length > 50 && all.length > code.length, `${code.length} files of code`);
});

test('a table is named by its owner alone', () => {
  const migrations = all.filter(({ name }) => name.startsWith('database/migrations/'));
  const tables = migrations.flatMap(({ text }) => [...text.matchAll(/^\s*create table (?:if not exists )?"?(\w+)"?/gim)].map((found) => found[1]!));
  ok(tables.length > 1);
  const strangers = tables.flatMap((table) => {
    const inSql = new RegExp(`\\b(?:from|join|into|update|table|truncate)\\s+(?:only\\s+)?"?${table}"?\\b(?!\\s*['’])`, 'i');
    const owners = code.filter(({ text }) => inSql.test(sqlOf(text))).map(({ name }) => name);
    const homes = new Set(owners.map((name) => /^src\/(?:school\/)?[^/]+/.exec(name)?.[0]));
    const outside = owners.filter((name) => !/\/store\.ts$|\/store\/|^src\/platform\/(database|web)\//.test(name));
    return [...outside.map((name) => `${table} in ${name}`), ...(homes.size > 1 ? [`${table} has ${homes.size} owners: ${[...homes].join(', ')}`] : [])];
  });
  deepEqual(strangers, []);
});

/** What stands inside sql`…` in a file. */
const sqlOf = (text: string): string => [...text.matchAll(/\bsql(?:<[^`]*>)?`([^`]*)`/g)].map((found) => found[1]).join('\n');

test('the environment is read in one place', () => {
  deepEqual(linesWith(code.filter(({ name }) => name !== 'src/platform/config.ts'), (line) => /\bprocess\.env\b/.test(line)), []);
});

test('nobody but the clock reads the time of day', () => {
  const timeless = code.filter(({ name }) => !/^src\/platform\/|^src\/page-parts\/browser\//.test(name));
  deepEqual(linesWith(timeless, (line) => /\bnew Date\(\)|\bDate\.now\(\)/.test(line)), []);
});

test(`no file is longer than ${LONGEST} lines`, (t) => {
  const programs = all.filter(({ name }) => /\.(tsx?|mjs)$/.test(name));
  for (const { name, lines } of programs.filter((file) => file.lines.length > GOOD)) t.diagnostic(`${name} has ${lines.length} lines`);
  const long = programs.filter(({ lines }) => lines.length > LONGEST);
  deepEqual(long.map(({ name, lines }) => `${name}: ${lines.length}`), []);
});

test('nothing is left for later', () => {
  const marks = new RegExp(`\\b(${['TO' + 'DO', 'FIX' + 'ME', 'XX' + 'X'].join('|')})\\b`);
  // Why not there: it looks for what people write in a policy where a name belongs.
  deepEqual(linesWith(all.filter(({ name }) => !name.startsWith('src/rulebook/check/')), (line) => marks.test(line)), []);
});

test('no test is skipped, put off or run alone', () => {
  const tests = all.filter(({ name }) => /\.test\.tsx?$/.test(name) && name !== 'tests/tidy.test.ts');
  deepEqual(linesWith(tests, (line) => /\b(test|describe|it)\.(only|skip|todo)\b|\{ *(only|todo|skip): *true/.test(line)), []);
});

test('what a test opens for several tests is opened and closed inside their describe', () => {
  // Why: many files are one program. Outside a describe it is opened before all of them, and closed when the database may be gone.
  const tests = all.filter(({ name }) => /\.test\.tsx?$/.test(name));
  deepEqual(linesWith(tests, (line) => /^(before|beforeEach)\(|^after\(.*(school|browser)/.test(line)), []);
});

test('every test is where npm test looks', () => {
  const stray = names.filter((name) => /\.test\.[cm]?[jt]sx?$/.test(name) && !/^(src|tests)\/.*\.test\.tsx?$/.test(name));
  const misnamed = names.filter((name) => /(^|[._-])spec\.[jt]sx?$|_test\.[jt]s$/.test(name));
  deepEqual([...stray, ...misnamed], []);
});

test('no file knows the machine it was written on', () => {
  const machine = new RegExp(['/wo' + 'rk/', '/ho' + 'me/\\w', '/Us' + 'ers/\\w', 'sha' + 'red/(design|clauses|spikes|seeds|research)'].join('|'));
  deepEqual(linesWith(all, (line) => machine.test(line)), []);
});

test('packages come from wherever npm is told, not from an address in the lock', () => {
  const lock = fs.readFileSync('package-lock.json', 'utf8');
  deepEqual(lock.split('\n').filter((line) => /"resolved":/.test(line) && !/https:\/\/registry\.npmjs\.org\//.test(line)), []);
});

test('no page fetches anything from elsewhere', () => {
  const shown = all.filter(({ name }) => /^src\/.*\.(tsx|scss|svg|html)$/.test(name) && !isTest(name));
  const fetches = /(?:src|srcset|action|poster)=["'{`]*https?:|@import[^;]*https?:|url\(["']?https?:|<link[^>]*href=["'{`]*https?:/i;
  deepEqual(linesWith(shown, (line) => fetches.test(line)), []);
});

test('no page carries an inline style or script, which its security policy would refuse', () => {
  const pages = code.filter(({ name }) => name.endsWith('.tsx'));
  deepEqual(linesWith(pages, (line) => /\sstyle=["{]|<style\b|\son(?:click|change|input|submit|load|error|focus|blur|key\w+|mouse\w+|pointer\w+)=["{]|<script>(?!<)/.test(line)), []);
});
