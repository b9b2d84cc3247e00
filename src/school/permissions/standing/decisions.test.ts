import { deepEqual, equal } from 'node:assert/strict';
import test from 'node:test';
import { loadWords } from '../../../packs/index.ts';
import type { BoundRule } from '../../../rulebook/index.ts';
import { grantableRules, groupsOf, lastDayOf, situationOf, speaksFor } from './decisions.ts';

const { vocabulary } = loadWords('policies');
const rule = (more: Partial<BoundRule>) => ({ verb: 'ask', advice: false, subject: 'use-phone', offices: [['head']], when: [], attributes: {}, binds: { kinds: [], except: [] }, ...more }) as unknown as BoundRule;
const seat = (person: string, office: string) => ({ person, office, as: office });

test('only rules that say “ask”, are in force and name offices the school holds for everybody let somebody grant for a group', () => {
  const rules = [rule({}), rule({ verb: 'may' }), rule({ advice: true }), rule({ until: '2026-01-01' }), rule({ from: '2027-01-01' }), rule({ period: 'snow' }), rule({ offices: [['teacher']] }), rule({ offices: [['teacher', 'head']] }), rule({ offices: [] })];
  deepEqual(grantableRules({ rules }, '2026-11-23').map(one => rules.indexOf(one)), [0, 7]);
});

test('where a rule needs two yeses nobody grants for a group alone, not by two offices either', () => {
  deepEqual(speaksFor([[seat('Hana', 'head'), seat('Dev', 'deputy-head')]], [0], 'Dev'), ['deputy-head']);
  equal(speaksFor([[seat('Hana', 'head')], [seat('Nell', 'network-manager')]], [0, 1], 'Hana'), null);
  equal(speaksFor([[seat('Hana', 'head')], [seat('Hana', 'ict-lead')]], [0, 1], 'Hana'), null);
  deepEqual(speaksFor([[seat('Hana', 'head')], [seat('Hana', 'unassigned')]], [0, 0], 'Hana'), ['head', 'unassigned']);
  equal(speaksFor([], [], 'Hana'), null);
});

test('a permission for a group covers the situation the rule speaks of, and no comparison or held permission', () => {
  const when = [{ fact: 'place', operator: '=', values: ['classroom'] }, { fact: 'facility', operator: '=', values: ['internet', 'email'] }, { fact: 'time-span', operator: '<=', values: ['25 days'] }, { fact: 'grant-held', operator: '=', values: ['yes'] }];
  deepEqual(situationOf({ when: when as unknown as BoundRule['when'] }), { place: 'classroom', facility: ['internet', 'email'] });
});

test('a group is made of kinds that the rule binds and what lies within them, less its exceptions', () => {
  const kinds = groupsOf(rule({ binds: { kinds: ['staff'], except: ['supply'] } }), vocabulary);
  deepEqual([kinds.includes('teacher'), kinds.includes('staff'), kinds.includes('supply'), kinds.includes('parent')], [true, true, false, false]);
  equal(groupsOf(rule({}), vocabulary).includes('parent'), true);
});

test('what a group may do ends when the rule says or when the school’s longest time is over, whichever is first', () => {
  equal(lastDayOf(rule({ attributes: { lasts: '1 month' } }), '2026-11-23', 366), '2026-12-22');
  equal(lastDayOf(rule({ attributes: { lasts: '1 year' } }), '2026-11-23', 30), '2026-12-22');
  equal(lastDayOf(rule({}), '2026-11-23', 1), '2026-11-23');
});
