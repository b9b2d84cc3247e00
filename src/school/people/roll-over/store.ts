/** The tables of the roll-over, and the statements that carry it out for a whole school at once. */
import { firstRow, rows, sql, type Tx } from '../../../platform/database/index.ts';
import { newId } from '../../../platform/ids.ts';
import { allRowsOf } from '../moves/store.ts';
import type { ClassPlan, Planned, Pupil, PupilPlan, RollOver } from './words.ts';

const MOST_PUPILS = 100_000;

const columns = sql`r.id, r.on_day as "on", r.state, r.parents_too as "parentsToo", coalesce(p.given_name || ' ' || p.family_name, '') as "confirmedBy", r.confirmed_at as "confirmedAt", r.done_at as "doneAt", r.counts
  from roll_over r left join person p on p.id::text = r.confirmed_by`;

/** The roll-over that is being prepared or waits for its day, or null. `hold` keeps others from changing it until the transaction ends. */
export async function openRollOver(tx: Tx, hold = false): Promise<RollOver | null> {
  return (await firstRow(tx, sql<RollOver>`select ${columns} where r.state in ('draft', 'confirmed') ${hold ? sql`for update of r` : sql``}`)) ?? null;
}

/** Those that are over, newest first. */
export const pastRollOvers = (tx: Tx, limit: number): Promise<RollOver[]> =>
  rows(tx, sql<RollOver>`select ${columns} where r.state = 'done' order by r.on_day desc limit ${limit}`);

export async function addRollOver(tx: Tx, given: { school: string; on: string; by: string; at: Date }): Promise<string | null> {
  const id = newId();
  const added = await sql`insert into roll_over (school_id, id, on_day, state, made_by, made_at) values (${given.school}, ${id}, ${given.on}, 'draft', ${given.by}, ${given.at}) on conflict do nothing`.execute(tx);
  return Number(added.numAffectedRows ?? 0) > 0 ? id : null;
}

export async function setRollOver(tx: Tx, given: { id: string; on: string; parentsToo: boolean }): Promise<void> {
  await sql`update roll_over set on_day = ${given.on}, parents_too = ${given.parentsToo} where id = ${given.id}`.execute(tx);
}

export async function setState(tx: Tx, given: { id: string; state: RollOver['state']; by?: string; at: Date; counts?: RollOver['counts'] }): Promise<void> {
  const { id, state, by = null, at, counts = {} } = given;
  await sql`update roll_over set state = ${state}, counts = ${JSON.stringify(counts)}::jsonb,
    confirmed_by = case when ${state} = 'draft' then null when ${state} = 'confirmed' then ${by} else confirmed_by end,
    confirmed_at = case when ${state} = 'draft' then null when ${state} = 'confirmed' then ${at}::timestamptz else confirmed_at end,
    done_at = case when ${state} = 'done' then ${at}::timestamptz end where id = ${id}`.execute(tx);
}

export const listClassPlans = (tx: Tx, id: string): Promise<ClassPlan[]> =>
  rows(tx, sql<ClassPlan>`select year_from as "yearFrom", class_from as "classFrom", goes, year_to as "yearTo", class_to as "classTo" from roll_over_class where roll_over_id = ${id} limit 1000`);

export async function replaceClassPlans(tx: Tx, school: string, given: { id: string; plans: readonly ClassPlan[] }): Promise<void> {
  await sql`delete from roll_over_class where roll_over_id = ${given.id}`.execute(tx);
  await sql`insert into roll_over_class (school_id, roll_over_id, year_from, class_from, goes, year_to, class_to)
    select ${school}::uuid, ${given.id}::uuid, x.* from jsonb_to_recordset(${JSON.stringify(given.plans)}::jsonb) as x("yearFrom" text, "classFrom" text, goes text, "yearTo" text, "classTo" text)`.execute(tx);
}

export const listPupilPlans = (tx: Tx, id: string): Promise<PupilPlan[]> =>
  rows(tx, sql<PupilPlan>`select person_id as person, goes, year_to as "yearTo", class_to as "classTo" from roll_over_pupil where roll_over_id = ${id} limit ${MOST_PUPILS}`);

/** Says where one pupil goes; null: with the class again. */
export async function setPupilPlan(tx: Tx, school: string, given: { id: string; person: string; plan: Omit<PupilPlan, 'person'> | null }): Promise<void> {
  const { id, person, plan } = given;
  await sql`delete from roll_over_pupil where roll_over_id = ${id} and person_id = ${person}`.execute(tx);
  if (plan) await sql`insert into roll_over_pupil (school_id, roll_over_id, person_id, goes, year_to, class_to) values (${school}, ${id}, ${person}, ${plan.goes}, ${plan.yearTo}, ${plan.classTo})`.execute(tx);
}

