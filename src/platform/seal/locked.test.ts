import { deepEqual, equal, match, notDeepEqual, notEqual, rejects, throws } from 'node:assert/strict';
import fs from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import test, { after } from 'node:test';
import { newId } from '../ids.ts';
import { Locked, lockOf } from './locked.ts';

const folder = fs.mkdtempSync(path.join(os.tmpdir(), 'countersign-locked-'));
after(() => fs.rmSync(folder, { recursive: true, force: true }));

const SCHOOL = newId();
const ROW = newId();
const TOLD = { narrative: 'Gwen said that she saw it by the bicycle shed.' };

test('what was told opens again in its own row, and its bytes show nothing of it', async () => {
  const lock = await lockOf(folder, SCHOOL);
  const locked = lock.lock(TOLD, ROW);
  deepEqual(lock.open(locked, ROW), TOLD);
  equal(Buffer.from(locked).includes('Gwen'), false);
  notDeepEqual(locked, lock.lock(TOLD, ROW), 'the same words look different each time');
});

test('what was told does not open in another row', async () => {
  const lock = await lockOf(folder, SCHOOL);
  throws(() => lock.open(lock.lock(TOLD, ROW), newId()), Locked);
});

test('what was told does not open with another school’s key, and the sentence says what that means', async () => {
  const [mine, theirs] = [await lockOf(folder, SCHOOL), await lockOf(folder, newId())];
  throws(() => theirs.open(mine.lock(TOLD, ROW), ROW), (fault: Error) => { match(fault.message, /Without the key nobody can read what was told/); return true; });
});

test('a changed, added or missing byte is found wherever it is', async () => {
  const lock = await lockOf(folder, SCHOOL);
  const locked = lock.lock(TOLD, ROW);
  for (let place = 0; place < locked.length; place++) {
    const changed = Uint8Array.from(locked);
    changed[place]! ^= 1;
    throws(() => lock.open(changed, ROW), Locked, `byte ${place}`);
  }
  throws(() => lock.open(locked.subarray(0, -1), ROW), Locked);
  throws(() => lock.open(Buffer.concat([locked, Buffer.of(0)]), ROW), Locked);
  throws(() => lock.open(new Uint8Array(0), ROW), Locked);
});

test('a file of a concern is locked like its words', async () => {
  const lock = await lockOf(folder, SCHOOL);
  const bytes = Uint8Array.of(0, 1, 2, 255);
  deepEqual([...lock.openBytes(lock.lockBytes(bytes, ROW), ROW)], [...bytes]);
});

test('the key of a person is the same each time, differs between schools, and is not their id', async () => {
  const [mine, theirs, person] = [await lockOf(folder, SCHOOL), await lockOf(folder, newId()), newId()];
  equal(mine.keyOf(person), mine.keyOf(person));
  notEqual(mine.keyOf(person), theirs.keyOf(person));
  notEqual(mine.keyOf(person), mine.keyOf(newId()));
  equal(mine.keyOf(person).includes(person), false);
});

test('the key is one file that only its owner may read, made once however many ask at the same moment', async () => {
  const school = newId();
  const away = path.join(folder, 'many');
  const [one, two] = await Promise.all([lockOf(away, school), lockOf(path.join(away, '.'), school)]);
  deepEqual(two!.open(one!.lock(TOLD, ROW), ROW), TOLD);
  deepEqual(fs.readdirSync(path.join(away, 'concerns')), [`${school}.key`]);
  const stat = fs.statSync(path.join(away, 'concerns', `${school}.key`));
  equal(stat.mode & 0o777, 0o600);
  equal(stat.size, 32);
});

test('half a key is refused in plain words', async () => {
  const school = newId();
  fs.mkdirSync(path.join(folder, 'concerns'), { recursive: true });
  fs.writeFileSync(path.join(folder, 'concerns', `${school}.key`), 'short');
  await rejects(lockOf(folder, school), /is not a key: it has 5 bytes and should have 32/);
});
