// npm start: install what is missing, go on with a Node that is new enough, build, and run the server.
import path from 'node:path';
import { fileURLToPath, pathToFileURL } from 'node:url';
import { ensureInstalled } from './install.mjs';
import { followStarter, FOR_LIBRARIES, handOver, isNode, nodeAtLeast, root } from './node24.mjs';

process.chdir(root);
followStarter();
if (isNode(FOR_LIBRARIES)) await start();
else {
  ensureInstalled();
  handOver(nodeAtLeast(FOR_LIBRARIES), fileURLToPath(import.meta.url), process.argv.slice(2));
}

async function start() {
  ensureInstalled();
  const { buildSite } = await import('./build.mjs');
  await buildSite();
  process.setSourceMapsEnabled(true);
  await import(pathToFileURL(path.join(root, 'build', 'main.js')).href);
}
