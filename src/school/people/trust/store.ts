/** The tables of a trust: trust_member, trust_ask, trust_tie. PostgreSQL shows a school what is its own, and the trust what is its schools'. */
import { firstRow, rows, schoolsWithIds, sql, type Tx } from '../../../platform/database/index.ts';
import { newId } from '../../../platform/ids.ts';
import type { Elsewhere, SisterSchool, Tied, TrustAsk } from './words.ts';

/** The trust a school belongs to, or null. */
export const trustOf = async (tx: Tx, school: string): Promise<string | null> =>
  (await firstRow(tx, sql<{ trust: string }>`select trust_id as trust from trust_member where member_id = ${school}`))?.trust ?? null;

/** The other schools of a school's trust. */
export async function sisterSchools(tx: Tx, school: string): Promise<SisterSchool[]> {
  const found = await rows(tx, sql<{ id: string }>`select m.member_id as id from trust_member m join trust_member mine on mine.trust_id = m.trust_id
    where mine.member_id = ${school} and m.member_id <> ${school} limit 500`);
  const schools = await schoolsWithIds(tx, found.map(one => one.id));
  return [...schools.values()].sort(byName);
}

const byName = (a: { readonly name: string }, b: { readonly name: string }): number => a.name.localeCompare(b.name, 'en-GB');

/** Says that a school belongs to a trust; the trust belongs to itself. */
export async function joinTrust(tx: Tx, given: { school: string; trust: string }): Promise<void> {
  for (const member of new Set([given.trust, given.school])) {
    await sql`insert into trust_member (member_id, trust_id) values (${member}, ${given.trust}) on conflict (member_id) do update set trust_id = excluded.trust_id`.execute(tx);
  }
}

/** The other schools at which a person of this school is too. */
export async function elsewhereOf(tx: Tx, person: string): Promise<Elsewhere[]> {
  const ties = await rows(tx, sql<{ school: string; person: string }>`select t.other_school as school, t.other_person as person from trust_tie t
    where t.person_id = ${person} and t.school_id = (select current_school()) and trust_of(t.other_school) = trust_of(t.school_id) limit 50`);
  const schools = await schoolsWithIds(tx, ties.map(one => one.school));
  return ties.flatMap(one => { const school = schools.get(one.school); return school ? [{ id: school.id, slug: school.slug, name: school.name, person: one.person }] : []; }).sort(byName);
}

/** Keeps an ask. False where the same was asked before. */
export async function addAsk(tx: Tx, given: { trust: string; fromSchool: string; fromPerson: string; fromName: string; fromEmail: string; toSchool: string; toEmail: string; at: Date }): Promise<boolean> {
  const added = await sql`insert into trust_ask (id, trust_id, school_id, from_person, from_name, from_email, to_school, to_email, asked_at)
    values (${newId()}, ${given.trust}, ${given.fromSchool}, ${given.fromPerson}, ${given.fromName}, ${given.fromEmail}, ${given.toSchool}, ${given.toEmail}, ${given.at}) on conflict do nothing`.execute(tx);
  return Number(added.numAffectedRows ?? 0) > 0;
}

type AskRow = Omit<TrustAsk, 'fromSchoolName' | 'toSchoolName'>;

const ask = sql`select a.id, a.school_id as "fromSchool", a.from_person as "fromPerson", a.from_name as "fromName", a.from_email as "fromEmail", a.to_school as "toSchool", a.to_email as "toEmail", a.asked_at as "at" from trust_ask a`;

async function named(tx: Tx, asks: readonly AskRow[]): Promise<TrustAsk[]> {
  const schools = await schoolsWithIds(tx, asks.flatMap(one => [one.fromSchool, one.toSchool]));
  return asks.map(one => ({ ...one, fromSchoolName: schools.get(one.fromSchool)?.name ?? '', toSchoolName: schools.get(one.toSchool)?.name ?? '' }));
}

