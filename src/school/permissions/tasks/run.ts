/** What comes round by itself: an office is reminded of what nobody has taken on, and what a leaver held is over. */
import { write } from '../../../logbook/index.ts';
import { currentSchool, inSchool, listSchools, readSchool, type Database, type School, type Tx } from '../../../platform/database/index.ts';
import { dayOf, endOfDay, hourOf } from '../../../platform/days.ts';
import { askFeature } from '../../answers.ts';
import type { Events } from '../../bulletin.ts';
import { BY_ITSELF, turn, type Doing } from '../deeds.ts';
import { listPermissions, listRequests, setRequestState } from '../store.ts';
import { remindsOn } from './decisions.ts';
import { tellOffice } from './mails.ts';
import { endBy, noteTaskReminded, openTasks } from './store.ts';

/** Reminds in every school where school is on. Returns how many tasks were brought to mind. */
export async function chaseTasks({ db, now, hour }: { readonly db: Database; readonly now: Date; readonly hour: number }): Promise<number> {
  if (hourOf(now) < hour) return 0;
  const today = dayOf(now);
  let done = 0;
  for (const school of await listSchools(db)) {
    const waits = await readSchool(db, school.id, async tx => (await openTasks(tx)).some(task => remindsOn(task, today)) && (await askFeature('schoolDay', tx, today)).on);
    if (waits) done += await inSchool(db, school.id, tx => chaseDay(tx, { school, by: null, at: now, today }));
  }
  return done;
}

async function chaseDay(tx: Tx, doing: Doing): Promise<number> {
  const due = (await openTasks(tx)).filter(task => remindsOn(task, doing.today));
  await noteTaskReminded(tx, due.map(task => task.id), doing.today);
  for (const office of new Set(due.map(task => task.office))) await tellOffice(tx, doing, office);
  for (const task of due) await write(tx, { school: doing.school.id, by: BY_ITSELF, at: doing.at, deed: 'remind-of-it-task', about: task.id });
  return due.length;
}

/** Whoever leaves holds no permission after their last day, and what they still asked for lapses. Heard in the transaction of the leaving. */
export async function leaverHoldsNothing(tx: Tx, { person, on, by, at }: Events['person-left']): Promise<void> {
  const school = await currentSchool(tx);
  if (!school) return;
  const doing = { school, by, at, today: dayOf(at) };
  const lastMoment = endOfDay(on);
  for (const held of await listPermissions(tx, { now: at, today: doing.today, holder: person, states: ['live', 'waiting', 'suspended', 'coming'], limit: 1000 })) {
    if (held.startsAt >= lastMoment || lastMoment <= at) await turn(tx, doing, { permission: held.id, turn: 'expired', reason: '' });
    else if (held.endsAt > lastMoment) {
      await endBy(tx, { id: held.id, at: lastMoment });
      await write(tx, { school: school.id, by, at, deed: 'end-permission-with-leaving', about: held.id, words: { on } });
    }
  }
  if (on <= doing.today) await lapseRequests(tx, { school, person, by, at });
}

async function lapseRequests(tx: Tx, { school, person, by, at }: { school: School; person: string; by: string; at: Date }): Promise<void> {
  for (const request of await listRequests(tx, { person, states: ['asked', 'asked-back'], limit: 500 })) {
    if (await setRequestState(tx, { id: request.id, from: request.state, to: 'lapsed', answeredAt: at })) await write(tx, { school: school.id, by, at, deed: 'lapse-request', about: request.id });
  }
}
