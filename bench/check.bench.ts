/**
 * How long an editor waits for its findings: reading, compiling and checking the largest model school, warm. The goal is
 * 50 ms for the three together. The search for contradictions is asked for apart and measured beside it.
 */
import path from 'node:path';
import { loadRulebook, packsIn } from '../src/packs/index.ts';
import { analyse, check, compile, read, readStandards } from '../src/rulebook/index.ts';

const GOAL = 50;
const ROUNDS = 60;
const [COLD, ON] = [20, '2026-11-01'];

const packs = packsIn(path.join(process.cwd(), 'policies')).map(loadRulebook);
const { rulebook: largest, texts } = packs.reduce((best, one) => (one.rulebook.rules.length > best.rulebook.rules.length ? one : best));
const { pack, vocabulary, school, coverage } = largest;
const { standards } = readStandards(texts.vocabulary);

const reading: number[] = [];
const checking: number[] = [];
const analysing: number[] = [];
for (let round = 0; round < COLD + ROUNDS; round += 1) {
  const start = performance.now();
  const policies = texts.own.policies.flatMap(({ file, text }) => read(text, file, vocabulary).policy ?? []);
  const { rulebook } = compile({ pack, vocabulary, school, coverage, policies });
  const compiled = performance.now();
  check({ rulebook, on: ON, texts: texts.own.policies, standards });
  const checked = performance.now();
  if (round < COLD) continue;
  reading.push(compiled - start);
  checking.push(checked - compiled);
}
for (let round = 0; round < 10; round += 1) {
  const start = performance.now();
  analyse(largest);
  analysing.push(performance.now() - start);
}

const whole = reading.map((time, round) => time + checking[round]!);
console.log(`${largest.pack}: ${largest.policies.length} policies, ${largest.clauses.size} clauses, ${largest.rules.length} rules; medians of ${ROUNDS} warm rounds`);
console.log(`read and compile      ${median(reading)} ms`);
console.log(`check                 ${median(checking)} ms`);
console.log(`together              ${median(whole)} ms (goal: under ${GOAL} ms: ${Number(median(whole)) < GOAL ? 'met' : 'NOT met'})`);
console.log(`contradictions apart  ${median(analysing)} ms`);

function median(times: readonly number[]): string {
  return [...times].sort((a, b) => a - b)[times.length >> 1]!.toFixed(1);
}
