import test from 'node:test';
import { deepEqual, equal, ok } from 'node:assert/strict';
import { readingGrade } from './index.ts';
import { sentencesOf } from './passages.ts';
import { cadencesIn, lengthOf } from './spans.ts';
import { syllablesIn } from './syllables.ts';

const SYLLABLES: Readonly<Record<number, string>> = {
  1: 'the cat school phones rules files names used asked signed shared called changed friend eye owed died lines makes whole strength stretched does hour guide house nurse yes',
  2: 'table little apple password teacher allowed wanted needed handled titled pages classes wishes watches picture notebook whiteboard guideline trustee language issue value argue question rescue racial special social network process expressed bullies movement safely homeless people create lion quiet doing playing saying prism being',
  3: 'telephone computer internet devices policy policies governor visitor employee permission decision behaviour deleted recorded procedure racism sexism example possible families area video musical photograph harassment continue cereal seemingly audience violent purposes DSL USB',
  4: 'information education material photography reputation unencrypted immediate society variety anxiety experience deliberate category temporary GDPR',
  5: 'disciplinary individual inappropriate immediately cyberbullying discrimination',
};

test('syllables are counted as they are said', () => {
  const wrong = Object.entries(SYLLABLES).flatMap(([count, words]) => words.split(' ').filter((word) => syllablesIn(word) !== Number(count)).map((word) => `${word}: ${count}, not ${syllablesIn(word)}`));
  deepEqual(wrong, []);
});

test('known texts have their known grade', () => {
  const near = (text: string, grade: number, by = 0.06) => ok(Math.abs(readingGrade(text) - grade) <= by, `${readingGrade(text).toFixed(2)}, not ${grade}: ${text.slice(0, 40)}`);
  // Six words of one syllable: 0.39 * 6 + 11.8 - 15.59.
  near('The cat sat on the mat.', -1.45);
  // Thirteen words of 24 syllables, the example in many textbooks.
  near('The Australian platypus is seemingly a hybrid of a mammal and reptilian creature.', 11.26);
  // Sixteen words of 23 syllables.
  near('This sentence, taken as a reading passage unto itself, is being used to prove a point.', 7.61);
  // Two sentences of four words, 24 syllables together.
  near('Responsible computer users matter. Inappropriate behaviour upsets everybody.', 0.39 * 4 + (11.8 * 25) / 8 - 15.59);
});

test('list items and paragraphs end a sentence, shortenings and decimals do not', () => {
  equal(readingGrade('- Be kind\n- Ask first'), readingGrade('Be kind. Ask first.'));
  equal(readingGrade('Be kind\n\nAsk first'), readingGrade('Be kind. Ask first.'));
  deepEqual(sentencesOf('Use e.g. a pen. It costs 1.50 pounds. Ask Mr. Holt!').map(({ text }) => text), ['Use e.g. a pen.', 'It costs 1.50 pounds.', 'Ask Mr. Holt!']);
  equal(readingGrade(''), 0);
});

test('spans and cadences are understood as people write them', () => {
  deepEqual(['72 hours', '3 days', '1 week', '1 term', '5 school days', 'at once'].map(lengthOf), [3, 3, 7, 122, 7, undefined]);
  const days = (sentence: string) => cadencesIn(sentence).map((one) => one.days);
  deepEqual(days('Training takes place every other year.'), [732]);
  deepEqual(days('Reviewed once every three years.'), [1098]);
  deepEqual(days('Tested termly.'), [122]);
  deepEqual(days('Checked each term and at least once a month.'), [122, 31]);
  deepEqual(days('Checked every time.'), []);
});
