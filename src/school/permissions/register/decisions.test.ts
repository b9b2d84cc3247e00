import { deepEqual, equal } from 'node:assert/strict';
import test from 'node:test';
import type { BoundRule } from '../../../rulebook/index.ts';
import { actsDecidedBy, decidesAbout, seesAll, seesCounts, seesPupils } from './decisions.ts';

const rule = (subject: string, offices: string[][], clauseId: string) => ({ verb: 'ask', subject, offices, clauseId }) as unknown as BoundRule;
const rulebook = {
  rules: [rule('keep-phone-on', [['head', 'deputy-head']], 'a/b#phone'), rule('install-software', [['unassigned']], 'a/b#program'), rule('print', [['teacher']], 'a/b#print')],
  school: { name: 'A school', offices: { unassigned: 'office:ict-lead' }, terms: [] },
};
const holders = [{ office: 'head', person: 'Hana' }, { office: 'deputy-head', person: 'Dev' }, { office: 'chair-of-governors', person: 'Chas' }, { office: 'ict-lead', person: 'Iris' }];
const grant = { act: 'keep-phone-on', clauses: ['a/b#phone'], offices: ['head'], holder: 'Tess', grantedBy: 'Hana' };
const decides = (person: string, more = {}) => decidesAbout({ ...grant, ...more }, { person }, { holders, rulebook });

test('whoever may say yes under the rule may also withdraw it, even where another gave the word', () => {
  deepEqual(['Hana', 'Dev', 'Iris', 'Tess'].map(person => decides(person)), [true, true, false, false]);
});

test('the head’s own permission is withdrawn by a deputy or, where only the head decides, by the chair', () => {
  equal(decides('Hana', { holder: 'Hana', grantedBy: 'Dev' }), false);
  equal(decides('Chas', { holder: 'Hana', grantedBy: null, clauses: [] }), true);
});

test('where a rule names nobody, whoever the school named sees those permissions', () => {
  deepEqual(actsDecidedBy(rulebook, ['ict-lead']), ['install-software']);
  deepEqual(actsDecidedBy(rulebook, ['deputy-head']), ['keep-phone-on']);
  deepEqual(actsDecidedBy(rulebook, ['dsl']), []);
});

test('the head sees all permissions, governors how many, and a pupil’s name is for staff', () => {
  const governor = { kinds: ['governor'], offices: [] };
  deepEqual([seesAll({ offices: ['head'] }), seesAll({ offices: ['deputy-head'] }), seesCounts(governor), seesCounts({ kinds: ['staff'], offices: [] })], [true, false, true, false]);
  deepEqual([seesPupils(governor), seesPupils({ kinds: ['teacher', 'staff'] })], [false, true]);
});
