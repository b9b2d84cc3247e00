/**
 * How long a pile of 300 scanned slips takes: a PDF of 300 pages as a scanner makes it, each lying another way, read by
 * the process that finds codes, sets pages straight and measures boxes. "Web" is what the process that serves pages grew
 * by meanwhile. And how long 300 slips take to be set for printing.
 */
import type { Grey } from '../src/school/agreements/paper/scan/pixels.ts';
import { newCode } from '../src/school/agreements/paper/codes.ts';
import { layoutOf } from '../src/school/agreements/paper/layout.ts';
import { readScan } from '../src/school/agreements/paper/scan/reader.ts';
import { slipsPdf } from '../src/school/agreements/paper/slip-pdf.ts';
import type { SlipContent } from '../src/school/agreements/paper/words.ts';
import { jpegOf, lot, pdfOf, printed, scanned, sign, tick } from '../tests/support/paper.ts';
import { measured } from './support/measured.ts';

const PAGES = 300;
const TURNS = [0.4, 180.6, -1.3, 90.2, 0.9, 269.5];

const school = { id: 'a-school', slug: 'a-school', name: 'A school', pack: 'a-school' };
const content: SlipContent = {
  title: 'Rules for computers', edition: 1, name: 'Kit Tester', form: 'Year 8, 8A', fresh: [], returnTo: 'the school office', due: '2026-11-30',
  parts: [{
    capacity: 'guardian', heading: 'For a parent or carer', statement: 'I have read what my child promises. I will help my child to keep it.', asks: [], signers: [{ id: 'one', name: '' }], printedName: null, optional: false, textHash: 'ab'.repeat(32),
    accepts: [1, 2, 3].map(n => ({ clause: `c${n}`, words: 'You help your child to keep these rules.' })),
  }],
};
const { boxes } = layoutOf(content);

const slips = Array.from({ length: PAGES }, () => ({ code: newCode(), content }));
let pdf = new Uint8Array();
const printing = await measured(async () => { pdf = new Uint8Array(await slipsPdf({ school, title: 'Slips', slips })); });
console.log(`${PAGES} slips set for printing in ${printing.seconds.toFixed(1)} s, ${(pdf.length / 1e6).toFixed(1)} MB`);

const sheets = await printed(await slipsPdf({ school, title: 'Slips', slips: slips.slice(0, TURNS.length) }));
const scans = sheets.map((sheet: Grey, n) => {
  sign(sheet, boxes, 'guardian.sign');
  for (const box of boxes) if (box.id.includes('.tick.')) tick(sheet, boxes, box.id);
  const seen = scanned(sheet, { turn: TURNS[n]!, draw: lot(n + 1) });
  return { jpeg: jpegOf(seen), width: seen.width, height: seen.height };
});
const pile = pdfOf(Array.from({ length: PAGES }, (_, n) => scans[n % scans.length]!));

async function* pieces() {
  for (let at = 0; at < pile.length; at += 1_000_000) yield pile.subarray(at, at + 1_000_000);
}

let [found, straight] = [0, 0];
const reading = await measured(() => readScan({
  pieces: pieces(), from: 1, boxesOf: async () => boxes, onPages: async () => {},
  onPage: async page => {
    found += page.codes.length > 0 ? 1 : 0;
    straight += page.ink.find(one => one.id === 'guardian.sign')!.share > 0.006 ? 1 : 0;
  },
}));
console.log(`${PAGES} scanned pages (${(pile.length / 1e6).toFixed(0)} MB) read in ${reading.seconds.toFixed(1)} s: ${(reading.seconds / PAGES).toFixed(2)} s a page; ${found} codes found, ${straight} signatures seen; web grew by ${reading.grewMb} MB, longest pause ${reading.longestPauseMs} ms`);
if (found !== PAGES || straight !== PAGES) process.exitCode = 1;
