import { deepEqual, equal } from 'node:assert/strict';
import test from 'node:test';
import fc from 'fast-check';
import { wordDiff } from './word-diff.ts';

const said = (before: string, after: string) => wordDiff(before, after).map(({ kind, text }) => `${{ same: '=', gone: '-', new: '+' }[kind]}${text.trim()}`);

test('a changed word shows what went and what came', () => {
  deepEqual(said('Ask the head before you print.', 'Ask the office before you print.'), ['=Ask the', '-head', '+office', '=before you print.']);
});

test('a sentence added at the end leaves the rest alone', () => {
  deepEqual(said('Keep it locked.', 'Keep it locked. Tell the office.'), ['=Keep it locked.', '+Tell the office.']);
});

test('texts that share nothing are shown one after the other', () => deepEqual(said('One two', 'Three'), ['-One two', '+Three']));

test('the pieces give back both texts, whatever they say', () => {
  const words = fc.array(fc.constantFrom('a', 'b', 'c', 'day', 'school'), { maxLength: 12 }).map(list => list.join(' '));
  fc.assert(fc.property(words, words, (before, after) => {
    const tidy = (kinds: string[]) => wordDiff(before, after).filter(piece => kinds.includes(piece.kind)).map(piece => piece.text.trim()).filter(Boolean).join(' ');
    equal(tidy(['same', 'gone']), before);
    equal(tidy(['same', 'new']), after);
  }));
});
