import { deepEqual, equal, ok } from 'node:assert/strict';
import test from 'node:test';
import { isId, newId, newToken, sha256 } from './ids.ts';

test('ids are UUIDs of version 7 and sort by the moment they were made', () => {
  const ids = [1_000, 2_000, Date.now(), 4_000_000_000_000].map((at) => newId(at));
  for (const id of ids) ok(isId(id) && /^.{14}7.{4}[89ab]/.test(id), id);
  deepEqual([...ids].sort(), ids);
  equal(newId(0x0190a5e01234).slice(0, 13), '0190a5e0-1234');
});

test('no two ids or tokens are alike', () => {
  const many = Array.from({ length: 1_000 }, () => newId(1));
  equal(new Set(many).size, 1_000);
  equal(new Set(Array.from({ length: 1_000 }, newToken)).size, 1_000);
});

test('only a whole UUID is an id', () => {
  const id = newId();
  deepEqual([id, `${id}0`, id.slice(1), "' or 1=1", ''].map(isId), [true, false, false, false, false]);
});

test('hashes are those everybody else computes', () => {
  equal(sha256('abc'), 'ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad');
  equal(sha256(new Uint8Array([97, 98, 99])), sha256('abc'));
});