/** Every pupil who is here on the last day before, and the day itself or later if they leave, as they are on that last day. */
export const pupilsBefore = (tx: Tx, on: string): Promise<Pupil[]> =>
  rows(tx, sql<Pupil>`
    with placed as (
      select distinct on (s.person_id) s.person_id, s.year_group, s.class, s.phase from pupil_place s
      where s.from_day < ${on}::date and (s.until_day is null or s.until_day >= ${on}::date - 1) order by s.person_id, s.from_day desc),
    kinds as (
      select k.person_id, array_agg(k.kind order by k.kind) as kinds from person_kind k
      where k.from_day < ${on}::date and (k.until_day is null or k.until_day >= ${on}::date - 1) group by k.person_id),
    planned as (
      select person_id from pupil_place where from_day >= ${on}::date or until_day >= ${on}::date - 1
      union select person_id from person_kind where (kind = 'pupil' or kind like 'pupil-%') and (from_day >= ${on}::date or until_day >= ${on}::date - 1))
    select p.id as person, p.given_name as "givenName", p.family_name as "familyName", placed.year_group as "yearGroup", placed.class, placed.phase, kinds.kinds, planned.person_id is not null as planned
    from placed join person p on p.id = placed.person_id join kinds on kinds.person_id = p.id left join planned on planned.person_id = p.id
    where p.joined_on < ${on}::date and (p.left_on is null or p.left_on >= ${on}::date) and exists (select from unnest(kinds.kinds) as kind where kind = 'pupil' or kind like 'pupil-%')
    order by p.family_name, p.given_name, p.id limit ${MOST_PUPILS}`);

/** The children of everybody who is nothing but a parent and has a child among these. Children who are no longer here do not count. */
export const tiesOfOnlyParents = (tx: Tx, given: { children: readonly string[]; on: string }): Promise<{ parent: string; child: string }[]> =>
  rows(tx, sql<{ parent: string; child: string }>`
    select g.parent_id as parent, g.child_id as child from guardian g join person p on p.id = g.parent_id join person c on c.id = g.child_id
    where g.parent_id in (select parent_id from guardian where child_id = any(${[...given.children]}::uuid[]))
      and (p.left_on is null or p.left_on >= ${given.on}::date) and (c.left_on is null or c.left_on >= ${given.on}::date)
      and not exists (select from person_kind k where k.person_id = p.id and k.kind <> 'parent' and (k.until_day is null or k.until_day >= ${given.on}::date))
      and not exists (select from office_holder o where o.person_id = p.id and (o.until_day is null or o.until_day >= ${given.on}::date))
    limit ${MOST_PUPILS}`);

/** Moves all of these from a day on, each with a move of their own that can be taken back: a handful of statements however many they are. */
export async function moveAll(tx: Tx, given: { school: string; on: string; by: string; at: Date; moves: readonly Planned[] }): Promise<void> {
  const { school, on, by, at } = given;
  const told = JSON.stringify(given.moves.map(({ pupil, to, kinds }) => ({
    id: newId(), person: pupil.person, year_group: to!.yearGroup, class: to!.class, phase: to!.phase, kinds,
    was: { kinds: pupil.kinds, place: { yearGroup: pupil.yearGroup, class: pupil.class, phase: pupil.phase } }, becomes: { kinds, place: to },
  })));
  const moving = sql`jsonb_to_recordset(${told}::jsonb) as m(id uuid, person uuid, year_group text, class text, phase text, kinds text[], was jsonb, becomes jsonb)`;
  await sql`insert into person_move (school_id, id, person_id, from_day, was, becomes, rows_before, rows_after, made_by, made_at)
    select ${school}::uuid, m.id, m.person, ${on}::date, m.was, m.becomes, ${allRowsOf(sql`m.person`)}, '{}', ${by}, ${at} from ${moving}`.execute(tx);
  await sql`update pupil_place s set until_day = ${on}::date - 1 from ${moving} where s.person_id = m.person and s.from_day < ${on}::date and (s.until_day is null or s.until_day >= ${on}::date)`.execute(tx);
  await sql`insert into pupil_place (school_id, person_id, year_group, class, phase, from_day) select ${school}::uuid, m.person, m.year_group, m.class, m.phase, ${on}::date from ${moving}`.execute(tx);
  await sql`update person_kind k set until_day = ${on}::date - 1 from ${moving} where k.person_id = m.person and not k.kind = any(m.kinds) and k.from_day < ${on}::date and (k.until_day is null or k.until_day >= ${on}::date)`.execute(tx);
  await sql`insert into person_kind (school_id, person_id, kind, from_day) select ${school}::uuid, m.person, one.kind, ${on}::date from ${moving}, unnest(m.kinds) as one(kind)
    where not exists (select from person_kind k where k.person_id = m.person and k.kind = one.kind and k.until_day is null) on conflict (person_id, kind, from_day) do update set until_day = null`.execute(tx);
  await sql`update person_move v set rows_after = ${allRowsOf(sql`v.person_id`)} from ${moving} where v.id = m.id`.execute(tx);
}

/** The last day of all of these. */
export async function leaveAll(tx: Tx, given: { persons: readonly string[]; last: string }): Promise<void> {
  await sql`update person set left_on = greatest(${given.last}::date, joined_on) where id = any(${[...given.persons]}::uuid[]) and (left_on is null or left_on > ${given.last}::date)`.execute(tx);
}

export async function forgetRollOver(tx: Tx, person: string): Promise<void> {
  await sql`delete from roll_over_pupil where person_id = ${person}`.execute(tx);
}
