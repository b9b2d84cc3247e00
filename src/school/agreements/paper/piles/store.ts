/** The tables of piles: paper_pile, paper_pile_file, paper_pile_piece, paper_page, paper_picture. */
import { firstRow, rows, sql, type Tx } from '../../../../platform/database/index.ts';
import { newId } from '../../../../platform/ids.ts';
import type { Ink, PageState, PartRead, Pile, PilePage, Reason } from '../words.ts';

/** Work that has given no sign of life for so long is taken up again, by whoever comes first. */
const SILENT = sql`interval '90 seconds'`;

export async function addPile(tx: Tx, of: { school: string; by: string; at: Date }): Promise<string> {
  const id = newId();
  await sql`insert into paper_pile (school_id, id, made_by, made_at, state) values (${of.school}, ${id}, ${of.by}, ${of.at}, 'reading')`.execute(tx);
  return id;
}

export async function addFile(tx: Tx, school: string, file: { pile: string; n: number; name: string }): Promise<string> {
  const id = newId();
  await sql`insert into paper_pile_file (school_id, id, pile_id, n, name) values (${school}, ${id}, ${file.pile}, ${file.n}, ${file.name})`.execute(tx);
  return id;
}

export async function addPiece(tx: Tx, school: string, piece: { file: string; n: number; closed: Uint8Array }): Promise<void> {
  await sql`insert into paper_pile_piece (school_id, file_id, n, closed) values (${school}, ${piece.file}, ${piece.n}, ${Buffer.from(piece.closed)})`.execute(tx);
}

export const pieceOf = async (tx: Tx, file: string, n: number): Promise<Buffer | null> =>
  (await firstRow(tx, sql<{ closed: Buffer }>`select closed from paper_pile_piece where file_id = ${file} and n = ${n}`))?.closed ?? null;

/** Takes up a pile's reading: true for one caller alone, until the work falls silent. */
export async function takeUp(tx: Tx, pile: string): Promise<boolean> {
  const done = await sql`update paper_pile set beat_at = clock_timestamp() where id = ${pile} and state = 'reading' and (beat_at is null or beat_at < clock_timestamp() - ${SILENT})`.execute(tx);
  return Number(done.numAffectedRows ?? 0) > 0;
}

export async function beat(tx: Tx, pile: string): Promise<void> {
  await sql`update paper_pile set beat_at = clock_timestamp() where id = ${pile}`.execute(tx);
}

/** Piles whose reading nobody does at the moment. */
export const silentPiles = async (tx: Tx): Promise<string[]> =>
  (await rows(tx, sql<{ id: string }>`select id from paper_pile where state = 'reading' and (beat_at is null or beat_at < clock_timestamp() - ${SILENT}) order by made_at limit 20`)).map(row => row.id);

export interface PileFile {
  readonly id: string;
  readonly name: string;
  readonly pages: number | null;
  readonly done: boolean;
  readonly trouble: string | null;
  /** The last page that is in. */
  readonly read: number;
}

export const filesOf = (tx: Tx, pile: string): Promise<PileFile[]> =>
  rows(tx, sql<PileFile>`select f.id, f.name, f.pages, f.done, f.trouble, coalesce((select max(n) from paper_page p where p.file_id = f.id), 0) as read from paper_pile_file f where f.pile_id = ${pile} order by f.n`);

export async function setPages(tx: Tx, file: string, pages: number): Promise<void> {
  await sql`update paper_pile_file set pages = ${pages} where id = ${file}`.execute(tx);
}

/** A file is read, or never will be; its bytes go. */
export async function closeFile(tx: Tx, file: string, trouble: string | null): Promise<void> {
  await sql`delete from paper_pile_piece where file_id = ${file}`.execute(tx);
  await sql`update paper_pile_file set done = true, trouble = ${trouble} where id = ${file}`.execute(tx);
}

export async function closePile(tx: Tx, pile: string): Promise<void> {
  await sql`update paper_pile set state = 'read', beat_at = null where id = ${pile}`.execute(tx);
}

