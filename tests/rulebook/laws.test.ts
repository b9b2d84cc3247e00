import test from 'node:test';
import { deepEqual, equal, ok } from 'node:assert/strict';
import fc from 'fast-check';
import { compile, decide } from '../../src/rulebook/index.ts';
import type { Answer, BoundRule, Question, Rulebook } from '../../src/rulebook/index.ts';
import { PACKS, pack, vocabulary } from './build.ts';
import { actsOf, anyValue, factsOf } from './questions.ts';

const BOOKS = new Map(PACKS.map((name) => [name, pack(name)] as const));
const bookOf = (name: string): Rulebook => BOOKS.get(name)!;
const WHO = ['teacher', 'supply', 'ict', 'pupil-ks1', 'pupil-senior', 'parent', 'governor', 'volunteer', 'photographer', 'trustee', 'head', 'dsl'];

/** A school, an act it speaks of, somebody who asks, a few of the facts its rules test, and perhaps a permission. */
const asked = fc.constantFrom(...PACKS).chain((school) => fc.constantFrom(...actsOf(bookOf(school))).chain((act) => {
  const book = bookOf(school);
  const facts = fc.record(Object.fromEntries(factsOf(book, act).map((fact) => [fact.name, anyValue(fact)])), { requiredKeys: [] }) as fc.Arbitrary<Record<string, string>>;
  const offices = [...new Set((book.rulesByAct.get(act) ?? []).flatMap((rule) => rule.offices.flat())), 'head'];
  const permission = fc.record({ act: fc.constant(act), office: fc.constantFrom(...offices), live: fc.boolean() });
  return fc.record({ school: fc.constant(school), question: fc.record({
    who: fc.constantFrom(...WHO), act: fc.constant(act), facts, permissions: fc.array(permission, { maxLength: 1 }), on: fc.constantFrom('2020-06-01', '2026-11-20'),
  }) });
}));
const runs = (numRuns: number) => ({ numRuns, seed: 2026 });

test('every answer but silent names its clauses, and silence names none', () => {
  fc.assert(fc.property(asked, ({ school, question }) => {
    const book = bookOf(school);
    const answer = decide(book, question);
    equal(answer.because.length > 0, answer.says !== 'silent');
    ok(answer.because.every((id) => book.clauses.has(id)));
    equal(answer.missing.length > 0, answer.says === 'depends');
  }), runs(4000));
});

test('what is certain stays certain however the unknown facts turn out', () => {
  fc.assert(fc.property(asked, fc.infiniteStream(fc.nat()), ({ school, question }, choices) => {
    const book = bookOf(school);
    const answer = decide(book, question);
    if (answer.says === 'depends') return;
    for (let round = 0; round < 4; round += 1) {
      const completed = complete(book, question, choices);
      equal(decide(book, completed).says, answer.says, JSON.stringify(completed));
    }
  }), runs(4000));
});

test('an answer depends only where two ways the facts may turn out get two answers', () => {
  fc.assert(fc.property(asked, ({ school, question }) => {
    const book = bookOf(school);
    const answer = decide(book, question);
    const given = Object.keys(question.facts);
    if (answer.says !== 'depends' || answer.missing.some((name) => given.includes(name))) return;
    const verdicts = new Set(ways(book, question, answer.missing).map((one) => decide(book, one).says));
    ok(verdicts.size > 1 || verdicts.has('depends'), JSON.stringify(question));
  }), runs(1500));
});

test('a list with one value says what the value says', () => {
  fc.assert(fc.property(asked, ({ school, question }) => {
    const facts = Object.fromEntries(Object.entries(question.facts).map(([name, value]) => [name, [value]]));
    deepEqual(decide(bookOf(school), { ...question, facts }), decide(bookOf(school), question));
  }), runs(4000));
});

test('a list of several values says the strictest that any of them says', () => {
  const strict = ['no', 'depends', 'ask', 'silent', 'tell', 'yes'];
  fc.assert(fc.property(asked, fc.nat(), fc.nat(), ({ school, question }, which, other) => {
    const book = bookOf(school);
    const single = factsOf(book, question.act).filter((fact) => !fact.several && fact.values.size > 1);
    fc.pre(single.length > 0);
    const fact = single[which % single.length]!;
    const values = [...fact.values.keys()];
    const chosen = [values[other % values.length]!, values[(other * 7 + 3) % values.length]!];
    const says = (value: string | readonly string[]) => decide(book, { ...question, facts: { ...question.facts, [fact.name]: value } }).says;
    equal(says(chosen), strict.find((verdict) => chosen.some((value) => says(value) === verdict)));
  }), runs(3000));
});

test('asking for the missing facts one after the other comes to an end', () => {
  fc.assert(fc.property(asked, fc.infiniteStream(fc.nat()), ({ school, question }, choices) => {
    const book = bookOf(school);
    const facts: Record<string, string> = {};
    for (let asks = 0; asks < 12; asks += 1) {
      const answer = decide(book, { ...question, facts });
      if (answer.says !== 'depends') return;
      const name = answer.missing[0]!;
      const narrow = leaves(name);
      ok(!(name in facts) || !narrow.includes(facts[name]!), `${name} is asked for again`);
      facts[name] = narrow[choices.next().value! % narrow.length]!;
    }
    ok(false, 'twelve questions were not enough');
  }), runs(1500));
});

