/**
 * What the web process takes (VmRSS, as Linux counts it): npm start on new data, building first, then a thousand pages
 * read by every persona of the five schools in turn, each following the links it is shown, then documents as PDF.
 */
import { spawn } from 'node:child_process';
import { once } from 'node:events';
import fs from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { setTimeout as wait } from 'node:timers/promises';
import { freePort } from '../src/platform/database/process.ts';
import { openAs, residentMb, serverOf, signInAll, walkAbout } from '../tests/support/page-walk.ts';

const PAGES = 1_000;
const DOCUMENTS = 12;
const GOAL_MB = 150;
const dataDir = fs.mkdtempSync(path.join(os.tmpdir(), 'countersign-memory-'));
fs.chmodSync(dataDir, 0o755);
const worst: number[] = [];
// The first start builds; the second finds everything there.
fs.rmSync('build/.stamps/main', { force: true });
for (const name of ['first start, building', 'second start']) worst.push(await measure(name));
fs.rmSync(dataDir, { recursive: true, force: true });
console.log(`\nGoal: under ${GOAL_MB} MB.`);
process.exit(Math.max(...worst) < GOAL_MB ? 0 : 1);

async function measure(name: string): Promise<number> {
  const port = await freePort();
  const address = `http://localhost:${port}/`;
  const start = performance.now();
  const starter = spawn(process.execPath, ['tools/start.mjs'], { env: { ...process.env, PORT: String(port), DATA_DIR: path.join(dataDir, 'data'), NODE_ENV: 'development', DATABASE_URL: '' }, detached: true, stdio: ['ignore', 'pipe', 'inherit'] });
  let said = '';
  starter.stdout.setEncoding('utf8').on('data', (text: string) => { said += text; });
  while (!await fetch(address).then(answer => answer.ok, () => false)) await wait(20);
  console.log(`${name}: first page after ${((performance.now() - start) / 1000).toFixed(1)} s`);
  const server = serverOf(starter.pid!);
  const figures = [residentMb(server)];
  const readers = await signInAll(said);
  const { kinds, documents } = await walkAbout(address, readers, PAGES);
  figures.push(residentMb(server));
  for (const [document, reader] of [...documents].slice(0, DOCUMENTS)) await openAs(reader, address, document);
  figures.push(residentMb(server));
  console.log(`  ${figures[0]} MB at the start, ${figures[1]} MB after ${PAGES} pages of ${kinds.size} kinds by ${readers.length} people, ${figures[2]} MB after ${Math.min(DOCUMENTS, documents.size)} PDFs`);
  const ended = once(starter, 'exit');
  process.kill(-starter.pid!, 'SIGTERM');
  await ended;
  return Math.max(...figures);
}
