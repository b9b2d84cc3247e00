// npm run check: types, lint and import rules. Any finding is an error, and so is a check that read nothing.
import { spawnSync } from 'node:child_process';
import module from 'node:module';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import { files } from './build.mjs';
import { ensureInstalled } from './install.mjs';
import { FOR_TESTS, handOver, isNode, nodeAtLeast, root } from './node24.mjs';

const here = fileURLToPath(import.meta.url);
if (process.argv[1] === here) {
  process.chdir(root);
  ensureInstalled();
  if (isNode(FOR_TESTS)) process.exit((await checkAll()) ? 0 : 1);
  else handOver(nodeAtLeast(FOR_TESTS).node, [here]);
}

/** Run every check, printing one line each and what it found. True when all are clean. */
export async function checkAll() {
  const program = (file) => path.join(root, 'node_modules', ...file.split('/'));
  const results = [
    run('types', program('typescript/bin/tsc'), ['--noEmit', '--pretty', 'false']),
    run('lint', program('oxlint/bin/oxlint'), ['--deny-warnings', '--type-aware', '--format=unix', 'src', 'tests', 'tools', 'bench'].filter(isThere)),
    await checkImports(),
  ];
  return results.every(Boolean);
}

function isThere(argument) {
  return argument.startsWith('-') || files(path.join(root, argument), /\.(tsx?|mjs)$/).length > 0;
}

function run(name, program, args) {
  const { status, stdout, stderr } = spawnSync(process.execPath, [program, ...args], { cwd: root, encoding: 'utf8' });
  const ok = status === 0;
  console.log(`${ok ? '✔' : '✖'} ${name}`);
  if (!ok) console.log(`${stdout}${stderr}`.trimEnd());
  return ok;
}

async function checkImports() {
  const { modules, violations } = await cruise();
  const read = new Set(modules.map((found) => found.source));
  const unread = files(path.join(root, 'src'), /\.tsx?$/)
    .map((file) => path.relative(root, file).replaceAll('\\', '/'))
    .filter((file) => !read.has(file));
  const ok = violations.length === 0 && unread.length === 0;
  console.log(`${ok ? '✔' : '✖'} imports (${modules.length} modules)`);
  for (const { rule, from, to, comment } of violations) console.log(`${from} → ${to}: ${rule.name}. ${comment ?? ''}`);
  if (unread.length) console.log(`The import check did not read: ${unread.join(', ')}`);
  return ok;
}

async function cruise() {
  // Why: with TypeScript 7 this tool reads no TypeScript at all and finds nothing wrong. It gets the 5.9 of its own.
  module.registerHooks({
    resolve: (name, context, next) => next(name.replace(/^typescript(?=$|\/)/, 'typescript-5'), context),
  });
  const { cruise: readImports } = await import('dependency-cruiser');
  const { default: rules } = await import(path.join(root, '.dependency-cruiser.cjs'));
  const comments = new Map(rules.forbidden.map((rule) => [rule.name, rule.comment]));
  const roots = ['src', 'tests'].filter(isThere);
  const { output } = await readImports(roots, { ...rules.options, ruleSet: { forbidden: rules.forbidden }, validate: true });
  const violations = output.summary.violations.map((found) => ({ ...found, comment: comments.get(found.rule.name) }));
  return { modules: output.modules, violations };
}
