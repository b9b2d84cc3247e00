import { deepEqual, equal } from 'node:assert/strict';
import test from 'node:test';
import { shortNames, standingOf, teachesOn } from './decisions.ts';

const child = (id: string, givenName: string, familyName: string) => ({ id, givenName, familyName });

test('children are called by their first name, and two of one name by as much more as it takes', () => {
  const names = shortNames([child('1', 'Poppy', 'Chukwu'), child('2', 'Sam', 'Ashgrove'), child('3', 'Sam', 'Birch'), child('4', 'Ana', 'Moss'), child('5', 'Ana', 'Mill')]);
  deepEqual([...names.values()], ['Poppy', 'Sam A.', 'Sam B.', 'Ana Moss', 'Ana Mill']);
});

test('a supply teacher teaches a class on the days that were noted and on no others', () => {
  const spans = [{ id: 'a', class: 'Robins', person: 'amina', from: '2026-11-02', until: '2026-11-06' }];
  equal(teachesOn(spans, { person: 'amina', class: 'Robins', day: '2026-11-06' }), true);
  equal(teachesOn(spans, { person: 'amina', class: 'Robins', day: '2026-11-07' }), false);
  equal(teachesOn(spans, { person: 'amina', class: 'Wrens', day: '2026-11-03' }), false);
});

test('a child who talked first and then promised has promised', () => {
  equal(standingOf({ agreementId: 'x', declinedOn: '2026-09-20' }), 'promised');
  equal(standingOf({ agreementId: null, declinedOn: '2026-09-20' }), 'talk');
  equal(standingOf({ agreementId: null, declinedOn: null }), 'open');
});
