import { equal } from 'node:assert/strict';
import test from 'node:test';
import { areHeld } from './decisions.ts';

const triage = (illegal: string) => ({ sort: 'triage', words: { illegal } });

test('files are held once somebody found that it may be against the law, and saying otherwise later does not free them', () => {
  equal(areHeld('handle-bullying', [triage('unknown'), { sort: 'note', words: { text: 'yes' } }]), false);
  equal(areHeld('handle-bullying', [triage('yes')]), true);
  equal(areHeld('handle-bullying', [triage('yes'), triage('no')]), true);
});

test('what was told as unlawful is held from the first moment', () => {
  equal(areHeld('report-unlawful-material', []), true);
});
