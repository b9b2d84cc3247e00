/** Reads a scanned file in a process of its own, so that pictures are never in the web's memory but for one page's two small ones. */
import { spawn } from 'node:child_process';
import fs from 'node:fs';
import path from 'node:path';
import type { Box, Ink } from '../words.ts';
import { CODES, CODE_SIDE } from '../layout.ts';
import { readingProcess, type Order, type Report } from './child.ts';
import { asColours, asGreys, fitOf, greyAt, inkIn, inkOf, shadeAt, smaller, straightened } from './pixels.ts';

const SOURCE = [asColours, asGreys, fitOf, greyAt, inkIn, inkOf, shadeAt, smaller, straightened, readingProcess];
/** A page takes a third of a second; one that has not come by then never will. */
const LONGEST_SILENCE_MS = 60_000;

/** One page as it was read. Pictures are JPEG. */
export interface PageRead {
  readonly number: number;
  /** What its square codes say, as far as they are ours. */
  readonly codes: readonly string[];
  readonly ink: readonly Ink[];
  /** How far the sheet misses its own outline, in millimetres; null where no code was found. */
  readonly off: number | null;
  /** The share of the page that is dark. */
  readonly dark: number;
  readonly whole: Uint8Array;
  /** The stretch with the boxes alone. */
  readonly part: Uint8Array;
}

export interface Reading {
  /** The file, piece by piece. */
  readonly pieces: AsyncIterable<Uint8Array>;
  /** The first page to read: 1, or where an earlier reading stopped. */
  readonly from: number;
  /** Where the boxes are of the slip with these codes; null where it is none that is known. */
  readonly boxesOf: (codes: readonly string[]) => Promise<readonly Box[] | null>;
  readonly onPages: (pages: number) => Promise<void>;
  readonly onPage: (page: PageRead) => Promise<void>;
}

/** A file that cannot be read: damaged, locked with a password, or none of the three kinds. */
export class Unreadable extends Error {}

/** Reads every page in turn. @throws Unreadable when the file cannot be read */
export async function readScan(reading: Reading): Promise<void> {
  const child = spawn(process.execPath, ['--input-type=module', '--eval', `${SOURCE.map(String).join('\n')}\nawait ${readingProcess.name}();`], {
    cwd: projectFolder(), stdio: ['ignore', 'ignore', 'pipe', 'ipc'], serialization: 'advanced',
  });
  let said = '';
  child.stderr!.on('data', (chunk: Buffer) => { said = (said + chunk.toString('utf8')).slice(-2000); });
  const reports: Report[] = [];
  let wake: (() => void) | null = null;
  const life = { ended: false };
  const ring = () => { wake?.(); wake = null; };
  child.on('message', report => { reports.push(report as Report); ring(); });
  child.on('error', error => { said = error.message; life.ended = true; ring(); });
  child.on('close', () => { life.ended = true; ring(); });
  const tell = (order: Order) => new Promise<void>((resolve, reject) => { child.send(order, error => (error ? reject(error) : resolve())); });
  const hear = async (): Promise<Report> => {
    const patience = setTimeout(() => child.kill('SIGKILL'), LONGEST_SILENCE_MS);
    while (reports.length === 0 && !life.ended) await new Promise<void>(resolve => { wake = resolve; });
    clearTimeout(patience);
    const report = reports.shift();
    if (!report) throw new Error(`the scan could not be read: ${said.trim() || 'the reading process ended'}`);
    return report;
  };
  try {
    for await (const bytes of reading.pieces) await tell({ say: 'piece', bytes });
    await tell({ say: 'go', from: reading.from, codes: CODES, side: CODE_SIDE });
    await follow(reading, { hear, tell });
  } finally {
    child.kill('SIGKILL');
  }
}

async function follow(reading: Reading, { hear, tell }: { hear: () => Promise<Report>; tell: (order: Order) => Promise<void> }): Promise<void> {
  let codes: readonly string[] = [];
  for (;;) {
    const report = await hear();
    switch (report.say) {
      case 'pages': await reading.onPages(report.pages); break;
      case 'found': {
        ({ codes } = report);
        const boxes = codes.length > 0 ? await reading.boxesOf(codes) : null;
        await tell({ say: 'boxes', boxes: boxes ?? [], onPage: codes.length > 0 });
        break;
      }
      case 'read': await reading.onPage({ ...report, codes }); break;
      case 'done': return;
      case 'fault': throw new Unreadable(report.why);
    }
  }
}

/** The folder with node_modules: this file lies below it, bundled or not. */
function projectFolder(): string {
  for (let folder = import.meta.dirname; ; folder = path.dirname(folder)) {
    if (fs.existsSync(path.join(folder, 'node_modules', 'zxing-wasm'))) return folder;
    if (folder === path.dirname(folder)) throw new Error('the reader of scans is not installed: run npm install');
  }
}
