import { deepEqual, equal } from 'node:assert/strict';
import test from 'node:test';
import { calendarOf, mayRemindOn } from '../calendar.ts';
import { bankHolidays } from './bank-holidays.ts';
import { nextYearOf } from './decisions.ts';

test('bank holidays are those of England and Wales, and a Monday stands in for one on a weekend', () => {
  deepEqual([...bankHolidays(2026)].sort(), ['2026-01-01', '2026-04-03', '2026-04-06', '2026-05-04', '2026-05-25', '2026-08-31', '2026-12-25', '2026-12-28']);
  deepEqual([...bankHolidays(2027)].sort(), ['2027-01-01', '2027-03-26', '2027-03-29', '2027-05-03', '2027-05-31', '2027-08-30', '2027-12-27', '2027-12-28']);
  deepEqual([...bankHolidays(2028)].sort(), ['2028-01-03', '2028-04-14', '2028-04-17', '2028-05-01', '2028-05-29', '2028-08-28', '2028-12-25', '2028-12-26']);
});

test('a bank holiday in term is no school day: nobody is reminded, and it does not count towards a due date', () => {
  const terms = [{ from: '2027-04-12', to: '2027-07-21' }];
  equal(mayRemindOn('2027-05-03', terms), false);
  equal(mayRemindOn('2027-05-04', terms), true);
  equal(calendarOf(terms).afterSchoolDays('2027-04-30', 1), '2027-05-04');
});

test('next year begins as a copy of this one, on the same weekdays and under next year’s names', () => {
  const terms = [
    { name: 'Summer 2026', from: '2026-04-13', to: '2026-07-21' },
    { name: 'Autumn 2026', from: '2026-09-02', to: '2026-12-18' }, { name: 'Spring 2027', from: '2027-01-04', to: '2027-03-26' }, { name: 'Summer 2027', from: '2027-04-12', to: '2027-07-21' },
  ];
  deepEqual(nextYearOf(terms), [
    { name: 'Autumn 2027', from: '2027-09-01', to: '2027-12-17' }, { name: 'Spring 2028', from: '2028-01-03', to: '2028-03-24' }, { name: 'Summer 2028', from: '2028-04-10', to: '2028-07-19' },
  ]);
  deepEqual(nextYearOf([]), []);
});
