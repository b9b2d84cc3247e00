import { deepEqual, equal } from 'node:assert/strict';
import test from 'node:test';
import { minutesBetween, timeOf, whenRead } from './decisions.ts';

const HOURS = { from: '08:30', until: '16:00' };
const monday = (time: string) => ({ today: '2026-11-23', time, on: true, next: '2026-11-23' });

test('a pupil is told that somebody reads it now only within the hours that the school has said', () => {
  deepEqual(whenRead(HOURS, monday('10:00'), '2026-11-24'), { state: 'now', until: '16:00' });
  deepEqual(whenRead(HOURS, monday('07:15'), '2026-11-24'), { state: 'later', on: '2026-11-23', from: '08:30' });
  deepEqual(whenRead(HOURS, monday('16:00'), '2026-11-24'), { state: 'later', on: '2026-11-24', from: '08:30' });
});

test('in the holidays and at weekends the page names the next day on which somebody reads', () => {
  deepEqual(whenRead(HOURS, { today: '2026-12-19', time: '11:00', on: false, next: '2027-01-04' }, '2027-01-04'), { state: 'later', on: '2027-01-04', from: '08:30' });
});

test('where the school has not said its hours, or its terms end, nothing is promised', () => {
  deepEqual(whenRead(null, monday('10:00'), '2026-11-24'), { state: 'unsaid' });
  deepEqual(whenRead(HOURS, { today: '2027-07-25', time: '11:00', on: false, next: null }, null), { state: 'unsaid' });
});

test('the time of day is London’s, in summer too', () => {
  equal(timeOf(new Date('2026-11-23T10:05:00Z')), '10:05');
  equal(timeOf(new Date('2026-07-01T10:05:00Z')), '11:05');
  equal(timeOf(new Date('2026-11-23T00:05:00Z')), '00:05');
  equal(minutesBetween(new Date('2026-11-23T10:00:00Z'), new Date('2026-11-23T10:42:59Z')), 42);
});
