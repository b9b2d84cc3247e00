import { deepEqual, ok } from 'node:assert/strict';
import test from 'node:test';
import { loadWords } from '../../../packs/index.ts';
import { dutiesOf } from './duties.tsx';

const { dutiesToReport, vocabulary } = loadWords('policies');
const asks = (kinds: readonly string[], today: string): string[] => dutiesOf(dutiesToReport, { kinds, today }).map(one => one.duty);

test('a duty to report that the law puts on oneself is shown to those it binds, from the day it came into force', () => {
  deepEqual(asks(['teacher', 'staff'], '2026-11-23'), ['fgm', 'terrorism']);
  deepEqual(asks(['support-staff', 'staff'], '2026-11-23'), ['terrorism']);
  deepEqual(asks(['teacher', 'staff'], '2015-10-30'), ['terrorism']);
});

test('every duty to report has its day, its source and the day on which it was looked up', () => {
  ok(dutiesToReport.length > 0);
  for (const one of dutiesToReport) {
    ok([one.since, one.checkedOn].every(day => /^\d{4}-\d{2}-\d{2}$/.test(day)) && one.source !== '' && one.says.endsWith('.') && one.number !== '', one.duty);
    ok(one.who === '' || vocabulary.kinds.has(one.who), one.duty);
  }
});
