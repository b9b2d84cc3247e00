// npm start: install what is missing, go on with a Node that is new enough, build, and run the server.
import path from 'node:path';
import { fileURLToPath, pathToFileURL } from 'node:url';
import { ensureInstalled } from './install.mjs';
import { followStarter, FOR_LIBRARIES, handOver, isHandedOver, nodeAtLeast, root } from './node24.mjs';

// Node lets its heap grow as far as the machine is large: 340 MB after a few thousand pages. These keep the server at
// 145 MB for a fifth more processor time. Tried on 24; another version may not know them and would refuse to start.
const SMALL = ['--max-semi-space-size=2', '--heap-growing-percent=15', '--initial-old-space-size=32', '--no-sparkplug', '--no-maglev'];
const KNOWS_SMALL = [22, 24];

process.chdir(root);
const handedOver = isHandedOver();
followStarter();
if (handedOver) await start();
else {
  ensureInstalled();
  const { node, major } = nodeAtLeast(FOR_LIBRARIES);
  handOver(node, [...(KNOWS_SMALL.includes(major) ? SMALL : []), fileURLToPath(import.meta.url), ...process.argv.slice(2)]);
}

async function start() {
  const { buildSite } = await import('./build.mjs');
  await buildSite();
  process.setSourceMapsEnabled(true);
  await import(pathToFileURL(path.join(root, 'build', 'main.js')).href);
}
