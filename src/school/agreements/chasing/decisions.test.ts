import { deepEqual, equal, ok } from 'node:assert/strict';
import test from 'node:test';
import fc from 'fast-check';
import { addDays, daysBetween } from '../../../platform/days.ts';
import { calendarOf, mayRemindOn, nextRemindingDay, type Term } from '../calendar.ts';
import { boardOf, mayRemindToday, nextReminder, officeTakesOver } from './decisions.ts';
import { MOST_REMINDERS, type Standing } from './words.ts';

const TERMS: readonly Term[] = [{ from: '2026-09-02', to: '2026-10-23' }, { from: '2026-11-02', to: '2026-12-18' }, { from: '2027-01-04', to: '2027-03-26' }];
const calendar = calendarOf(TERMS);

/** The days on which an ask is reminded of when the run comes every day (but those left out), with presses by hand between. */
function daysReminded(of: { since: string; terms: readonly Term[]; presses: readonly string[]; stopped: readonly string[] }): string[] {
  const days: string[] = [];
  const counting = calendarOf(of.terms);
  for (let day = of.since, standing: Standing = { since: of.since, number: 0, last: null }; daysBetween(of.since, day) < 400; day = addDays(day, 1)) {
    if (!mayRemindOn(day, of.terms)) continue;
    const next = nextReminder(standing, counting);
    const byRun = !of.stopped.includes(day) && next !== null && next <= day;
    const byHand = of.presses.includes(day) && mayRemindToday(standing, day);
    if (!byRun && !byHand) continue;
    days.push(day);
    standing = { ...standing, number: standing.number + 1, last: day };
  }
  return days;
}

const someDay = fc.integer({ min: 0, max: 330 }).map(n => addDays('2026-09-01', n));
const someTerms = fc.array(fc.tuple(fc.integer({ min: 1, max: 60 }), fc.integer({ min: 1, max: 40 })), { maxLength: 6 }).map(spans => {
  let from = '2026-09-01';
  return spans.map(([long, holiday]) => {
    const term = { from, to: addDays(from, long) };
    from = addDays(term.to, holiday + 1);
    return term;
  });
});

test('nobody is ever reminded more than four times, nor twice on a day, nor on a weekend, nor in the holidays', () => {
  fc.assert(fc.property(someDay, someTerms, fc.array(someDay, { maxLength: 40 }), fc.array(someDay, { maxLength: 40 }), (since, terms, presses, stopped) => {
    const days = daysReminded({ since, terms, presses, stopped });
    ok(days.length <= MOST_REMINDERS);
    equal(new Set(days).size, days.length);
    for (const day of days) {
      ok(day > since || presses.includes(day));
      ok(![0, 6].includes(new Date(`${day}T12:00:00Z`).getUTCDay()), `${day} is a weekend`);
      ok(terms.length === 0 || terms.some(term => term.from <= day && day <= term.to), `${day} is in the holidays`);
    }
  }), { numRuns: 300 });
});

test('a school that opens every day is reminded four times, a week apart, and then the office takes over', () => {
  const days = daysReminded({ since: '2026-11-02', terms: TERMS, presses: [], stopped: [] });
  deepEqual(days, ['2026-11-09', '2026-11-16', '2026-11-23', '2026-11-30']);
  equal(officeTakesOver({ since: '2026-11-02', number: 4, last: '2026-11-30' }, calendar), '2026-12-07');
  equal(officeTakesOver({ since: '2026-11-02', number: 3, last: '2026-11-23' }, calendar), null);
});

test('half-term does not count: what was asked on its eve is reminded of a school week after it', () => {
  equal(nextReminder({ since: '2026-10-23', number: 0, last: null }, calendar), '2026-11-06');
});

test('an ask that was left lying for months is reminded of once, and then a week later', () => {
  const days = daysReminded({ since: '2026-09-02', terms: TERMS, presses: [], stopped: Array.from({ length: 80 }, (_, n) => addDays('2026-09-02', n)) });
  deepEqual(days.slice(0, 2), ['2026-11-23', '2026-11-30']);
});

test('where the terms that are known have ended, nobody is reminded until the next are known', () => {
  equal(mayRemindOn('2027-04-20', TERMS), false);
  equal(nextRemindingDay('2027-04-20', TERMS), null);
  equal(nextRemindingDay('2026-12-19', TERMS), '2027-01-04');
  equal(mayRemindOn('2027-04-20', []), true);
});

test('the board counts who waits and who is late, how often they were reminded, and who is next', () => {
  const one = { class: 'Hazel', kind: 'pupil', handed: false };
  deepEqual(boardOf([
    { ...one, since: '2026-11-16', number: 0, last: null, overdue: false, count: 3 },
    { ...one, since: '2026-11-02', number: 2, last: '2026-11-16', overdue: true, count: 2 },
    { ...one, class: '', kind: 'teacher', since: '2026-09-02', number: 4, last: '2026-11-02', overdue: true, handed: true, count: 1 },
  ], { today: '2026-11-21', calendar, terms: TERMS }), [
    { class: 'Hazel', kind: 'pupil', waiting: 3, overdue: 2, reminders: 4, last: '2026-11-16', next: '2026-11-23', withOffice: 0 },
    { class: '', kind: 'teacher', waiting: 0, overdue: 1, reminders: 4, last: '2026-11-02', next: null, withOffice: 1 },
  ]);
});
