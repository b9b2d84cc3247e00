import { deepEqual, equal } from 'node:assert/strict';
import test from 'node:test';
import { loadRulebook } from '../../../packs/index.ts';
import { askedIn } from '../allowed/asked.ts';
import { acceptedIn, returnOf } from './statements.ts';

const { rulebook } = loadRulebook('policies/prep-school');
const policy = (id: string) => rulebook!.policies.find(one => one.id === id)!;
const { vocabulary } = rulebook!;

test('the senior form has the pupil’s own line and the parent’s statements, each as the policy has it', () => {
  const code = policy('middle-senior-code');
  deepEqual(acceptedIn(code, 'self').map(one => one.clause), ['form-agree']);
  deepEqual(acceptedIn(code, 'guardian').map(one => one.clause), ['child-answers', 'standards-at-home']);
  equal(acceptedIn(code, 'guardian')[0]!.words, code.clauses.find(clause => clause.id === 'child-answers')!.text);
});

test('leave for the internet and leave for e-mail are two questions', () => {
  deepEqual(askedIn(policy('middle-senior-code'), vocabulary).map(one => [one.clause, one.act, one.about]), [
    ['parent-says-yes', 'permit-internet-email', 'facility=internet'], ['parent-says-yes', 'permit-internet-email', 'facility=email'],
  ]);
  deepEqual(askedIn(policy('early-years-ks1-code'), vocabulary), []);
});

test('the form of the youngest has three statements for a parent, and none for the child', () => {
  const code = policy('early-years-ks1-code');
  deepEqual(acceptedIn(code, 'guardian').map(one => one.clause), ['form-internet', 'form-support', 'form-standards']);
  deepEqual(acceptedIn(code, 'self'), []);
});

test('the staff form states what is agreed, read and accepted', () => {
  deepEqual(acceptedIn(policy('staff-code'), 'self').map(one => one.clause), ['form-agree', 'form-read', 'form-discipline']);
});

test('a slip goes where its policy says, by the first day where it says so; otherwise to the office', () => {
  deepEqual(returnOf(policy('middle-senior-code'), vocabulary), { office: 'registrar', words: 'the registrar', onFirstDay: true, clause: 'form-to-registrar' });
  deepEqual(returnOf(policy('staff-code'), vocabulary), { office: 'office', words: 'the school office', onFirstDay: false, clause: null });
});