const PILES = sql`select p.id, p.made_by as by, p.made_at as at, p.state,
    (select coalesce(array_agg(f.name order by f.n), '{}') from paper_pile_file f where f.pile_id = p.id) as files,
    (select coalesce(sum(coalesce(f.pages, 0)), 0)::int from paper_pile_file f where f.pile_id = p.id) as pages,
    (select count(*)::int from paper_page g where g.pile_id = p.id) as done,
    (select string_agg(f.name || ': ' || f.trouble, ' ' order by f.n) from paper_pile_file f where f.pile_id = p.id and f.trouble is not null) as trouble,
    (select coalesce(jsonb_object_agg(c.state, c.n), '{}') from (select g.state, count(*)::int as n from paper_page g where g.pile_id = p.id group by g.state) c) as counts
  from paper_pile p`;

export const findPile = async (tx: Tx, id: string): Promise<Pile | null> => (await firstRow(tx, sql<Pile>`${PILES} where p.id = ${id}`)) ?? null;
export const listPiles = (tx: Tx, ask: { limit: number; offset: number }): Promise<Pile[]> => rows(tx, sql<Pile>`${PILES} order by p.made_at desc, p.id desc limit ${ask.limit} offset ${ask.offset}`);
export const countPiles = async (tx: Tx): Promise<number> => (await firstRow(tx, sql<{ n: number }>`select count(*) as n from paper_pile`))!.n;

/** A page with what was measured on it, as it is kept. */
export interface KeptPage extends PilePage {
  readonly sheet: number;
  readonly ink: readonly Ink[];
  readonly off: number | null;
  readonly dark: number;
}

interface PageRow {
  id: string; pile_id: string; file_id: string; n: number; state: PageState; reasons: Reason[]; slip_id: string | null; sheet: number; read: PartRead[]; ink: Ink[]; off: number | null; dark: number;
  made: string[]; settled_by: string | null; settled_at: Date | null;
}

const pageOf = (row: PageRow): KeptPage => ({
  id: row.id, pile: row.pile_id, file: row.file_id, number: row.n, state: row.state, reasons: row.reasons, slip: row.slip_id, sheet: row.sheet, read: row.read, ink: row.ink, off: row.off, dark: row.dark,
  made: row.made, settledBy: row.settled_by, settledAt: row.settled_at,
});

export type NewPage = Omit<KeptPage, 'id' | 'made' | 'settledBy' | 'settledAt'> & { readonly id: string; readonly pictureHash: string; readonly whole: Uint8Array; readonly part: Uint8Array };

/** Keeps a page with its closed pictures. False where it is in already: the work was taken up again. */
export async function addPage(tx: Tx, school: string, page: NewPage): Promise<boolean> {
  const done = await sql`insert into paper_page (school_id, id, pile_id, file_id, n, state, reasons, slip_id, sheet, read, ink, off, dark, picture_hash)
    values (${school}, ${page.id}, ${page.pile}, ${page.file}, ${page.number}, ${page.state}, ${[...page.reasons]}, ${page.slip}, ${page.sheet}, ${JSON.stringify(page.read)}::jsonb, ${JSON.stringify(page.ink)}::jsonb, ${page.off}, ${page.dark}, ${page.pictureHash})
    on conflict (file_id, n) do nothing`.execute(tx);
  if (Number(done.numAffectedRows ?? 0) === 0) return false;
  await sql`insert into paper_picture (school_id, page_id, whole, part) values (${school}, ${page.id}, ${Buffer.from(page.whole)}, ${Buffer.from(page.part)})`.execute(tx);
  return true;
}

export const findPage = async (tx: Tx, id: string): Promise<KeptPage | null> => {
  const row = await firstRow(tx, sql<PageRow>`select * from paper_page where id = ${id}`);
  return row ? pageOf(row) : null;
};

