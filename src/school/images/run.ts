/** What comes round by itself: the lists of recordings that are deleted go, with what people said. */
import { inSchool, listSchools, readSchool, type Database } from '../../platform/database/index.ts';
import { dayOf } from '../../platform/days.ts';
import { eraseRecordingList } from './recordings/deeds.ts';
import { listsToErase } from './recordings/store.ts';

/** Erases what has done its work in every school. Returns how many recordings lost their lists. */
export async function eraseRecordings({ db, now }: { readonly db: Database; readonly now: Date }): Promise<number> {
  let erased = 0;
  for (const school of await listSchools(db)) {
    const due = await readSchool(db, school.id, tx => listsToErase(tx, dayOf(now)));
    for (const recording of due) await inSchool(db, school.id, tx => eraseRecordingList(tx, { school, recording, at: now }));
    erased += due.length;
  }
  return erased;
}
