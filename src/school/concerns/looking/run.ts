/** What comes round by itself: what nobody used is forgotten, and whoever was looked at is told once the case is closed. */
import { inSchool, listSchools, readSchool, type Database, type Tx } from '../../../platform/database/index.ts';
import { dayOf } from '../../../platform/days.ts';
import type { Shared } from '../../feature.ts';
import { lockFor } from '../asking.ts';
import { settingsNow } from '../deeds/route.ts';
import { heldAmong } from '../legal/store.ts';
import type { Doing } from '../words.ts';
import { forgetsOn, tellsNow } from './decisions.ts';
import { forgetUnused, tellLookedAt } from './deeds.ts';
import * as store from './store.ts';
import type { LookWords } from './words.ts';

/** Forgets and tells what is due in every school. Returns how many. */
export async function tendLooks({ db, shared, now }: { readonly db: Database; readonly shared: Shared; readonly now: Date }): Promise<number> {
  const today = dayOf(now);
  let done = 0;
  for (const school of await listSchools(db)) {
    const due = await readSchool(db, school.id, async tx => (await store.countDue(tx, today)) > 0);
    if (!due) continue;
    const doing: Doing = { school, by: null, at: now, today, shared, lock: await lockFor(shared, school) };
    done += await inSchool(db, school.id, async tx => (await forgetDue(tx, doing)) + (await tellDue(tx, doing)));
  }
  return done;
}

async function forgetDue(tx: Tx, doing: Doing): Promise<number> {
  const due = await store.toForget(tx, doing.today);
  const held = await heldAmong(tx, due.map(one => one.concern));
  const gone = due.filter(one => forgetsOn(one, { today: doing.today, held: held.has(one.concern) }));
  for (const one of gone) await forgetUnused(tx, doing, { finding: one.id, look: one.look, concern: one.concern });
  return gone.length;
}

async function tellDue(tx: Tx, doing: Doing): Promise<number> {
  const { lookedAtTold } = await settingsNow(tx, doing.today);
  const due = await store.toTell(tx);
  const held = await heldAmong(tx, due.map(look => look.concern));
  let told = 0;
  for (const look of due.filter(one => tellsNow(one, { setting: lookedAtTold, held: held.has(one.concern) }))) {
    const { person } = doing.lock.openOr<Pick<LookWords, 'person'>>(look.locked, look.id, { person: null });
    if (person !== null && await tellLookedAt(tx, doing, { look, person })) told += 1;
  }
  return told;
}
