import { deepEqual } from 'node:assert/strict';
import test from 'node:test';
import { loadRulebook } from '../../src/packs/index.ts';
import { answerQuestion, readBoxWords } from '../../src/rulebook/index.ts';

const SCHOOLS = ['village-primary', 'town-school', 'day-school', 'academy-trust', 'prep-school'].map((name) => {
  const { rulebook, texts } = loadRulebook(`policies/${name}`);
  return { name, rulebook, words: readBoxWords(texts.vocabulary) };
});

const understoodBy = (questions: readonly string[], who: readonly string[]): readonly string[] => questions.flatMap((question) => SCHOOLS.flatMap(({ name, rulebook, words }) => who
  .filter((one) => !answerQuestion(rulebook, words, question, { who: one, on: '2026-11-20' }).unsure)
  .map((one) => `${name}, ${one}: ${question}`)));

test('whoever asks about dogs, days off or the car park gets no rule about computers', () => {
  deepEqual(understoodBy(['can i bring my dog to work', 'can i smoke in the car park', 'can i have friday off for a wedding', 'is the boiler fixed', 'can i marry my colleague', 'can i swap my playground duty', 'can i keep a confiscated football', 'can i wear jeans on friday', 'may i have a pay rise', 'can i dye my hair', 'can i park my car in the yard'], ['teacher', 'pupil-senior']), []);
});

test('an everyday thing in a question about technology is no reason not to understand it', () => {
  const asked = ['can i take a photo of the football team', 'is it ok to leave my laptop in the car park', 'can i send a picture of my dog in a school email', 'can i look up a recipe for cakes on the school computer'];
  const { rulebook, words } = SCHOOLS[4]!;
  deepEqual(asked.filter((question) => answerQuestion(rulebook, words, question, { who: 'teacher', on: '2026-11-20' }).unsure), []);
});
