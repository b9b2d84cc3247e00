import { deepEqual, equal } from 'node:assert/strict';
import test from 'node:test';
import { judge, judgeUncoded, partsToTake, readParts, signatureMark, tickMark, type Known } from './decisions.ts';
import type { Ink, PartRead, SlipPart } from './words.ts';

const ink = (id: string, share: number, more: Partial<Ink> = {}): Ink => ({ id, share, reach: 30, corners: false, ...more });
const part = (capacity: 'self' | 'guardian', more: Partial<SlipPart> = {}): SlipPart => ({ capacity, heading: '', statement: '', accepts: [], asks: [], signers: [{ id: 'ann', name: '' }], printedName: null, optional: false, textHash: '', ...more });
const known = (more: Partial<Known> = {}): Known => ({ parts: [part('self'), part('guardian')], open: ['self', 'guardian'], asked: true, left: false, notYet: false, current: true, twice: false, ...more });
const signed = (capacity: 'self' | 'guardian', more: Partial<PartRead> = {}): PartRead => ({ capacity, signature: 'marked', accepts: [], answers: [], signer: 'ann', ...more });

test('a stroke is a signature, a speck is none, and what lies between is for somebody to look at', () => {
  equal(signatureMark(ink('s', 0.03)), 'marked');
  equal(signatureMark(ink('s', 0.0005)), 'empty');
  equal(signatureMark(ink('s', 0.003)), 'unsure');
  equal(signatureMark(ink('s', 0.03, { reach: 2 })), 'unsure');
  equal(signatureMark(undefined), 'empty');
});

test('a tick agrees; a cross and a blot are looked at', () => {
  equal(tickMark(ink('t', 0.1)), 'marked');
  equal(tickMark(ink('t', 0.1, { corners: true })), 'crossed');
  equal(tickMark(ink('t', 0.9)), 'crossed');
  equal(tickMark(ink('t', 0.02)), 'unsure');
  equal(tickMark(ink('t', 0)), 'empty');
});

test('two answers to one question are none, and the parent is the one whose name is ticked', () => {
  const parts = [part('guardian', { asks: [{ clause: 'a', act: 'permit-internet-email', about: '', words: '' }], signers: [{ id: 'ann', name: '' }, { id: 'ben', name: '' }] })];
  const read = (...boxes: Ink[]) => readParts(parts, [ink('guardian.sign', 0.03), ...boxes])[0]!;
  deepEqual(read(ink('guardian.ask.0.yes', 0.1), ink('guardian.ask.0.no', 0.1), ink('guardian.who.ben', 0.1)), { capacity: 'guardian', signature: 'marked', accepts: [], answers: ['both'], signer: 'ben' });
  equal(read(ink('guardian.who.ann', 0.1), ink('guardian.who.ben', 0.1)).signer, null);
  deepEqual(read(ink('guardian.ask.0.no', 0.1)).answers, ['no']);
});

test('a slip is clear only where nothing at all is in doubt', () => {
  const both = [signed('self'), signed('guardian')];
  deepEqual(judge(both, known(), 0.3), { state: 'clear', reasons: [] });
  const reasons = (read: PartRead[], more: Partial<Known> = {}, off = 0.3) => judge(read, known(more), off).reasons;
  deepEqual(reasons([signed('self', { signature: 'empty' }), signed('guardian')]), ['no-signature']);
  deepEqual(reasons([signed('self'), signed('guardian', { accepts: ['marked', 'empty', 'crossed'], answers: ['no', 'none'] })]), ['box-empty', 'box-crossed', 'answered-no', 'no-answer']);
  deepEqual(reasons([signed('self'), signed('guardian', { signer: null })]), ['who-signed']);
  deepEqual(reasons([signed('self'), signed('guardian', { signer: null })], { parts: [part('self'), part('guardian', { signers: [] })] }), ['nobody-may-sign']);
  deepEqual(reasons(both, {}, 3), ['crooked']);
  deepEqual(reasons(both, { current: false }), ['old-edition']);
  deepEqual(reasons(both, { open: [] }), ['signed-already']);
  deepEqual(reasons(both, { twice: true }), ['twice']);
  deepEqual(reasons(both, { asked: false }), ['not-asked']);
  deepEqual(reasons(both, { left: true }), ['has-left']);
  deepEqual(reasons(both, { notYet: true }), ['not-yet']);
});

test('what was signed elsewhere meanwhile is not asked of the slip again, and the youngest may leave their mark out', () => {
  equal(judge([signed('self', { signature: 'empty' }), signed('guardian')], known({ open: ['guardian'] }), 0).state, 'clear');
  const young = known({ parts: [part('self', { optional: true }), part('guardian')] });
  equal(judge([signed('self', { signature: 'empty' }), signed('guardian')], young, 0).state, 'clear');
  deepEqual(partsToTake([signed('self', { signature: 'empty' }), signed('guardian')], ['self', 'guardian']).map(one => one.capacity), ['guardian']);
});

test('the empty back of a sheet is put aside by itself; a page with writing is not', () => {
  deepEqual(judgeUncoded({ dark: 0.0001, elsewhere: false }), { state: 'aside', reasons: ['blank'] });
  deepEqual(judgeUncoded({ dark: 0.02, elsewhere: false }), { state: 'look', reasons: ['no-code'] });
  deepEqual(judgeUncoded({ dark: 0.02, elsewhere: true }), { state: 'look', reasons: ['other-school'] });
});
