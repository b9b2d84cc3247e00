/** A OneRoster zip: its manifest, and the tables that tell of people. */
import { isUtf8, readCsv } from '../csv.ts';
import type { Fault } from '../words.ts';
import { COLUMNS, NEEDED, OLDER_USERS, type FileName } from './columns.ts';

/** The most that one file, and all of them, may hold when unpacked: a zip of a few bytes can hold a great deal. */
const LARGEST_FILE = 120_000_000;
const LARGEST_ALL = 300_000_000;

export type Mode = 'bulk' | 'delta' | 'absent';

/** One row of one file: its number, and a cell by its column's name. */
export interface Line {
  readonly row: number;
  readonly at: (column: string) => string;
}

export interface Archive {
  readonly version: string;
  /** Whether users.csv itself says what people are: so in 1.1, and where a tool says 1.2 and brings no roles. */
  readonly rolesInUsers: boolean;
  readonly modeOf: (file: FileName) => Mode;
  readonly lines: (file: FileName) => readonly Line[];
  readonly has: (file: FileName, column: string) => boolean;
  readonly faults: Fault[];
}

type Say = (file: string, of: { row?: number; column?: string; what: string; remedy: string; stops?: boolean }) => void;

/** A place to note faults. */
export function notebook(): { faults: Fault[]; say: Say } {
  const faults: Fault[] = [];
  return { faults, say: (file, { row = 0, column = '', stops = true, ...of }) => { faults.push({ file, row, column, stops, ...of }); } };
}

/** Unpacks and reads a zip. What is wrong stands in `faults`; nothing is thrown for a bad file. */
export async function openArchive(bytes: Uint8Array): Promise<Archive> {
  const { faults, say } = notebook();
  const tables = new Map<string, { headings: Map<string, number>; lines: Line[] }>();
  const files = await unpack(bytes, say);
  const manifest = await readManifest(files, say);
  for (const file of Object.keys(COLUMNS) as FileName[]) {
    const content = files.get(file);
    const mode = manifest.modes.get(file);
    if (content && mode !== 'absent' && mode !== undefined) tables.set(file, await readTable(file, content, { say, mode, version: manifest.version, rolesInUsers: saysRolesInUsers(manifest) }));
    else if (content && manifest.version !== '') say('manifest.csv', { column: `file.${file.slice(0, -4)}`, what: `${file} is in the zip, but the manifest says it is ${mode ?? 'not there'}`, remedy: `Write bulk or delta beside file.${file.slice(0, -4)}. The file is not read.`, stops: file === 'users.csv' });
    else if (mode === 'bulk' || mode === 'delta') say('manifest.csv', { column: `file.${file.slice(0, -4)}`, what: `The manifest names ${file}, but it is not in the zip`, remedy: `Put ${file} into the zip, or write absent beside it.` });
  }
  if (faults.length === 0 && !tables.has('users.csv')) say('manifest.csv', { column: 'file.users', what: 'The zip brings no users.csv', remedy: 'Export again with people (users and roles).' });
  return {
    version: manifest.version, rolesInUsers: manifest.version === '1.1' || (saysRolesInUsers(manifest) && (tables.get('users.csv')?.headings.has('role') ?? false)), faults, modeOf: file => (tables.has(file) ? manifest.modes.get(file)! : 'absent'),
    lines: file => tables.get(file)?.lines ?? [], has: (file, column) => tables.get(file)?.headings.has(column) ?? false,
  };
}

const saysRolesInUsers = ({ version, modes }: { version: string; modes: ReadonlyMap<string, Mode> }): boolean => version === '1.1' || !['bulk', 'delta'].includes(modes.get('roles.csv') ?? '');

async function unpack(bytes: Uint8Array, say: Say): Promise<Map<string, Uint8Array>> {
  const { unzipSync } = await import('fflate');
  let all = 0;
  try {
    const found = unzipSync(bytes, { filter: file => {
      if (!/(^|\/)[\w]+\.csv$/i.test(file.name) || /(^|\/)(__MACOSX|\._)/.test(file.name)) return false;
      all += file.originalSize;
      if (file.originalSize > LARGEST_FILE || all > LARGEST_ALL) throw new Error('too large');
      return file.name === 'manifest.csv' || file.name in COLUMNS || file.name.endsWith('/manifest.csv');
    } });
    return new Map(Object.entries(found));
  } catch (error) {
    const large = (error as Error).message === 'too large';
    say('', { what: large ? 'The files in this zip are too large' : 'This file is not a zip that can be opened', remedy: large ? 'Export one school at a time, without results and demographics.' : 'Export it again. A OneRoster file is a zip with manifest.csv and users.csv in it.' });
    return new Map();
  }
}

