import { equal, ok, throws } from 'node:assert/strict';
import test from 'node:test';
import { codeFrom, pauseAfter, readCode } from './decisions.ts';
import { CODE_WORDS } from './words.ts';

test('a code is four plain words, each drawn from 256 that differ', () => {
  equal(CODE_WORDS.length, 256);
  equal(new Set(CODE_WORDS).size, 256);
  ok(CODE_WORDS.every(word => /^[a-z]{3,9}$/.test(word)));
  equal(codeFrom(Uint8Array.of(0, 1, 254, 255)), [CODE_WORDS[0], CODE_WORDS[1], CODE_WORDS[254], CODE_WORDS[255]].join(' '));
  throws(() => codeFrom(Uint8Array.of(1, 2, 3)));
});

test('a code is understood however a child types it, and nothing else is a code', () => {
  const code = codeFrom(Uint8Array.of(7, 70, 170, 250));
  equal(readCode(`  ${code.toUpperCase().replaceAll(' ', '-')} `), code);
  equal(readCode(code.replaceAll(' ', ', ')), code);
  equal(readCode(code.split(' ').slice(0, 3).join(' ')), null);
  equal(readCode('these four strange words'), null);
  equal(readCode(''), null);
});

test('after a few wrong codes every answer waits longer, but never for long', () => {
  equal(pauseAfter(0), 0);
  equal(pauseAfter(5), 0);
  ok(pauseAfter(8) > pauseAfter(6));
  equal(pauseAfter(1000), pauseAfter(100_000));
  ok(pauseAfter(1000) <= 10_000);
});
