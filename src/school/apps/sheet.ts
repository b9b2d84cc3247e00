/** The register as a table: what a file of applications would change, row by row. Pure. */
import { isDay } from '../../platform/days.ts';
import type { Vocabulary } from '../../rulebook/index.ts';
import { changesIn } from './decisions.ts';
import type { App, AppGiven, Changes } from './words.ts';

/** The columns that a file may have, as the register's own file calls them. */
export const COLUMNS = { name: 'Name', otherNames: 'Other names', address: 'Address', purpose: 'What it is for', kinds: 'Who may use it', years: 'Year groups', data: 'Data that may go in', conditions: 'Conditions', reviewOn: 'Review on', note: 'Note' } as const;
/** The same columns as schools head them in sheets of their own. */
const ALSO: Readonly<Record<string, Field>> = {
  application: 'name', app: 'name', 'app name': 'name', product: 'name', software: 'name', 'also known as': 'otherNames', website: 'address', url: 'address', link: 'address', purpose: 'purpose', use: 'purpose', 'used for': 'purpose',
  'open to': 'kinds', users: 'kinds', audience: 'kinds', year: 'years', years: 'years', 'year group': 'years', review: 'reviewOn', 'review date': 'reviewOn', 'next review': 'reviewOn', notes: 'note', comment: 'note', comments: 'note',
};
/** What the register's own file says besides, and a file that comes back need not. */
export const TOLD = { state: 'State', decidedBy: 'Decided by', decidedOn: 'Decided on' } as const;
type Field = keyof typeof COLUMNS;

export type FaultKind = 'no-name' | 'twice' | 'too-long' | 'unknown-kind' | 'unknown-year' | 'unknown-data' | 'bad-day' | 'no-review' | 'withdrawn';
export interface Fault { readonly kind: FaultKind; readonly value: string }

/** What becomes of a row. */
export interface SheetLine {
  /** As the spreadsheet counts it. */
  readonly row: number;
  readonly name: string;
  readonly does: 'new' | 'change' | 'same' | 'fault';
  readonly faults: readonly Fault[];
  readonly given: AppGiven | null;
  readonly app: App | null;
  readonly changes: Changes;
}

export interface SheetPlan {
  readonly lines: readonly SheetLine[];
  /** Headings that the register does not know: their cells are left out. */
  readonly unknown: readonly string[];
  /** The file has no column for the name. */
  readonly nameless: boolean;
  /** It has more rows than are read at once. */
  readonly tooMany: boolean;
}

export interface SheetGround {
  readonly apps: readonly App[];
  readonly vocabulary: Pick<Vocabulary, 'kinds' | 'facts'>;
  readonly years: readonly string[];
  /** The review day of a new row that names none; empty where each must. */
  readonly reviewFrom: string;
}

/** Rows read from one file. */
export const MOST_ROWS = 500;
const LONGEST: Readonly<Record<Field, number>> = { name: 100, otherNames: 300, address: 300, purpose: 300, kinds: 500, years: 300, data: 500, conditions: 1000, reviewOn: 20, note: 1000 };
const EMPTY: AppGiven = { name: '', otherNames: [], address: '', purpose: '', kinds: [], years: [], data: [], conditions: '', note: '', reviewOn: null };

const plain = (text: string): string => text.toLowerCase().replaceAll(/[^\p{L}\p{N}]+/gu, ' ').trim();
export const parted = (cell: string): string[] => [...new Set(cell.split(/[;\n]/).map(one => one.trim()).filter(Boolean))];

/** "25/12/2026" and "2026-12-25" alike; null where it is no day. */
export function dayIn(cell: string): string | null {
  const [, day = '', month = '', year = ''] = /^(\d{1,2})[/.](\d{1,2})[/.](\d{4})$/.exec(cell) ?? [];
  const text = year === '' ? cell : `${year}-${month.padStart(2, '0')}-${day.padStart(2, '0')}`;
  return isDay(text) ? text : null;
}

