/** The tables of custody: custody_entry, custody_move, custody_words, custody_place, custody_awaited, custody_setting. */
import { firstRow, rows, sql, type Tx } from '../../../platform/database/index.ts';
import { newId } from '../../../platform/ids.ts';
import type { Awaited, CustodyMove, CustodyState, Entry, EntryWords, KeepingPlace, Move, MoveWords, SettingRow, StandingAsk, Taken } from './words.ts';

const NO_WORDS: EntryWords = { why: '', marks: '', condition: '', off: '', despite: '' };
const NO_MOVE_WORDS: MoveWords = { name: '', text: '' };

const asEntry = sql`e.id, e.label, e.person_id as person, e.device_kind as kind, e.place, e.clause, e.taken_by as "takenBy", e.taken_at as "takenAt", e.awaited_id as awaited, e.to_whom as "toWhom", e.due_on as "dueOn",
  e.state, e.holder_id as holder, e.kept_in as "keptIn", e.reminded_on as "remindedOn", e.ended_at as "endedAt", w.words`;
const from = sql`from custody_entry e left join custody_words w on w.about_id = e.id`;
type Row = Omit<Entry, 'words'> & { words: Partial<EntryWords> | null };
const entryOf = (row: Row): Entry => ({ ...row, words: { ...NO_WORDS, ...row.words } });

export interface CustodyAsk {
  readonly today: string;
  readonly standing: StandingAsk | null;
  readonly kind: string;
  /** A number, or whoever has one of these ids; everybody where null. */
  readonly search: { readonly label: number | null; readonly persons: readonly string[] } | null;
}

const fits = ({ today, standing, kind, search }: CustodyAsk) => sql`
  ${standing === null ? sql`true` : standing === 'overdue' ? sql`e.state = 'held' and e.due_on < ${today}::date` : sql`e.state = ${standing}`}
  and (${kind} = '' or e.device_kind = ${kind})
  and ${search === null ? sql`true` : sql`(e.person_id = any(${[...search.persons]}::uuid[]) or e.label = ${search.label}::integer)`}`;

const ORDERS = { taken: sql`e.taken_at`, due: sql`e.due_on`, label: sql`e.label` } as const;
export type CustodyOrder = keyof typeof ORDERS;

export async function listEntries(tx: Tx, ask: CustodyAsk & { readonly sort: CustodyOrder; readonly descending: boolean; readonly limit: number; readonly offset: number }): Promise<Entry[]> {
  // Why: the newest stand first where no order was asked for.
  const down = ask.sort === 'taken' ? !ask.descending : ask.descending;
  return (await rows(tx, sql<Row>`select ${asEntry} ${from} where ${fits(ask)} order by ${ORDERS[ask.sort]} ${down ? sql`desc` : sql`asc`}, e.id limit ${ask.limit} offset ${ask.offset}`)).map(entryOf);
}

export async function countEntries(tx: Tx, ask: CustodyAsk): Promise<number> {
  return (await firstRow(tx, sql<{ n: number }>`select count(*) as n from custody_entry e where ${fits(ask)}`))!.n;
}

export async function findEntry(tx: Tx, id: string): Promise<Entry | null> {
  const row = await firstRow(tx, sql<Row>`select ${asEntry} ${from} where e.id = ${id}`);
  return row ? entryOf(row) : null;
}

/** Takes hold of an entry until the transaction ends, so that two people cannot give the same thing back. */
export async function holdEntry(tx: Tx, id: string): Promise<Entry | null> {
  await sql`select from custody_entry where id = ${id} for update`.execute(tx);
  return findEntry(tx, id);
}

/** What is held or handed on of these people, and what was given back or struck out since a day; the newest first. */
export async function entriesOf(tx: Tx, persons: readonly string[], since: string): Promise<Entry[]> {
  return (await rows(tx, sql<Row>`select ${asEntry} ${from} where e.person_id = any(${[...persons]}::uuid[]) and (e.state in ('held', 'handed-on') or e.ended_at >= ${since}::date) order by e.taken_at desc, e.id limit 100`)).map(entryOf);
}

/** What somebody holds that is due by a day. */
export async function dueFrom(tx: Tx, holder: string, day: string): Promise<Entry[]> {
  return (await rows(tx, sql<Row>`select ${asEntry} ${from} where e.holder_id = ${holder} and e.state = 'held' and e.due_on <= ${day}::date order by e.due_on, e.id limit 100`)).map(entryOf);
}

/** Everything held that was due before a day. */
export async function overdueOn(tx: Tx, today: string): Promise<Entry[]> {
  return (await rows(tx, sql<Row>`select ${asEntry} ${from} where e.state = 'held' and e.due_on < ${today}::date order by e.due_on, e.id limit 1000`)).map(entryOf);
}

