import { deepEqual, equal } from 'node:assert/strict';
import test from 'node:test';
import { adultsChanged, isKeptAway, mayAgree, moved, sameRecord, worriesOf } from './decisions.ts';
import type { Adult, FamilyRecord } from './words.ts';

const TODAY = '2026-11-23';
const adult = (parent: string, more: Partial<Adult> = {}): Adult => ({
  parent, relation: 'Parent', standing: 'parent', organisation: '', order: 1, mayAgree: true, noContact: false, courtOrder: false, named: false, from: null, until: null, source: '', reviewOn: null, ...more,
});
const record = (adults: readonly Adult[], more: Partial<FamilyRecord> = {}): FamilyRecord => ({ agree: 'one', lookedAfter: false, separateHomes: false, note: '', reviewOn: null, adults, ...more });

test('a parent with no contact may not agree, and is kept away, only between the days of the order', () => {
  const kept = adult('dad', { noContact: true, mayAgree: false, from: '2026-11-23', until: '2026-12-31' });
  const days = ['2026-11-22', '2026-11-23', '2026-12-31', '2027-01-01'];
  deepEqual(days.map(day => mayAgree(kept, record([kept]), day)), [true, false, false, true]);
  deepEqual(days.map(day => isKeptAway(kept, day)), [false, true, true, false]);
  equal(mayAgree({ ...kept, from: null, until: null }, record([kept]), '2030-01-01'), false);
});

test('for a looked-after child only those who are named may agree, whatever else is noted', () => {
  const inCare = record([], { lookedAfter: true });
  deepEqual([adult('mum'), adult('carer', { named: true }), adult('worker', { named: true, mayAgree: false })].map(one => mayAgree(one, inCare, TODAY)), [false, true, false]);
});

test('a limit that is over never lets in somebody who is not named for a looked-after child', () => {
  equal(mayAgree(adult('mum', { mayAgree: false, until: '2026-01-01' }), record([], { lookedAfter: true }), TODAY), false);
});

test('the office is told when nobody is named, when both must agree and one may, and when it is time to look again', () => {
  deepEqual(worriesOf(record([adult('mum')], { lookedAfter: true }), TODAY), ['nobody-named']);
  deepEqual(worriesOf(record([adult('mum'), adult('dad', { mayAgree: false })], { agree: 'both' }), TODAY), ['both-but-one']);
  deepEqual(worriesOf(record([adult('mum', { mayAgree: false, reviewOn: TODAY })]), TODAY), ['nobody-may-agree', 'review-due']);
  deepEqual(worriesOf(record([adult('mum'), adult('dad')], { agree: 'both', reviewOn: '2026-11-24' }), TODAY), []);
});

test('the order of contact moves by one place and stays as it is at its ends', () => {
  const three = record([adult('a', { order: 1 }), adult('b', { order: 2 }), adult('c', { order: 3 })]);
  const names = (one: FamilyRecord) => one.adults.map(each => each.parent).join('');
  deepEqual([names(moved(three, 'c', -1)), names(moved(three, 'a', -1)), names(moved(three, 'c', 1)), names(moved(three, 'nobody', 1))], ['acb', 'abc', 'abc', 'abc']);
});

test('two records are the same whatever the order they are read in, and the history names whom a change was about', () => {
  const before = record([adult('a', { order: 1 }), adult('b', { order: 2 })]);
  equal(sameRecord(before, { ...before, adults: [...before.adults].reverse() }), true);
  const after = { ...before, adults: [before.adults[0]!, { ...before.adults[1]!, noContact: true }] };
  equal(sameRecord(before, after), false);
  deepEqual(adultsChanged(before, after), ['b']);
  deepEqual(adultsChanged(before, record([before.adults[0]!])), ['b']);
});
