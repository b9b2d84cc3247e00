/** What comes round by itself: the lists of recordings that are deleted go, with what people said; and pictures that should be down are brought to mind. */
import { inSchool, listSchools, readSchool, type Database } from '../../platform/database/index.ts';
import { dayOf, hourOf } from '../../platform/days.ts';
import { askFeature } from '../answers.ts';
import type { Shared } from '../feature.ts';
import { lockFor, remindOfHold } from './holds/deeds.ts';
import { dueHolds } from './holds/store.ts';
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

/** Brings to mind, once and when school is on, the holds whose day has come. Returns how many. */
export async function remindOfHolds({ db, shared, now, hour }: { readonly db: Database; readonly shared: Pick<Shared, 'sealFolder'>; readonly now: Date; readonly hour: number }): Promise<number> {
  if (hourOf(now) < hour) return 0;
  const today = dayOf(now);
  let reminded = 0;
  for (const school of await listSchools(db)) {
    const waits = await readSchool(db, school.id, async tx => (await dueHolds(tx, today)).length > 0 && (await askFeature('schoolDay', tx, today)).on);
    if (!waits) continue;
    const lock = await lockFor(shared, school);
    reminded += await inSchool(db, school.id, async tx => {
      const due = await dueHolds(tx, today);
      for (const hold of due) await remindOfHold(tx, { school, at: now, today, lock }, hold);
      return due.length;
    });
  }
  return reminded;
}
