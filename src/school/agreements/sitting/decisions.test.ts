import { deepEqual, equal } from 'node:assert/strict';
import test from 'node:test';
import { nextOf, readingOrder, stateOfDocument } from './decisions.ts';

test('the main policy is read before the code that stands on it', () => {
  deepEqual(readingOrder([{ policy: 'staff-code', readWith: ['online-safety'] }, { policy: 'email', readWith: ['online-safety'] }, { policy: 'online-safety', readWith: ['staff-code'] }]), ['online-safety', 'staff-code', 'email']);
  deepEqual(readingOrder([{ policy: 'b', readWith: [] }, { policy: 'a', readWith: [] }]), ['a', 'b']);
});

test('a document signed elsewhere is done, and one said no to is not asked again in the walk', () => {
  equal(stateOfDocument({ agreement: null }, { agreementId: 'x', declinedOn: null }), 'signed');
  equal(stateOfDocument({ agreement: 'x' }, undefined), 'signed');
  equal(stateOfDocument({ agreement: null }, { agreementId: null, declinedOn: '2026-09-20' }), 'declined');
  equal(stateOfDocument({ agreement: null }, undefined), 'gone');
  equal(nextOf([{ policy: 'a', state: 'signed' }, { policy: 'b', state: 'declined' }, { policy: 'c', state: 'open' }]), 'c');
  equal(nextOf([{ policy: 'a', state: 'signed' }]), null);
});
