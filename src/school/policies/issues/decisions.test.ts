import { deepEqual, equal } from 'node:assert/strict';
import test from 'node:test';
import { loadRulebook } from '../../../packs/index.ts';
import { givenTo } from './decisions.ts';

const given = (pack: string, policy: string) => givenTo(loadRulebook(`policies/${pack}`).rulebook.policies.find(one => one.id === policy)!);

test('whoever signs a code is given it, and so are the parents who countersign', () => {
  deepEqual(given('village-primary', 'staff-code'), { kinds: ['staff', 'governor', 'visitor'], parents: false });
  equal(given('prep-school', 'middle-senior-code')?.parents, true);
  equal(given('prep-school', 'early-years-ks1-code')?.parents, true);
});

test('a policy that nobody signs is given to those whom its own rules name, and to nobody where they name none', () => {
  deepEqual(given('prep-school', 'mobile-devices'), { kinds: ['visitor'], parents: false });
  equal(given('prep-school', 'cyberbullying'), null);
});
