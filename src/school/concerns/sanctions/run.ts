/** What comes round by itself: sanctions that begin on their first day and end after their last. */
import { inSchool, listSchools, readSchool, type Database } from '../../../platform/database/index.ts';
import { dayOf } from '../../../platform/days.ts';
import type { Shared } from '../../feature.ts';
import { lockFor } from '../asking.ts';
import type { Doing } from '../words.ts';
import { beginsOn, endsOn } from './decisions.ts';
import { beginSanction, endSanction } from './deeds.ts';
import * as store from './store.ts';

/** Begins and ends what is due in every school. Returns how many began or ended. */
export async function runSanctions({ db, shared, now }: { readonly db: Database; readonly shared: Shared; readonly now: Date }): Promise<number> {
  const today = dayOf(now);
  let moved = 0;
  for (const school of await listSchools(db)) {
    const due = await readSchool(db, school.id, tx => store.toRun(tx, today));
    if (due.length === 0) continue;
    const doing: Doing = { school, by: null, at: now, today, shared, lock: await lockFor(shared, school) };
    for (const { id } of due) {
      moved += await inSchool(db, school.id, async tx => {
        const row = await store.holdSanction(tx, id);
        if (!row) return 0;
        if (endsOn(row, today)) return (await endSanction(tx, doing, row)) ? 1 : 0;
        return beginsOn(row, today) && (await beginSanction(tx, doing, row)) ? 1 : 0;
      });
    }
  }
  return moved;
}