/** What parents come for, from the day on which it is theirs, while nobody has been told of that day. */
export async function toCollectOn(tx: Tx, today: string): Promise<Entry[]> {
  return (await rows(tx, sql<Row>`select ${asEntry} ${from} where e.state = 'held' and e.to_whom = 'parent' and e.due_on <= ${today}::date and e.reminded_on is null order by e.due_on, e.id limit 1000`)).map(entryOf);
}

/** Whoever takes something waits for whoever is taking something now, until the transaction ends. */
export async function oneAtATime(tx: Tx, school: string): Promise<void> {
  await sql`select pg_advisory_xact_lock(hashtextextended('custody ' || ${school}::text, 0))`.execute(tx);
}

/** Writes down what was taken, under the next number. Returns both. */
export async function addEntry(tx: Tx, of: Taken & { readonly school: string; readonly by: string; readonly at: Date }): Promise<{ readonly id: string; readonly label: number }> {
  await oneAtATime(tx, of.school);
  const id = newId();
  const { label } = (await firstRow(tx, sql<{ label: number }>`
    insert into custody_entry (school_id, id, label, person_id, device_kind, place, clause, taken_by, taken_at, awaited_id, to_whom, due_on, state, holder_id, kept_in)
    select ${of.school}::uuid, ${id}::uuid, coalesce(max(label), 0) + 1, ${of.person}::uuid, ${of.kind}::text, ${of.place}::text, ${of.clause}::text, ${of.by}::uuid, ${of.at}::timestamptz, ${of.awaited}::uuid, ${of.toWhom}::text, ${of.dueOn}::date, 'held', ${of.by}::uuid, ${of.keptIn}::uuid
    from custody_entry returning label`))!;
  await sql`insert into custody_words (school_id, about_id, entry_id, words) values (${of.school}, ${id}, ${id}, ${JSON.stringify(of.words)}::jsonb)`.execute(tx);
  return { id, label };
}

export interface EntryChange {
  readonly state?: CustodyState;
  readonly holder?: string | null;
  readonly keptIn?: string | null;
  readonly dueOn?: string;
  readonly endedAt?: Date | null;
}

export async function setEntry(tx: Tx, id: string, { state, holder, keptIn, dueOn, endedAt }: EntryChange): Promise<void> {
  await sql`update custody_entry set state = coalesce(${state ?? null}, state), holder_id = ${holder === undefined ? sql`holder_id` : sql`${holder}::uuid`}, kept_in = ${keptIn === undefined ? sql`kept_in` : sql`${keptIn}::uuid`},
    due_on = coalesce(${dueOn ?? null}::date, due_on), ended_at = ${endedAt === undefined ? sql`ended_at` : sql`${endedAt}::timestamptz`} where id = ${id}`.execute(tx);
}

export async function noteReminded(tx: Tx, ids: readonly string[], today: string): Promise<void> {
  await sql`update custody_entry set reminded_on = ${today}::date where id = any(${[...ids]}::uuid[])`.execute(tx);
}

export async function addMove(tx: Tx, of: { readonly school: string; readonly entry: string; readonly move: Move; readonly from: string | null; readonly to: string | null; readonly keptIn: string | null; readonly by: string | null; readonly at: Date; readonly words?: MoveWords }): Promise<void> {
  const id = newId();
  await sql`insert into custody_move (school_id, id, entry_id, move, from_id, to_id, kept_in, by_id, at) values (${of.school}, ${id}, ${of.entry}, ${of.move}, ${of.from}, ${of.to}, ${of.keptIn}, ${of.by}, ${of.at})`.execute(tx);
  if (of.words && (of.words.name !== '' || of.words.text !== '')) await sql`insert into custody_words (school_id, about_id, entry_id, words) values (${of.school}, ${id}, ${of.entry}, ${JSON.stringify(of.words)}::jsonb)`.execute(tx);
}

/** Every hand through which it went, oldest first. */
export async function movesOf(tx: Tx, entry: string): Promise<CustodyMove[]> {
  const found = await rows(tx, sql<Omit<CustodyMove, 'words'> & { words: Partial<MoveWords> | null }>`select m.id, m.move, m.from_id as "from", m.to_id as "to", m.kept_in as "keptIn", m.by_id as by, m.at, w.words
    from custody_move m left join custody_words w on w.about_id = m.id where m.entry_id = ${entry} order by m.at, m.id limit 500`);
  return found.map(row => ({ ...row, words: { ...NO_MOVE_WORDS, ...row.words } }));
}

/** Where devices lie, those no longer in use last. */
export const listPlaces = (tx: Tx): Promise<KeepingPlace[]> =>
  rows(tx, sql<KeepingPlace>`select id, name, closed_on as "closedOn" from custody_place order by closed_on is not null, lower(name), id limit 200`);

export async function addPlace(tx: Tx, of: { readonly school: string; readonly name: string; readonly by: string; readonly at: Date }): Promise<string> {
  const id = newId();
  await sql`insert into custody_place (school_id, id, name, by_id, at) values (${of.school}, ${id}, ${of.name}, ${of.by}, ${of.at})`.execute(tx);
  return id;
}

