import { deepEqual, equal } from 'node:assert/strict';
import test from 'node:test';
import { needsWords, seesOf, stateOf, whomToAsk } from './decisions.ts';

test('it takes answers up to its last day, unless it was closed before', () => {
  const of = { answerBy: '2026-12-04', closedAt: null };
  equal(stateOf(of, '2026-12-04'), 'open');
  equal(stateOf(of, '2026-12-05'), 'closed');
  equal(stateOf({ ...of, closedAt: new Date('2026-11-30T09:00:00Z') }, '2026-12-01'), 'closed');
});

test('everybody is asked once, by the first group they belong to, and never whoever asks', () => {
  deepEqual([...whomToAsk([{ group: 'deputy-head', people: ['dora'] }, { group: 'staff', people: ['dora', 'sam', 'ida'] }], 'ida')], [['dora', 'deputy-head'], ['sam', 'staff']]);
});

test('writers and approvers read the answers, governors the numbers, others nothing', () => {
  const of = { owner: 'ict-lead', body: 'governing-body' };
  equal(seesOf({ kinds: ['staff'], offices: ['ict-lead'] }, of), 'all');
  equal(seesOf({ kinds: ['governor'], offices: ['chair-of-governors'] }, of), 'all', 'the chair speaks for the body that approves');
  equal(seesOf({ kinds: ['governor'], offices: [] }, of), 'counts');
  equal(seesOf({ kinds: ['staff'], offices: [] }, of), 'nothing');
});

test('who says no, or wants something changed, says what', () => {
  deepEqual((['yes', 'changes', 'no', 'none'] as const).map(needsWords), [false, true, true, false]);
});
