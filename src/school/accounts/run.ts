/** What comes round by itself: what was switched off until a day goes on again after it. */
import { inSchool, listSchools, readSchool, type Database } from '../../platform/database/index.ts';
import { dayOf } from '../../platform/days.ts';
import type { Vocabulary } from '../../rulebook/index.ts';
import { endHold } from './deeds.ts';
import { findHold, holdsOver } from './store.ts';

/** Ends in every school what is over. Returns how many ended. What a case decided is ended by the case. */
export async function restoreAccounts({ db, vocabulary, now }: { readonly db: Database; readonly vocabulary: Vocabulary; readonly now: Date }): Promise<number> {
  const today = dayOf(now);
  let ended = 0;
  for (const school of await listSchools(db)) {
    for (const { id } of await readSchool(db, school.id, tx => holdsOver(tx, today))) {
      ended += await inSchool(db, school.id, async tx => {
        const hold = await findHold(tx, id);
        return hold && (await endHold(tx, { school, by: null, at: now, today, vocabulary }, { hold, how: 'over' })) ? 1 : 0;
      });
    }
  }
  return ended;
}
