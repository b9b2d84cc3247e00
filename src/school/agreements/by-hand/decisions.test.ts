import { equal } from 'node:assert/strict';
import test from 'node:test';
import { faultOf } from './decisions.ts';

const known = { today: '2026-11-23', clerk: 'office', family: ['mother', 'father'], isStaff: (one: string) => ['office', 'teacher', 'head'].includes(one) };
const answer = { person: 'child', by: 'mother', heardBy: 'teacher', witness: 'head', channel: 'phone' as const, givenOn: '2026-11-23' };

test('a telephoned answer needs two people of the staff who heard it, and one on paper needs one', () => {
  equal(faultOf(answer, known), null);
  equal(faultOf({ ...answer, witness: null }, known), 'witness');
  equal(faultOf({ ...answer, witness: 'teacher' }, known), 'same');
  equal(faultOf({ ...answer, witness: 'visitor' }, known), 'not-staff');
  equal(faultOf({ ...answer, channel: 'paper', witness: null }, known), null);
});

test('nobody enters, hears or witnesses an answer of their own or of their own child', () => {
  equal(faultOf({ ...answer, by: 'office' }, known), 'own');
  equal(faultOf({ ...answer, heardBy: 'mother' }, known), 'own');
  equal(faultOf({ ...answer, heardBy: 'father' }, known), 'family');
  equal(faultOf(answer, { ...known, clerk: 'father' }), 'family');
});

test('an answer was given today or in the last weeks', () => {
  equal(faultOf({ ...answer, givenOn: '2026-11-24' }, known), 'future');
  equal(faultOf({ ...answer, givenOn: '2026-08-01' }, known), 'too-old');
});
