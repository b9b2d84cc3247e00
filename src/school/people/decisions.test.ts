import test from 'node:test';
import { deepEqual, equal } from 'node:assert/strict';
import { loadWords } from '../../packs/index.ts';
import { faultOf, isHeld, isPupil, leaving, maySeeFamilies, narrowed } from './decisions.ts';
import type { Holding } from './words.ts';

const { vocabulary } = loadWords('policies');
const of = { today: '2026-11-23', candidates: ['ada', 'ben'], holdings: [{ office: 'dsl', person: 'ada', name: 'Ada', cover: false, from: '2024-09-01', until: null }] satisfies Holding[] };

test('staff are teachers, supply and the others; an inspector is no visitor and signs nothing', () => {
  deepEqual(narrowed('staff', vocabulary).sort(), ['ict', 'staff', 'supply', 'support-staff', 'teacher']);
  equal(narrowed('visitor', vocabulary).includes('inspector'), false);
});

test('an office is handed over from today on, to somebody here who does not hold it', () => {
  const to = (person: string, from: string, until: string | null = null) => faultOf({ person, from, until }, of);
  deepEqual([to('ben', '2026-11-23'), to('ben', '2026-11-22'), to('carol', '2026-11-23'), to('ada', '2026-11-23'), to('ben', '2026-11-23', '2026-11-22')], [null, 'past', 'not-here', 'already', 'ends-first']);
});

test('the last day is still a day at the school', () => {
  deepEqual(['2026-11-22', '2026-11-23', null].map(leftOn => leaving({ leftOn }, '2026-11-23')), ['left', 'leaves', 'here']);
});

test('nobody need hold "everybody", nor the police', () => {
  deepEqual(['dsl', 'everyone', 'police', 'parent'].map(office => isHeld(office, vocabulary)), [true, false, false, false]);
});

test('those who look after machines see no families', () => {
  deepEqual(['dsl', 'office', 'network-manager', 'ict-lead'].map(office => maySeeFamilies([office])), [true, true, false, false]);
  equal(isPupil(['parent', 'pupil-senior']), true);
});
