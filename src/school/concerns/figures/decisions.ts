/** Which terms are due, and what of a term is shown. Whoever knows these rules and every number shown learns nothing of a hidden one. */
import { addDays } from '../../../platform/days.ts';
import { BANDS, type Band, type Cell, type Counts, type Figures, type Period } from './words.ts';

interface Named { readonly name: string; readonly from: string; readonly to: string }

/**
 * The periods to release on a day, oldest first. Each goes from the day after the last one to the end of its term, so that no
 * two ever share a day: a term whose days were changed later cannot be taken away from what was shown before.
 */
export function due(of: { readonly terms: readonly Named[]; readonly released: string | null; readonly today: string; readonly delay: number }): Period[] {
  const periods: Period[] = [];
  let covered = of.released;
  for (const term of [...of.terms].sort((one, other) => one.to.localeCompare(other.to))) {
    if (addDays(term.to, of.delay) > of.today || (covered !== null && term.to <= covered)) continue;
    periods.push({ term: term.name, from: covered === null ? term.from : addDays(covered, 1), to: term.to });
    covered = term.to;
  }
  return periods;
}

/** When the next figures come: the first term that is not out yet; null where no such term is known. */
export function nextDue(of: { readonly terms: readonly Named[]; readonly released: string | null; readonly delay: number }): { readonly term: string; readonly on: string } | null {
  const next = [...of.terms].sort((one, other) => one.to.localeCompare(other.to)).find(term => of.released === null || term.to > of.released);
  return next ? { term: next.name, on: addDays(next.to, of.delay) } : null;
}

/**
 * Numbers below the threshold become `few`. The sum is shown only while each of those may still be anything below the
 * threshold: it is not where one alone is hidden, or where so few or so many are left for the hidden ones that it says more.
 */
export function hide(counts: readonly number[], below: number): { readonly cells: readonly Cell[]; readonly sum: Cell } {
  const few = counts.filter(n => n < below);
  const [all, left] = [add(counts), add(few)];
  const says = few.length > 0 && (left < below - 1 || left > (few.length - 1) * (below - 1));
  return { cells: counts.map(n => (n < below ? 'few' : n)), sum: says || all < below ? 'hidden' : all };
}

/**
 * The two parts of a number that is shown. Below twice the threshold both are hidden, whatever they are; above, the smaller
 * one may be `few`, and then the other is hidden, for the one would follow from the other.
 */
export function part(whole: Cell, one: number, below: number): readonly [Cell, Cell] {
  if (typeof whole !== 'number' || whole < 2 * below - 1) return ['hidden', 'hidden'];
  const other = whole - one;
  if (one < below) return ['few', 'hidden'];
  return other < below ? ['hidden', 'few'] : [one, other];
}

/** What is shown of a term. */
export function figuresOf(counts: Counts, below: number): Figures {
  const told = hide(counts.told.map(({ bands }) => add(Object.values(bands))), below);
  const outcomes = hide(counts.outcomes.map(({ n }) => n), below);
  const [closed, open] = part(told.sum, counts.closed, below);
  return {
    hiddenBelow: below, closed, open, outcomesTogether: outcomes.sum,
    told: counts.told.map(({ group, bands }, at) => ({ group, n: told.cells[at]!, answered: answeredIn(told.cells[at]!, bands) })),
    everything: { n: told.sum, answered: answeredIn(told.sum, together(counts)) },
    outcomes: counts.outcomes.map(({ kind }, at) => ({ kind, n: outcomes.cells[at]! })),
  };
}

/** The band in which half of them had an answer; null where the number itself is not shown. */
function answeredIn(n: Cell, bands: Readonly<Record<Band, number>>): Band | null {
  if (typeof n !== 'number') return null;
  let so = 0;
  return BANDS.find(band => (so += bands[band]) * 2 >= n) ?? null;
}

const together = (counts: Counts): Record<Band, number> => Object.fromEntries(BANDS.map(band => [band, add(counts.told.map(({ bands }) => bands[band]))])) as Record<Band, number>;
const add = (numbers: readonly number[]): number => numbers.reduce((sum, n) => sum + n, 0);
