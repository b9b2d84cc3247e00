import { deepEqual, equal } from 'node:assert/strict';
import test from 'node:test';
import { lastDayOfYear, mayHoldCard, pick } from './decisions.ts';

test('the youngest have cards, and nobody who is older, an adult or holds an office', () => {
  equal(mayHoldCard({ kinds: ['pupil-ks1', 'pupil'], offices: [] }), true);
  equal(mayHoldCard({ kinds: ['pupil'], offices: [] }), false);
  equal(mayHoldCard({ kinds: ['pupil-senior', 'pupil'], offices: [] }), false);
  equal(mayHoldCard({ kinds: ['pupil-ks1', 'pupil', 'parent'], offices: [] }), false);
  equal(mayHoldCard({ kinds: ['pupil-ks1', 'pupil', 'volunteer', 'visitor'], offices: [] }), false);
  equal(mayHoldCard({ kinds: ['pupil-ks1', 'pupil'], offices: ['pupil-council'] }), false);
});

test('a card ends with the school year it was made in', () => {
  equal(lastDayOfYear('2026-09-01'), '2027-08-31');
  equal(lastDayOfYear('2027-08-31'), '2027-08-31');
  equal(lastDayOfYear('2027-03-05'), '2027-08-31');
});

test('the pictures of a card are different ones', () => {
  deepEqual(pick(['sun', 'moon', 'star'], 3, below => below - 1), ['star', 'moon', 'sun']);
  deepEqual(pick(['sun', 'moon', 'star'], 2, () => 0), ['sun', 'moon']);
});
