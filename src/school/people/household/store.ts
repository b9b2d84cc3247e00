/** The table of households: household_member. */
import { firstRow, rows, sql, type Tx } from '../../../platform/database/index.ts';
import type { HouseholdMember } from './words.ts';

export async function addMember(tx: Tx, given: { school: string; person: string; staff: string; relation: string; by: string; at: Date }): Promise<void> {
  await sql`insert into household_member (school_id, person_id, staff_id, relation, noted_by, noted_at)
    values (${given.school}, ${given.person}, ${given.staff}, ${given.relation}, ${given.by}, ${given.at}) on conflict (person_id, staff_id) do update set relation = excluded.relation`.execute(tx);
}

const member = sql`select h.person_id as person, p.given_name || ' ' || p.family_name as name, p.email, h.relation, h.staff_id as staff, s.given_name || ' ' || s.family_name as "staffName",
    p.joined_on as since, p.left_on as "leftOn"
  from household_member h join person p on p.id = h.person_id join person s on s.id = h.staff_id`;

/** The household of a member of staff: those who are here on a day. */
export const householdOf = (tx: Tx, staff: string, day: string): Promise<HouseholdMember[]> =>
  rows(tx, sql<HouseholdMember>`${member} where h.staff_id = ${staff} and (p.left_on is null or p.left_on >= ${day}) order by name limit 50`);

/** Whose household somebody belongs to; empty for everybody else. */
export const belongsTo = (tx: Tx, person: string): Promise<HouseholdMember[]> =>
  rows(tx, sql<HouseholdMember>`${member} where h.person_id = ${person} order by "staffName" limit 10`);

/** Everybody of any household who is here on a day. */
export const listMembers = (tx: Tx, ask: { day: string; limit: number; offset: number }): Promise<HouseholdMember[]> =>
  rows(tx, sql<HouseholdMember>`${member} where (p.left_on is null or p.left_on >= ${ask.day}) order by "staffName", name limit ${ask.limit} offset ${ask.offset}`);

export const countMembers = async (tx: Tx, day: string): Promise<number> =>
  (await firstRow(tx, sql<{ n: number }>`select count(*)::int as n from household_member h join person p on p.id = h.person_id where p.left_on is null or p.left_on >= ${day}`))!.n;

/** Those who belong to this member of staff, to nobody else who stays, and are not themselves something else here: they go when that one goes. */
export const whoGoesWith = (tx: Tx, staff: string, last: string): Promise<{ person: string }[]> =>
  rows(tx, sql<{ person: string }>`select h.person_id as person from household_member h join person p on p.id = h.person_id
    where h.staff_id = ${staff} and (p.left_on is null or p.left_on > ${last})
      and not exists (select from household_member o join person s on s.id = o.staff_id where o.person_id = h.person_id and o.staff_id <> ${staff} and (s.left_on is null or s.left_on > ${last}))
      and not exists (select from person_kind k where k.person_id = h.person_id and k.kind <> 'visitor' and (k.until_day is null or k.until_day >= ${last}))`);

export async function forgetHousehold(tx: Tx, person: string): Promise<void> {
  await sql`delete from household_member where person_id = ${person} or staff_id = ${person}`.execute(tx);
}
