import { deepEqual, equal } from 'node:assert/strict';
import test from 'node:test';
import { keepUntil, nextStep, patternsIn } from './decisions.ts';

test('nothing is assumed about how long a neutral notification is kept', () => {
  const note = { notedOn: '2026-11-23' };
  equal(keepUntil(note, null, null), null);
  equal(keepUntil(note, { from: 'noted', years: 3 }, null), '2029-11-23');
  equal(keepUntil(note, { from: 'leaving', years: 1 }, null), null);
  equal(keepUntil(note, { from: 'leaving', years: 1 }, '2027-08-31'), '2028-08-31');
});

test('somebody who was named twice is a pattern, and a name that was only written down never is', () => {
  const note = (concern: string, subjectKey: string | null, notedOn: string) => ({ concern, subjectKey, notedOn });
  const found = patternsIn([note('a', 'k', '2026-11-01'), note('b', null, '2026-11-02'), note('c', 'm', '2026-11-03'), note('d', 'k', '2026-11-20'), note('e', null, '2026-11-21')]);
  deepEqual(found, [{ key: 'k', count: 2, first: '2026-11-01', last: '2026-11-20', concerns: ['a', 'd'] }]);
});

test('the head is informed first, then decides when to speak, and only then has spoken', () => {
  const at = new Date('2026-11-23T10:00:00Z');
  equal(nextStep({ headToldAt: null, speakOn: null, spokenAt: null }), 'inform-head');
  equal(nextStep({ headToldAt: at, speakOn: null, spokenAt: null }), 'decide-when');
  equal(nextStep({ headToldAt: at, speakOn: '2026-11-25', spokenAt: null }), 'speak');
  equal(nextStep({ headToldAt: at, speakOn: '2026-11-25', spokenAt: at }), 'none');
});
