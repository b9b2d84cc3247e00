// npm test: install, check, build every test into one program and run it with node's test runner.
// npm test -- some/path runs only the test files whose path holds those words, without the checks.
import { spawn } from 'node:child_process';
import fs from 'node:fs';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import { ensureDebianPackages } from './debian.mjs';
import { ensureInstalled } from './install.mjs';
import { followStarter, FOR_TESTS, handOver, isNode, nodeAtLeast, root } from './node24.mjs';

process.chdir(root);
followStarter();
const wanted = process.argv.slice(2).map((word) => word.replace(/^\.\//, ''));
const full = wanted.length === 0;
const SIDE_BY_SIDE = 3;
const OTHER_GROUPS = 10;
/** How the tests begin that take longest, a program each: they come first, for the last one at work has the machine to itself. */
const LONG = ['tests/access/access', 'tests/pages/p', 'tests/pages/', 'tests/access/'];
/** A test that starts the server, the command line or a process of ours. */
const STARTS = /from 'node:child_process'|support\/page-walk/;
/** The outcomes of the last full run. */
const LAST_RESULTS = path.join(root, 'build', 'test-results.json');
// Why apart: a run that goes on, or one of a few tests, must not pass for the last full run.
const RESULTS = path.join(root, 'build', `results-${process.pid}.json`);
if (isNode(FOR_TESTS)) process.exit(await test());
else {
  ensureInstalled();
  handOver(nodeAtLeast(FOR_TESTS).node, [fileURLToPath(import.meta.url), ...wanted]);
}

/** Everything npm test does; 0 when all is well. */
async function test() {
  ensureInstalled();
  ensureDebianPackages();
  const { buildProgram, buildSite, files } = await import('./build.mjs');
  const tests = ['src', 'tests']
    .flatMap((folder) => files(path.join(root, folder), /\.test\.tsx?$/))
    .map((file) => path.relative(root, file).replaceAll('\\', '/'))
    .filter((file) => wanted.length === 0 || wanted.some((words) => file.includes(words)));
  if (tests.length === 0) return fail(`No test file has ${wanted.join(' or ')} in its path.`);
  const checked = !full || (await (await import('./check.mjs')).checkAll());
  await buildSite();
  const programs = [];
  for (const [at, group] of (full ? groupsOf(tests) : [tests]).entries()) programs.push(await buildProgram(full ? `tests-${String(at + 1).padStart(2, '0')}` : `some-tests-${process.pid}`, group));
  const status = await runTests(programs);
  const results = readResults();
  if (!full) forget(programs);
  if (full && results.length > 0) fs.renameSync(RESULTS, LAST_RESULTS);
  else fs.rmSync(RESULTS, { force: true });
  const faults = [...faultsOf(results), ...(checked ? [] : ['The checks above found faults.']), ...(status ? ['Some tests failed.'] : [])];
  for (const fault of faults) console.error(fault);
  return faults.length ? 1 : 0;
}

/**
 * The tests in groups, each a program of its own, of which three run side by side. The longest come first, for the runner
 * takes programs by their names; tests that start the built server stand in one group, for one of them builds it anew.
 */
function groupsOf(tests) {
  const text = (file) => fs.readFileSync(path.join(root, file), 'utf8');
  const [long, starting, others] = [new Map(LONG.map((words) => [words, []])), [], Array.from({ length: OTHER_GROUPS }, () => [])];
  for (const [at, file] of tests.entries()) {
    const words = LONG.find((start) => file.startsWith(start));
    if (words) long.get(words).push(file);
    else if (STARTS.test(text(file))) starting.push(file);
    else others[at % OTHER_GROUPS].push(file);
  }
  return [...long.values(), starting, ...others].filter((group) => group.length > 0);
}

/** Run the built tests. What they print is printed; their outcomes also land in build/test-results.json. */
function runTests(programs) {
  // Why so large: with Node's own new space a third of the time of a program that opens many schools goes into clearing it.
  const args = ['--enable-source-maps', '--min-semi-space-size=16', '--max-semi-space-size=32', '--test', `--test-concurrency=${SIDE_BY_SIDE}`, '--test-reporter=spec', '--test-reporter-destination=stdout',
    `--test-reporter=${path.join(root, 'tools', 'results-reporter.mjs')}`, `--test-reporter-destination=${RESULTS}`, ...programs];
  const env = { ...process.env, NODE_ENV: 'test', NODE_OPTIONS: '', ...(full ? { COUNTERSIGN_TEST_RUN: String(process.pid) } : {}) };
  return new Promise((resolve) => {
    const child = spawn(process.execPath, args, { stdio: 'inherit', env });
    for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP']) process.on(signal, () => child.kill(signal));
    child.on('exit', (code) => resolve(code ?? 1));
  });
}

/** A program of a few tests is for one run: two people may run theirs at once. */
function forget(programs) {
  for (const program of programs) for (const file of [program, `${program}.map`, path.join(root, 'build', '.stamps', path.basename(program, '.js'))]) fs.rmSync(file, { force: true });
}

function readResults() {
  return fs.existsSync(RESULTS) ? JSON.parse(fs.readFileSync(RESULTS, 'utf8') || '[]') : [];
}

/** What the runner itself does not count as a failure, and we do. */
function faultsOf(results) {
  if (results.length === 0) return ['No test ran.'];
  const left = results.filter(({ outcome }) => outcome === 'skipped' || outcome === 'todo');
  if (process.env.CI !== 'true') return [];
  return left.map(({ name, outcome }) => `Not run (${outcome}), and here everything must run: ${name}`);
}

function fail(message) {
  console.error(message);
  return 1;
}
