/** Everybody who may knock at a door of the prep school, each with a session of their own. */
import assert from 'node:assert/strict';
import { sql } from '../../src/platform/database/index.ts';
import { inSchool } from '../../src/platform/database/index.ts';
import { listSchools } from '../../src/platform/database/index.ts';
import { listHolders, listPeople } from '../../src/school/people/index.ts';
import { open } from '../../src/sign-in/index.ts';
import type { TestSchool } from '../support/school.ts';

/** Every kind of person: the columns of the table. */
export const PEOPLE = [
  'signed-out', 'another-school', 'head', 'deputy', 'ict-lead', 'network-manager', 'dsl', 'dpo', 'office', 'chair',
  'teacher', 'supply', 'support', 'governor', 'inspector', 'pupil', 'reception', 'parent', 'parent-without-contact',
] as const;
export type Person = (typeof PEOPLE)[number];

/** These two are nobody here: the second is the head of another school, with a session there. */
export const STRANGERS: readonly Person[] = ['signed-out', 'another-school'];

/** Person → id. The strangers have none here. */
export async function whoIsWho(school: TestSchool): Promise<Map<Person, string>> {
  return school.read(async tx => {
    const personas = await sql<{ persona: Person; person: string }>`select persona, person_id as person from demonstration_persona`.execute(tx);
    const ids = new Map(personas.rows.map(row => [row.persona, row.person]));
    const held = new Set((await listHolders(tx, school.today())).map(holder => holder.person));
    const support = (await listPeople(tx, { day: school.today(), kinds: ['support-staff'], limit: 50 })).find(person => !held.has(person.id));
    const apart = await sql<{ person: string }>`select parent_id as person from guardian where no_contact limit 1`.execute(tx);
    ids.set('support', support!.id).set('parent-without-contact', apart.rows[0]!.person);
    const missing = PEOPLE.filter(person => !STRANGERS.includes(person) && !ids.has(person));
    assert.deepEqual(missing, [], 'the school has everybody of the table');
    return ids;
  });
}

/** A session cookie for somebody of this school. */
export const sessionFor = async (school: TestSchool, person: string): Promise<string> => (await school.asPerson(person)).session()!;

/** A session cookie of the head of another school. */
export async function sessionElsewhere(school: TestSchool): Promise<string> {
  const other = (await listSchools(school.db)).find(one => one.slug === 'day-school')!;
  return inSchool(school.db, other.id, async tx => {
    const head = (await listHolders(tx, school.today())).find(holder => holder.office === 'head')!;
    return open(tx, { school: other.id, now: school.now(), userAgent: 'test' }, head.person, 'second-factor');
  });
}
