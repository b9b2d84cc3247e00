import { equal, match, notEqual } from 'node:assert/strict';
import test from 'node:test';
import { newCode, payloadOf, readPayload, schoolTag, shownCode, typedCode } from './codes.ts';

test('a code is found again however it is typed', () => {
  const code = newCode();
  match(shownCode(code), /^\w{3}-\w{3}-\w{3}$/);
  equal(typedCode(` ${shownCode(code).toLowerCase()} `), code);
  equal(typedCode(code.replaceAll('1', 'l').replaceAll('0', 'O')), code);
});

test('one wrong letter and two letters exchanged are both noticed', () => {
  for (let time = 0; time < 200; time++) {
    const code = newCode();
    const at = time % 8;
    const other = code[at] === 'A' ? 'C' : 'A';
    equal(typedCode(code.slice(0, at) + other + code.slice(at + 1)), null);
    if (code[at] !== code[at + 1] && at < 7) equal(typedCode(code.slice(0, at) + code[at + 1] + code[at] + code.slice(at + 2)), null);
  }
  equal(typedCode('hello'), null);
  equal(typedCode(''), null);
});

test('a square code tells its school and its page, and no other square code is one', () => {
  const code = newCode();
  const read = readPayload(payloadOf({ school: 'one', code, page: 2 }));
  equal(read?.code, code);
  equal(read?.page, 2);
  equal(read?.tag, schoolTag('one'));
  notEqual(schoolTag('one'), schoolTag('two'));
  equal(readPayload('https://example.org'), null);
  equal(readPayload('CS-ABCD-AAAAAAAAC-1'), null);
});
