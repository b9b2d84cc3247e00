import { deepEqual, equal, ok } from 'node:assert/strict';
import test from 'node:test';
import fc from 'fast-check';
import { due, figuresOf, hide, nextDue, part } from './decisions.ts';
import { BANDS, GROUPS, OUTCOMES, type Band, type Counts } from './words.ts';

const below = fc.integer({ min: 2, max: 5 });
const counts = fc.array(fc.oneof(fc.integer({ min: 0, max: 5 }), fc.integer({ min: 0, max: 12 })), { minLength: 1, maxLength: 5 });

/** Every way to fill the hidden places with numbers below the threshold. */
function* fillings(places: readonly number[], limit: number, so: readonly number[] = []): Generator<readonly number[]> {
  if (so.length === places.length) yield so;
  else for (let n = 0; n < limit; n++) yield* fillings(places, limit, [...so, n]);
}

test('whoever knows the rules and every number that is shown cannot tell any hidden number from another below the threshold', () => {
  fc.assert(fc.property(counts, below, (numbers, limit) => {
    const shown = JSON.stringify(hide(numbers, limit));
    const places = numbers.flatMap((n, at) => (n < limit ? [at] : []));
    const possible = places.map(() => new Set<number>());
    for (const filling of fillings(places, limit)) {
      const other = numbers.map((n, at) => filling[places.indexOf(at)] ?? n);
      if (JSON.stringify(hide(other, limit)) === shown) filling.forEach((n, at) => possible[at]!.add(n));
    }
    for (const values of possible) equal(values.size, limit);
  }), { numRuns: 300 });
});

test('no number below the threshold is shown, and a sum that is shown is right', () => {
  fc.assert(fc.property(counts, below, (numbers, limit) => {
    const { cells, sum } = hide(numbers, limit);
    for (const cell of [...cells, sum]) ok(typeof cell === 'string' || cell >= limit);
    deepEqual(cells.filter(cell => typeof cell === 'number'), numbers.filter(n => n >= limit));
    if (typeof sum === 'number') equal(sum, numbers.reduce((a, b) => a + b, 0));
  }));
});

test('of two parts of a number, a hidden one may be anything that its word says', () => {
  fc.assert(fc.property(fc.integer({ min: 0, max: 20 }), fc.integer({ min: 0, max: 20 }), below, (one, other, limit) => {
    const whole = one + other >= limit ? one + other : 'few';
    const shown = part(whole, one, limit);
    for (const cell of shown) ok(typeof cell === 'string' || cell >= limit);
    if (typeof whole !== 'number') return deepEqual(shown, ['hidden', 'hidden']);
    const possible = Array.from({ length: whole + 1 }, (_, n) => n).filter(n => JSON.stringify(part(whole, n, limit)) === JSON.stringify(shown));
    if (shown.every(cell => cell === 'hidden')) equal(possible.length, whole + 1);
    else if (shown.includes('few')) equal(possible.length, limit);
  }));
});

const NONE = Object.fromEntries(BANDS.map(band => [band, 0])) as Record<Band, number>;
const told = (safeguarding: Partial<Record<Band, number>>, data: number): Counts => ({
  told: GROUPS.map(group => ({ group, bands: { ...NONE, ...(group === 'safeguarding' ? safeguarding : group === 'data' ? { day: data } : {}) } })), closed: 9, outcomes: OUTCOMES.map(kind => ({ kind, n: kind === 'warning' ? 6 : 0 })),
});

test('a group with enough concerns shows how many and when half of them had an answer, and one with few shows neither', () => {
  const figures = figuresOf(told({ day: 2, week: 5, 'not-yet': 1 }, 4), 5);
  deepEqual(figures.told.slice(0, 2), [{ group: 'safeguarding', n: 8, answered: 'week' }, { group: 'data', n: 'few', answered: null }]);
  deepEqual(figures.everything, { n: 12, answered: 'day' });
  deepEqual([figures.closed, figures.open], ['hidden', 'few']);
  deepEqual(figures.outcomes[0], { kind: 'warning', n: 6 });
  equal(figures.outcomesTogether, 'hidden');
});

test('a term in which nothing was told looks like one in which each thing was told a few times', () => {
  const figures = figuresOf(told({ day: 1 }, 1), 5);
  deepEqual({ ...figures, outcomes: [], outcomesTogether: 0 }, { ...figuresOf({ ...told({}, 0), closed: 0 }, 5), outcomes: [], outcomesTogether: 0 });
});

const TERMS = [{ name: 'Autumn', from: '2026-09-02', to: '2026-12-18' }, { name: 'Spring', from: '2027-01-04', to: '2027-03-26' }];

test('a term is released once it has ended and its days of waiting are over', () => {
  deepEqual(due({ terms: TERMS, released: null, today: '2027-01-14', delay: 28 }), []);
  deepEqual(due({ terms: TERMS, released: null, today: '2027-01-15', delay: 28 }), [{ term: 'Autumn', from: '2026-09-02', to: '2026-12-18' }]);
  deepEqual(nextDue({ terms: TERMS, released: null, delay: 28 }), { term: 'Autumn', on: '2027-01-15' });
  deepEqual(nextDue({ terms: TERMS, released: '2027-03-26', delay: 28 }), null);
});

test('the holiday before a term counts with it, and no day is ever counted in two terms, however their days are changed', () => {
  deepEqual(due({ terms: TERMS, released: '2026-12-18', today: '2027-06-01', delay: 28 }), [{ term: 'Spring', from: '2026-12-19', to: '2027-03-26' }]);
  fc.assert(fc.property(fc.array(fc.tuple(fc.integer({ min: 1, max: 28 }), fc.integer({ min: 1, max: 28 })), { maxLength: 6 }), pairs => {
    const day = (n: number) => `2026-10-${String(n).padStart(2, '0')}`;
    const terms = pairs.map(([a, b], at) => ({ name: `Term ${at}`, from: day(Math.min(a, b)), to: day(Math.max(a, b)) }));
    const found = due({ terms, released: '2026-10-10', today: '2027-01-01', delay: 28 });
    found.forEach((period, at) => ok(period.from > (found[at - 1]?.to ?? '2026-10-10') && period.from <= period.to));
  }));
});
