/** The tables of moves: person_move and school_year_group; and the rows of person_kind and pupil_place that a move begins and ends. */
import { firstRow, rows, sql, type RawBuilder, type Tx } from '../../../platform/database/index.ts';
import { newId } from '../../../platform/ids.ts';
import type { Move, Place, Standing, YearGroup } from './words.ts';

export const listYears = (tx: Tx): Promise<YearGroup[]> =>
  rows(tx, sql<YearGroup>`select name, phase, kind from school_year_group order by place, name limit 60`);

/** Puts these year groups in the place of all. */
export async function replaceYears(tx: Tx, school: string, years: readonly YearGroup[]): Promise<void> {
  await sql`delete from school_year_group`.execute(tx);
  await sql`insert into school_year_group (school_id, name, place, phase, kind)
    select ${school}::uuid, x.name, x.place, x.phase, x.kind from jsonb_to_recordset(${JSON.stringify(years.map((year, place) => ({ ...year, place })))}::jsonb) as x(name text, place integer, phase text, kind text)`.execute(tx);
}

/** How many pupils of each year group are of which kind and phase on a day. */
export const countYears = (tx: Tx, day: string): Promise<{ yearGroup: string; phase: string; kind: string; count: number }[]> =>
  rows(tx, sql<{ yearGroup: string; phase: string; kind: string; count: number }>`
    select s.year_group as "yearGroup", s.phase, k.kind, count(*)::int as count
    from pupil_place s join person p on p.id = s.person_id join person_kind k on k.person_id = s.person_id and (k.kind = 'pupil' or k.kind like 'pupil-%')
    where s.from_day <= ${day} and (s.until_day is null or s.until_day >= ${day}) and k.from_day <= ${day} and (k.until_day is null or k.until_day >= ${day})
      and (p.left_on is null or p.left_on >= ${day})
    group by 1, 2, 3 order by 1, 4 desc limit 500`);

/** Everything that says what a person is and was, in one value that can be compared and put back. `person` is the id's expression. */
export const allRowsOf = (person: RawBuilder<unknown>): RawBuilder<unknown> => sql`jsonb_build_object(
  'kinds', coalesce((select jsonb_agg(jsonb_build_array(k.kind, k.from_day, k.until_day) order by k.kind, k.from_day) from person_kind k where k.person_id = ${person}), '[]'),
  'places', coalesce((select jsonb_agg(jsonb_build_array(s.year_group, s.class, s.phase, s.from_day, s.until_day) order by s.from_day) from pupil_place s where s.person_id = ${person}), '[]'))`;

/** The last day on which something about a person begins, or after which something ends; null where nothing is planned. */
export async function lastPlanned(tx: Tx, person: string, after: string): Promise<string | null> {
  const row = await firstRow(tx, sql<{ day: string | null }>`select max(day) as day from (
    select from_day as day from person_kind where person_id = ${person} union all select until_day + 1 from person_kind where person_id = ${person}
    union all select from_day from pupil_place where person_id = ${person} union all select until_day + 1 from pupil_place where person_id = ${person}) as days where day > ${after}`);
  return row?.day ?? null;
}

/** From a day on a person is of these kinds and no others. What stays keeps the day it began. */
export async function setKindsFrom(tx: Tx, school: string, given: { person: string; kinds: readonly string[]; from: string }): Promise<void> {
  const { person, from } = given;
  const kinds = [...given.kinds];
  await sql`delete from person_kind where person_id = ${person} and not kind = any(${kinds}) and from_day >= ${from}`.execute(tx);
  await sql`update person_kind set until_day = ${from}::date - 1 where person_id = ${person} and not kind = any(${kinds}) and (until_day is null or until_day >= ${from})`.execute(tx);
  await sql`insert into person_kind (school_id, person_id, kind, from_day) select ${school}::uuid, ${person}::uuid, kind, ${from}::date from unnest(${kinds}::text[]) as kind
    where not exists (select from person_kind k where k.person_id = ${person} and k.kind = kind.kind and k.from_day <= ${from} and k.until_day is null)
    on conflict (person_id, kind, from_day) do update set until_day = null`.execute(tx);
}

