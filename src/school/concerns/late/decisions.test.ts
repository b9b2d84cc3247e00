import { deepEqual, equal } from 'node:assert/strict';
import test from 'node:test';
import { loadRulebook } from '../../../packs/index.ts';
import { clausesOfFirstStep, kindsWithOwner, ownerFor } from './decisions.ts';

const rulesOf = (pack: string) => loadRulebook(`policies/${pack}`).rulebook;

test('a breach at the day school belongs to whoever owns the code that wants it acted on', () => {
  deepEqual(ownerFor(rulesOf('day-school'), 'report-security-breach'), { office: 'deputy-head-academic', clause: 'day-school/staff-ict-code#handle-breach' });
  deepEqual(ownerFor(rulesOf('day-school'), 'report-data-breach'), { office: 'deputy-head-academic', clause: 'day-school/staff-ict-code#handle-breach' });
});

test('where no rule wants a case acted on, it goes on to nobody', () => {
  equal(ownerFor(rulesOf('day-school'), 'report-safeguarding-concern'), null);
  deepEqual(kindsWithOwner(rulesOf('prep-school')), []);
});

test('the clause that says how soon a first step comes is found', () => {
  deepEqual(clausesOfFirstStep(rulesOf('prep-school')), ['prep-school/cyberbullying#find-out-fast']);
});
