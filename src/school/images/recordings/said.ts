/** Who has no page here on which to answer, so that what they say is put down for them. */
import type { Tx } from '../../../platform/database/index.ts';
import { fullName, listGuardians, listPeople } from '../../people/index.ts';
import type { Asked, Voice } from './words.ts';

/** Somebody whose word may be put down: the person themselves, or a parent of theirs. */
export interface Speaker {
  readonly id: string;
  readonly name: string;
  readonly voice: Voice;
}

/** For each of those on the list the speakers whom no mail of the school's reaches: to anybody else it is left to answer themselves. */
export async function speakersOf(tx: Tx, { today }: { readonly today: string }, asked: readonly Asked[]): Promise<Map<string, Speaker[]>> {
  const children = asked.filter(one => one.parentWord).map(one => one.person);
  const ties = children.length === 0 ? [] : (await listGuardians(tx, { children, day: today })).filter(tie => tie.mayAgree && !tie.noContact);
  const ids = [...new Set([...asked.filter(one => one.ownWord).map(one => one.person), ...ties.map(tie => tie.parentId)])];
  const unreached = new Map((ids.length === 0 ? [] : await listPeople(tx, { day: today, ids, limit: 2000 })).filter(person => !person.email).map(person => [person.id, fullName(person)]));
  const speaker = (id: string, voice: Voice): Speaker[] => (unreached.has(id) ? [{ id, name: unreached.get(id)!, voice }] : []);
  return new Map(asked.map(one => [one.person, [
    ...(one.ownWord ? speaker(one.person, 'own') : []), ...(one.parentWord ? ties.filter(tie => tie.childId === one.person).flatMap(tie => speaker(tie.parentId, 'parent')) : []),
  ]]));
}
