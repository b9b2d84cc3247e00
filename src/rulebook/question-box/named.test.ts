import { deepEqual, equal } from 'node:assert/strict';
import test from 'node:test';
import { loadWords } from '../../packs/index.ts';
import { actNamed } from './named.ts';
import { readQuestion } from './read-question.ts';

const { vocabulary, boxWords } = loadWords('policies');

test('every act is understood in the words in which the product itself speaks of it', () => {
  const missed = [...vocabulary.acts.values()].filter((act) => readQuestion(`May I ${act.plain}?`, { who: 'teacher' }, boxWords, vocabulary).act !== act.name);
  deepEqual(missed.map((act) => act.plain), []);
});

test('courtesy changes nothing, another word does', () => {
  equal(actNamed('Please may I print something?', vocabulary), 'print');
  equal(actNamed('Can I print something, please', vocabulary), 'print');
  equal(actNamed('Can I print something rude?', vocabulary), undefined);
});
