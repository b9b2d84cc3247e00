/** A parent's sitting on the desk of the access table: begun once, and left where it is. */
import { sql } from '../../src/platform/database/index.ts';
import type { TestSchool } from '../support/school.ts';

/** The sitting itself, or the address of its first document that is still open. */
export async function onePass(school: TestSchool, parent: string, which: 'sitting' | 'document'): Promise<string> {
  const find = async () => (await school.read(tx => sql<{ sitting: string; document: string }>`select s.id::text as sitting, d.child_id || '/' || d.policy as document
    from family_sitting s join family_sitting_document d on d.sitting_id = s.id
    join agreement_ask a on a.person_id = d.child_id and a.policy = d.policy and a.countersignature_id is null and a.declined_on is null where s.person_id = ${parent} order by d.place limit 1`.execute(tx))).rows[0];
  if (!(await find())) await (await school.asPerson(parent)).post('/prep-school/family/sitting');
  return (await find())![which];
}