export async function setPlaceClosed(tx: Tx, id: string, on: string | null): Promise<boolean> {
  return Number((await sql`update custody_place set closed_on = ${on}::date where id = ${id}`.execute(tx)).numAffectedRows ?? 0) > 0;
}

const asAwaited = sql`id, person_id as person, offices, until_day as until, state`;

/** Notes what was decided elsewhere; a second telling of the same changes nothing. */
export async function addAwaited(tx: Tx, of: { readonly school: string; readonly key: string; readonly person: string; readonly offices: readonly string[]; readonly until: string | null; readonly at: Date }): Promise<string | null> {
  return (await firstRow(tx, sql<{ id: string }>`insert into custody_awaited (school_id, id, key, person_id, offices, until_day, state, at)
    values (${of.school}, ${newId()}, ${of.key}, ${of.person}, ${[...of.offices]}::text[], ${of.until}::date, 'open', ${of.at}) on conflict (school_id, key) do nothing returning id`))?.id ?? null;
}

/** What these offices still have to take. */
export const openAwaited = (tx: Tx, offices: readonly string[]): Promise<Awaited[]> =>
  rows(tx, sql<Awaited>`select ${asAwaited} from custody_awaited where state = 'open' and person_id is not null and offices && ${[...offices]}::text[] order by at, id limit 50`);

export async function awaitedByKey(tx: Tx, key: string): Promise<Awaited | null> {
  return (await firstRow(tx, sql<Awaited>`select ${asAwaited} from custody_awaited where key = ${key}`)) ?? null;
}

/** Marks what was decided as taken; false where somebody was quicker, or it is over. */
export async function claimAwaited(tx: Tx, id: string): Promise<boolean> {
  return Number((await sql`update custody_awaited set state = 'taken' where id = ${id} and state = 'open'`.execute(tx)).numAffectedRows ?? 0) > 0;
}

export async function setAwaited(tx: Tx, id: string, state: Awaited['state']): Promise<void> {
  await sql`update custody_awaited set state = ${state} where id = ${id}`.execute(tx);
}

/** Forgets what was decided before a day, where no entry stands on it any more, but for these decisions. */
export async function eraseAwaited(tx: Tx, before: string, kept: readonly string[]): Promise<void> {
  await sql`delete from custody_awaited a where a.state <> 'open' and a.at < ${before}::date and a.key <> all(${[...kept]}::uuid[]) and not exists (select from custody_entry e where e.awaited_id = a.id)`.execute(tx);
}

/** The entry that was written for what was decided, while it is held. */
export async function heldFor(tx: Tx, awaited: string): Promise<Entry | null> {
  const row = await firstRow(tx, sql<Row>`select ${asEntry} ${from} where e.awaited_id = ${awaited} and e.state = 'held' limit 1`);
  return row ? entryOf(row) : null;
}

/** The newest first. */
export const listSettings = (tx: Tx): Promise<SettingRow[]> =>
  rows(tx, sql<SettingRow>`select name, since, value, by_id as by from custody_setting order by since desc, at desc, id desc limit 200`);

export async function addSetting(tx: Tx, of: { readonly school: string; readonly name: string; readonly since: string; readonly value: unknown; readonly by: string; readonly at: Date }): Promise<void> {
  await sql`insert into custody_setting (school_id, id, name, since, value, by_id, at) values (${of.school}, ${newId()}, ${of.name}, ${of.since}::date, ${JSON.stringify(of.value)}::jsonb, ${of.by}, ${of.at})`.execute(tx);
}

/** Entries that ended before a day: they may have been kept long enough. */
export async function endedBefore(tx: Tx, day: string): Promise<Entry[]> {
  return (await rows(tx, sql<Row>`select ${asEntry} ${from} where e.ended_at < ${day}::date order by e.ended_at limit 500`)).map(entryOf);
}

/** The decisions elsewhere on which anything here stands, by their own marks. */
export const decisionsHere = async (tx: Tx): Promise<string[]> => (await rows(tx, sql<{ key: string }>`select key from custody_awaited order by at desc limit 10000`)).map(row => row.key);

/** Of these decisions, what was taken because of them. */
export const entriesFrom = async (tx: Tx, keys: readonly string[]): Promise<string[]> =>
  (await rows(tx, sql<{ id: string }>`select e.id from custody_entry e join custody_awaited a on a.id = e.awaited_id where a.key = any(${[...keys]}::uuid[])`)).map(row => row.id);

export async function eraseEntry(tx: Tx, id: string): Promise<void> {
  await sql`delete from custody_words where entry_id = ${id}`.execute(tx);
  await sql`delete from custody_move where entry_id = ${id}`.execute(tx);
  await sql`delete from custody_entry where id = ${id}`.execute(tx);
}
