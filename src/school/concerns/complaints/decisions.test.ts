import { equal } from 'node:assert/strict';
import test from 'node:test';
import { loadWords } from '../../../packs/index.ts';
import { earlier, lawfulDay, mayGoOn, stageAfter } from './decisions.ts';
import type { Procedure } from './words.ts';

const { cadences } = loadWords('policies').standards;

test('a complaint about personal data or a picture is acknowledged within the days of the law from the day it came into force', () => {
  equal(lawfulDay('personal-data', cadences, '2026-11-23'), '2026-12-23');
  equal(lawfulDay('images', cadences, '2026-11-23'), '2026-12-23');
  equal(lawfulDay('images', cadences, '2026-06-18'), null);
  equal(lawfulDay('other', cadences, '2026-11-23'), null);
  equal(earlier('2026-12-23', '2026-11-27'), '2026-11-27');
  equal(earlier(null, '2026-11-27'), '2026-11-27');
});

test('a complaint goes from stage to stage, and further only once it was answered or its day has passed', () => {
  const procedure: Procedure = { since: '2026-09-01', acknowledgeWithin: 5, acknowledgeIn: 'school-days', stages: [
    { title: 'Informal', office: 'head', answerWithin: 10, answerIn: 'school-days' }, { title: 'Panel', office: 'chair-of-governors', answerWithin: 20, answerIn: 'school-days' },
  ] };
  equal(stageAfter(procedure, { number: 1 })?.title, 'Panel');
  equal(stageAfter(procedure, { number: 2 }), null);
  equal(stageAfter(null, { number: 1 }), null);
  const open = { closedAt: null };
  equal(mayGoOn(open, { answeredAt: null, answerBy: '2026-12-07' }, '2026-12-07'), false);
  equal(mayGoOn(open, { answeredAt: null, answerBy: '2026-12-07' }, '2026-12-08'), true);
  equal(mayGoOn(open, { answeredAt: new Date('2026-12-01T10:00:00Z'), answerBy: '2026-12-07' }, '2026-12-01'), true);
  equal(mayGoOn({ closedAt: new Date('2026-12-01T10:00:00Z') }, { answeredAt: new Date('2026-12-01T10:00:00Z'), answerBy: null }, '2026-12-02'), false);
});
