/**
 * Decisions a second on the largest model school, beside three well-known engines with the same questions in one run.
 * All verdicts are compared before any clock starts. Our engine gives the whole answer (clauses, offices, duties); the
 * others give the verdict, and all but one arrangement can name the clauses. The goal is measured against those.
 */
import { decide } from '../src/rulebook/index.ts';
import type { Rulebook } from '../src/rulebook/index.ts';
import { PACKS, pack } from '../tests/rulebook/build.ts';
import { cedarOf } from '../tests/rulebook/cedar-decides.ts';
import { knownQuestions } from '../tests/rulebook/questions.ts';
import { casbinByLines, casbinByMatcher } from './peers/casbin.ts';
import { jsonRulesEngine } from './peers/json-rules-engine.ts';
import { askedOf } from './peers/words.ts';
import type { Asked, Peer } from './peers/words.ts';

const SECONDS = 3;
const GOAL = { perSecond: 200_000, timesBestPeer: 30 };

const book = PACKS.map(pack).reduce((largest, one) => (one.rules.length > largest.rules.length ? one : largest));
const asked = knownQuestions(book, { count: 5000, seed: 1 }).map((question) => askedOf(book, question));
const ours: Peer = { name: 'Countersign', decide: ({ question }) => decide(book, question).says, names: true };
const peers = [cedar(book), await casbinByLines(book), await casbinByMatcher(book), jsonRulesEngine(book)];

await compareAnswers();
const rows = [];
for (const peer of [ours, ...peers]) rows.push({ ...peer, perSecond: await measure(peer) });
report(rows);

function cedar(rulebook: Rulebook): Peer {
  const answer = cedarOf(rulebook);
  return { name: 'Cedar (wasm, policies parsed beforehand)', decide: ({ question }) => answer(question).says, names: true };
}

async function compareAnswers(): Promise<void> {
  for (const one of asked) {
    const mine = ours.decide(one);
    for (const peer of peers) {
      const theirs = await peer.decide(one);
      if (theirs !== mine) throw new Error(`${peer.name} says ${theirs} where we say ${mine}: ${JSON.stringify(one.question)}`);
    }
  }
  console.log(`${book.pack}: ${book.rules.length} rules, ${asked.length} questions; all ${peers.length + 1} engines give the same verdicts.`);
}

/** Decisions a second, after one warm round. Short rounds let slow engines stop in time too. */
async function measure(peer: Peer): Promise<number> {
  const rounds = Array.from({ length: asked.length / 250 }, (_, at) => asked.slice(at * 250, at * 250 + 250));
  for (const some of rounds.slice(0, 4)) await round(peer, some);
  const start = performance.now();
  let count = 0;
  while (performance.now() - start < SECONDS * 1000) {
    const answer = round(peer, rounds[(count / 250) % rounds.length]!);
    if (answer) await answer;
    count += 250;
  }
  return (count / (performance.now() - start)) * 1000;
}

/** Asks one question after the other; waits only for engines that answer later. */
function round(peer: Peer, some: readonly Asked[]): Promise<void> | undefined {
  if (peer.later) return inTurn(peer, some);
  for (const one of some) void peer.decide(one);
  return undefined;
}

async function inTurn(peer: Peer, some: readonly Asked[]): Promise<void> {
  for (const one of some) await peer.decide(one);
}

function report(measured: readonly { name: string; names: boolean; perSecond: number }[]): void {
  const [own, ...others] = measured;
  console.log(`\n| engine | names the clauses | decisions a second | ours is faster by |\n|---|---|---:|---:|`);
  for (const { name, names, perSecond } of measured) {
    const times = name === own!.name ? '' : `${Math.round(own!.perSecond / perSecond)} times`;
    console.log(`| ${name} | ${names ? 'yes' : 'no'} | ${Math.round(perSecond).toLocaleString('en-GB')} | ${times} |`);
  }
  const times = own!.perSecond / Math.max(...others.filter((one) => one.names).map((one) => one.perSecond));
  const reached = own!.perSecond >= GOAL.perSecond && times >= GOAL.timesBestPeer;
  console.log(`\nGoal: ${GOAL.perSecond.toLocaleString('en-GB')} a second and ${GOAL.timesBestPeer} times the best that names its clauses: ${reached ? 'reached' : 'missed'} (${times.toFixed(0)} times).`);
}
