import { deepEqual, equal } from 'node:assert/strict';
import test from 'node:test';
import { checkChain, GENESIS, hashOf, hashOfWords } from './chain.ts';
import type { Entry } from './words.ts';

function threeLines(): Entry[] {
  const lines: Entry[] = [];
  for (let seq = 1; seq <= 3; seq++) {
    const line = { seq, id: `line-${seq}`, at: new Date(`2026-09-0${seq}T08:00:00Z`), deed: 'sign-agreement', by: `person-${seq}`, about: null, clause: null, wordsHash: null, previous: lines.at(-1)?.hash ?? GENESIS };
    lines.push({ ...line, hash: hashOf(line) });
  }
  return lines;
}

test('an untouched logbook is whole', () => {
  const lines = threeLines();
  deepEqual(checkChain(lines), { whole: true, entries: 3, last: lines[2]!.hash });
});

test('an empty logbook is whole', () => equal(checkChain([]).whole, true));

test('a line changed by hand is named', () => {
  const lines = threeLines();
  lines[1] = { ...lines[1]!, by: 'somebody-else' };
  deepEqual(checkChain(lines), { whole: false, entries: 1, brokenAt: 2, why: 'line 2 was changed after it was written' });
});

test('a line taken out is missed', () => {
  const lines = threeLines();
  lines.splice(1, 1);
  deepEqual(checkChain(lines), { whole: false, entries: 1, brokenAt: 3, why: 'line 2 is missing' });
});

test('a line changed with its own hash made anew breaks the next one', () => {
  const lines = threeLines();
  const forged = { ...lines[1]!, deed: 'decline-agreement' };
  lines[1] = { ...forged, hash: hashOf(forged) };
  deepEqual(checkChain(lines), { whole: false, entries: 2, brokenAt: 3, why: 'line 3 does not follow line 2' });
});

test('the order in which words are given does not change their hash, their salt does', () => {
  equal(hashOfWords({ a: '1', b: '2' }, 's'), hashOfWords({ b: '2', a: '1' }, 's'));
  equal(hashOfWords({ a: '1' }, 's') === hashOfWords({ a: '1' }, 't'), false);
});
