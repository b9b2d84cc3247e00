/** What is done to people. Each deed is one change, its logbook lines and its announcement, inside the caller's transaction. */
import { write, writeAll } from '../../logbook/index.ts';
import type { Tx } from '../../platform/database/index.ts';
import { announce } from '../bulletin.ts';
import * as store from './store.ts';
import type { Guardian, NewPerson } from './words.ts';

/** Who does it, where and when. `by` is a person's id, or `countersign` for the software itself. */
export interface Doing {
  readonly school: string;
  readonly by: string;
  readonly at: Date;
}

/** Adds people: one from the form, hundreds from an import. Returns their ids in the order given. */
export async function addPeople(tx: Tx, doing: Doing, people: readonly NewPerson[]): Promise<string[]> {
  const ids = await store.addPeople(tx, doing.school, people);
  await writeAll(tx, people.map((person, index) => ({ ...doing, deed: 'add-person', about: ids[index]!, words: { kinds: person.kinds.join(', ') } })));
  for (const [index, person] of people.entries()) await announce(tx, 'person-joined', { ...doing, person: ids[index]!, on: person.joinedOn });
  return ids;
}

/** Notes who is whose parent or carer. */
export async function addFamilies(tx: Tx, doing: Doing, guardians: readonly Guardian[]): Promise<void> {
  await store.addGuardians(tx, doing.school, guardians);
  await writeAll(tx, guardians.map(({ childId, parentId }) => ({ ...doing, deed: 'add-guardian', about: childId, words: { guardian: parentId } })));
}

/** Gives offices to people from a day on. */
export async function giveOffices(tx: Tx, doing: Doing, holdings: readonly store.NewHolding[]): Promise<void> {
  await store.addHolders(tx, doing.school, holdings);
  await writeAll(tx, holdings.map(({ office, person, from }) => ({ ...doing, deed: 'give-office', about: person, words: { office, from } })));
}

/** Marks a person as gone after their last day. Offices they hold are theirs to that day and no longer. */
export async function markLeft(tx: Tx, doing: Doing, { person, on }: { person: string; on: string }): Promise<void> {
  await store.setLeft(tx, person, on);
  await write(tx, { ...doing, deed: 'mark-left', about: person, words: { on } });
  await announce(tx, 'person-left', { ...doing, person, on });
}

/** A guest's last day moves: an inspector comes again, a contractor stays longer. Nothing happens where it stands already. */
export async function stayUntil(tx: Tx, doing: Doing, { person, on }: { person: string; on: string }): Promise<void> {
  const moved = await store.setLeft(tx, person, on);
  if (moved) await write(tx, { ...doing, deed: 'set-last-day', about: person, words: { on } });
}
