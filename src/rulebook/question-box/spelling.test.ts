import { equal } from 'node:assert/strict';
import test from 'node:test';
import { knownWordsOf, respelt } from './spelling.ts';

const known = knownWordsOf(['friend', 'laptop', 'password', 'permission', 'party', 'parts', 'phone', 'class']);

test('a slip of the pen is put right', () => {
  equal(respelt('freind', known), 'friend');
  equal(respelt('pasword', known), 'password');
  equal(respelt('passwword', known), 'password');
  equal(respelt('permision', known), 'permission');
  equal(respelt('permizsion', known), 'permission');
});

test('a known word, a short word, a number and a word near to two others stay as they are', () => {
  equal(respelt('party', known), 'party');
  equal(respelt('clas', known), 'clas');
  equal(respelt('2026', known), '2026');
  equal(respelt('garden', known), 'garden');
  equal(respelt('partsy', knownWordsOf(['parts', 'partys', 'partsyy'])), 'partsy');
});
