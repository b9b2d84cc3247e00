// npm run bench: build and run bench/*.bench.ts, all of them or those whose name holds a given word.
import { spawnSync } from 'node:child_process';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import { ensureInstalled } from './install.mjs';
import { followStarter, FOR_TESTS, handOver, isNode, nodeAtLeast, root, serverFlags } from './node24.mjs';

process.chdir(root);
followStarter();
const words = process.argv.slice(2);
ensureInstalled();
if (isNode(FOR_TESTS)) process.exit(await bench());
else handOver(nodeAtLeast(FOR_TESTS).node, [fileURLToPath(import.meta.url), ...words]);

/** Each bench runs in a process of its own, so that one does not warm or crowd another. */
async function bench() {
  const { buildProgram, buildSite, files } = await import('./build.mjs');
  const all = files(path.join(root, 'bench'), /\.bench\.tsx?$/).map((file) => path.relative(root, file).replaceAll('\\', '/'));
  const wanted = all.filter((file) => words.length === 0 || words.some((word) => file.includes(word)));
  if (wanted.length === 0) {
    console.error(`No bench has ${words.join(' or ')} in its name. There are: ${all.join(', ')}`);
    return 1;
  }
  // Why the whole: what runs apart runs from the server's own file.
  await buildSite();
  let worst = 0;
  for (const file of wanted) {
    console.log(`\n${file}`);
    const program = await buildProgram(path.basename(file).replace(/\.tsx?$/, ''), [file]);
    // Why: the pages are to come from a server like the real one.
    const flags = file.includes('pages') ? serverFlags(24) : [];
    worst = Math.max(worst, spawnSync(process.execPath, [...flags, '--enable-source-maps', program], { stdio: 'inherit' }).status ?? 1);
  }
  return worst;
}
