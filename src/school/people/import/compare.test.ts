import { deepEqual, equal } from 'node:assert/strict';
import test from 'node:test';
import { loadWords } from '../../../packs/index.ts';
import { compare } from './compare.ts';
import { manyLeave } from './decisions.ts';
import type { Known, Roster, Told } from './words.ts';

const { vocabulary } = loadWords('policies');
const today = '2026-11-23';
const told = (key: string, more: Partial<Told> = {}): Told => ({ key, row: 2, givenName: 'Ada', familyName: 'Elm', email: null, roles: ['teacher'], yearGroup: '', class: '', firstDay: null, lastDay: null, ...more });
const known = (id: string, more: Partial<Known> = {}): Known => ({ id, key: null, givenName: 'Ada', familyName: 'Elm', email: null, joinedOn: '2024-09-01', leftOn: null, kinds: ['teacher'], yearGroup: null, class: null, phase: null, offices: [], ...more });
const roster = (people: readonly Told[], more: Partial<Roster> = {}): Roster => ({ source: 'one-roster', whole: true, delta: false, places: true, people, gone: [], ties: [], faults: [], ...more });
const planOf = (people: readonly Known[], given: Roster, ties: readonly string[] = []) => {
  let n = 0;
  return compare(given, { today, people, ties: new Set(ties), newId: () => `new-${++n}`, kinds: new Set(vocabulary.kinds.keys()) });
};

test('somebody is found again by number, by address, or by a name in a class that only one has', () => {
  const plan = planOf([
    known('a', { key: '1', familyName: 'Other' }), known('b', { email: 'B@School.example' }), known('c', { kinds: ['pupil'], yearGroup: 'Year 4', class: '4B' }),
  ], roster([told('1', { familyName: 'Other' }), told('2', { email: 'b@school.example' }), told('3', { roles: ['student'], yearGroup: 'Year 4', class: '4B' })]));
  deepEqual([plan.joins, plan.changes.map(one => one.said), plan.keys], [[], [[['e-mail', 'B@School.example', 'b@school.example']]], [{ person: 'b', key: '2' }, { person: 'c', key: '3' }]]);
});

test('two of one name in one class are nobody’s twin: the file’s people are new', () => {
  const twin = { kinds: ['pupil'], yearGroup: 'Year 4', class: '4B' };
  equal(planOf([known('a', twin), known('b', twin)], roster([told('3', { roles: ['student'], yearGroup: 'Year 4', class: '4B' })])).joins.length, 1);
});

test('a whole list sends away only those of its kinds who came from such a list', () => {
  const plan = planOf([known('a', { key: '1' }), known('b', { key: '2', givenName: 'Ben', offices: ['dsl'] }), known('c', { givenName: 'By hand' }), known('d', { key: '4', kinds: ['pupil'] })], roster([told('1')]));
  deepEqual(plan.leaves, [{ person: 'b', name: 'Ben Elm', on: today, kinds: ['teacher'], offices: ['dsl'] }]);
  deepEqual(planOf([known('b', { key: '2' })], roster([told('1')], { whole: false })).leaves, []);
});

test('a delta sends away whom it names, and ends no role that it leaves out', () => {
  const plan = planOf([known('a', { key: '1' }), known('b', { key: '2' })], roster([told('1', { givenName: '', familyName: '', roles: ['aide'] })], { whole: false, delta: true, gone: ['2'] }));
  deepEqual(plan.leaves.map(one => one.person), ['b']);
  deepEqual(plan.changes.map(one => one.set), [{ givenName: 'Ada', familyName: 'Elm', email: null, leftOn: null, addKinds: ['support-staff'], endKinds: [], place: null, endPlace: false }]);
  deepEqual(planOf([known('a', { key: '1' })], roster([told('1', { givenName: '', familyName: '', roles: [], endRoles: ['teacher'] })], { whole: false, delta: true })).changes[0]!.set.endKinds, ['teacher']);
});

test('a delta about somebody whom nobody knows is a fault that stops nothing', () => {
  const plan = planOf([], roster([told('9', { givenName: '', roles: ['aide'] })], { whole: false, delta: true }));
  deepEqual([plan.joins, plan.faults.map(fault => fault.stops)], [[], [false]]);
});

test('a governor who teaches stays a governor, whatever the file has no word for', () => {
  const plan = planOf([known('a', { key: '1', kinds: ['governor', 'teacher'] })], roster([told('1', { roles: ['aide'] })]));
  deepEqual([plan.changes[0]!.set.addKinds, plan.changes[0]!.set.endKinds], [['support-staff'], ['teacher']]);
});

test('a child who moves up is what this school calls the pupils of that year', () => {
  const plan = planOf([
    known('a', { key: '1', kinds: ['pupil-ks1'], yearGroup: 'Year 2', class: 'Larks', phase: 'Key Stage 1' }), known('b', { key: '2', kinds: ['pupil'], yearGroup: 'Year 3', class: '3A', phase: 'Key Stage 2', givenName: 'Bo' }),
  ], roster([told('1', { roles: ['student'], yearGroup: 'Year 3', class: '3A' }), told('2', { roles: ['student'], yearGroup: 'Year 3', class: '3A', givenName: 'Bo' })]));
  deepEqual(plan.changes.map(one => one.set.place), [{ yearGroup: 'Year 3', class: '3A', phase: 'Key Stage 2' }]);
  deepEqual([plan.changes[0]!.set.addKinds, plan.changes[0]!.set.endKinds], [['pupil'], ['pupil-ks1']]);
});

test('who had left and is named again is here again, with the same record', () => {
  deepEqual(planOf([known('a', { key: '1', leftOn: '2026-07-20' })], roster([told('1')])).joins.map(one => [one.person, one.again]), [['a', true]]);
});

test('a tie that stands is not made again, and one with somebody unknown is told', () => {
  const ties = [{ child: '1', parent: '2', relation: 'Parent', mayAgree: true }, { child: '1', parent: '9', relation: 'Parent', mayAgree: true }];
  const people = [known('a', { key: '1', kinds: ['pupil'] }), known('b', { key: '2', kinds: ['parent'] })];
  const given = roster([told('1', { roles: ['student'] }), told('2', { roles: ['parent'] })], { ties });
  deepEqual([planOf(people, given, ['a b']).ties.length, planOf(people, given).ties.length], [0, 1]);
  deepEqual(planOf(people, given).faults.map(fault => fault.what), ['"9" is nobody in this file and nobody at the school']);
});

test('many leavers are a question of their own', () => deepEqual([manyLeave(5, 10), manyLeave(6, 200), manyLeave(11, 200), manyLeave(0, 0)], [false, false, true, false]));