async function readManifest(files: ReadonlyMap<string, Uint8Array>, say: Say): Promise<{ version: string; modes: Map<string, Mode> }> {
  const modes = new Map<string, Mode>();
  const content = files.get('manifest.csv');
  if (!content) {
    if ([...files.keys()].some(name => name.endsWith('/manifest.csv'))) say('manifest.csv', { what: 'The files lie in a folder inside the zip', remedy: 'Zip the files themselves, so that manifest.csv lies at the top.' });
    else if (files.size > 0) say('manifest.csv', { what: 'There is no manifest.csv in the zip', remedy: 'Export again as OneRoster 1.2 CSV, which has one.' });
    return { version: '', modes };
  }
  const { headings, rows } = await readCsv(content, ',');
  if (headings[0] !== 'propertyName' || headings[1] !== 'value') say('manifest.csv', { row: 1, what: 'The headings are not propertyName and value', remedy: 'Write propertyName,value in the first row.' });
  let version = '';
  for (const [index, [name = '', value = '']] of rows.entries()) {
    if (name === 'oneroster.version') version = value;
    if (!name.startsWith('file.')) continue;
    if (value === 'bulk' || value === 'delta' || value === 'absent') modes.set(`${name.slice(5)}.csv`, value);
    else say('manifest.csv', { row: index + 2, column: name, what: `"${value}" says neither bulk nor delta nor absent`, remedy: 'Write one of these three.' });
  }
  if (!/^1\.[12]$/.test(version)) say('manifest.csv', { column: 'oneroster.version', what: `This is version "${version}" of OneRoster`, remedy: 'Export it as version 1.2 (1.1 is read, too).' });
  return { version, modes };
}

async function readTable(file: FileName, content: Uint8Array, of: { say: Say; mode: Mode; version: string; rolesInUsers: boolean }): Promise<{ headings: Map<string, number>; lines: Line[] }> {
  const { say, mode, version } = of;
  if (!isUtf8(content)) say(file, { what: 'The file is not UTF-8', remedy: 'Save it as UTF-8. Letters with accents would be wrong otherwise.' });
  let sheet;
  try {
    sheet = await readCsv(content, ',');
  } catch (error) {
    say(file, { what: (error as Error).message, remedy: 'Export the file again, and do not edit it by hand.' });
    return { headings: new Map(), lines: [] };
  }
  const headings = new Map(sheet.headings.map((heading, index) => [heading, index]));
  for (const column of NEEDED[file] ?? []) {
    if (!headings.has(column)) say(file, { row: 1, column, what: `The column ${column} is missing`, remedy: 'Headings are spelt exactly so, with small and capital letters as in OneRoster 1.2.' });
  }
  const allowed = new Set<string>([...COLUMNS[file], ...(of.rolesInUsers ? OLDER_USERS : [])]);
  for (const heading of sheet.headings) {
    if (!allowed.has(heading) && !heading.startsWith('metadata.')) say(file, { row: 1, column: heading, what: `OneRoster ${version} has no column "${heading}"`, remedy: 'The column is not read. Own columns begin with metadata.', stops: false });
  }
  const seen = new Set<string>();
  const lines = sheet.rows.flatMap((cells, index): Line[] => {
    if (cells.every(cell => cell === '')) return [];
    const line: Line = { row: index + 2, at: column => cells[headings.get(column) ?? -1] ?? '' };
    return checkLine(file, line, { say, mode, seen, width: sheet.headings.length, cells: cells.length }) ? [line] : [];
  });
  return { headings, lines };
}

const MOMENT = /^\d{4}-\d{2}-\d{2}(T[\d:.]+(Z|[+-]\d\d:?\d\d)?)?$/;

function checkLine(file: FileName, line: Line, of: { say: Say; mode: Mode; seen: Set<string>; width: number; cells: number }): boolean {
  const { say, mode, seen } = of;
  const { row, at } = line;
  const id = at('sourcedId');
  if (of.cells > of.width) { say(file, { row, what: `The row has ${of.cells} cells, the headings ${of.width}`, remedy: 'A comma inside a cell needs quotation marks round the cell.' }); return false; }
  if (id === '') { say(file, { row, column: 'sourcedId', what: 'There is no sourcedId', remedy: 'Every row needs one, and it stays the same in every export.' }); return false; }
  if (seen.has(id)) { say(file, { row, column: 'sourcedId', what: `"${id}" stands in this file twice`, remedy: 'Take one of the two rows out.' }); return false; }
  seen.add(id);
  const status = at('status');
  if (status !== '' && status !== 'active' && status !== 'tobedeleted') say(file, { row, column: 'status', what: `"${status}" is neither active nor tobedeleted`, remedy: 'Write one of these two.' });
  if (mode === 'delta') {
    if (status === '') say(file, { row, column: 'status', what: 'A delta file must say active or tobedeleted in each row', remedy: 'Export again, or write bulk in the manifest if this is the whole list.' });
    if (!MOMENT.test(at('dateLastModified'))) say(file, { row, column: 'dateLastModified', what: 'A delta file must say in each row when it was changed', remedy: 'Write it as 2026-09-01T08:00:00Z.', stops: false });
  }
  return true;
}
