/** What the pages and deeds of chasing ask. */
import type { Tx } from '../../../platform/database/index.ts';
import { fullName, listGuardians, listPeople, type Person } from '../../people/index.ts';
import { agreementsByIds } from '../store.ts';
import type { ChaseAsk, Reached } from './words.ts';

export { classTeachers, countAlike, countHanded, countOpen, dayIsDone, digestSince, listHanded, listOpen, remindersOf } from './store.ts';
export { listTerms } from '../terms/store.ts';

const AT_ONCE = 1000;

/** People of today by id, however many. */
export async function peopleById(tx: Tx, ids: readonly string[], today: string): Promise<Map<string, Person>> {
  const found = new Map<string, Person>();
  for (const part of inParts([...new Set(ids)])) for (const person of await listPeople(tx, { day: today, ids: part, limit: AT_ONCE })) found.set(person.id, person);
  return found;
}

/**
 * Whom a reminder of each ask may reach: the person, where their own signature is missing; a guardian who may agree and
 * be contacted and has not signed yet, where a parent's is. A pupil without a mailbox is reached on paper, or by the teacher's count.
 */
export async function reachedBy(tx: Tx, asks: readonly ChaseAsk[], today: string): Promise<Map<ChaseAsk, Reached[]>> {
  const children = [...new Set(asks.filter(ask => ask.guardianOpen).map(ask => ask.person))];
  const asked = new Set(children);
  const ties = new Map<string, string[]>();
  for (const part of inParts(children)) {
    for (const tie of await listGuardians(tx, { children: part, day: today })) {
      if (tie.mayAgree && !tie.noContact && asked.has(tie.childId)) ties.set(tie.childId, [...(ties.get(tie.childId) ?? []), tie.parentId]);
    }
  }
  const people = await peopleById(tx, [...asks.filter(ask => ask.ownOpen).map(ask => ask.person), ...[...ties.values()].flat()], today);
  const reached = (id: string): Reached[] => {
    const person = people.get(id);
    return person ? [{ person: id, name: fullName(person), email: person.email }] : [];
  };
  const signed = new Map((await agreementsByIds(tx, asks.flatMap(ask => ask.guardianAgreements))).map(one => [one.id, one.by]));
  const toSign = (ask: ChaseAsk) => (ties.get(ask.person) ?? []).filter(id => !ask.guardianAgreements.some(agreement => signed.get(agreement) === id));
  return new Map(asks.map(ask => [ask, [...(ask.ownOpen ? reached(ask.person) : []), ...(ask.guardianOpen ? toSign(ask).flatMap(reached) : [])]]));
}

/** A long list as several of a thousand. */
export function inParts<T>(items: readonly T[]): T[][] {
  const parts: T[][] = [];
  for (let from = 0; from < items.length; from += AT_ONCE) parts.push(items.slice(from, from + AT_ONCE));
  return parts;
}
