import test from 'node:test';
import { deepEqual, equal } from 'node:assert/strict';
import { fitted, moveFault, yearAbove, yearNamed, yearsShown } from './decisions.ts';
import type { YearGroup } from './words.ts';

const years: YearGroup[] = [
  { name: 'Reception', phase: 'Early Years', kind: 'pupil-ks1' }, { name: 'Year 2', phase: 'Key Stage 1', kind: 'pupil-ks1' }, { name: 'Year 3', phase: 'Middle school', kind: 'pupil-senior' },
];

test('the pupils of a school show what its year groups are, the youngest first', () => {
  const seen = [
    { yearGroup: 'Year 3', phase: 'Middle school', kind: 'pupil-senior', count: 20 }, { yearGroup: 'Year 3', phase: '', kind: 'pupil-ks1', count: 1 },
    { yearGroup: 'Reception', phase: 'Early Years', kind: 'pupil-ks1', count: 18 }, { yearGroup: 'Year 2', phase: 'Key Stage 1', kind: 'pupil-ks1', count: 19 }, { yearGroup: '', phase: '', kind: 'pupil', count: 3 },
  ];
  deepEqual(yearsShown(seen), years);
});

test('the year above the last is no year', () => {
  deepEqual([yearAbove(years, 'Year 2')?.name, yearAbove(years, 'Year 3'), yearAbove(years, 'Year 9')], ['Year 3', null, null]);
});

test('each pupil comes under exactly one code, that of the year group', () => {
  deepEqual(fitted(['pupil-ks1'], 'Year 3', years), ['pupil-senior']);
  deepEqual(fitted(['volunteer', 'pupil', 'pupil-ks1'], 'Reception', years), ['volunteer', 'pupil-ks1']);
  deepEqual(fitted(['teacher', 'parent'], '', years), ['teacher', 'parent']);
  equal(yearNamed(years, 'Year 11').kind, 'pupil-senior');
});

test('a change is noted from the first day on, once, and not under a later one', () => {
  const is = { kinds: ['pupil-ks1'], place: { yearGroup: 'Year 2', class: 'Larks', phase: '' } };
  const becomes = { kinds: ['pupil-senior'], place: { yearGroup: 'Year 3', class: '3A', phase: '' } };
  const of = { joinedOn: '2024-09-01', leftOn: '2027-07-21', is, planned: '2027-01-04' };
  deepEqual(['2024-08-31', '2027-07-22', '2026-12-01', '2027-02-01'].map(from => moveFault({ from, becomes }, of)), ['before-joined', 'after-last-day', 'later-planned', null]);
  equal(moveFault({ from: '2027-02-01', becomes: is }, of), 'same');
});
