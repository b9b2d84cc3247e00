/** What pages and other features ask about people. */
import type { Tx } from '../../platform/database/index.ts';
import type { Reader } from '../../platform/web/index.ts';
import type { Vocabulary } from '../../rulebook/index.ts';
import { findPerson } from './store.ts';
import { fullName } from './words.ts';

export { countPeople, findPerson, listGuardians, listHolders, listKindsSince, listPeople, namesOf, type PeopleAsk } from './store.ts';

/** These kinds and every wider one: teacher → teacher, staff. Holders of an inside office are staff too where the office is one. */
export function widened(kinds: readonly string[], vocabulary: Vocabulary): string[] {
  return [...new Set(kinds.flatMap(kind => [kind, ...(vocabulary.kinds.get(kind)?.within ?? [])]))];
}

/** A person as a reader of our pages, or null when they are not (or no longer) here. */
export async function readerOf(tx: Tx, ask: { person: string; today: string; vocabulary: Vocabulary }): Promise<Omit<Reader, 'persona' | 'session'> | null> {
  const person = await findPerson(tx, ask.person, ask.today);
  if (!person || person.joinedOn > ask.today || (person.leftOn !== null && person.leftOn < ask.today)) return null;
  return { person: person.id, name: fullName(person), kinds: widened(person.kinds, ask.vocabulary), offices: person.offices };
}
