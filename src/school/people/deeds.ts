/** What is done to people. Each deed is one change, its logbook lines and its announcement, inside the caller's transaction. */
import { write, writeAll } from '../../logbook/index.ts';
import type { Tx } from '../../platform/database/index.ts';
import { addDays, dayOf } from '../../platform/days.ts';
import { announce, announceAll } from '../bulletin.ts';
import { forget } from './import/store.ts';
import { forgetLanguage } from './language/store.ts';
import { forgetHousehold } from './household/store.ts';
import { forgetMoves } from './moves/store.ts';
import { forgetRollOver } from './roll-over/store.ts';
import { forgetTrust } from './trust/store.ts';
import * as offices from './offices/store.ts';
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
  await announceAll(tx, 'person-joined', people.map((person, index) => ({ ...doing, person: ids[index]!, on: person.joinedOn })));
  return ids;
}

/** Notes who is whose parent or carer. */
export async function addFamilies(tx: Tx, doing: Doing, guardians: readonly Guardian[]): Promise<void> {
  await store.addGuardians(tx, doing.school, guardians);
  await writeAll(tx, guardians.map(({ childId, parentId }) => ({ ...doing, deed: 'add-guardian', about: childId, words: { guardian: parentId } })));
}

/** Gives offices to people from a day on. */
export async function giveOffices(tx: Tx, doing: Doing, holdings: readonly offices.NewHolding[]): Promise<void> {
  await offices.addHolders(tx, doing.school, holdings);
  await writeAll(tx, holdings.map(({ office, person, from }) => ({ ...doing, deed: 'give-office', about: person, words: { office, from } })));
}

/** Marks a person as gone after their last day. Offices they hold are theirs to that day and no longer. */
export async function markLeft(tx: Tx, doing: Doing, { person, on }: { person: string; on: string }): Promise<void> {
  await store.setLeft(tx, person, on);
  await write(tx, { ...doing, deed: 'person-left', about: person, words: { on } });
  await announce(tx, 'person-left', { ...doing, person, on });
}

/** A guest's last day moves: an inspector comes again, a contractor stays longer. Nothing happens where it stands already. */
export async function stayUntil(tx: Tx, doing: Doing, { person, on }: { person: string; on: string }): Promise<void> {
  const moved = await store.setLeft(tx, person, on);
  if (moved) await write(tx, { ...doing, deed: 'set-last-day', about: person, words: { on } });
}

/** Takes "has left" back: the person is here as before, offices and all. */
export async function takeBackLeaving(tx: Tx, doing: Doing, person: string): Promise<boolean> {
  if (!(await store.setLeft(tx, person, null))) return false;
  await write(tx, { ...doing, deed: 'take-back-leaving', about: person });
  await announce(tx, 'person-joined', { ...doing, person, on: dayOf(doing.at) });
  return true;
}

/** Puts a name or an address right. The logbook says that it was changed, not from what. */
export async function correctName(tx: Tx, doing: Doing, person: { id: string; givenName: string; familyName: string; email: string | null }): Promise<void> {
  await store.setName(tx, person);
  await write(tx, { ...doing, deed: 'correct-name', about: person.id });
  await announce(tx, 'person-changed', { ...doing, person: person.id, on: dayOf(doing.at) });
}

/** Hands an office over: from that day the new holder, to the day before those who held it. With `also` they go on beside the new one. */
export async function handOverOffice(tx: Tx, doing: Doing, given: { office: string; person: string; from: string; also: boolean }): Promise<void> {
  const { office, person, from, also } = given;
  if (!also) await offices.endHolders(tx, office, addDays(from, -1));
  await offices.addHolders(tx, doing.school, [{ office, person, from }]);
  await write(tx, { ...doing, deed: 'hand-over-office', about: person, words: { office, from } });
}

/** Somebody covers an office between two days; its holder keeps it. */
export async function coverOffice(tx: Tx, doing: Doing, given: { office: string; person: string; from: string; until: string }): Promise<void> {
  await offices.addHolders(tx, doing.school, [{ ...given, cover: true }]);
  await write(tx, { ...doing, deed: 'cover-office', about: given.person, words: { office: given.office, from: given.from, until: given.until } });
}

/** Somebody holds or covers an office to this day and no longer. False where they did not. */
export async function endOffice(tx: Tx, doing: Doing, given: { office: string; person: string; until: string }): Promise<boolean> {
  if ((await offices.endHolding(tx, given)) === 0) return false;
  await write(tx, { ...doing, deed: 'end-office', about: given.person, words: { office: given.office, until: given.until } });
  return true;
}

/** Takes back a hand-over that has not begun. False where there is none. */
export async function takeBackHandOver(tx: Tx, doing: Doing, given: { office: string; today: string }): Promise<boolean> {
  if ((await offices.cancelComing(tx, given.office, given.today)) === 0) return false;
  await write(tx, { ...doing, deed: 'take-back-hand-over', words: { office: given.office } });
  return true;
}

/** Forgets a person's name, address, class and family. The bare id stays, so that what was signed still stands. */
export async function erasePerson(tx: Tx, person: string): Promise<void> {
  await store.erase(tx, person);
  await forget(tx, person);
  await forgetMoves(tx, person);
  await forgetHousehold(tx, person);
  await forgetTrust(tx, person);
  await forgetRollOver(tx, person);
  await forgetLanguage(tx, person);
}
