/** Year groups in their order, and what speaks against a change of what somebody is. Pure. */
import { isPupilKind, pupilKind } from '../import/decisions.ts';
import type { MoveFault, Standing, YearGroup } from './words.ts';

/** Where a year group stands among all: Nursery, Reception, then by number; names of a school's own come last. */
export function placeInOrder(name: string): number {
  if (/^nursery$/i.test(name)) return -2;
  if (/^reception$/i.test(name)) return -1;
  const number = /(\d{1,2})$/.exec(name)?.[1];
  return number ? Number(number) : 1000;
}

/** The year groups as a school's own pupils show them: the kind and phase that most of a year have. */
export function yearsShown(pupils: readonly { readonly yearGroup: string; readonly phase: string; readonly kind: string; readonly count: number }[]): YearGroup[] {
  const most = new Map<string, { readonly year: YearGroup; readonly count: number }>();
  for (const { yearGroup, phase, kind, count } of pupils) {
    if (yearGroup !== '' && (most.get(yearGroup)?.count ?? 0) < count) most.set(yearGroup, { year: { name: yearGroup, phase, kind }, count });
  }
  return [...most.values()].map(one => one.year).sort((a, b) => placeInOrder(a.name) - placeInOrder(b.name) || a.name.localeCompare(b.name));
}

/** A year group by its name; one that the school does not know is judged by its name. */
export const yearNamed = (years: readonly YearGroup[], name: string): YearGroup =>
  years.find(year => year.name === name) ?? { name, phase: '', kind: pupilKind(name) };

/** The year group above, or null after the last and for one that the school does not know. */
export function yearAbove(years: readonly YearGroup[], name: string): YearGroup | null {
  const at = years.findIndex(year => year.name === name);
  return at < 0 ? null : years[at + 1] ?? null;
}

/** A pupil is what their year group says, and exactly one kind of pupil; everything else stays as given. */
export function fitted(kinds: readonly string[], yearGroup: string, years: readonly YearGroup[]): string[] {
  const others = kinds.filter(kind => !isPupilKind(kind));
  return others.length === kinds.length ? others : [...others, yearNamed(years, yearGroup).kind];
}

const same = (a: Standing, b: Standing): boolean =>
  JSON.stringify([[...a.kinds].sort(), a.place?.yearGroup, a.place?.class]) === JSON.stringify([[...b.kinds].sort(), b.place?.yearGroup, b.place?.class]);

/** What speaks against a change; null when nothing does. `planned` is the last day on which something begins or ends already. */
export function moveFault(given: { readonly from: string; readonly becomes: Standing }, of: { readonly joinedOn: string; readonly leftOn: string | null; readonly is: Standing; readonly planned: string | null }): MoveFault | null {
  if (given.from < of.joinedOn) return 'before-joined';
  if (of.leftOn !== null && given.from > of.leftOn) return 'after-last-day';
  if (of.planned !== null && of.planned > given.from) return 'later-planned';
  return same(given.becomes, of.is) ? 'same' : null;
}
