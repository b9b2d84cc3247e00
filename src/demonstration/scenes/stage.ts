/** Makes the stage of a school: who is who, and how long ago is when. */
import type { Tx } from '../../platform/database/index.ts';
import { addDays, dayOf, startOfDay } from '../../platform/days.ts';
import type { School } from '../../platform/web/index.ts';
import { lockFor } from '../../school/concerns/index.ts';
import { fullName, listHolders, listPeople, type Person } from '../../school/people/index.ts';
import { chanceFrom } from '../names.ts';
import { listPersonas } from '../store.ts';
import type { Loading } from '../words.ts';
import type { Stage, When } from './words.ts';

const MINUTE = 60_000;
const MOST = 1000;

/** The stage of a school today. Null where it has no personas. */
export async function stageFor(tx: Tx, { vocabulary, shared, now }: Loading, school: School): Promise<Stage | null> {
  const personas = new Map((await listPersonas(tx)).map(one => [one.persona, one.person]));
  if (personas.size === 0) return null;
  const today = dayOf(now);
  const holders = await listHolders(tx, today);
  const everybody = await listPeople(tx, { day: today, limit: MOST });
  const people = new Map(everybody.map(one => [one.id, one]));
  const holderOf = (office: string) => holders.find(one => one.office === office)?.person ?? null;
  const taken = new Set([...personas.values(), ...holders.map(one => one.person)]);
  const extras = extrasOf(everybody.filter(one => !taken.has(one.id)));
  return {
    school, vocabulary, shared, lock: await lockFor(shared, school), sealFolder: shared.sealFolder, now, today, chance: chanceFrom(`${school.slug} scenes`),
    holderOf, personaOf: persona => personas.get(persona) ?? null,
    who: role => extras(role) ?? personas.get(role) ?? holderOf(role),
    nameOf: person => { const found = people.get(person); return found ? fullName(found) : ''; },
    classOf: person => people.get(person)?.place?.class ?? '',
    firstOf: yearGroup => everybody.find(one => one.place?.yearGroup === yearGroup && !taken.has(one.id))?.id ?? null,
    isPersona: person => [...personas.values()].includes(person),
    at: when => momentOf(now, when), readers: new Map(),
  };
}

/** `teacher 2`: the second of a kind who holds no office and is no persona; pupils from the top of the school down. */
function extrasOf(people: readonly Person[]): (role: string) => string | null {
  const pupils = people.filter(one => one.place !== null).sort((a, b) => yearOf(b) - yearOf(a));
  return role => {
    const [, kind, number] = /^(\S+) (\d+)$/.exec(role) ?? [];
    if (!kind) return null;
    const found = kind === 'pupil' ? pupils : people.filter(one => one.place === null && one.kinds.includes(kind));
    return found[Number(number) - 1]?.id ?? null;
  };
}

const yearOf = ({ place }: Person): number => Number(/\d+/.exec(place?.yearGroup ?? '')?.[0] ?? 0);

/** Minutes ago; or weekdays ago at a time of day, never later than now. */
export function momentOf(now: Date, when: When): Date {
  if (typeof when === 'number') return new Date(now.getTime() - when * MINUTE);
  const [weekdays, time] = when;
  let day = dayOf(now);
  for (let left = weekdays; left > 0; left -= isWeekday(day) ? 1 : 0) day = addDays(day, -1);
  const [hours = 0, minutes = 0] = time.split(':').map(Number);
  return new Date(Math.min(startOfDay(day).getTime() + (hours * 60 + minutes) * MINUTE, now.getTime() - MINUTE));
}

export const isWeekday = (day: string): boolean => ![0, 6].includes(new Date(`${day}T12:00:00Z`).getUTCDay());
