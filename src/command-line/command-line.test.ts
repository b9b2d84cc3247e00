import test from 'node:test';
import { deepEqual, equal, match, ok } from 'node:assert/strict';
import { spawnSync } from 'node:child_process';
import { cpSync, existsSync, mkdirSync, mkdtempSync, readFileSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';

function projectFolder(): string {
  let folder = import.meta.dirname;
  while (!existsSync(join(folder, 'package.json'))) folder = dirname(folder);
  return folder;
}
const ROOT = projectFolder();

/** A folder, with a space in its name, that holds the vocabulary and one small school. */
const place = mkdtempSync(join(tmpdir(), 'count ersign-'));
process.on('exit', () => rmSync(place, { recursive: true, force: true }));
cpSync(join(ROOT, 'policies', 'vocabulary'), join(place, 'vocabulary'), { recursive: true });
const POLICY = '---\npolicy: code\ntitle: Code\nowner: head\nedition: "1"\nbinds: [staff]\napproved: { by: head, on: 2026-09-01 }\nin-force: 2026-09-02\nreview: { every: 1 year, next: 2099-09-01 }\n---\n\nAsk before anything new goes on. {#install}\n\n::ask[install-software]{of=ict-lead when="device-owner=school"}\n';

function school(name: string, policy: string, more: Record<string, string> = {}): string {
  const folder = join(place, name);
  mkdirSync(folder, { recursive: true });
  const files = { 'school.yaml': 'name: Hill School\noffices: { head: Hal Oak, ict-lead: Ann Ash }\n', 'code.md': policy, 'coverage.tsv': 'source\tclause\tact\nX1\tcode#install\t\n', ...more };
  for (const [file, text] of Object.entries(files)) writeFileSync(join(folder, file), text);
  return folder;
}

function countersign(args: readonly string[], options: { input?: string; cwd?: string; env?: Record<string, string> } = {}) {
  const run = spawnSync(process.execPath, ['--disable-warning=ExperimentalWarning', join(ROOT, 'src/countersign.ts'), ...args], {
    encoding: 'utf8', input: options.input ?? '', cwd: options.cwd ?? ROOT, env: { ...process.env, INIT_CWD: options.cwd ?? ROOT, ...options.env },
  });
  return { status: run.status, out: run.stdout, err: run.stderr };
}

test('check says nothing on stdout about a school without errors, and points to the line of one with', () => {
  school('good', POLICY);
  const bad = school('bad', POLICY.replace('ict-lead', 'ict-laed'));
  equal(countersign(['check', 'good/code.md'], { cwd: place }).status, 0);
  const { status, out } = countersign(['check', bad]);
  equal(status, 1);
  ok(out.split('\n').some((line) => line.endsWith('bad/code.md:14:28 error unknown-office "ict-laed" is not an office. Did you mean "ict-lead"?')), out);
});

test('check looks at one file alone: a policy outside a school, an old text in Markdown, or a sheet of a school', () => {
  const found = (file: string, text: string) => {
    writeFileSync(join(place, file), text);
    const { out } = countersign(['check', '--json', '--on', '2026-11-20', join(place, file)]);
    return (JSON.parse(out) as { line: number; code: string }[]).map(({ line, code }) => `${line} ${code}`);
  };
  deepEqual(found('lone.md', POLICY), ['6 audience-unsigned', '9 review-too-far'], 'who is the ICT lead, only a school could say');
  deepEqual(found('lone.md', POLICY.replace('anything new', '____').replace('ict-lead', 'ict-laed')), ['6 audience-unsigned', '9 review-too-far', '12 placeholder', '14 unknown-office']);
  deepEqual(found('old.md', '# Rules\n\nCall the office on ____ before eight.\n').filter((one) => one.startsWith('3')), ['3 placeholder']);
  const folder = school('sheets', POLICY, { 'school.yaml': 'name: Hill School\noffices: { head: Hal Oak, ict-laed: Ann Ash }\n' });
  match(countersign(['check', join(folder, 'school.yaml')]).out, /^[^\n]+school\.yaml:2:\d+ error unknown-office .*\n$/);
  rmSync(folder, { recursive: true });
});

test('check asks each case of a school and finds the one that is answered otherwise', () => {
  const cases = ['- name: A new program waits for a yes', '  when: { who: teacher, act: install-software, facts: { device-owner: school } }', '  then: { says: ask, because: [code#install], ask: [ict-lead] }',
    '- name: The head alone may say yes', '  when: { who: teacher, act: install-software, facts: { device-owner: school } }', '  then: { says: yes, because: [code#other], ask: [ict-lead] }', '- name: half a case', ''];
  const { status, out } = countersign(['check', join(school('cases', POLICY, { 'cases.yaml': cases.join('\n') }), 'cases.yaml')]);
  equal(status, 1);
  deepEqual(out.trimEnd().split('\n').map((line) => line.slice(line.indexOf('cases.yaml') + 11)), [
    '4:3 error case-fails "The head alone may say yes": the answer is "ask" and should be "yes"; "because" is code#install and should be code#other. Correct the rule; or the case, if the rule is meant.',
    '7:3 error bad-case This is not a whole case. Write - name: …, when: { who: teacher, act: … }, then: { says: no, because: [policy#clause] }.',
  ]);
});

test('check --json gives the same findings as a list', () => {
  const { out } = countersign(['check', '--json', school('bad', POLICY.replace('ict-lead', 'ict-laed'))]);
  const findings = JSON.parse(out) as { code: string; line: number; column: number }[];
  deepEqual(findings.filter(({ code }) => code === 'unknown-office').map(({ line, column }) => [line, column]), [[14, 28]]);
});

test('decide answers one line for each line, in order, and goes on after one it cannot read', () => {
  const folder = school('good', POLICY);
  const questions = ['{"who":"teacher","act":"install-software","facts":{"device-owner":"school"},"on":"2026-10-01"}', 'nonsense', '',
    '{"who":"teacher","act":"install-software","facts":{"device-owner":["school"]},"permissions":[{"act":"install-software","office":"ict-lead","live":true}]}',
    '{"who":"teacher"}', '{"who":"teacher","act":"install-software","on":"2026-02-30"}', '{"who":"teacher","act":"install-software","permissions":[{"act":"install-software"}]}', '{"who":"pupil","act":"install-software"}'];
  const { status, out } = countersign(['decide', '--school', folder], { input: questions.join('\n') });
  equal(status, 0);
  const answers = out.trimEnd().split('\n').map((line) => JSON.parse(line) as Record<string, unknown>);
  deepEqual(answers.map((answer) => answer['says']), ['ask', 'error', 'error', 'yes', 'error', 'error', 'error', 'silent']);
  deepEqual(answers[0], {
    says: 'ask', because: ['good/code#install'], sources: ['X1'], ask: ['ict-lead'], askGroups: [['ict-lead']], tell: [], tellGroups: [], duties: [], missing: [], instead: { ask: ['ict-lead'] }, considered: [],
  });
  deepEqual(Object.keys(answers[0]!), ['says', 'because', 'sources', 'ask', 'askGroups', 'tell', 'tellGroups', 'duties', 'missing', 'instead', 'considered']);
  equal(answers[6]!['error'], 'permissions.0.live must be true or false.');
});

test('an act whose rule cannot be read is never allowed', () => {
  const folder = school('bad', `${POLICY}\nYou may put programs on. {#may}\n\n::may[install-software]{when="device-owner"}\n`);
  const { out, err } = countersign(['decide', '--school', folder], { input: '{"who":"teacher","act":"install-software","facts":{"device-owner":"personal"}}\n' });
  equal((JSON.parse(out) as { says: string }).says, 'ask');
  match(err, /1 error in the policies/);
});

test('coverage counts which lines of an inventory a clause carries', () => {
  const folder = school('good', POLICY);
  const inventory = join(place, 'inventory.tsv');
  writeFileSync(inventory, 'id\tfeature\tstrength\nX1\tapps\tenforce\nX2\tapps\tinfo\nX3\tweb\tworkflow\n');
  const { status, out } = countersign(['coverage', folder, '--inventory', inventory, '--json']);
  equal(status, 0);
  const { operated, ...counted } = JSON.parse(out) as Record<string, unknown>;
  equal(operated, 0, 'no feature operates what is not in the five schools');
  deepEqual(counted, { total: 3, carried: 1, operable: 2, missingByFeature: { apps: ['X1', 'X2'], web: ['X3'] } });
  match(countersign(['coverage', folder, '--inventory', inventory]).out, /not carried by any clause: X2 X3/);
  equal(countersign(['coverage', folder, '--inventory', folder]).status, 2, 'a folder without clauses.tsv is a wrong call');
});

test('a question in plain words is answered with its clause, and a permission the asker holds counts', () => {
  const folder = school('good', POLICY);
  const question = ['may', 'Can I put a new app on my school laptop?', '--school', folder, '--as', 'teacher'];
  const { status, out } = countersign(question);
  equal(status, 0);
  match(out, /^Ask first\.[^]*good\/code#install/);
  const held = JSON.parse(countersign([...question, '--permission', 'install-software:ict-lead', '--json']).out) as { says: string; because: string[] };
  deepEqual([held.says, held.because], ['yes', ['good/code#install']]);
  match(countersign([...question.slice(0, 5), 'techer']).err, /Did you mean "teacher"\?/);
});

test('analyse shows two clauses that clash with the situation in which they do', () => {
  const folder = school('clash', `${POLICY}\nOwn programs never go on. {#never}\n\n::never[install-software]{when="device-kind=laptop"}\n\nYou may, on your own machine. {#may}\n\n::may[install-software]{when="device-owner=personal"}\n`);
  const { status, out } = countersign(['analyse', folder]);
  equal(status, 0);
  match(out, /install-software: clash\/code#never and clash\/code#may \(one says yes, the other no\)\n +for staff; device-owner=personal; device-kind=laptop/);
  const [clash] = (JSON.parse(countersign(['analyse', folder, '--json']).out) as { clashes: { facts: object }[] }).clashes;
  deepEqual(clash!.facts, { 'device-owner': 'personal', 'device-kind': 'laptop' });
});

test('a wrong call is refused in plain words with exit code 2 and nothing on stdout', () => {
  const calls = [['decied'], ['decide'], ['decide', '--school', 'nowhere'], ['decide', '--shcool', 'x'], ['check', 'policies', '--on', 'soon'], ['coverage', '--inventory', 'package.json'], []];
  for (const call of calls) {
    const { status, out, err } = countersign(call);
    deepEqual([call, status, out], [call, 2, '']);
    ok(err.length > 0 && !err.includes('    at '), err);
  }
  match(countersign(['decied']).err, /Did you mean "decide"\?/);
});

test('what cannot be read is refused with its path and what to do, never with a trace', () => {
  const folder = school('odd', POLICY);
  mkdirSync(join(folder, 'old.md'));
  equal(countersign(['check', folder]).status, 0, 'a folder called old.md is no policy');
  symlinkSync(join(place, 'gone'), join(place, 'vanished'));
  symlinkSync(join(place, 'gone.md'), join(folder, 'gone.md'));
  const calls = [[['check', folder], /odd\/gone\.md is not there/], [['decide', '--school', folder], /odd\/gone\.md is not there/], [['coverage', join(folder, 'code.md'), '--inventory', join(folder, 'coverage.tsv')], /inventory|folder/], [['verify', place], /count ersign-\w+ is a folder/], [['verify'], /Nothing answers at 127\.0\.0\.1:1\./]] as const;
  for (const [call, says] of calls) {
    const { status, out, err } = countersign(call, { env: { DATABASE_URL: 'postgres://nobody@127.0.0.1:1/none' } });
    deepEqual([call, status, out], [call, 2, '']);
    match(err, says);
    ok(!err.includes('    at '), err);
  }
  rmSync(folder, { recursive: true });
});

test('a command asked for help shows how it is called', () => {
  const { status, out } = countersign(['decide', '--help']);
  deepEqual([status, out], [0, '  countersign decide --school DIR\n']);
});

test('a permission that was given for nobody knows what is refused, and never counts in every situation', () => {
  const question = '{"who":"teacher","act":"install-software","permissions":[{"act":"install-software","office":null,"live":true,"facts":{"device-owner":null}}]}';
  deepEqual(JSON.parse(countersign(['decide', '--school', school('good', POLICY)], { input: question }).out), { says: 'error', error: 'permissions.0.facts.device-owner must be a text or a list of texts.' });
});

test('questions may come from Windows, with its mark before the first and null for what is not said', () => {
  const question = '{"who":"teacher","act":"install-software","facts":{"device-owner":"school","place":null},"permissions":null,"on":null}';
  const { out } = countersign(['decide', '--school', school('good', POLICY)], { input: `\ufeff${question}\r\n${question}\r\n` });
  deepEqual(out.trimEnd().split('\n').map((line) => (JSON.parse(line) as { says: string }).says), ['ask', 'ask']);
});

test('the common way in works from any folder and puts only the command\'s own words on stdout', () => {
  school('good', POLICY);
  const run = spawnSync(process.execPath, [join(ROOT, 'tools/countersign.mjs'), 'decide', '--school', 'good'], { encoding: 'utf8', cwd: place, input: '{"who":"teacher","act":"install-software","facts":{"device-owner":"school"}}\n', env: { ...process.env, INIT_CWD: place } });
  equal(run.status, 0, run.stderr);
  equal((JSON.parse(run.stdout) as { says: string }).says, 'ask');
  equal(readFileSync(join(ROOT, 'package.json'), 'utf8').includes('"countersign": "node tools/countersign.mjs"'), true);
});

test('a command about the schools of a server that was never started says so, and starts nothing', () => {
  for (const command of [['trust', '--school', 'a', '--under', 'b'], ['sign-in-link', '--school', 'a', '--person', 'b'], ['verify'], ['keys']]) {
    const { status, err } = countersign(command, { env: { DATA_DIR: join(place, 'nowhere'), DATABASE_URL: '' } });
    equal(status, 2, command[0]);
    match(err, /there is no database in/);
  }
  equal(existsSync(join(place, 'nowhere')), false);
});
