/** What pages and other features ask about people. */
import { remember, type Tx } from '../../platform/database/index.ts';
import type { Reader } from '../../platform/web/index.ts';
import type { Vocabulary } from '../../rulebook/index.ts';
import { languagesOf } from './language/store.ts';
import { familyWordsOf } from './families/store.ts';
import { numbersOf } from './import/store.ts';
import { belongsTo, householdOf } from './household/store.ts';
import { elsewhereOf } from './trust/store.ts';
import { listMoves } from './moves/store.ts';
import { holdersOn, listHoldings } from './offices/store.ts';
import { findPerson, listGuardians, listKindSpans, listPeople } from './store.ts';
import { fullName, type Holder, type Person, type Relative } from './words.ts';

export { listComing, listHoldings, listStandIns, type StandInLine } from './offices/store.ts';
export { countKinds, countPeople, everyId, findPerson, listClasses, listGuardians, listKindSpans, listKindsSince, listLeavers, listPeople, listStarters, namesOf, peopleWithEmail, type PeopleAsk } from './store.ts';

/** Who holds which office on a day: holders first, then cover. Who has left the school holds nothing. Shared by all who ask in one reading. */
export const listHolders = (tx: Tx, day: string): Promise<readonly Holder[]> => remember(tx, `holders ${day}`, () => holdersOn(tx, day));

/** These kinds and every wider one: teacher → teacher, staff. Holders of an inside office are staff too where the office is one. */
export function widened(kinds: readonly string[], vocabulary: Vocabulary): string[] {
  return [...new Set(kinds.flatMap(kind => [kind, ...(vocabulary.kinds.get(kind)?.within ?? [])]))];
}

/** A person as a reader of our pages, or null when they are not (or no longer) here. */
export async function readerOf(tx: Tx, ask: { person: string; today: string; vocabulary: Vocabulary }): Promise<Omit<Reader, 'persona' | 'session'> | null> {
  const person = await findPerson(tx, ask.person, ask.today);
  if (!person || person.joinedOn > ask.today || (person.leftOn !== null && person.leftOn < ask.today)) return null;
  return { person: person.id, name: fullName(person), kinds: widened(person.kinds, ask.vocabulary), offices: person.offices, language: (await languagesOf(tx, [person.id])).get(person.id) };
}

/** The family of somebody: a child's grown-ups, or a grown-up's children. */
export async function familyOf(tx: Tx, person: Person, today: string): Promise<Relative[]> {
  const ties = await listGuardians(tx, { children: [person.id], parents: [person.id], day: today });
  const other = (tie: (typeof ties)[number]) => (tie.childId === person.id ? tie.parentId : tie.childId);
  const people = new Map((await listPeople(tx, { day: today, ids: ties.map(other), left: true, limit: 100 })).map(one => [one.id, one]));
  return ties.flatMap(tie => {
    const found = people.get(other(tie));
    return found ? [{ id: found.id, name: fullName(found), relation: tie.relation, mayAgree: tie.mayAgree, noContact: tie.noContact, class: found.place?.class ?? null }] : [];
  });
}

const MOST_CANDIDATES = 500;

/** The grown-ups who may hold an office: everybody here but pupils, parents who are nothing else, and inspectors. */
export async function officeCandidates(tx: Tx, today: string, vocabulary: Vocabulary): Promise<Person[]> {
  const kinds = [...vocabulary.kinds.values()].filter(({ name, within }) => !['pupil', 'parent', 'inspector'].some(not => name === not || within.includes(not))).map(kind => kind.name);
  return listPeople(tx, { day: today, kinds, limit: MOST_CANDIDATES });
}

/** Everything people knows of somebody, for a subject access request. */
export async function exportPerson(tx: Tx, person: string): Promise<unknown> {
  const found = await findPerson(tx, person, '9999-12-31');
  return { person: found, kinds: await listKindSpans(tx, person), offices: await listHoldings(tx, { person }), family: await listGuardians(tx, { children: [person], parents: [person] }), numbers: await numbersOf(tx, person), rollQueries: await familyWordsOf(tx, person), moves: await listMoves(tx, person, 1000), schools: await elsewhereOf(tx, person), household: [...await householdOf(tx, person, '0001-01-01'), ...await belongsTo(tx, person)], language: (await languagesOf(tx, [person])).get(person) ?? null };
}
