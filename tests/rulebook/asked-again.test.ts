import { deepEqual, ok } from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import test from 'node:test';
import { loadRulebook } from '../../src/packs/index.ts';
import { answerQuestion, readBoxWords, readTable } from '../../src/rulebook/index.ts';

/** Questions as people type them, each with the answers that are right (`|`) and the inventory ids of which one is cited. */
const FILE = 'tests/rulebook/asked-again.tsv';
const asked = readTable(readFileSync(FILE, 'utf8'), FILE, ['half', 'school', 'who', 'says', 'sources', 'question']).rows
  .map((row) => ({ half: row.cell('half'), school: row.cell('school'), who: row.cell('who'), says: row.cell('says').split('|'), sources: row.cell('sources').split('|'), question: row.cell('question') }));

const packs = new Map([...new Set(asked.map((one) => one.school))].map((name) => [name, loadRulebook(`policies/${name}`)] as const));
const words = readBoxWords([...packs.values()][0]!.texts.vocabulary);
const answered = asked.map((one) => {
  const { answer, unsure } = answerQuestion(packs.get(one.school)!.rulebook, words, one.question, { who: one.who, on: '2026-11-23' });
  return { ...one, got: unsure ? 'unsure' : answer.says, cites: one.sources.some((source) => answer.sources.includes(source)) };
});
const shareOf = (half: string, isRight: (one: (typeof answered)[number]) => boolean): number => {
  const all = answered.filter((one) => one.half === half);
  return all.filter(isRight).length / all.length;
};
const isRight = (one: (typeof answered)[number]): boolean => one.says.includes(one.got) && one.cites;

test('nobody who asks in their own words gets a yes that is none', () => {
  deepEqual(answered.filter(({ got, says }) => got === 'yes' && !says.includes('yes')).map(({ question }) => question), []);
});

test('misspelt, short and roundabout questions get the right answer with its clause', () => {
  const share = shareOf('tune', isRight);
  ok(share >= 0.86, `only ${share} of the answers are right`);
});

test('so do questions the box was never fitted to', () => {
  const share = shareOf('held', isRight);
  ok(share >= 0.85, `only ${share} of the answers are right`);
});

test('what has nothing to do with the rules is not taken for something else', () => {
  deepEqual(answered.filter(({ half, got }) => half === 'beside' && got !== 'unsure' && got !== 'silent').map(({ question }) => question), []);
});