/** From a day on a pupil sits here; null ends the place. */
export async function setPlaceFrom(tx: Tx, school: string, given: { person: string; place: Place | null; from: string }): Promise<void> {
  const { person, place, from } = given;
  await sql`delete from pupil_place where person_id = ${person} and from_day >= ${from}`.execute(tx);
  await sql`update pupil_place set until_day = ${from}::date - 1 where person_id = ${person} and (until_day is null or until_day >= ${from})`.execute(tx);
  if (place) {
    await sql`insert into pupil_place (school_id, person_id, year_group, class, phase, from_day)
      values (${school}, ${person}, ${place.yearGroup}, ${place.class}, ${place.phase}, ${from})`.execute(tx);
  }
}

/** All rows of a person, held still by the lock on the person until the transaction ends. */
export async function lockRows(tx: Tx, person: string): Promise<unknown> {
  await sql`select from person where id = ${person} for update`.execute(tx);
  return (await firstRow(tx, sql<{ all: unknown }>`select ${allRowsOf(sql`${person}::uuid`)} as "all"`))!.all;
}

/** Keeps a move once its rows stand. */
export async function addMove(tx: Tx, move: { school: string; person: string; from: string; was: Standing; becomes: Standing; before: unknown; by: string; at: Date }): Promise<string> {
  const id = newId();
  await sql`insert into person_move (school_id, id, person_id, from_day, was, becomes, rows_before, rows_after, made_by, made_at)
    values (${move.school}, ${id}, ${move.person}, ${move.from}, ${JSON.stringify(move.was)}::jsonb, ${JSON.stringify(move.becomes)}::jsonb, ${JSON.stringify(move.before)}::jsonb,
      ${allRowsOf(sql`${move.person}::uuid`)}, ${move.by}, ${move.at})`.execute(tx);
  return id;
}

/** Puts back what a move changed, where nothing has changed since. False where something has, or it was taken back before. */
export async function takeBack(tx: Tx, given: { school: string; person: string; move: string; by: string; at: Date }): Promise<boolean> {
  const { school, person, move, by, at } = given;
  await lockRows(tx, person);
  const marked = await sql`update person_move set taken_back_by = ${by}, taken_back_at = ${at}
    where id = ${move} and person_id = ${person} and taken_back_at is null and rows_after = ${allRowsOf(sql`${person}::uuid`)}`.execute(tx);
  if (Number(marked.numAffectedRows ?? 0) === 0) return false;
  await sql`delete from person_kind where person_id = ${person}`.execute(tx);
  await sql`delete from pupil_place where person_id = ${person}`.execute(tx);
  await sql`insert into person_kind (school_id, person_id, kind, from_day, until_day)
    select ${school}::uuid, ${person}::uuid, one->>0, (one->>1)::date, (one->>2)::date from person_move m, jsonb_array_elements(m.rows_before->'kinds') as one where m.id = ${move}`.execute(tx);
  await sql`insert into pupil_place (school_id, person_id, year_group, class, phase, from_day, until_day)
    select ${school}::uuid, ${person}::uuid, one->>0, one->>1, one->>2, (one->>3)::date, (one->>4)::date from person_move m, jsonb_array_elements(m.rows_before->'places') as one where m.id = ${move}`.execute(tx);
  return true;
}

/** What changed about a person, newest first. */
export const listMoves = (tx: Tx, person: string, limit: number): Promise<Move[]> =>
  rows(tx, sql<Move>`select m.id, m.from_day as "from", m.was, m.becomes, coalesce(p.given_name || ' ' || p.family_name, '') as "by", m.made_at as "at", m.taken_back_at as "takenBackAt",
      m.taken_back_at is null and m.rows_after = ${allRowsOf(sql`${person}::uuid`)} as latest
    from person_move m left join person p on p.id::text = m.made_by where m.person_id = ${person} order by m.made_at desc, m.id desc limit ${limit}`);

/** Where a pupil sat and sits, newest first. */
export const listPlaces = (tx: Tx, person: string): Promise<(Place & { from: string; until: string | null })[]> =>
  rows(tx, sql<Place & { from: string; until: string | null }>`select year_group as "yearGroup", class, phase, from_day as "from", until_day as "until" from pupil_place where person_id = ${person} order by from_day desc limit 60`);

export async function forgetMoves(tx: Tx, person: string): Promise<void> {
  await sql`delete from person_move where person_id = ${person}`.execute(tx);
  await sql`update person_move set made_by = 'erased' where made_by = ${person}`.execute(tx);
}
