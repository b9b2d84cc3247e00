import { deepEqual, equal, ok } from 'node:assert/strict';
import path from 'node:path';
import test from 'node:test';
import { loadRulebook } from '../../../packs/index.ts';
import { decide } from '../../../rulebook/index.ts';
import { correctIn, farOf, repliesIn } from './decisions.ts';
import { quizOf } from './questions.ts';

const TODAY = '2026-11-23';
const { rulebook } = loadRulebook(path.resolve('policies/day-school'));
const teacher = { kinds: ['teacher', 'staff'], offices: [] };
const quiz = (editionId: string, policy = 'staff-ict-code') => quizOf({ rulebook: rulebook!, policy, editionId, reader: teacher, on: TODAY });

test('a quiz is made from the rules: five questions, each answered as the rulebook answers, by a clause of the document', () => {
  const questions = quiz('one')!;
  equal(questions.length, 5);
  for (const one of questions) {
    const answer = decide(rulebook!, { who: teacher.kinds, act: one.act, facts: one.facts, on: TODAY });
    equal(answer.says, one.right);
    ok((answer.because as readonly string[]).includes(one.because[0]));
    ok(one.because[0].startsWith('day-school/staff-ict-code#'));
  }
  equal(new Set(questions.map(one => one.act)).size, 5, 'each about something else');
  ok(new Set(questions.map(one => one.right)).size > 1, 'not all with the same answer');
});

test('an edition asks the same each time, and another edition draws anew', () => {
  deepEqual(quiz('one'), quiz('one'));
  ok(['two', 'three', 'four'].some(edition => JSON.stringify(quiz(edition)) !== JSON.stringify(quiz('one'))));
});

test('a document about which too little can be asked has no quiz', () => {
  equal(quizOf({ rulebook: rulebook!, policy: 'staff-ict-code', editionId: 'one', reader: { kinds: ['pupil'], offices: [] }, on: TODAY }), null);
});

test('a question without an answer is named, and the score counts what the rules say too', () => {
  const questions = quiz('one')!;
  const all = Object.fromEntries(questions.map((one, at) => [`q-${at}`, one.right]));
  deepEqual(Object.keys(repliesIn({ ...all, 'q-2': 'perhaps' }, questions).errors), ['q-2']);
  const answers = questions.map((one, at) => ({ ...one, said: at === 0 ? (one.right === 'no' ? 'yes' as const : 'no' as const) : one.right }));
  equal(correctIn(answers), 4);
});

test('signed first, then the quiz about the edition in force; an older quiz does not finish it', () => {
  const of = { edition: 2, hasQuiz: true };
  equal(farOf({ ...of, open: true, quizEdition: 2 }), 'to-sign');
  equal(farOf({ ...of, open: false, quizEdition: null }), 'to-quiz');
  equal(farOf({ ...of, open: false, quizEdition: 1 }), 'to-quiz');
  equal(farOf({ ...of, open: false, quizEdition: 2 }), 'finished');
  equal(farOf({ ...of, open: false, quizEdition: null, hasQuiz: false }), 'finished');
});
