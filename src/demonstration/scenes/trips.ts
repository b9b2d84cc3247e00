/** A trip next week and one that is over. */
import type { Tx } from '../../platform/database/index.ts';
import { addDays } from '../../platform/days.ts';
import { listPeople } from '../../school/people/index.ts';
import { fillTrip, type CarrierToFill } from '../../school/trips/index.ts';
import { SCRIPTS, type TripScript } from './script.ts';
import type { Stage } from './words.ts';

const PLANNED_BEFORE = 14;
const LISTS_STAY = 60;

/** The persona of a teacher leads them; a supply teacher and one more go along. */
export async function goOnTrips(tx: Tx, stage: Stage): Promise<void> {
  for (const script of SCRIPTS[stage.school.pack]?.trips ?? []) await goOnTrip(tx, stage, script);
}

async function goOnTrip(tx: Tx, stage: Stage, script: TripScript): Promise<void> {
  const { school, vocabulary, today, now } = stage;
  const leader = stage.personaOf('teacher');
  if (leader === null) return;
  const from = weekday(addDays(today, script.inDays));
  const pupils = (await listPeople(tx, { day: today, class: script.class, limit: 60 })).map(({ id }) => id);
  const others = (await listPeople(tx, { day: today, kinds: ['support-staff'], limit: 60 })).filter(one => one.offices.length === 0).map(({ id }) => id).slice(0, 2);
  const planned = script.inDays < 0 ? script.inDays - PLANNED_BEFORE : -3;
  const carriers = (script.phones === 'adults' ? others : pupils.slice(0, 2)).map((person, at): CarrierToFill => ({
    person, device: 'phone', owner: 'personal', purpose: script.phones === 'adults' ? 'safety' : 'personal', facts: { moment: 'break' },
    ...(at === 0 || script.inDays < 0 ? { words: script.words } : {}),
  }));
  const doing = { school, vocabulary, by: leader, at: new Date(now.getTime() + planned * 86_400_000), today };
  await fillTrip(tx, doing, { trip: { title: script.title, place: script.place, from, until: from, eraseOn: addDays(from, LISTS_STAY), leader }, pupils, adults: others, carriers, holderOf: stage.holderOf });
}

/** That day, or the Friday before a weekend. */
function weekday(day: string): string {
  const number = new Date(`${day}T00:00:00Z`).getUTCDay();
  return addDays(day, number === 6 ? -1 : number === 0 ? -2 : 0);
}
