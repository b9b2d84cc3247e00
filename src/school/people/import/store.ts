/** The tables of imports, and people by the thousand: one statement for each table, however many there are. */
import { isHeld, sql, type Tx } from '../../../platform/database/index.ts';
import type { Counts, Field, Import, ImportState, Known, Mapping, NewTie, Preview, Source } from './words.ts';

interface Row {
  id: string; source: Source; file_name: string; state: ImportState; made_by: string; made_at: Date; mapping: Mapping | null; planned_for: string | null;
  counts: Partial<Counts>; step: string; done: number; total: number; stalled: boolean; applied_at: Date | null; trouble: string | null;
}

const importOf = (row: Row): Import => ({
  id: row.id, source: row.source, fileName: row.file_name, state: row.state, madeBy: row.made_by, madeAt: row.made_at, mapping: row.mapping, plannedFor: row.planned_for,
  counts: row.counts, step: row.step, done: row.done, total: row.total, stalled: row.stalled, appliedAt: row.applied_at, trouble: row.trouble,
});

/** The lock that the work on a school's import holds. */
export const lockOf = (school: string): string => `import of people ${school}`;

/** Whether somebody works on an import: they hold its lock, or were asked within the last minute, which a process takes to begin where the machine is very busy. */
const worked = sql`(beat_at > clock_timestamp() - interval '60 seconds' or ${isHeld(sql`'import of people ' || school_id`)})`;

const columns = sql`id, source, file_name, state, made_by, made_at, mapping, planned_for, counts, step, done, total, applied_at, trouble,
  case when state in ('reading', 'applying') then ${worked} is not true else false end as stalled`;

export async function findImport(tx: Tx, id: string): Promise<Import | null> {
  const row = (await sql<Row>`select ${columns} from person_import where id = ${id}`.execute(tx)).rows[0];
  return row ? importOf(row) : null;
}

/** The newest imports first. */
export async function listImports(tx: Tx, limit: number): Promise<Import[]> {
  return (await sql<Row>`select ${columns} from person_import order by made_at desc, id desc limit ${limit}`.execute(tx)).rows.map(importOf);
}

/** Ends whatever import is open, unless it is being applied: true when none is in the way now. */
export async function dropOpen(tx: Tx): Promise<boolean> {
  const open = await sql<{ id: string }>`select id from person_import where state not in ('applied', 'dropped') and (state <> 'applying' or ${worked} is not true) for update`.execute(tx);
  for (const { id } of open.rows) await close(tx, id, 'dropped');
  return (await sql`select from person_import where state not in ('applied', 'dropped')`.execute(tx)).rows.length === 0;
}

/** Ends an import: its file and its rows go, its figures stay. False where it is over, or, to be applied, was stopped meanwhile. */
export async function close(tx: Tx, id: string, state: 'applied' | 'dropped', at: Date | null = null): Promise<boolean> {
  const done = await sql`update person_import set state = ${state}, file = null, preview = null, step = '', applied_at = ${at}
    where id = ${id} and case when ${state} = 'applied' then state = 'applying' else state not in ('applied', 'dropped') end`.execute(tx);
  if (!Number(done.numAffectedRows ?? 0)) return false;
  await sql`delete from person_import_row where import_id = ${id}`.execute(tx);
  return true;
}

export async function addImport(tx: Tx, school: string, given: { id: string; source: Source; fileName: string; bytes: Uint8Array; state: ImportState; by: string; at: Date; mapping: Mapping | null }): Promise<void> {
  await sql`insert into person_import (school_id, id, source, file_name, file, state, made_by, made_at, mapping, beat_at)
    values (${school}, ${given.id}, ${given.source}, ${given.fileName}, ${Buffer.from(given.bytes.buffer, given.bytes.byteOffset, given.bytes.byteLength)}, ${given.state}, ${given.by}, ${given.at}, ${given.mapping === null ? null : JSON.stringify(given.mapping)}::jsonb, clock_timestamp())`.execute(tx);
}

export async function fileOf(tx: Tx, id: string): Promise<Uint8Array | null> {
  return (await sql<{ file: Buffer | null }>`select file from person_import where id = ${id}`.execute(tx)).rows[0]?.file ?? null;
}

/** Moves an import on, from one of these states alone. False where somebody else was quicker. */
export async function move(tx: Tx, id: string, change: { from: readonly ImportState[]; to: ImportState; step?: string }): Promise<boolean> {
  return Number((await sql`update person_import set state = ${change.to}, step = ${change.step ?? ''}, done = 0, total = 0, trouble = null, beat_at = clock_timestamp()
    where id = ${id} and (state = any(${[...change.from]}::text[]) or (state in ('reading', 'applying') and ${worked} is not true))`.execute(tx)).numAffectedRows ?? 0) > 0;
}

