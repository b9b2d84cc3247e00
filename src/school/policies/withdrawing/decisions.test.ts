import { deepEqual, equal } from 'node:assert/strict';
import test from 'node:test';
import { faultOf, mayUndo } from './decisions.ts';

test('a policy is withdrawn from today on or later, once, and only while it is in force', () => {
  const ask = { inForce: true, standing: null, from: '2026-11-23', today: '2026-11-23' };
  deepEqual([faultOf(ask), faultOf({ ...ask, from: '2026-11-22' }), faultOf({ ...ask, inForce: false }), faultOf({ ...ask, standing: { from: '2026-12-01' } })], [null, 'day-past', 'not-in-force', 'withdrawn-already']);
});

test('a withdrawal is taken back until its day is over', () => {
  equal(mayUndo({ from: '2026-11-27', undoneAt: null }, '2026-11-23'), true);
  equal(mayUndo({ from: '2026-11-27', undoneAt: null }, '2026-11-27'), true);
  equal(mayUndo({ from: '2026-11-27', undoneAt: null }, '2026-11-28'), false);
  equal(mayUndo({ from: '2026-11-27', undoneAt: new Date() }, '2026-11-23'), false);
});
