/** The logbook's tables: logbook_entry (append-only), logbook_words (erasable), logbook_head (one row a school). */
import { randomBytes } from 'node:crypto';
import { firstRow, rows, sql, type Tx } from '../platform/database/index.ts';
import { newId } from '../platform/ids.ts';
import { checkChain, GENESIS, hashOf, hashOfWords } from './chain.ts';
import { UNLISTED_DEED, type ChainCheck, type Deed, type Entry } from './words.ts';

interface Row {
  seq: string; id: string; at: Date; deed: string; by_id: string; about_id: string | null; clause: string | null;
  words_hash: string | null; previous: string; hash: string;
}

const entryOf = (row: Row): Entry => ({
  seq: Number(row.seq), id: row.id, at: row.at, deed: row.deed, by: row.by_id, about: row.about_id, clause: row.clause,
  wordsHash: row.words_hash, previous: row.previous, hash: row.hash,
});

/** Writes one line, in the transaction of the change it tells of. Lines of one school queue up behind its head row. */
export async function write(tx: Tx, deed: Deed): Promise<Entry> {
  const [entry] = await writeAll(tx, [deed]);
  return entry!;
}

/** Writes many lines of one school at once, in their order: what an import or a class does in one go. Costs two queries however many there are, and one more where there are words. */
export async function writeAll(tx: Tx, deeds: readonly Deed[]): Promise<Entry[]> {
  const school = deeds[0]?.school;
  if (school === undefined) return [];
  const head = (await holdHead(tx, school)) ?? (await beginChain(tx, school));
  const entries: Entry[] = [];
  const words: { entry: string; words: Deed['words']; salt: string }[] = [];
  let { seq, hash } = { seq: Number(head.seq), hash: head.hash };
  for (const deed of deeds) {
    if (deed.school !== school) throw new Error('one school at a time');
    const salt = deed.words ? randomBytes(16).toString('base64url') : '';
    const line = {
      seq: seq + 1, id: newId(), at: deed.at, deed: deed.deed, by: deed.by, about: deed.about ?? null, clause: deed.clause ?? null,
      wordsHash: deed.words ? hashOfWords(deed.words, salt) : null, previous: hash,
    };
    entries.push({ ...line, hash: hashOf(line) });
    if (deed.words) words.push({ entry: line.id, words: deed.words, salt });
    ({ seq, hash } = entries.at(-1)!);
  }
  await addLines(tx, school, entries);
  if (words.length > 0) {
    await sql`insert into logbook_words (school_id, entry_id, words, salt) select ${school}::uuid, x.entry, x.words, x.salt
      from jsonb_to_recordset(${JSON.stringify(words)}::jsonb) as x(entry uuid, words jsonb, salt text)`.execute(tx);
  }
  return entries;
}

interface Head { readonly seq: string; readonly hash: string }

const holdHead = (tx: Tx, school: string): Promise<Head | undefined> => firstRow(tx, sql<Head>`select seq, hash from logbook_head where school_id = ${school} for update`);

/** The first line of a school's chain has nothing before it. Two that begin at once queue up all the same. */
async function beginChain(tx: Tx, school: string): Promise<Head> {
  await sql`insert into logbook_head (school_id, seq, hash) values (${school}, 0, ${GENESIS}) on conflict (school_id) do nothing`.execute(tx);
  return (await holdHead(tx, school))!;
}

/** Adds the lines and moves the head to the last of them. */
async function addLines(tx: Tx, school: string, entries: readonly Entry[]): Promise<void> {
  const { seq, hash } = entries.at(-1)!;
  await sql`with head as (update logbook_head set seq = ${seq}, hash = ${hash} where school_id = ${school})
    insert into logbook_entry (school_id, seq, id, at, deed, by_id, about_id, clause, words_hash, previous, hash)
    select ${school}::uuid, x.seq, x.id, x.at, x.deed, x.by, x.about, x.clause, x."wordsHash", x.previous, x.hash
    from jsonb_to_recordset(${JSON.stringify(entries)}::jsonb)
      as x(seq bigint, id uuid, at timestamptz, deed text, by text, about text, clause text, "wordsHash" text, previous text, hash text)`.execute(tx);
}

export interface Line extends Entry {
  readonly words: Readonly<Record<string, string>> | null;
}

/** The newest lines first, `limit` at most; `about` narrows to one thing's history. */
export async function readLines(tx: Tx, ask: { readonly about?: string; readonly deed?: string; readonly before?: number; readonly limit: number }): Promise<Line[]> {
  const found = await sql<Row & { words: Record<string, string> | null }>`
    select e.*, w.words from logbook_entry e left join logbook_words w on w.entry_id = e.id
    where (${ask.about ?? null}::text is null or e.about_id = ${ask.about ?? null})
      and (${ask.deed ?? null}::text is null or e.deed = ${ask.deed ?? null})
      and (${ask.before ?? null}::bigint is null or e.seq < ${ask.before ?? null})
    order by e.seq desc limit ${Math.min(ask.limit, 500)}`.execute(tx);
  return found.rows.map(row => ({ ...entryOf(row), words: row.words }));
}

/** A line as a page shows it: its place among the lines that pages show. */
export interface ListedLine extends Line {
  readonly place: number;
}

