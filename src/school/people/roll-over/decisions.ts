/** Who goes where when the classes move up. Pure. */
import { inOrder } from '../../../platform/order.ts';
import { fitted, placeInOrder, yearAbove, yearNamed } from '../moves/decisions.ts';
import type { YearGroup } from '../moves/words.ts';
import type { ClassPlan, Outcome, Planned, Pupil, PupilPlan, RollOverFault } from './words.ts';

/** A class with its year group. */
export interface Room {
  readonly yearGroup: string;
  readonly class: string;
}

const key = (year: string, room: string): string => `${year}\n${room}`;

/** The classes of these pupils, the youngest first. */
export function roomsOf(pupils: readonly Pupil[]): Room[] {
  const rooms = new Map(pupils.map(pupil => [key(pupil.yearGroup, pupil.class), { yearGroup: pupil.yearGroup, class: pupil.class }]));
  return [...rooms.values()].sort((a, b) => placeInOrder(a.yearGroup) - placeInOrder(b.yearGroup) || a.yearGroup.localeCompare(b.yearGroup) || inOrder(a.class, b.class));
}

/**
 * Where each class most likely goes: the last year leaves; a class named by its year takes the next number (4B → 5B);
 * otherwise the class of the year above that stands in the same place, where both years have as many.
 */
export function suggest(rooms: readonly Room[], years: readonly YearGroup[]): ClassPlan[] {
  const inYear = (name: string): Room[] => rooms.filter(room => room.yearGroup === name);
  return rooms.map(({ yearGroup, class: room }) => {
    const above = yearAbove(years, yearGroup);
    const from = { yearFrom: yearGroup, classFrom: room };
    if (!above) return years.some(year => year.name === yearGroup) ? { ...from, goes: 'leaves', yearTo: '', classTo: '' } : { ...from, goes: 'up', yearTo: '', classTo: '' };
    const [here, next] = [inYear(yearGroup), inYear(above.name)];
    const beside = here.length === next.length ? next[here.findIndex(one => one.class === room)]!.class : '';
    return { ...from, goes: 'up', yearTo: above.name, classTo: renumbered(room, yearGroup, above.name) ?? beside };
  });
}

/** "4B" of Year 4 → "5B" in Year 5; null where the name does not tell its year. */
function renumbered(room: string, from: string, to: string): string | null {
  const sign = (year: string): string | null => (/^reception$/i.test(year) ? 'R' : /^nursery$/i.test(year) ? 'N' : /(\d{1,2})$/.exec(year)?.[1] ?? null);
  const [old, now] = [sign(from), sign(to)];
  if (old === null || now === null || !room.startsWith(old) || /^\d/.test(room.slice(old.length)) || (/^[RN]$/.test(old) && !/^[A-Z0-9]{0,2}$/.test(room.slice(1)))) return null;
  return now + room.slice(old.length);
}

/** A saved plan, and a suggestion for each class that has come since. A class that is no more is left out. */
export function completed(saved: readonly ClassPlan[], rooms: readonly Room[], years: readonly YearGroup[]): ClassPlan[] {
  const known = new Map(saved.map(plan => [key(plan.yearFrom, plan.classFrom), plan]));
  return suggest(rooms, years).map(plan => known.get(key(plan.yearFrom, plan.classFrom)) ?? plan);
}

/** What happens to each pupil: a change noted on their own page comes first, then a line of their own, then their class. */
export function planAll(pupils: readonly Pupil[], of: { classes: readonly ClassPlan[]; own: readonly PupilPlan[]; years: readonly YearGroup[] }): Planned[] {
  const classes = new Map(of.classes.map(plan => [key(plan.yearFrom, plan.classFrom), plan]));
  const own = new Map(of.own.map(plan => [plan.person, plan]));
  return pupils.map(pupil => planOne(pupil, { class: classes.get(key(pupil.yearGroup, pupil.class)), own: own.get(pupil.person), years: of.years }));
}

function planOne(pupil: Pupil, of: { class: ClassPlan | undefined; own: PupilPlan | undefined; years: readonly YearGroup[] }): Planned {
  const stay = (outcome: Outcome, mine: boolean): Planned => ({ pupil, outcome, to: null, kinds: pupil.kinds, own: mine });
  if (pupil.planned) return stay('planned', true);
  const plan = of.own ?? of.class;
  if (!plan) return stay('unsaid', false);
  const mine = of.own !== undefined;
  if (plan.goes === 'leaves') return stay('leaves', mine);
  // Why the class too: who repeats a year sits with the class that comes up, under whatever name it has then.
  const to = plan.goes === 'stays' ? { yearGroup: pupil.yearGroup, class: plan.classTo || pupil.class } : { yearGroup: plan.yearTo, class: plan.classTo };
  if (to.yearGroup === '' || to.class === '') return stay('unsaid', mine);
  if (to.yearGroup === pupil.yearGroup && to.class === pupil.class) return stay('stays', mine);
  return { pupil, outcome: plan.goes === 'stays' ? 'stays' : 'moves', to: { ...to, phase: yearNamed(of.years, to.yearGroup).phase }, kinds: fitted(pupil.kinds, to.yearGroup, of.years).sort(), own: mine };
}

/** How many pupils meet each end. */
export function countOutcomes(planned: readonly Planned[]): Record<Outcome, number> {
  const counts: Record<Outcome, number> = { moves: 0, stays: 0, leaves: 0, planned: 0, unsaid: 0 };
  for (const { outcome } of planned) counts[outcome]++;
  return counts;
}

/** Whether a pupil's place or kind is another afterwards. */
export const changes = (one: Planned): boolean => one.to !== null;

/** What stops a roll-over from being confirmed; null when nothing does. */
export function confirmFault(planned: readonly Planned[], days: { on: string; today: string }): RollOverFault | null {
  if (days.on <= days.today) return 'past';
  if (planned.length === 0) return 'nobody';
  return planned.some(one => one.outcome === 'unsaid') ? 'unsaid' : null;
}

/** The parents who leave with their last child: nothing but parents, and every child of theirs leaves. */
export function parentsWhoLeave(ties: readonly { readonly parent: string; readonly child: string }[], of: { leaving: ReadonlySet<string>; onlyParents: ReadonlySet<string> }): string[] {
  const children = new Map<string, string[]>();
  for (const { parent, child } of ties) if (of.onlyParents.has(parent)) children.set(parent, [...(children.get(parent) ?? []), child]);
  return [...children].filter(([, mine]) => mine.every(child => of.leaving.has(child))).map(([parent]) => parent);
}

/** The first day of the next school year: 1 September, unless that day is today or past. */
export const nextSeptember = (today: string): string => (today.slice(5) < '09-01' ? `${today.slice(0, 4)}-09-01` : `${Number(today.slice(0, 4)) + 1}-09-01`);
