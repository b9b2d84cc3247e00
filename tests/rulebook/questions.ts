/**
 * Material for random questions: the acts a school speaks of, the facts its rules test, values for them.
 */
import fc from 'fast-check';
import type { Fact, Rulebook } from '../../src/rulebook/index.ts';

export function actsOf(book: Rulebook): readonly string[] {
  return [...book.rulesByAct.keys()].filter((act) => book.vocabulary.acts.has(act));
}

/** The facts that some rule of the act tests, in vocabulary order. */
export function factsOf(book: Rulebook, act: string): readonly Fact[] {
  const rules = book.rulesByAct.get(act) ?? [];
  const named = new Set(rules.flatMap((rule) => [...rule.when, ...rule.unless].map((one) => one.fact)));
  if (rules.some((rule) => rule.verb === 'consent')) named.add('consent');
  return [...book.vocabulary.facts.values()].filter((fact) => named.has(fact.name));
}

/** A value of a fact, wide ones included. */
export function anyValue(fact: Fact): fc.Arbitrary<string> {
  if (fact.type === 'number') return fc.constantFrom('1', '2', '30');
  if (fact.type === 'span') return fc.constantFrom('20 days', '25 days', '26 days', '2 months', 'permanent', 'temporary');
  if (fact.type === 'date') return fc.constantFrom('2020-05', '2026-09-01');
  return fc.constantFrom(...fact.values.keys());
}
