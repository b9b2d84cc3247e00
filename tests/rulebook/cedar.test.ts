import test from 'node:test';
import { deepEqual, equal, ok } from 'node:assert/strict';
import { checkParsePolicySet, policySetTextToParts } from '@cedar-policy/cedar-wasm/nodejs';
import { decide } from '../../src/rulebook/index.ts';
import { statementsOf } from '../../src/rulebook/conditions.ts';
import { toCedar } from '../../src/rulebook/cedar.ts';
import { PACKS, pack } from './build.ts';
import { cedarOf } from './cedar-decides.ts';
import { knownQuestions } from './questions.ts';

const QUESTIONS = 40_000;

for (const name of PACKS) {
  const book = pack(name);

  test(`the policies of ${name} make a valid Cedar text, one policy for each thing a clause says`, () => {
    const text = toCedar(book);
    equal(checkParsePolicySet({ staticPolicies: text }).type, 'success');
    const parts = policySetTextToParts(text);
    ok(parts.type === 'success' && parts.policies.length > 40);
  });

  test(`Cedar gives ${name} the same verdicts, by the same clauses`, () => {
    const cedar = cedarOf(book);
    const told = new Set(statementsOf(book).map((one) => `${one.clause} ${one.act}`));
    const seen = new Map<string, number>();
    for (const question of knownQuestions(book, { count: QUESTIONS / PACKS.length, seed: 20_260_915 })) {
      const answer = decide(book, question);
      const theirs = cedar(question);
      equal(answer.says, theirs.says, JSON.stringify(question));
      // Advice is cited beside a clause that decides; Cedar is not told of it.
      const deciding = answer.because.filter((id) => told.has(`${id} ${question.act}`));
      deepEqual(deciding.toSorted(), theirs.because.toSorted(), JSON.stringify(question));
      seen.set(answer.says, (seen.get(answer.says) ?? 0) + 1);
    }
    for (const verdict of ['no', 'ask', 'tell', 'yes', 'silent']) ok((seen.get(verdict) ?? 0) > 20, `too few questions were answered "${verdict}": ${seen.get(verdict)}`);
  });
}
