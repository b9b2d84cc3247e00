/** A file that somebody sends, whatever it is: a OneRoster zip, a CSV or an Excel table. */
import type { Vocabulary } from '../../../rulebook/index.ts';
import { readCsv, type Sheet } from './csv.ts';
import { readOneRoster } from './one-roster/read.ts';
import { readSheet } from './sheet.ts';
import type { Mapping, Roster, Source } from './words.ts';

const isZip = (bytes: Uint8Array): boolean => bytes[0] === 0x50 && bytes[1] === 0x4b;
const isExcel = (name: string): boolean => /\.xlsx$/i.test(name);

/** What a file is by its first bytes and its name; null where it is nothing we read. */
export function sourceOf(name: string, bytes: Uint8Array): Source | null {
  if (isZip(bytes)) return isExcel(name) ? 'spreadsheet' : 'one-roster';
  // An old Excel file, a PDF, a picture: bytes that no text holds.
  return bytes.subarray(0, 2000).some((byte, index) => byte === 0 && !(bytes[0]! >= 0xfe && index > 1)) || !/\.(csv|txt|tsv)$/i.test(name) ? null : 'spreadsheet';
}

/** The most that an Excel file may hold when unpacked, in bytes: a zip of a few bytes can hold a great deal. */
const LARGEST_EXCEL = 300_000_000;
const PIECE = 16_384;

/** Unpacks a zip piece by piece, keeping nothing, and throws once it is too large, whatever its headings say. */
async function mustFit(bytes: Uint8Array): Promise<void> {
  const { Unzip, UnzipInflate } = await import('fflate');
  let all = 0;
  const unzip = new Unzip(file => {
    file.ondata = (error, piece) => {
      if (error) throw error;
      if ((all += piece.length) > LARGEST_EXCEL) throw new Error('too large');
    };
    file.start();
  });
  unzip.register(UnzipInflate);
  for (let at = 0; at < bytes.length; at += PIECE) unzip.push(bytes.subarray(at, at + PIECE), at + PIECE >= bytes.length);
}

/** A spreadsheet's headings and rows. Throws a sentence where it cannot be read. */
export async function sheetOf(name: string, bytes: Uint8Array): Promise<Sheet> {
  if (!isExcel(name)) return readCsv(bytes);
  const { readSheet: readExcel } = await import('read-excel-file/node');
  try {
    await mustFit(bytes);
    const [headings = [], ...rows] = await readExcel(Buffer.from(bytes));
    return { headings: headings.map(cellText), rows: rows.map(row => row.map(cellText)) };
  } catch (error) {
    throw new Error('This Excel file cannot be opened. Save it again as .xlsx or as CSV.', { cause: error });
  }
}

const cellText = (cell: unknown): string => (cell === null || cell === undefined ? '' : cell instanceof Date ? cell.toISOString().slice(0, 10) : String(cell as string | number | boolean).trim());

/** Reads the file as people. */
export async function readFile(file: { name: string; bytes: Uint8Array; source: Source; mapping: Mapping | null }, of: { school: string; vocabulary: Vocabulary }): Promise<Roster> {
  if (file.source === 'one-roster') return readOneRoster(file.bytes, { school: of.school, kinds: new Set(of.vocabulary.kinds.keys()) });
  return readSheet(await sheetOf(file.name, file.bytes), file.mapping!, { fileName: file.name, vocabulary: of.vocabulary });
}