/** Notes how far the work is. */
export async function beat(tx: Tx, id: string, at: { step: string; done: number; total: number }): Promise<void> {
  await sql`update person_import set step = ${at.step}, done = ${at.done}, total = ${at.total}, beat_at = clock_timestamp() where id = ${id} and state in ('reading', 'applying')`.execute(tx);
}

/** Whether the work on this import is still wanted: it is in this state yet. */
export async function isStill(tx: Tx, id: string, state: ImportState): Promise<boolean> {
  return (await sql`select from person_import where id = ${id} and state = ${state}`.execute(tx)).rows.length > 0;
}

/** Keeps what a table begins with, for the page that asks about its columns. */
export async function keepPreview(tx: Tx, id: string, preview: Preview): Promise<void> {
  await sql`update person_import set preview = ${JSON.stringify(preview)}::jsonb, state = 'columns', step = '' where id = ${id} and state = 'reading'`.execute(tx);
}

export async function previewOf(tx: Tx, id: string): Promise<Preview | null> {
  return (await sql<{ preview: Preview | null }>`select preview from person_import where id = ${id}`.execute(tx)).rows[0]?.preview ?? null;
}

/** The work ended before its end: back to where it can be begun again. */
export async function stopShort(tx: Tx, id: string, { from, state, trouble }: { from: ImportState; state: ImportState; trouble: string }): Promise<boolean> {
  return Number((await sql`update person_import set state = ${state}, trouble = ${trouble}, step = '' where id = ${id} and state = ${from}`.execute(tx)).numAffectedRows ?? 0) > 0;
}

export async function setMapping(tx: Tx, school: string, given: { id: string; mapping: Mapping }): Promise<void> {
  await sql`update person_import set mapping = ${JSON.stringify(given.mapping)}::jsonb where id = ${given.id}`.execute(tx);
  const said = Object.fromEntries(Object.entries(given.mapping.columns).map(([field, heading]) => [heading, field]));
  await sql`insert into person_import_mapping (school_id, mapping) values (${school}, ${JSON.stringify(said)}::jsonb) on conflict (school_id) do update set mapping = person_import_mapping.mapping || excluded.mapping`.execute(tx);
}

/** What this school once said of its headings: heading → field. */
export async function rememberedHeadings(tx: Tx): Promise<Readonly<Record<string, Field>>> {
  return (await sql<{ mapping: Record<string, Field> }>`select mapping from person_import_mapping`.execute(tx)).rows[0]?.mapping ?? {};
}

export interface PlanRow {
  readonly n: number;
  readonly deed: 'join' | 'change' | 'leave' | 'tie' | 'known' | 'fault';
  readonly person_id: string | null;
  readonly name: string;
  readonly data: unknown;
}

const AT_ONCE = 5_000;

/** Puts a difference in the place of an earlier one. */
export async function keepPlan(tx: Tx, school: string, given: { id: string; rows: readonly PlanRow[]; counts: Counts; fingerprint: string; today: string }): Promise<void> {
  await sql`delete from person_import_row where import_id = ${given.id}`.execute(tx);
  for (let at = 0; at < given.rows.length; at += AT_ONCE) {
    await sql`insert into person_import_row (school_id, import_id, n, deed, person_id, name, data)
      select ${school}::uuid, ${given.id}::uuid, x.* from jsonb_to_recordset(${JSON.stringify(given.rows.slice(at, at + AT_ONCE))}::jsonb) as x(n integer, deed text, person_id uuid, name text, data jsonb)`.execute(tx);
  }
  // Why only then: a file that was put aside while it was read stays aside.
  await sql`update person_import set state = ${given.counts.stops > 0 ? 'faulty' : 'ready'}, counts = ${JSON.stringify(given.counts)}::jsonb, fingerprint = ${given.fingerprint}, planned_for = ${given.today}, step = '' where id = ${given.id} and state = 'reading'`.execute(tx);
}

/** Rows of a difference, as they were noted: `limit` from `offset`, those whose name holds `search`. */
export async function planRows<Data>(tx: Tx, ask: { id: string; deed: PlanRow['deed']; search?: string; limit: number; offset?: number }): Promise<{ rows: Data[]; total: number }> {
  const fits = sql`import_id = ${ask.id} and deed = ${ask.deed} and (${ask.search ?? ''} = '' or position(lower(${ask.search ?? ''}) in lower(name)) > 0)`;
  const rows = await sql<{ data: Data }>`select data from person_import_row where ${fits} order by n limit ${ask.limit} offset ${ask.offset ?? 0}`.execute(tx);
  const total = (await sql<{ n: number }>`select count(*) as n from person_import_row where ${fits}`.execute(tx)).rows[0]!.n;
  return { rows: rows.rows.map(row => row.data), total };
}

