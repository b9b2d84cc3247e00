import { deepEqual, equal, notEqual } from 'node:assert/strict';
import test from 'node:test';
import { checkedText, nextPart, stateOfPart } from './decisions.ts';
import type { Part } from './words.ts';

const kept = { agreement: null, readyAt: new Date('2026-11-23T10:00:00Z'), textHash: 'a' };
const part = (more: Partial<Part>): Part => ({ child: 'c', policy: 'p', editionId: 'e', textHash: 'a', language: null, said: [], answers: ['yes'], openedAt: null, readyAt: null, agreement: null, name: '', givenName: '', title: '', state: 'ready', due: null, ...more });

test('a document that was read is read again when its words have changed, and is gone when nobody asks for it any more', () => {
  equal(stateOfPart(kept, { asked: true, hash: 'a' }), 'ready');
  equal(stateOfPart(kept, { asked: true, hash: 'b' }), 'open');
  equal(stateOfPart({ ...kept, readyAt: null }, { asked: true, hash: 'a' }), 'open');
  equal(stateOfPart(kept, { asked: false, hash: 'a' }), 'gone');
  equal(stateOfPart({ ...kept, agreement: 'x' }, { asked: false, hash: null }), 'signed');
});

test('the mark of what is signed together changes with every answer, and not with what is still open', () => {
  const one = checkedText([part({})]);
  notEqual(checkedText([part({ answers: ['no'] })]), one);
  notEqual(checkedText([part({ textHash: 'b' })]), one);
  equal(checkedText([part({}), part({ child: 'd', state: 'open' })]), one);
  deepEqual([nextPart([part({}), part({ child: 'd', state: 'open' })])?.child, nextPart([part({})])], ['d', null]);
});
