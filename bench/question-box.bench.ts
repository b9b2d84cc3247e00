/**
 * How long the question box takes: to read its words once, and for each answer, over the questions of the tests. The goal
 * is 5 ms an answer.
 */
import { readFileSync } from 'node:fs';
import path from 'node:path';
import { loadRulebook } from '../src/packs/index.ts';
import { answerQuestion, readBoxWords, readTable } from '../src/rulebook/index.ts';

const GOAL = 5;
const ON = '2026-11-20';
const FILE = path.join(process.cwd(), 'tests', 'rulebook', 'asked-questions.tsv');

const questions = readTable(readFileSync(FILE, 'utf8'), FILE, ['school', 'who', 'question']).rows
  .map((row) => ({ school: row.cell('school'), who: row.cell('who'), text: row.cell('question') }));
const packs = new Map([...new Set(questions.map(({ school }) => school))].map((school) => [school, loadRulebook(path.join(process.cwd(), 'policies', school))]));
const { texts } = packs.values().next().value!;

const loads: number[] = [];
for (let round = 0; round < 9; round += 1) {
  const start = performance.now();
  readBoxWords(texts.vocabulary);
  loads.push(performance.now() - start);
}
const words = readBoxWords(texts.vocabulary);

const times: number[] = [];
for (let round = 0; round < 3; round += 1) {
  for (const { school, who, text } of questions) {
    const start = performance.now();
    answerQuestion(packs.get(school)!.rulebook, words, text, { who, on: ON });
    if (round > 0) times.push(performance.now() - start);
  }
}

console.log(`words read            ${quantile(loads, 0.5)} ms (first time ${loads[0]!.toFixed(1)} ms)`);
console.log(`an answer, p50        ${quantile(times, 0.5)} ms`);
console.log(`an answer, p99        ${quantile(times, 0.99)} ms (goal: under ${GOAL} ms; ${times.length} answers)`);

function quantile(list: readonly number[], share: number): string {
  const sorted = list.toSorted((one, other) => one - other);
  return sorted[Math.min(sorted.length - 1, Math.floor(sorted.length * share))]!.toFixed(2);
}