export async function planOf(tx: Tx, id: string): Promise<{ fingerprint: string | null; plannedFor: string | null }> {
  return (await sql<{ fingerprint: string | null; plannedFor: string | null }>`select fingerprint, planned_for as "plannedFor" from person_import where id = ${id}`.execute(tx)).rows[0] ?? { fingerprint: null, plannedFor: null };
}

type KnownRow = Omit<Known, 'key' | 'kinds' | 'yearGroup' | 'class' | 'phase' | 'offices'>;
const byPerson = <Row extends { person: string }>(rows: readonly Row[]): Map<string, Row> => new Map(rows.map(row => [row.person, row]));

/**
 * Everybody who was ever here, as a comparison needs them, with the file's number where one is known. Each table is read
 * once and joined here: right after an import the database does not yet know how long its tables are, and joins them badly.
 */
export async function everybody(tx: Tx, ask: { source: Source; today: string }): Promise<Known[]> {
  const { source, today } = ask;
  const still = sql`(until_day is null or until_day >= ${today})`;
  const people = await sql<KnownRow>`select id, given_name as "givenName", family_name as "familyName", email, joined_on as "joinedOn", left_on as "leftOn" from person`.execute(tx);
  const keys = byPerson((await sql<{ person: string; key: string }>`select person_id as person, external_id as key from person_external_id where source = ${source}`.execute(tx)).rows);
  const kinds = byPerson((await sql<{ person: string; kinds: string[] }>`select person_id as person, array_agg(distinct kind order by kind) as kinds from person_kind where ${still} group by person_id`.execute(tx)).rows);
  const places = byPerson((await sql<{ person: string; yearGroup: string; class: string; phase: string }>`
    select distinct on (person_id) person_id as person, year_group as "yearGroup", class, phase from pupil_place where ${still} order by person_id, from_day desc`.execute(tx)).rows);
  const offices = byPerson((await sql<{ person: string; offices: string[] }>`
    select person_id as person, array_agg(distinct office) as offices from office_holder where from_day <= ${today} and ${still} group by person_id`.execute(tx)).rows);
  return people.rows.map(one => {
    const place = places.get(one.id);
    return {
      ...one, key: keys.get(one.id)?.key ?? null, kinds: kinds.get(one.id)?.kinds ?? [], offices: offices.get(one.id)?.offices ?? [],
      yearGroup: place?.yearGroup ?? null, class: place?.class ?? null, phase: place?.phase ?? null,
    };
  });
}

/** Every family tie, as `child parent`. */
export async function everyTie(tx: Tx): Promise<Set<string>> {
  return new Set((await sql<{ tie: string }>`select child_id || ' ' || parent_id as tie from guardian`.execute(tx)).rows.map(row => row.tie));
}

/** Every tie by the ids of both, for an export. Ties with no contact are nobody else's to know. */
export async function tiesToWrite(tx: Tx): Promise<NewTie[]> {
  return (await sql<NewTie>`select child_id as child, parent_id as parent, relation, may_agree as "mayAgree" from guardian where not no_contact order by child_id, parent_id`.execute(tx)).rows;
}

/** A mark of all that a comparison reads: it differs when anything of it was changed. */
export async function fingerprint(tx: Tx): Promise<string> {
  const marks = await sql<{ mark: string }>`select concat_ws(' ',
    (select md5(coalesce(string_agg(md5(p::text), '' order by p.id), '')) from person p),
    (select md5(coalesce(string_agg(md5(k::text), '' order by k.person_id, k.kind, k.from_day), '')) from person_kind k),
    (select md5(coalesce(string_agg(md5(s::text), '' order by s.person_id, s.from_day), '')) from pupil_place s),
    (select md5(coalesce(string_agg(md5(g::text), '' order by g.child_id, g.parent_id), '')) from guardian g),
    (select md5(coalesce(string_agg(md5(e::text), '' order by e.source, e.external_id), '')) from person_external_id e)) as mark`.execute(tx);
  return marks.rows[0]!.mark;
}

/** Forgets what imports know of a person: the other systems' numbers, and rows that wait. */
export async function forget(tx: Tx, person: string): Promise<void> {
  await sql`delete from person_external_id where person_id = ${person}`.execute(tx);
  await sql`delete from person_import_row where person_id = ${person}`.execute(tx);
}

/** The numbers other systems have for a person. */
export async function numbersOf(tx: Tx, person: string): Promise<{ source: string; number: string }[]> {
  return (await sql<{ source: string; number: string }>`select source, external_id as number from person_external_id where person_id = ${person} order by source`.execute(tx)).rows;
}
