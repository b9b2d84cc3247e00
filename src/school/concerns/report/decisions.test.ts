import { deepEqual } from 'node:assert/strict';
import test from 'node:test';
import { holdersInGroups, kindsIn, kindsInGroups, toldIn } from './decisions.ts';

const story = { narrative: 'All of it.', names: 'Una Oak' };
const answer = (kind: string, facts: Record<string, string> = {}, narrative = '') => ({ kind, facts, narrative, office: '' });

test('whatever nobody named is told too, and where a child may be harmed it is about that as well', () => {
  deepEqual(kindsIn({ kinds: [], danger: 'no', child: 'no' }), ['handle-breach']);
  deepEqual(kindsIn({ kinds: ['report-virus'], danger: 'no', child: 'yes' }), ['report-virus', 'report-safeguarding-concern']);
  deepEqual(kindsIn({ kinds: [], danger: 'yes', child: '' }), ['report-safeguarding-concern']);
});

test('of several things only those who look after children read the whole story and the names', () => {
  deepEqual(toldIn(story, [answer('report-virus', {}, 'A virus.'), answer('report-safeguarding-concern')]), [
    { kind: 'report-virus', facts: {}, narrative: 'A virus.' },
    { kind: 'report-safeguarding-concern', facts: { who: 'Una Oak' }, narrative: 'All of it.' },
  ]);
  deepEqual(toldIn(story, [answer('report-virus')]), [{ kind: 'report-virus', facts: { who: 'Una Oak' } }]);
});

test('a lost device is a data breach too unless it holds nothing personal or is encrypted', () => {
  const kinds = (facts: Record<string, string>) => toldIn(story, [answer('report-device-loss', facts)]).map(told => told.kind);
  const [loss, both] = [['report-device-loss'], ['report-device-loss', 'report-data-breach']];
  deepEqual(kinds({ 'personal-data': 'no', encrypted: 'no' }), loss);
  deepEqual(kinds({ 'personal-data': 'yes', encrypted: 'yes' }), loss);
  deepEqual(kinds({ 'personal-data': 'yes', encrypted: 'no' }), both);
  deepEqual(kinds({ 'personal-data': 'yes' }), both, 'not knowing whether it is encrypted counts as not');
  deepEqual(kinds({}), loss);
});

test('those who lead the school stand first among whom it may be about, and everybody stands once', () => {
  const one = (name: string, ...offices: string[]) => ({ person: name, name, offices });
  const groups = holdersInGroups([one('Ada', 'moderator'), one('Ben', 'head', 'moderator'), one('Cem', 'network-manager'), one('Dee', 'dsl', 'dpo')], ['head', 'chair-of-governors']);
  deepEqual([groups.leaders, groups.keepers, groups.others].map(list => list.map(holder => holder.name)), [['Ben', 'Dee'], ['Cem'], ['Ada']]);
});

test('kinds stand under what they are about, the safety of children first', () => {
  const groups = kindsInGroups(['report-safeguarding-concern', 'report-virus', 'handle-bullying', 'report-data-breach'].map(value => ({ value })));
  deepEqual(groups.map(({ group, kinds }) => [group, kinds.length]), [['safeguarding', 2], ['technology', 1], ['data', 1]]);
});