/** The same, held until the transaction ends, so that two people do not settle it at once. */
export const holdPage = async (tx: Tx, id: string): Promise<KeptPage | null> => {
  const row = await firstRow(tx, sql<PageRow>`select * from paper_page where id = ${id} for update`);
  return row ? pageOf(row) : null;
};

export interface PagesAsk {
  readonly pile?: string | undefined;
  readonly states: readonly PageState[];
  readonly limit: number;
  readonly offset: number;
}

const among = (ask: Pick<PagesAsk, 'pile' | 'states'>) => sql`state = any(${[...ask.states]}::text[]) and (${ask.pile ?? null}::uuid is null or pile_id = ${ask.pile ?? null}::uuid)`;

/** Pages in the order in which they were scanned. */
export const listPages = async (tx: Tx, ask: PagesAsk): Promise<KeptPage[]> =>
  (await rows(tx, sql<PageRow>`select * from paper_page where ${among(ask)} order by pile_id, file_id, n limit ${ask.limit} offset ${ask.offset}`)).map(pageOf);
export const countPages = async (tx: Tx, ask: Pick<PagesAsk, 'pile' | 'states'>): Promise<number> => (await firstRow(tx, sql<{ n: number }>`select count(*) as n from paper_page where ${among(ask)}`))!.n;

/** Pages of a slip that are not put aside, but for this one. */
export const othersOf = async (tx: Tx, slip: string, page: string): Promise<KeptPage[]> =>
  (await rows(tx, sql<PageRow>`select * from paper_page where slip_id = ${slip} and id <> ${page} and state <> 'aside' order by id limit 20`)).map(pageOf);

/** Pages that came before their child's first day, when that day has been reached. */
export const waitingForFirstDay = async (tx: Tx, today: string): Promise<KeptPage[]> =>
  (await rows(tx, sql<PageRow>`select p.* from paper_page p join paper_slip s on s.id = p.slip_id where p.state = 'look' and 'not-yet' = any(p.reasons) and s.due <= ${today}::date order by p.id limit 200`)).map(pageOf);

/** What a page is now thought to be. */
export async function judgeAgain(tx: Tx, page: Pick<KeptPage, 'id' | 'state' | 'reasons' | 'slip' | 'sheet' | 'read'>): Promise<void> {
  await sql`update paper_page set state = ${page.state}, reasons = ${[...page.reasons]}, slip_id = ${page.slip}, sheet = ${page.sheet}, read = ${JSON.stringify(page.read)}::jsonb, made = '{}', settled_by = null, settled_at = null where id = ${page.id}`.execute(tx);
}

export async function settle(tx: Tx, page: { id: string; state: PageState; made: readonly string[]; by: string; at: Date }): Promise<void> {
  await sql`update paper_page set state = ${page.state}, made = ${[...page.made]}::uuid[], settled_by = ${page.by}, settled_at = ${page.at} where id = ${page.id}`.execute(tx);
}

export const pictureOf = async (tx: Tx, page: string, which: 'whole' | 'part'): Promise<Buffer | null> =>
  (await firstRow(tx, sql<{ it: Buffer }>`select ${which === 'whole' ? sql`whole` : sql`part`} as it from paper_picture where page_id = ${page}`))?.it ?? null;

/** The page an agreement was taken from, while its picture is kept. */
export const pageOfAgreement = async (tx: Tx, agreement: string): Promise<string | null> =>
  (await firstRow(tx, sql<{ id: string }>`select p.id from paper_page p join paper_picture c on c.page_id = p.id where p.made @> array[${agreement}]::uuid[] and p.state = 'taken' limit 1`))?.id ?? null;

/** Takes the pictures of a person's slips away: those about them, and those they signed for a child. */
export async function forgetPictures(tx: Tx, person: string): Promise<void> {
  await sql`delete from paper_picture where page_id in (
    select p.id from paper_page p join paper_slip s on s.id = p.slip_id where s.person_id = ${person}
      or exists (select from jsonb_array_elements(p.read) r where r ->> 'signer' = ${person} and r ->> 'signature' <> 'empty'))`.execute(tx);
}
