// npm run -s countersign -- …: hands over to a Node that runs TypeScript by itself, then to src/countersign.ts.
// Only the command's own output goes to stdout.
import { fileURLToPath } from 'node:url';
import { ensureInstalled } from './install.mjs';
import { followStarter, handOver, isNode, nodeAtLeast } from './node24.mjs';

/** The lowest Node that runs TypeScript without a flag. */
const FOR_TYPESCRIPT = [22, 18];

followStarter();
ensureInstalled();
if (isNode(FOR_TYPESCRIPT)) await import('../src/countersign.ts');
else handOver(nodeAtLeast(FOR_TYPESCRIPT).node, [fileURLToPath(import.meta.url), ...process.argv.slice(2)]);
