/** What comes round by itself: reminders that a hold is to be looked at again, and whoever waited to be forgotten. */
import { inSchool, listSchools, readSchool, type Database, type Tx } from '../../../platform/database/index.ts';
import { addDays, dayOf } from '../../../platform/days.ts';
import { announce } from '../../bulletin.ts';
import type { Shared } from '../../feature.ts';
import { listHolders } from '../../people/index.ts';
import { lockFor } from '../asking.ts';
import { handles, isOpen } from '../decisions.ts';
import { mailTo } from '../deeds/note.ts';
import { eyesOn } from '../store.ts';
import type { Doing } from '../words.ts';
import { KEEPERS } from './decisions.ts';
import * as store from './store.ts';
import type { Hold } from './words.ts';

export interface HoldRound {
  readonly db: Database;
  readonly shared: Shared;
  readonly now: Date;
  /** Forgets a person in concerns. */
  readonly forget: (tx: Tx, person: string) => Promise<void>;
}

/** Reminds and forgets in every school. Returns how many holds and people it dealt with. */
export async function tendHolds({ db, shared, now, forget }: HoldRound): Promise<number> {
  const today = dayOf(now);
  let done = 0;
  for (const school of await listSchools(db)) {
    const { due, waiting } = await readSchool(db, school.id, async tx => ({ due: await store.toRemind(tx, { today, weekAgo: addDays(today, -7) }), waiting: await store.toForgetNow(tx) }));
    if (due.length + waiting.length === 0) continue;
    const doing: Doing = { school, by: null, at: now, today, shared, lock: await lockFor(shared, school) };
    await inSchool(db, school.id, async tx => {
      for (const hold of due) await mailTo(tx, doing, await tendersOf(tx, doing, hold), `legal review ${hold.id} ${today}`);
      await store.markReminded(tx, due.map(hold => hold.id), today);
      for (const person of waiting) {
        await forget(tx, person);
        await announce(tx, 'forget-again', { school: school.id, person });
        await store.forgotten(tx, person);
      }
    });
    done += due.length + waiting.length;
  }
  return done;
}

/** Those who keep the list of holds and those who deal with the case; never those it is about. */
async function tendersOf(tx: Tx, { at, today, lock }: Doing, hold: Hold): Promise<string[]> {
  const eyes = (await eyesOn(tx, [hold.concern])).filter(eye => isOpen(eye, at) && handles([eye]));
  const offices = new Set([...KEEPERS, ...eyes.flatMap(eye => eye.office ?? [])]);
  const people = [...(await listHolders(tx, today)).filter(holder => offices.has(holder.office)).map(holder => holder.person), ...eyes.flatMap(eye => eye.person ?? [])];
  return [...new Set(people)].filter(person => !hold.aboutKeys.includes(lock.keyOf(person)));
}
