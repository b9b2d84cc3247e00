/** The table of offices: who holds which, and who covers, between days. */
import { rows, sql, type Tx } from '../../../platform/database/index.ts';
import type { StandIn } from '../../../rulebook/index.ts';
import type { Holder, Holding } from '../words.ts';

/** The real office in the place of "unassigned" or "the school": for one clause, or for every clause where `clause` is empty. */
export interface StandInLine {
  readonly standIn: StandIn;
  /** `policy#clause`, or empty. */
  readonly clause: string;
  readonly office: string;
}

export const listStandIns = (tx: Tx): Promise<StandInLine[]> =>
  rows(tx, sql<StandInLine>`select stand_in as "standIn", clause, office from office_stand_in order by stand_in, clause limit 2000`);

/** Puts these in the place of all. Who held "unassigned" or "the school" in person holds it no longer where an office now does. */
export async function replaceStandIns(tx: Tx, given: { school: string; lines: readonly StandInLine[]; by: string; at: Date; today: string }): Promise<void> {
  const { school, lines, by, at, today } = given;
  await sql`delete from office_stand_in`.execute(tx);
  await sql`insert into office_stand_in (school_id, stand_in, clause, office, said_by, said_at)
    select ${school}::uuid, x."standIn", x.clause, x.office, ${by}, ${at} from jsonb_to_recordset(${JSON.stringify(lines)}::jsonb) as x("standIn" text, clause text, office text)`.execute(tx);
  const whole = lines.filter(line => line.clause === '').map(line => line.standIn);
  await sql`delete from office_holder where office = any(${whole}) and from_day >= ${today}::date`.execute(tx);
  await sql`update office_holder set until_day = ${today}::date - 1 where office = any(${whole}) and (until_day is null or until_day >= ${today}::date)`.execute(tx);
}

/** One holding of an office, from a day on. */
export interface NewHolding {
  readonly office: string;
  readonly person: string;
  readonly from: string;
  readonly until?: string | null;
  readonly cover?: boolean;
}

export async function addHolders(tx: Tx, school: string, holdings: readonly NewHolding[]): Promise<void> {
  await sql`insert into office_holder (school_id, office, person_id, cover, from_day, until_day)
    select ${school}::uuid, x.office, x.person, coalesce(x.cover, false), x."from", x.until
    from jsonb_to_recordset(${JSON.stringify(holdings)}::jsonb) as x(office text, person uuid, cover boolean, "from" date, until date)
    on conflict (school_id, office, person_id, from_day) do update set until_day = excluded.until_day, cover = excluded.cover`.execute(tx);
}

/** Every holder of an office (not cover) holds it to this day at the latest. Returns how many holdings ended. */
export async function endHolders(tx: Tx, office: string, until: string): Promise<number> {
  await sql`delete from office_holder where office = ${office} and not cover and from_day > ${until}::date`.execute(tx);
  const ended = await sql`update office_holder set until_day = ${until}::date where office = ${office} and not cover and (until_day is null or until_day > ${until}::date)`.execute(tx);
  return Number(ended.numAffectedRows ?? 0);
}

/**
 * Who holds which office on a day: holders first, then cover. Who has left the school holds nothing.
 * Why the offices by themselves first: before the database has counted its rows it would look them up for each person anew.
 */
export async function holdersOn(tx: Tx, day: string): Promise<Holder[]> {
  const found = await sql<{ office: string; person_id: string; name: string; cover: boolean }>`
    with o as materialized (select office, person_id, cover from office_held where from_day <= ${day} and (until_day is null or until_day >= ${day}))
    select o.office, o.person_id, p.given_name || ' ' || p.family_name as name, o.cover from o join person p on p.id = o.person_id
    where p.left_on is null or p.left_on >= ${day}
    order by o.office, o.cover, p.family_name, p.given_name, p.id`.execute(tx);
  return found.rows.map(row => ({ office: row.office, person: row.person_id, name: row.name, cover: row.cover }));
}

/** Every holding of an office, or every office of a person, on any day: the newest first, those of one day by office. */
export async function listHoldings(tx: Tx, of: { readonly office?: string; readonly person?: string }): Promise<Holding[]> {
  const found = await sql<Omit<Holding, 'name'> & { name: string }>`
    select o.office, o.person_id as person, p.given_name || ' ' || p.family_name as name, o.cover, o.from_day as "from", least(o.until_day, p.left_on) as until
    from office_holder o join person p on p.id = o.person_id
    where (${of.office ?? null}::text is null or o.office = ${of.office ?? null}) and (${of.person ?? null}::uuid is null or o.person_id = ${of.person ?? null}::uuid)
    order by o.from_day desc, o.cover, p.family_name, p.given_name, p.id, o.office limit 200`.execute(tx);
  return found.rows;
}

/** Those who begin in an office, or cover it, only after this day. */
export async function listComing(tx: Tx, day: string): Promise<Holding[]> {
  const found = await sql<Holding>`
    select o.office, o.person_id as person, p.given_name || ' ' || p.family_name as name, o.cover, o.from_day as "from", o.until_day as until
    from office_holder o join person p on p.id = o.person_id where o.from_day > ${day}::date order by o.from_day, o.office, o.cover, p.family_name, p.given_name, p.id limit 200`.execute(tx);
  return found.rows;
}

/** A hand-over still to come is taken back: the new holder goes, and the old one stays. Returns how many went. */
export async function cancelComing(tx: Tx, office: string, today: string): Promise<number> {
  const gone = await sql<{ from: string }>`delete from office_holder where office = ${office} and not cover and from_day > ${today}::date returning from_day as "from"`.execute(tx);
  for (const { from } of gone.rows) {
    await sql`update office_holder set until_day = null where office = ${office} and not cover and until_day = ${from}::date - 1`.execute(tx);
  }
  return gone.rows.length;
}

/** Somebody holds an office to this day at the latest; what had not begun goes away. */
export async function endHolding(tx: Tx, holding: { office: string; person: string; until: string }): Promise<number> {
  const { office, person, until } = holding;
  const gone = await sql`delete from office_holder where office = ${office} and person_id = ${person} and from_day > ${until}::date`.execute(tx);
  const ended = await sql`update office_holder set until_day = ${until}::date where office = ${office} and person_id = ${person} and (until_day is null or until_day > ${until}::date)`.execute(tx);
  return Number(gone.numAffectedRows ?? 0) + Number(ended.numAffectedRows ?? 0);
}
