import { deepEqual, equal } from 'node:assert/strict';
import test from 'node:test';
import type { BoundRule, Rulebook } from '../../../rulebook/index.ts';
import { heldOn, keptOf, lastDayOf, namedState, namingFault, rolesIn } from './decisions.ts';
import type { Named, Role } from './words.ts';

const rule = (role: string, more: Partial<BoundRule> = {}) => ({ verb: 'may', clauseId: `school/code#${role}`, when: [{ fact: 'person-status', operator: '=', values: [role] }], unless: [], binds: { kinds: ['staff'], except: [] }, ...more }) as unknown as BoundRule;
const book = (rules: BoundRule[]) => ({ rules, clauses: new Map(rules.map(one => [one.clauseId, { policy: { front: { owner: 'ict-lead' } } }])), school: { offices: {} } }) as unknown as Rulebook;
const measured = rule('bubble-leader', { period: 'covid', from: '2026-11-16', until: '2026-12-04' });
const bubble = (today: string): Role => rolesIn(book([measured]), today)[0]!;
const line = (more: Partial<Named> = {}): Named => ({ id: '1', role: 'bubble-leader', person: 'Tess', from: '2026-11-16', until: null, reason: 'Class 4', by: 'Hana', at: new Date(), endedAt: null, endedBy: null, endedReason: '', ...more });

test('every role that a rule looks at has a list, kept by whoever looks after the rule and by those who lead; a trip’s carriers have their own', () => {
  const roles = rolesIn(book([measured, rule('faculty-leader'), rule('named-trip-carrier'), rule('none')]), '2026-11-23');
  deepEqual(roles.map(role => [role.name, role.keepers, role.measure !== null]), [['bubble-leader', ['ict-lead', 'head', 'deputy-head'], true], ['faculty-leader', ['ict-lead', 'head', 'deputy-head'], false]]);
});

test('a role of a temporary measure ends with it, whatever day was said, and begins no earlier', () => {
  equal(lastDayOf(line(), bubble('2026-11-23')), '2026-12-04');
  equal(lastDayOf(line({ until: '2026-11-27' }), bubble('2026-11-23')), '2026-11-27');
  deepEqual(['2026-11-13', '2026-11-16', '2026-12-04', '2026-12-05'].map(day => heldOn([line()], [bubble(day)], day).length), [0, 1, 1, 0]);
  deepEqual([namedState(line(), bubble('2026-12-05'), '2026-12-05'), namedState(line({ endedAt: new Date() }), bubble('2026-11-23'), '2026-11-23')], ['over', 'over']);
});

test('a measure without days gives nobody a role', () => {
  const undated = rolesIn(book([rule('bubble-leader', { period: 'covid' })]), '2026-11-23')[0]!;
  deepEqual([heldOn([line()], [undated], '2026-11-23'), namingFault(undated, { person: 'Tess', from: '2026-11-23', until: null, by: 'Hana', today: '2026-11-23' }, [])], [[], 'not-now']);
});

test('nobody is named after the measure, outside its days, twice at once, or by themselves', () => {
  const fault = (more: Partial<Parameters<typeof namingFault>[1]>, listed: Named[] = []) => namingFault(bubble(more.today ?? '2026-11-23'), { person: 'Tess', from: '2026-11-23', until: null, by: 'Hana', today: '2026-11-23', ...more }, listed);
  deepEqual([fault({}), fault({ today: '2026-12-05', from: '2026-12-05' }), fault({ from: '2026-11-10' }), fault({ until: '2026-12-20' }), fault({ person: 'Hana' }), fault({}, [line()]), fault({}, [line({ endedAt: new Date() })])],
    [null, 'not-now', 'before-the-measure', 'after-the-measure', 'themselves', 'named-already', null]);
});

test('a list that nobody has begun says nothing, but that of a temporary measure always counts', () => {
  const roles = rolesIn(book([measured, rule('faculty-leader')]), '2026-11-23');
  deepEqual([keptOf(roles, []), keptOf(roles, ['faculty-leader'])], [['bubble-leader'], ['bubble-leader', 'faculty-leader']]);
});
