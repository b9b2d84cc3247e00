import test from 'node:test';
import { deepEqual, equal, notEqual, ok } from 'node:assert/strict';
import fc from 'fast-check';
import { decide } from '../index.ts';
import type { Permission, Rulebook } from '../index.ts';
import { PACKS, pack } from '../../../tests/rulebook/build.ts';
import { anyValue, factsOf } from '../../../tests/rulebook/questions.ts';

const BOOKS = new Map(PACKS.map((name) => [name, pack(name)] as const));
const WHO = ['teacher', 'supply', 'ict', 'pupil-ks1', 'pupil-senior', 'parent', 'governor', 'visitor'];
const asksOf = (book: Rulebook) => [...new Set(book.rules.filter((rule) => rule.verb === 'ask').map((rule) => rule.subject))];

/** A question about an act that may be asked for, and a permission of it with or without a use and some facts. */
const held = fc.constantFrom(...PACKS).chain((school) => fc.constantFrom(...asksOf(BOOKS.get(school)!)).chain((act) => {
  const book = BOOKS.get(school)!;
  const facts = () => fc.record(Object.fromEntries(factsOf(book, act).filter((fact) => fact.name !== 'grant-held').map((fact) => [fact.name, anyValue(fact)])), { requiredKeys: [] }) as fc.Arbitrary<Record<string, string>>;
  return fc.record({ school: fc.constant(school), act: fc.constant(act), who: fc.constantFrom(...WHO), facts: facts(), covers: facts(), use: fc.constantFrom('one', 'other') });
}));

test('a permission that was given for one use turns no answer into a yes for whoever does not say that it is for this', () => {
  let changed = 0;
  fc.assert(fc.property(held, ({ school, act, who, facts, use }) => {
    const book = BOOKS.get(school)!;
    const ask = (permissions: readonly Permission[], said?: string) => decide(book, { who, act, facts, permissions, on: '2026-11-20', ...(said === undefined ? {} : { use: said }) });
    const without = ask([]);
    const open = ask([{ act, live: true, use }]);
    if (without.says !== 'yes' && without.says !== 'tell') ok(open.says !== 'yes' && open.says !== 'tell', `${school} ${act} ${JSON.stringify(facts)}: ${without.says} became ${open.says}`);
    deepEqual(ask([{ act, live: true, use }], 'something else'), without);
    deepEqual(ask([{ act, live: true, use }], use), ask([{ act, live: true }]));
    if (open.says !== without.says) { equal(open.says, 'depends'); ok(open.missing.includes('grant-held')); changed += 1; }
  }), { numRuns: 2000, seed: 2026 });
  ok(changed > 100);
});

test('a permission turns no answer into a yes for a situation that it does not name', () => {
  fc.assert(fc.property(held, ({ school, act, who, facts, covers }) => {
    const book = BOOKS.get(school)!;
    // A fact told in no word of the vocabulary is another situation than any that a permission names.
    const [fact] = Object.keys(covers);
    if (fact === undefined) return;
    const elsewhere = { ...facts, [fact]: 'somewhere-else-entirely' };
    const question = { who, act, facts: elsewhere, on: '2026-11-20' };
    const type = book.vocabulary.facts.get(fact)!.type;
    if (type !== 'enum') return;
    const [says, without] = [decide(book, { ...question, permissions: [{ act, live: true, facts: covers }] }).says, decide(book, question).says];
    ok(says === without || (says !== 'yes' && says !== 'tell'), `${school} ${act} ${JSON.stringify(elsewhere)}: ${without} became ${says}`);
  }), { numRuns: 2000, seed: 7 });
});

test('a use that is not spoken of leaves open what hangs on holding a permission, too', () => {
  const book = BOOKS.get('day-school')!;
  const app = { who: 'teacher', act: 'use-app', facts: { app: 'sims', purpose: 'school-administration' }, on: '2026-11-20' };
  equal(decide(book, { ...app, permissions: [{ act: 'use-app', live: true }] }).says === 'no', false);
  notEqual(decide(book, { ...app, permissions: [{ act: 'use-app', live: true, use: 'one' }] }).says, 'yes');
  notEqual(decide(book, { ...app, permissions: [{ act: 'use-app', live: true, facts: { app: 'firefly' } }] }).says, 'yes');
});
