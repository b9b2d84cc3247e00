/** Reading a table of text, whatever a spreadsheet program made of it. */

/** A table: its headings and its rows. `rows[n]` is row n + 2 of the spreadsheet; a blank one has only empty cells. */
export interface Sheet {
  readonly headings: readonly string[];
  readonly rows: readonly (readonly string[])[];
}

/** Bytes as text: UTF-8 with or without its mark, UTF-16 with one, otherwise the Windows letters of western Europe. */
export function textOf(bytes: Uint8Array): string {
  if (bytes[0] === 0xff && bytes[1] === 0xfe) return new TextDecoder('utf-16le').decode(bytes);
  if (bytes[0] === 0xfe && bytes[1] === 0xff) return new TextDecoder('utf-16be').decode(bytes);
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(bytes);
  } catch {
    return new TextDecoder('windows-1252').decode(bytes);
  }
}

/** Whether bytes are good UTF-8, which OneRoster asks for. */
export function isUtf8(bytes: Uint8Array): boolean {
  try {
    new TextDecoder('utf-8', { fatal: true }).decode(bytes);
    return true;
  } catch {
    return false;
  }
}

/** The sign between cells: whichever the first line has most of. */
const delimiterOf = (text: string): string => {
  const first = text.slice(0, text.indexOf('\n') === -1 ? 4000 : text.indexOf('\n'));
  return [',', ';', '\t'].map(sign => [sign, first.split(sign).length] as const).sort((a, b) => b[1] - a[1])[0]![0];
};

/** Reads a CSV file. Throws a sentence where quotes do not match. */
export async function readCsv(bytes: Uint8Array, delimiter?: string): Promise<Sheet> {
  const { parse } = await import('csv-parse/sync');
  const text = textOf(bytes);
  let table: string[][];
  try {
    table = parse(text, { bom: true, delimiter: delimiter ?? delimiterOf(text), relax_column_count: true, skip_empty_lines: false, trim: true, max_record_size: 200_000 }) as string[][];
  } catch (error) {
    throw new Error(`The table cannot be read: ${(error as Error).message}`, { cause: error });
  }
  const [headings = [], ...rows] = table;
  return { headings: headings.map(heading => heading.trim()), rows };
}
