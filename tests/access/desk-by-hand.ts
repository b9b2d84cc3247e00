/** An answer put down by hand, on the desk of the access table: the last one that stands, or a new one. */
import assert from 'node:assert/strict';
import { sql } from '../../src/platform/database/index.ts';
import { hiddenFields } from '../support/forms.ts';
import type { TestSchool } from '../support/school.ts';

export async function entryOnTheDesk(school: TestSchool, of: { office: string; teacher: string; child: string; parent: string }): Promise<string> {
  const known = (await school.read(tx => sql<{ id: string }>`select h.id from agreement_by_hand h where not exists (select from agreement_decline_undone u where u.decline_id = h.decline_id) limit 1`.execute(tx))).rows[0];
  if (known) return known.id;
  const office = await school.asPerson(of.office);
  const at = `/prep-school/agreements/by-hand/${of.child}/middle-senior-code`;
  const sent = await office.post(at, { ...hiddenFields((await office.get(at)).html), by: of.parent, answer: 'no', channel: 'paper', heardBy: of.teacher, witness: '', givenOn: school.today(), note: '' });
  assert.equal(sent.status, 303);
  return sent.location!.split('/').at(-1)!;
}
