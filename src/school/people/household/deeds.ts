/** What is done to households. Each deed is one change, its logbook lines and its announcement, inside the caller's transaction. */
import { write } from '../../../logbook/index.ts';
import type { Tx } from '../../../platform/database/index.ts';
import type { Events } from '../../bulletin.ts';
import { addPeople, markLeft, type Doing } from '../deeds.ts';
import * as store from './store.ts';

/** What everybody of a household is in the words of the rules: they come under what binds visitors. */
const KIND = 'visitor';

/** Notes somebody of a member of staff's household who uses what is the school's. They are asked to sign what visitors sign. Returns their id. */
export async function addToHousehold(tx: Tx, doing: Doing, given: { staff: string; givenName: string; familyName: string; email: string | null; relation: string; today: string }): Promise<string> {
  const { staff, relation, today, ...name } = given;
  const [person] = await addPeople(tx, doing, [{ ...name, joinedOn: today, kinds: [KIND] }]);
  await store.addMember(tx, { ...doing, person: person!, staff, relation });
  await write(tx, { ...doing, deed: 'add-to-household', about: person!, words: { staff, relation } });
  return person!;
}

/** When a member of staff leaves, their household leaves with them on the same day. Heard on the bulletin. */
export async function leaveTogether(tx: Tx, event: Events['person-left']): Promise<void> {
  for (const { person } of await store.whoGoesWith(tx, event.person, event.on)) await markLeft(tx, { school: event.school, by: 'countersign', at: event.at }, { person, on: event.on });
}