export const asksOf = async (tx: Tx, person: string): Promise<TrustAsk[]> => named(tx, await rows(tx, sql<AskRow>`${ask} where a.from_person = ${person} order by a.asked_at limit 20`));

/** What waits for the trust's office, the oldest first. */
export const asksWaiting = async (tx: Tx, trust: string): Promise<TrustAsk[]> => named(tx, await rows(tx, sql<AskRow>`${ask} where a.trust_id = ${trust} order by a.asked_at limit 100`));

export const findAsk = async (tx: Tx, id: string): Promise<TrustAsk | null> => (await named(tx, await rows(tx, sql<AskRow>`${ask} where a.id = ${id}`)))[0] ?? null;

/** Takes an ask away; with a person, only their own. */
export async function dropAsk(tx: Tx, id: string, person?: string): Promise<boolean> {
  return Number((await sql`delete from trust_ask where id = ${id} and (${person ?? null}::uuid is null or from_person = ${person ?? null}::uuid)`.execute(tx)).numAffectedRows ?? 0) > 0;
}

/** One person at one school. */
interface End {
  readonly school: string;
  readonly person: string;
}

/** Everybody whom the trust's office has tied to one of these, themselves included. */
async function allOf(tx: Tx, ends: readonly End[]): Promise<End[]> {
  const found = new Map(ends.map(end => [`${end.school} ${end.person}`, end]));
  for (const { school, person } of ends) {
    const others = await rows(tx, sql<End>`select other_school as school, other_person as person from trust_tie where school_id = ${school} and person_id = ${person} limit 100`);
    for (const end of others) found.set(`${end.school} ${end.person}`, end);
  }
  return [...found.values()];
}

/** Ties two persons of two schools, and with them all to whom one of them is tied already. False where that would give somebody two persons at one school. */
export async function tie(tx: Tx, given: { by: string; at: Date; one: End; other: End }): Promise<boolean> {
  const { by, at } = given;
  const all = await allOf(tx, [given.one, given.other]);
  if (new Set(all.map(end => end.school)).size < all.length) return false;
  const pairs = all.flatMap(end => all.filter(other => other !== end).map(other => ({ school: end.school, person: end.person, other_school: other.school, other_person: other.person })));
  await sql`insert into trust_tie (school_id, person_id, other_school, other_person, confirmed_by, confirmed_at)
    select x.school, x.person, x.other_school, x.other_person, ${by}, ${at} from jsonb_to_recordset(${JSON.stringify(pairs)}::jsonb) as x(school uuid, person uuid, other_school uuid, other_person uuid) on conflict do nothing`.execute(tx);
  return true;
}

/** Everybody who is tied, for the trust's office: a line for each end. */
export async function listTied(tx: Tx, trust: string, limit: number): Promise<Tied[]> {
  const tied = await rows(tx, sql<Omit<Tied, 'schoolName'>>`select distinct on (t.school_id, t.person_id) t.school_id as school, t.person_id as person, t.confirmed_at as "at" from trust_tie t
    where trust_of(t.school_id) = ${trust} order by t.school_id, t.person_id, t.confirmed_at desc limit ${limit}`);
  const schools = await schoolsWithIds(tx, tied.map(one => one.school));
  return tied.map(one => ({ ...one, schoolName: schools.get(one.school)?.name ?? '' }));
}

/** Unties a person of a school from all others. False where there is nothing to untie. */
export async function part(tx: Tx, { school, person }: End): Promise<boolean> {
  const gone = await sql`delete from trust_tie where (school_id = ${school} and person_id = ${person}) or (other_school = ${school} and other_person = ${person})`.execute(tx);
  return Number(gone.numAffectedRows ?? 0) > 0;
}

export async function forgetTrust(tx: Tx, person: string): Promise<void> {
  await sql`delete from trust_tie where (person_id = ${person} and school_id = (select current_school())) or (other_person = ${person} and other_school = (select current_school()))`.execute(tx);
  await sql`delete from trust_ask where from_person = ${person}`.execute(tx);
}