/** What a file would do to the register. Nothing is lost: a column that is not there changes nothing, and an application that is not there stays. */
export function planSheet({ headings, rows }: { readonly headings: readonly string[]; readonly rows: readonly (readonly string[])[] }, ground: SheetGround): SheetPlan {
  const known = new Map(Object.entries(COLUMNS).map(([field, heading]) => [plain(heading), field as Field]));
  const told = new Set(Object.values(TOLD).map(plain));
  const fields = fieldsOf(headings, known);
  const seen = new Set<string>();
  const filled = rows.map((cells, at) => ({ cells, row: at + 2 })).filter(({ cells }) => cells.some(cell => cell.trim() !== ''));
  return {
    nameless: !fields.includes('name'), tooMany: filled.length > MOST_ROWS,
    unknown: headings.filter((heading, at) => fields[at] === null && heading !== '' && !told.has(plain(heading))),
    lines: !fields.includes('name') ? [] : filled.slice(0, MOST_ROWS).map(({ cells, row }) => lineOf(row, new Map(fields.flatMap((field, at) => (field === null ? [] : [[field, (cells[at] ?? '').trim()] as const]))), { ...ground, seen })),
  };
}

/** Which column holds what: by the register's own heading, else by another that means it, each once. */
function fieldsOf(headings: readonly string[], known: ReadonlyMap<string, Field>): (Field | null)[] {
  const fields = headings.map(heading => known.get(plain(heading)) ?? null);
  headings.forEach((heading, at) => {
    const meant = ALSO[plain(heading)];
    if (fields[at] === null && meant !== undefined && !fields.includes(meant)) fields[at] = meant;
  });
  return fields;
}

function lineOf(row: number, cells: ReadonlyMap<Field, string>, ground: SheetGround & { readonly seen: Set<string> }): SheetLine {
  const name = cells.get('name') ?? '';
  const app = ground.apps.find(one => one.name.toLowerCase() === name.toLowerCase()) ?? null;
  const faults: Fault[] = [];
  if (name === '') faults.push({ kind: 'no-name', value: '' });
  if (ground.seen.has(name.toLowerCase())) faults.push({ kind: 'twice', value: name });
  ground.seen.add(name.toLowerCase());
  if (app?.state === 'withdrawn') faults.push({ kind: 'withdrawn', value: name });
  for (const [field, cell] of cells) if (cell.length > LONGEST[field]) faults.push({ kind: 'too-long', value: COLUMNS[field] });
  const given = givenIn(cells, { before: app ?? EMPTY, ground, faults });
  if (given.reviewOn === null && faults.length === 0) faults.push({ kind: 'no-review', value: name });
  const changes = app ? changesIn(app, given) : {};
  const does = faults.length > 0 ? 'fault' : !app ? 'new' : Object.keys(changes).length === 0 && app.state === 'listed' ? 'same' : 'change';
  return { row, name, does, faults, given: faults.length > 0 ? null : given, app, changes };
}

function givenIn(cells: ReadonlyMap<Field, string>, { before, ground, faults }: { readonly before: AppGiven; readonly ground: SheetGround; readonly faults: Fault[] }): AppGiven {
  const { kinds, facts } = ground.vocabulary;
  const oneOf = (field: Field, kind: FaultKind, find: (one: string) => string | undefined): string[] => parted(cells.get(field) ?? '').flatMap(one => {
    const found = find(plain(one));
    if (found === undefined) faults.push({ kind, value: one });
    return found ?? [];
  });
  const text = (field: 'name' | 'address' | 'purpose' | 'conditions' | 'note'): string => cells.get(field) ?? before[field];
  const day = cells.get('reviewOn') ?? '';
  const reviewOn = day === '' ? before.reviewOn ?? (ground.reviewFrom || null) : dayIn(day);
  if (day !== '' && reviewOn === null) faults.push({ kind: 'bad-day', value: day });
  return {
    name: before.name === '' ? text('name') : before.name, address: text('address'), purpose: text('purpose'), conditions: text('conditions'), note: text('note'), reviewOn,
    otherNames: cells.has('otherNames') ? parted(cells.get('otherNames')!) : before.otherNames,
    kinds: cells.has('kinds') ? oneOf('kinds', 'unknown-kind', one => [...kinds.values()].find(kind => [plain(kind.title), plain(kind.name)].some(name => name === one || `${name}s` === one))?.name) : before.kinds,
    years: cells.has('years') ? oneOf('years', 'unknown-year', one => ground.years.find(year => plain(year) === one)) : before.years,
    data: cells.has('data') ? oneOf('data', 'unknown-data', one => [...(facts.get('data-kind')?.values.values() ?? [])].find(value => plain(value.plain) === one || plain(value.value) === one)?.value) : before.data,
  };
}
