import { deepEqual, equal } from 'node:assert/strict';
import test from 'node:test';
import type { Agreement, Decline } from '../words.ts';
import { asSignedOn, declinedOn, ruleHolds } from './on-that-day.ts';

const signed = (id: string, on: string, more: Partial<Agreement> = {}): Agreement =>
  ({ id, policy: 'code', capacity: 'self', edition: 1, signedOn: on, at: new Date(`${on}T10:00:00Z`), withdrawnOn: null, ...more }) as Agreement;
const said = (on: string, more: Partial<Decline> = {}): Decline =>
  ({ policy: 'code', capacity: 'self', declinedOn: on, at: new Date(`${on}T10:00:00Z`), ...more }) as Decline;

test('a signature counts from its own day on, and the newest by that day is the one', () => {
  const both = [signed('second', '2026-10-01', { edition: 2 }), signed('first', '2026-09-01')];
  equal(asSignedOn(both, 'code', 'self', '2026-08-31'), null);
  equal(asSignedOn(both, 'code', 'self', '2026-09-01')?.id, 'first');
  equal(asSignedOn(both, 'code', 'self', '2026-10-01')?.id, 'second');
  equal(asSignedOn(both, 'code', 'guardian', '2026-10-01'), null);
});

test('what was taken back later still stood on the day', () => {
  const back = [signed('one', '2026-09-01', { withdrawnOn: '2026-10-01' })];
  equal(asSignedOn(back, 'code', 'self', '2026-09-30')?.withdrawnOn, null);
  equal(asSignedOn(back, 'code', 'self', '2026-10-01')?.withdrawnOn, '2026-10-01');
});

test('a refusal is open until a signature of the same capacity answers it', () => {
  const no = [said('2026-09-10')];
  equal(declinedOn(no, [], 'code', '2026-09-09'), null);
  equal(declinedOn(no, [signed('later', '2026-09-20')], 'code', '2026-09-19'), '2026-09-10');
  equal(declinedOn(no, [signed('later', '2026-09-20')], 'code', '2026-09-20'), null);
  equal(declinedOn(no, [signed('parent', '2026-09-20', { capacity: 'guardian' })], 'code', '2026-09-20'), '2026-09-10');
});

test('a rule for a time held on its days alone, and a measure without days was not in force', () => {
  const covid = { from: '2020-05-01', until: '2021-07-19', period: 'covid' };
  deepEqual(['2020-04-30', '2020-05-01', '2021-07-19', '2021-07-20'].map(day => ruleHolds(covid, day)), [false, true, true, false]);
  equal(ruleHolds({ period: 'covid' }, '2020-06-01'), false);
  equal(ruleHolds({}, '2020-06-01'), true);
});