/** What somebody did between two moments, newest first, without the words beside it: never a line whose very existence tells too much. And how many there are in all. */
export async function readDoneBy(tx: Tx, ask: { readonly by: string; readonly from: Date; readonly before: Date; readonly limit: number; readonly offset: number }): Promise<{ readonly lines: Pick<Entry, 'at' | 'deed' | 'clause'>[]; readonly total: number }> {
  const done = sql`from logbook_entry where by_id = ${ask.by} and at >= ${ask.from} and at < ${ask.before} and deed <> ${UNLISTED_DEED}`;
  const lines = await rows(tx, sql<Pick<Entry, 'at' | 'deed' | 'clause'>>`select at, deed, clause ${done} order by seq desc limit ${Math.min(ask.limit, 500)} offset ${ask.offset}`);
  return { lines, total: Number((await firstRow(tx, sql<{ n: number }>`select count(*) as n ${done}`))!.n) };
}

/** Whether somebody ever did this. */
export const hasDone = async (tx: Tx, { by, deed }: Pick<Entry, 'by' | 'deed'>): Promise<boolean> =>
  (await firstRow(tx, sql<{ done: boolean }>`select exists (select from logbook_entry where by_id = ${by} and deed = ${deed}) as done`))!.done;

/**
 * What a page of the logbook shows, newest first: every line but those whose very existence tells too much. They stand in
 * the chain, and the places of the others have no gaps that would count them. `before` is a place.
 */
export async function readListed(tx: Tx, ask: { readonly deed?: string; readonly before?: number; readonly limit: number }): Promise<ListedLine[]> {
  const before = ask.before === undefined ? null : ask.before + Number((await firstRow(tx, sql<{ n: number }>`
    select count(*) as n from (select seq, row_number() over (order by seq) as nth from logbook_entry where deed = ${UNLISTED_DEED}) hidden where seq - nth < ${ask.before}::bigint`))!.n);
  const lines = (await sql<Row & { words: Record<string, string> | null }>`
    select e.*, w.words from logbook_entry e left join logbook_words w on w.entry_id = e.id
    where e.deed <> ${UNLISTED_DEED} and (${ask.deed ?? null}::text is null or e.deed = ${ask.deed ?? null}) and (${before}::bigint is null or e.seq < ${before})
    order by e.seq desc limit ${Math.min(ask.limit, 500)}`.execute(tx)).rows;
  const last = Number(lines.at(-1)?.seq ?? 0);
  const under = Number((await firstRow(tx, sql<{ n: number }>`select count(*) as n from logbook_entry where deed = ${UNLISTED_DEED} and seq < ${last}`))!.n);
  const among = (await rows(tx, sql<{ seq: string }>`select seq from logbook_entry where deed = ${UNLISTED_DEED} and seq > ${last}`)).map(row => Number(row.seq));
  return lines.map(row => ({ ...entryOf(row), words: row.words, place: Number(row.seq) - under - among.filter(seq => seq < Number(row.seq)).length }));
}

const MOST_DEEDS = 500;

/** Every deed that a page of the logbook may show a line of, each once. */
export const listDeeds = async (tx: Tx): Promise<string[]> =>
  (await rows(tx, sql<{ deed: string }>`select distinct deed from logbook_entry where deed <> ${UNLISTED_DEED} order by deed limit ${MOST_DEEDS}`)).map(row => row.deed);

/** Whether the chain is whole, told in the lines that pages show: how many, and the hash of the last of them. */
export async function verifyListed(tx: Tx): Promise<ChainCheck> {
  const check = await verify(tx);
  if (!check.whole) return check;
  const found = (await firstRow(tx, sql<{ n: number; last: string | null }>`select count(*) as n, (select hash from logbook_entry where deed <> ${UNLISTED_DEED} order by seq desc limit 1) as last from logbook_entry where deed <> ${UNLISTED_DEED}`))!;
  return { whole: true, entries: Number(found.n), last: found.last ?? check.last };
}

/** Follows the whole chain of the school this transaction sees, a page at a time, and compares its end with the head row. */
export async function verify(tx: Tx): Promise<ChainCheck> {
  let from = { seq: 0, hash: GENESIS };
  for (;;) {
    const page = await sql<Row>`select * from logbook_entry where seq > ${from.seq} order by seq limit 2000`.execute(tx);
    if (page.rows.length === 0) break;
    const check = checkChain(page.rows.map(entryOf), from);
    if (!check.whole) return check;
    from = { seq: check.entries, hash: check.last };
  }
  const head = (await sql<{ seq: string; hash: string }>`select seq, hash from logbook_head`.execute(tx)).rows[0];
  if (head && (Number(head.seq) !== from.seq || head.hash !== from.hash)) {
    return { whole: false, entries: from.seq, brokenAt: from.seq + 1, why: `line ${from.seq + 1} and those after it are missing` };
  }
  return { whole: true, entries: from.seq, last: from.hash };
}

/** Forgets the words of every line about or by this person. The chain stays whole: it never held them. */
export async function eraseWords(tx: Tx, person: string): Promise<number> {
  const gone = await sql`delete from logbook_words where entry_id in (select id from logbook_entry where by_id = ${person} or about_id = ${person})`.execute(tx);
  return Number(gone.numAffectedRows ?? 0);
}
