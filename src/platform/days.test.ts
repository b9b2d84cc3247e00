import { deepEqual, equal } from 'node:assert/strict';
import test from 'node:test';
import { addDays, addMonths, dayOf, daysBetween, endOfDay, inWords, isDay, momentInWords, startOfDay } from './days.ts';

test('a day begins at midnight in London, summer and winter', () => {
  equal(dayOf(new Date('2026-06-30T22:59:59Z')), '2026-06-30');
  equal(dayOf(new Date('2026-06-30T23:00:00Z')), '2026-07-01');
  equal(dayOf(new Date('2026-12-31T23:59:59Z')), '2026-12-31');
});

test('days are counted over the change of the clocks, leap days and years', () => {
  equal(addDays('2026-10-24', 2), '2026-10-26');
  equal(addDays('2028-02-28', 1), '2028-02-29');
  equal(addDays('2026-01-01', -1), '2025-12-31');
  equal(daysBetween('2026-03-28', '2026-03-30'), 2);
  equal(daysBetween('2026-03-30', '2026-03-28'), -2);
});

test('a month later is the same date, or the last day of a shorter month', () => {
  deepEqual([addMonths('2026-01-31', 1), addMonths('2028-01-31', 1), addMonths('2026-11-30', 3), addMonths('2026-03-31', -1), addMonths('2026-09-01', 12)],
    ['2026-02-28', '2028-02-29', '2027-02-28', '2026-02-28', '2027-09-01']);
});

test('a day must exist to be one', () => {
  deepEqual(['2026-02-28', '2026-02-29', '2026-13-01', '2026-1-1', 'tomorrow', ''].map(isDay), [true, false, false, false, false, false]);
});

test('days and moments are said as the school says them', () => {
  equal(inWords('2026-09-07'), '7 September 2026');
  equal(momentInWords(new Date('2026-09-07T14:40:00Z')), '7 September 2026, 15:40');
  equal(momentInWords(new Date('2026-12-31T23:05:00Z')), '31 December 2026, 23:05');
});

test('a day begins and is over at midnight in London, and the days on which the clocks change are shorter or longer', () => {
  equal(startOfDay('2026-06-30').toISOString(), '2026-06-29T23:00:00.000Z');
  equal(startOfDay('2026-12-01').toISOString(), '2026-12-01T00:00:00.000Z');
  const hours = (day: string) => (endOfDay(day).getTime() - startOfDay(day).getTime()) / 3_600_000;
  deepEqual([hours('2026-03-29'), hours('2026-10-25'), hours('2026-11-01')], [23, 25, 24]);
});
