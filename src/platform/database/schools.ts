/** The schools this server serves; kept in memory, looked up again when a name is new. */
import { sql } from 'kysely';
import type { Database, Tx } from './open.ts';
import { acrossSchools, readAcrossSchools } from './school.ts';

/** One school: `slug` is its place in every address, `pack` the model it began from. */
export interface School {
  readonly id: string;
  readonly slug: string;
  readonly name: string;
  readonly pack: string;
}

const known = new WeakMap<Database, Map<string, School>>();

/** Every school here, by name. */
export async function listSchools(db: Database): Promise<School[]> {
  const rows = await readAcrossSchools(db, tx => sql<School>`select id, slug, name, pack from school order by name limit 500`.execute(tx));
  known.set(db, new Map(rows.rows.map(school => [school.slug, school])));
  return rows.rows;
}

/** The school of an address, or null. */
export async function schoolBySlug(db: Database, slug: string): Promise<School | null> {
  const found = known.get(db)?.get(slug);
  if (found) return found;
  if (!/^[a-z][a-z0-9-]{1,62}$/.test(slug)) return null;
  return (await listSchools(db)).find(school => school.slug === slug) ?? null;
}

/** These schools, by their id. What stands in an address is no secret: any school may know it of another. */
export async function schoolsWithIds(tx: Tx, ids: readonly string[]): Promise<Map<string, School>> {
  if (ids.length === 0) return new Map();
  const found = await sql<School>`select id, slug, name, pack from school where id = any(${[...new Set(ids)]}::uuid[])`.execute(tx);
  return new Map(found.rows.map(school => [school.id, school]));
}

/** Opens a school here. */
export async function addSchool(db: Database, school: School): Promise<void> {
  await acrossSchools(db, tx => sql`insert into school (id, slug, name, pack) values (${school.id}, ${school.slug}, ${school.name}, ${school.pack})`.execute(tx));
  known.delete(db);
}

/** The school this transaction has entered, or null outside any school. */
export async function currentSchool(tx: Tx): Promise<School | null> {
  return (await sql<School>`select id, slug, name, pack from school where id = (select current_school())`.execute(tx)).rows[0] ?? null;
}