test('a permission for one act changes no answer about another', () => {
  fc.assert(fc.property(asked, fc.constantFrom(...vocabulary().acts.keys()), ({ school, question }, act) => {
    const book = bookOf(school);
    fc.pre(act !== question.act);
    const other = { act, live: true };
    deepEqual(decide(book, { ...question, permissions: [...question.permissions, other] }), decide(book, question));
  }), runs(2000));
});

test('a permission forbids nothing and takes no yes away', () => {
  fc.assert(fc.property(asked, ({ school, question }) => {
    const book = bookOf(school);
    // Why without grant-held: that fact says in other words that a permission is held, and duties hang on it.
    fc.pre(!factsOf(book, question.act).some((fact) => fact.name === 'grant-held'));
    const before = decide(book, { ...question, permissions: [] }).says;
    const after = decide(book, { ...question, permissions: [{ act: question.act, live: true }] }).says;
    if (after !== before) ok(before === 'ask' || before === 'depends', `${before} became ${after}`);
    ok(before === 'no' || after !== 'no', 'it became a no');
  }), runs(2000));
});

test('the order of the clauses does not matter', () => {
  const turned = new Map([...BOOKS].map(([name, book]) => [name, upsideDown(book)]));
  fc.assert(fc.property(asked, ({ school, question }) => {
    const book = bookOf(school);
    deepEqual(unordered(decide(turned.get(school)!, question)), unordered(decide(book, question)));
  }), runs(3000));
});

test("a trust's policy added to a school's makes no answer milder", () => {
  const policies = (book: Rulebook) => ({ pack: book.pack, policies: book.policies, coverage: [] });
  const [own, trust] = [bookOf('village-primary'), bookOf('academy-trust')];
  const both = compile({ ...policies(own), vocabulary: vocabulary(), school: own.school, trust: policies(trust) }).rulebook;
  const strict = ['no', 'depends', 'ask', 'tell', 'yes', 'silent'];
  fc.assert(fc.property(asked, ({ question }) => {
    const united = decide(both, question).says;
    for (const book of [own, trust]) {
      const alone = decide(book, question).says;
      if (alone !== 'depends' && alone !== 'silent') ok(strict.indexOf(united) <= strict.indexOf(alone), `${alone} became ${united}`);
    }
  }), runs(2000));
});

function leaves(name: string): readonly string[] {
  const fact = vocabulary().facts.get(name)!;
  if (fact.type === 'number') return ['1', '2', '30'];
  if (fact.type === 'span') return ['20 days', '25 days', '2 months', 'permanent'];
  const values = [...fact.values.values()];
  return values.filter(({ value }) => !values.some((other) => other.within.includes(value))).map((one) => one.value);
}

function complete(book: Rulebook, question: Question, choices: Iterator<number>): Question {
  const all = factsOf(book, question.act).filter((fact) => fact.default === undefined && fact.name !== 'grant-held');
  const added = all.filter((fact) => !(fact.name in (question.facts ?? {}))).map((fact) => {
    const values = fact.type === 'enum' || fact.type === 'yes/no' ? [...fact.values.keys()] : leaves(fact.name);
    return [fact.name, values[choices.next().value! % values.length]!] as const;
  });
  return { ...question, facts: { ...question.facts, ...Object.fromEntries(added) } };
}

/** Up to a thousand ways in which some facts may turn out. */
function ways(book: Rulebook, question: Question, names: readonly string[]): readonly Question[] {
  let all: Question[] = [question];
  for (const name of names) {
    const fact = book.vocabulary.facts.get(name)!;
    const values = fact.type === 'enum' || fact.type === 'yes/no' ? [...fact.values.keys()] : leaves(name);
    all = all.flatMap((one) => values.map((value) => ({ ...one, facts: { ...one.facts, [name]: value } })));
    if (all.length > 1000) break;
  }
  return all;
}

function upsideDown(book: Rulebook): Rulebook {
  const last = book.rules.length;
  const turn = (rules: readonly BoundRule[]) => rules.toReversed().map((rule) => ({ ...rule, order: last - rule.order }));
  return { ...book, rules: turn(book.rules), rulesByAct: new Map([...book.rulesByAct].map(([act, rules]) => [act, turn(rules)])) };
}

function unordered(answer: Answer): unknown {
  const sorted = (items: readonly unknown[]) => items.map((item) => JSON.stringify(item)).toSorted();
  const { because, sources, ask, askGroups, tell, tellGroups, duties, missing } = answer;
  const groups = (all: readonly (readonly string[])[]) => sorted(all.map((group) => group.toSorted()));
  return [answer.says, sorted(because), sorted(sources), sorted(ask), groups(askGroups), sorted(tell), groups(tellGroups), sorted(duties), missing];
}
