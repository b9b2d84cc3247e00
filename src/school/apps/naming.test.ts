import { deepEqual, equal } from 'node:assert/strict';
import test from 'node:test';
import { isNear, namesIn, type Name } from './naming.ts';

const NAMES: Name[] = [
  { app: 'kahoot', name: 'Kahoot', byRules: false }, { app: 'charts', name: 'ClassCharts', byRules: true }, { app: 'charts', name: 'behaviour log', byRules: true },
  { app: 'teams', name: 'Teams', byRules: false }, { app: 'earth', name: 'Google Earth', byRules: false }, { app: 'google', name: 'Google', byRules: false },
];
const ordinary = (word: string): boolean => ['teams', 'team', 'phone', 'quiz', 'the'].includes(word);
const find = (question: string) => namesIn(question, NAMES, ordinary);

test('a name is met in any writing, and so is another name of the same application', () => {
  deepEqual(['May I use Kahoot with Year 4?', 'may i use kahoot', 'Can I log in to Class Charts?', 'May I see the behaviour log?'].map(question => find(question).named), [['kahoot'], ['kahoot'], ['charts'], ['charts']]);
});

test('the longer of two names is meant where both fit', () => {
  deepEqual(find('May I use Google Earth?').named, ['earth']);
  deepEqual(find('May I use Google and Kahoot?').named, ['google', 'kahoot']);
});

test('an everyday word is a name only with its capital', () => {
  deepEqual([find('May our teams play?').named, find('May I use Teams?').named], [[], ['teams']]);
});

test('a question of use is told from one that names an application in passing', () => {
  deepEqual(['May I use Kahoot?', 'Can I get an account for the app Kahoot?', 'Is Kahoot allowed?', 'Can I show the marks in Kahoot to a parent?'].map(question => find(question).asksToUse), [true, true, true, false]);
});

test('a near spelling is offered and never taken for the name', () => {
  const slip = find('May I use Kahhot with my class?');
  deepEqual(slip.named, []);
  deepEqual(slip.near, [{ name: 'Kahoot', question: 'May I use Kahoot with my class?' }]);
  deepEqual(find('May I use my phone?').near, []);
});

test('short names have no near ones, long ones two slips', () => {
  deepEqual([isNear('simms', 'sims'), isNear('kahot', 'kahoot'), isNear('kahtoo', 'kahoot'), isNear('classchrats', 'classcharts'), isNear('padlet', 'tablet')], [false, true, false, true, false]);
});

test('a name that is not in the register is one with a capital or in quotes after the word use', () => {
  deepEqual(['May I use Blooket with Year 5?', 'Can I use “word wizard” in class?', 'May I use Sparx Maths?', 'Can I use my phone on Monday?', 'May I use Mr Brown’s laptop?', 'May I use crayons?'].map(question => find(question).unlisted), ['Blooket', 'word wizard', 'Sparx Maths', '', '', '']);
  equal(find('May I use Kahoot?').unlisted, '');
});
