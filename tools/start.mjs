// npm start: install what is missing, go on with a Node that is new enough, build, and run the server.
import { spawnSync } from 'node:child_process';
import path from 'node:path';
import { fileURLToPath, pathToFileURL } from 'node:url';
import { ensureInstalled } from './install.mjs';
import { followStarter, FOR_LIBRARIES, handOver, isHandedOver, nodeAtLeast, root, serverFlags } from './node24.mjs';

// What is taken outside the heap: glibc gives it back at once, and keeps two pools instead of eight a core. Pieces of 32 KB are
// given back one by one: with larger ones alone, the 30 MB that reading the program takes for a moment would stay (docs/decisions/0018).
const GIVEN_BACK = { MALLOC_ARENA_MAX: '2', MALLOC_MMAP_THRESHOLD_: '32768', MALLOC_TRIM_THRESHOLD_: '131072' };

process.chdir(root);
const handedOver = isHandedOver();
followStarter();
if (handedOver) await start();
else {
  ensureInstalled();
  const { node, major } = nodeAtLeast(FOR_LIBRARIES);
  handOver(node, [...serverFlags(major), fileURLToPath(import.meta.url), ...process.argv.slice(2)], GIVEN_BACK);
}

async function start() {
  const { siteIsBuilt } = await import('./build.mjs');
  if (!siteIsBuilt()) build();
  await import(pathToFileURL(path.join(root, 'build', 'main.js')).href);
}

/** In a process of its own: the compilers would stay in the server's memory for as long as it runs. */
function build() {
  const { status } = spawnSync(process.execPath, [path.join(root, 'tools', 'build.mjs')], { stdio: 'inherit' });
  if (status !== 0) process.exit(status ?? 1);
}
