/** The lists of trips go by themselves on the day set for each. */
import { inSchool, listSchools, readSchool, type Database } from '../../platform/database/index.ts';
import { dayOf } from '../../platform/days.ts';
import { eraseTripLists } from './deeds.ts';
import { tripsToErase } from './store.ts';

/** Erases what is due in every school. Returns how many trips lost their lists. */
export async function eraseTrips({ db, now }: { readonly db: Database; readonly now: Date }): Promise<number> {
  let erased = 0;
  for (const school of await listSchools(db)) {
    const due = await readSchool(db, school.id, tx => tripsToErase(tx, dayOf(now)));
    for (const trip of due) await inSchool(db, school.id, tx => eraseTripLists(tx, { school, trip, at: now }));
    erased += due.length;
  }
  return erased;
}
