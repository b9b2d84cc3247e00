/** The roll-overs of all schools, each on its day. */
import { inSchool, listSchools, readSchool, type Database } from '../../../platform/database/index.ts';
import { dayOf } from '../../../platform/days.ts';
import { carryOutRollOver } from './deeds.ts';
import { openRollOver } from './reads.ts';

/** Carries out every confirmed roll-over whose day has come. A server that slept through the day does it when it wakes. Returns how many. */
export async function rollOverEverywhere({ db, now }: { readonly db: Database; readonly now: Date }): Promise<number> {
  const today = dayOf(now);
  let done = 0;
  for (const school of await listSchools(db)) {
    const due = await readSchool(db, school.id, async tx => {
      const open = await openRollOver(tx);
      return open?.state === 'confirmed' && open.on <= today;
    });
    if (due && await inSchool(db, school.id, tx => carryOutRollOver(tx, { school: school.id, today, at: now }))) done++;
  }
  return done;
}
