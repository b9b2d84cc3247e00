/** What nobody opened goes on by itself, at any hour where a child may be harmed. */
import { inSchool, listSchools, readSchool, type Database } from '../../../platform/database/index.ts';
import { dayOf } from '../../../platform/days.ts';
import type { Shared } from '../../feature.ts';
import { lockFor } from '../asking.ts';
import { addEntry } from '../deeds/case.ts';
import { handOn } from '../deeds/route.ts';
import * as store from '../store.ts';
import { dueToGoOn } from './store.ts';

/** Hands on what is due in every school. Returns how many went on. */
export async function handOnEverywhere({ db, shared, now }: { readonly db: Database; readonly shared: Shared; readonly now: Date }): Promise<number> {
  let gone = 0;
  for (const school of await listSchools(db)) {
    const due = await readSchool(db, school.id, tx => dueToGoOn(tx, now));
    if (due.length === 0) continue;
    const doing = { school, by: null, at: now, today: dayOf(now), lock: await lockFor(shared, school), shared };
    for (const id of due) {
      gone += await inSchool(db, school.id, async tx => {
        const concern = await store.holdConcern(tx, id);
        if (concern?.state !== 'new' || concern.handOnAt === null || concern.handOnAt > now) return 0;
        const office = await handOn(tx, doing, concern);
        if (office !== null) await addEntry(tx, doing, { concern: id, sort: 'handed-on', words: { office } });
        return office === null ? 0 : 1;
      });
    }
  }
  return gone;
}
