/** What the pages of May I ask for. */
import type { School, Tx } from '../../platform/database/index.ts';
import type { OfficeGroups } from '../../rulebook/index.ts';
import { askFeature } from '../answers.ts';
import { findPerson, namesOf } from '../people/index.ts';

export { findQuestion, listQuestions, type KeptQuestion } from './store.ts';

/** The offices that decide for somebody who holds one of these themselves: others sit there too, or the next in line does. Null where no group names an office of theirs. */
export async function decidersFor(tx: Tx, of: { readonly school: School; readonly person: string; readonly mine: readonly string[]; readonly offices: OfficeGroups; readonly today: string }): Promise<OfficeGroups | null> {
  if (!of.offices.flat().some(office => of.mine.includes(office))) return null;
  const seats = await askFeature('whoWouldDecide', tx, of);
  return of.offices.map((group, at) => (seats[at]!.length > 0 && group.some(office => of.mine.includes(office)) ? [...new Set(seats[at]!.map(seat => seat.as))] : group));
}

/** The names behind offices that are certain people's for whoever asks, as where a request of theirs goes: a pupil's own class teachers, the leader of a trip. */
export async function ownHolders(tx: Tx, of: { readonly person: string; readonly offices: readonly string[]; readonly today: string }): Promise<Map<string, readonly string[]>> {
  const { person, offices, today } = of;
  const room = offices.includes('teacher') ? (await findPerson(tx, person, today))?.place?.class : undefined;
  const own = {
    teacher: room ? await askFeature('teachersOf', tx, room, today) : [],
    'trip-leader': offices.includes('trip-leader') ? await askFeature('tripLeadersOf', tx, person, today) : [],
  };
  const names = await namesOf(tx, Object.values(own).flat());
  return new Map(Object.entries(own).filter(([, people]) => people.length > 0).map(([office, people]) => [office, people.flatMap(one => (one === person ? [] : names.get(one) ?? []))]));
}
