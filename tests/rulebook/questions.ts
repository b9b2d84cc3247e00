/**
 * Material for random questions: the acts a school speaks of, the facts its rules test, values for them.
 */
import fc from 'fast-check';
import type { Fact, Question, Rulebook } from '../../src/rulebook/index.ts';

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

const WHO = ['teacher', 'support-staff', 'ict', 'pupil-ks1', 'pupil-senior', 'parent', 'governor', 'trustee', 'volunteer', 'photographer'];

/**
 * Random questions in which every fact that counts is known to the last detail. Half of them take the conditions of
 * one rule as their start, so that every verdict comes up often.
 */
export function knownQuestions(book: Rulebook, { count, seed }: { count: number; seed: number }): readonly Question[] {
  const random = randomFrom(seed);
  const pick = <Item>(items: readonly Item[]): Item => items[Math.floor(random() * items.length)]!;
  const acts = actsOf(book);
  return Array.from({ length: count }, () => {
    const act = pick(acts);
    const rules = book.rulesByAct.get(act)!;
    const rule = pick(rules);
    const hints = random() < 0.7 ? [...rule.when, ...(random() < 0.5 ? rule.unless : [])] : [];
    const facts: Record<string, string> = {};
    for (const fact of factsOf(book, act)) {
      const hint = hints.find((one) => one.fact === fact.name && one.operator === '=');
      facts[fact.name] = pick(exactValues(fact, hint?.values));
    }
    const offices = rules.flatMap((one) => one.offices.flat());
    const permissions = offices.length > 0 && random() < 0.4 ? [{ act, office: pick(offices), live: random() < 0.8 }] : [];
    // The permission and the fact that says the same of it must agree.
    if (facts['grant-held'] !== undefined) facts['grant-held'] = permissions.some((one) => one.live) ? 'yes' : 'no';
    const bound = WHO.filter((kind) => [kind, ...(book.vocabulary.kinds.get(kind)?.within ?? [])].some((name) => rule.binds.kinds.includes(name)));
    return { who: random() < 0.8 && bound.length > 0 ? pick(bound) : pick(WHO), act, facts, permissions, on: pick(['2020-06-01', '2026-11-20']) };
  });
}

/** Values with nothing narrower below them; those within the wanted ones, if any are wanted. */
function exactValues(fact: Fact, wanted?: readonly string[]): readonly string[] {
  if (fact.type === 'number') return ['1', '2', '30'];
  if (fact.type === 'span') return ['20 days', '25 days', '26 days', '2 months', 'permanent'];
  if (fact.type === 'date') return ['2020-05-01', '2026-09-01'];
  const all = [...fact.values.values()];
  const exact = all.filter(({ value }) => !all.some((other) => other.within.includes(value)));
  const hinted = wanted ? exact.filter(({ value, within }) => wanted.some((one) => one === value || within.includes(one))) : [];
  return (hinted.length > 0 ? hinted : exact).map((one) => one.value);
}

/** Numbers from 0 to 1 that are the same in every run (mulberry32). */
export function randomFrom(seed: number): () => number {
  let state = seed;
  return () => {
    state = (state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4_294_967_296;
  };
}
