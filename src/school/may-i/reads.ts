/** What the pages of May I ask for. */
import type { School, Tx } from '../../platform/database/index.ts';
import type { OfficeGroups } from '../../rulebook/index.ts';
import { askFeature } from '../answers.ts';
import { namesOf } from '../people/index.ts';

export { findQuestion, listQuestions, type KeptQuestion } from './store.ts';

/** Offices that are certain people's for whoever asks: a pupil's own class teachers, the leader of a trip. */
const PERSONAL: readonly string[] = ['teacher', 'trip-leader'];

/**
 * Who decides for somebody, as a request of theirs would go: the offices, which are others than the rule names where it
 * names one of their own, and the names behind them. Null where the rule alone says it.
 */
export async function decidersFor(tx: Tx, of: { readonly school: School; readonly person: string; readonly mine: readonly string[]; readonly offices: OfficeGroups; readonly today: string }): Promise<{ decidedBy: OfficeGroups; names: ReadonlyMap<string, readonly string[]> } | null> {
  const isMine = (office: string) => of.mine.includes(office);
  if (!of.offices.flat().some(office => isMine(office) || PERSONAL.includes(office))) return null;
  const seats = await askFeature('whoWouldDecide', tx, of);
  const found = await namesOf(tx, seats.flat().map(seat => seat.person));
  const held = [...new Set(seats.flat().map(seat => seat.as))];
  return {
    decidedBy: of.offices.map((group, at) => (group.some(isMine) && seats[at]!.length > 0 ? [...new Set(seats[at]!.map(seat => seat.as))] : group)),
    names: new Map(held.map(office => [office, [...new Set(seats.flat().flatMap(seat => (seat.as === office ? found.get(seat.person) ?? [] : [])))]])),
  };
}
