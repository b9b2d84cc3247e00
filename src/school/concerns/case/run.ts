/** What comes round by itself: warnings before a clock ends, and reminders of what is to be done. */
import { inSchool, listSchools, readSchool, type Database, type Tx } from '../../../platform/database/index.ts';
import { addDays, dayOf } from '../../../platform/days.ts';
import type { Shared } from '../../feature.ts';
import { listHolders } from '../../people/index.ts';
import { lockFor } from '../asking.ts';
import { escalateIn, sendOnWithoutHandlers } from '../late/deeds.ts';
import { warningsDue } from '../clocks/decisions.ts';
import { runningClocks, setWarned, type RunningClock } from '../clocks/store.ts';
import { handles, isOpen } from '../decisions.ts';
import { mailTo } from '../deeds/note.ts';
import { eyesOn } from '../store.ts';
import type { Doing } from '../words.ts';
import { markReminded, stepsToRemind, type DueRow } from './store.ts';

export interface CaseRound { readonly db: Database; readonly shared: Shared; readonly now: Date }
const AT_ONCE = 200;

/** Warns, reminds and sends on what nobody acted on, in every school, day and night. Returns how many clocks, steps and cases it spoke of. */
export async function remindOfCases({ db, shared, now }: CaseRound): Promise<number> {
  const today = dayOf(now);
  let spoken = 0;
  for (const school of await listSchools(db)) {
    const doing = { school, by: null, at: now, today, shared, lock: await lockFor(shared, school) };
    const clocks = (await readSchool(db, school.id, tx => runningClocks(tx, AT_ONCE))).filter(clock => warningsDue(clock, now) > clock.warned);
    for (const clock of clocks) await inSchool(db, school.id, tx => warn(tx, doing, clock));
    const steps = await readSchool(db, school.id, tx => stepsToRemind(tx, days(today)));
    if (steps.length > 0) await inSchool(db, school.id, tx => remind(tx, doing, steps));
    spoken += clocks.length + steps.length + await escalateIn(db, doing) + await sendOnWithoutHandlers(db, doing);
  }
  return spoken;
}

const days = (today: string) => ({ today, tomorrow: addDays(today, 1), weekAgo: addDays(today, -7) });

/** Those who deal with a concern, whoever covers for them included; never those it is about. */
async function handlersOf(tx: Tx, { at, today, lock }: Doing, concern: Pick<RunningClock, 'concern' | 'aboutKeys'>): Promise<string[]> {
  const eyes = (await eyesOn(tx, [concern.concern])).filter(eye => isOpen(eye, at) && handles([eye]));
  const offices = new Set(eyes.flatMap(eye => eye.office ?? []));
  const people = [...(await listHolders(tx, today)).filter(holder => offices.has(holder.office)).map(holder => holder.person), ...eyes.flatMap(eye => eye.person ?? [])];
  return [...new Set(people)].filter(person => !concern.aboutKeys.includes(lock.keyOf(person)));
}

async function warn(tx: Tx, doing: Doing, clock: RunningClock): Promise<void> {
  const due = warningsDue(clock, doing.at);
  await setWarned(tx, clock.id, due);
  await mailTo(tx, doing, await handlersOf(tx, doing, clock), `clock ${clock.id} ${due}`);
}

async function remind(tx: Tx, doing: Doing, steps: readonly DueRow[]): Promise<void> {
  await markReminded(tx, steps.map(step => step.id), doing.today);
  // Why asked again: somebody who no longer deals with it, or whom it is about by now, learns nothing of it, and those who do see to it.
  for (const step of steps) {
    const handlers = await handlersOf(tx, doing, step);
    await mailTo(tx, doing, handlers.includes(step.owner) ? [step.owner] : handlers, `step ${step.id} ${doing.today}`);
  }
}
