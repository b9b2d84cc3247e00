import { deepEqual, equal, match, notDeepEqual, notEqual, ok, rejects, throws } from 'node:assert/strict';
import { createCipheriv, hkdfSync } from 'node:crypto';
import fs from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import test, { after } from 'node:test';
import { newId } from '../ids.ts';
import { keyIdOf, Locked, lockOf } from './locked.ts';

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

test('the key is one file that only its owner may read, and the same under its id, made once however many ask at the same moment', async () => {
  const school = newId();
  const away = path.join(folder, 'many');
  const [one, two] = await Promise.all([lockOf(away, school), lockOf(path.join(away, '.'), school)]);
  deepEqual(two!.open(one!.lock(TOLD, ROW), ROW), TOLD);
  deepEqual(fs.readdirSync(path.join(away, 'concerns')).sort(), [`${school}.${one!.keyIds[0]}.key`, `${school}.key`]);
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

/** What a fresh start finds: the same files under another path, so that nothing is remembered. */
const startAgain = (from: string): string => { const to = fs.mkdtempSync(path.join(folder, 'start-')); fs.cpSync(from, to, { recursive: true }); return to; };

test('a lost folder of keys, put back over the new one, opens what it locked, and what the new key locked opens still', async () => {
  const school = newId();
  const [oldHome, newHome] = [fs.mkdtempSync(path.join(folder, 'old-')), fs.mkdtempSync(path.join(folder, 'new-'))];
  const [first, second] = [await lockOf(oldHome, school), await lockOf(newHome, school)];
  const [told, toldLater, person] = [first.lock(TOLD, ROW), second.lock({ narrative: 'Later.' }, ROW), newId()];
  throws(() => second.open(told, ROW), Locked);
  deepEqual(second.openOr(told, ROW, { narrative: 'shut' }), { narrative: 'shut' });
  equal(keyIdOf(told), first.keyIds[0]);
  for (const force of [true, false]) {
    const home = startAgain(newHome);
    fs.cpSync(oldHome, home, { recursive: true, force });
    const both = await lockOf(home, school);
    deepEqual([both.open(told, ROW), both.open(toldLater, ROW)], [TOLD, { narrative: 'Later.' }]);
    deepEqual([...both.keysOf(person)].sort(), [first.keyOf(person), second.keyOf(person)].sort());
    equal(both.keyOf(person), (force ? first : second).keyOf(person));
    equal(both.keyIds.length, 2);
  }
});

test('a key from before keys had ids gets its name by itself, and opens what was locked without an id', async () => {
  const school = newId();
  const home = fs.mkdtempSync(path.join(folder, 'before-'));
  const key = Buffer.alloc(32, 7);
  fs.mkdirSync(path.join(home, 'concerns'));
  fs.writeFileSync(path.join(home, 'concerns', `${school}.key`), key);
  const lock = await lockOf(home, school);
  ok(fs.existsSync(path.join(home, 'concerns', `${school}.${lock.keyIds[0]}.key`)));
  const nonce = Buffer.alloc(12, 1);
  const cipher = createCipheriv('aes-256-gcm', Buffer.from(hkdfSync('sha256', key, Buffer.alloc(0), 'countersign concerns content', 32)), nonce).setAAD(Buffer.from(`1 ${ROW}`));
  const before = Buffer.concat([Buffer.of(1), nonce, cipher.update(JSON.stringify(TOLD)), cipher.final(), cipher.getAuthTag()]);
  deepEqual(lock.open(before, ROW), TOLD);
  throws(() => lock.open(before, newId()), Locked);
  equal(keyIdOf(before), null);
});

test('a key under another key’s name is refused in plain words', async () => {
  const school = newId();
  const home = fs.mkdtempSync(path.join(folder, 'wrong-'));
  fs.mkdirSync(path.join(home, 'concerns'));
  fs.writeFileSync(path.join(home, 'concerns', `${school}.0123456789abcdef.key`), Buffer.alloc(32, 9));
  await rejects(lockOf(home, school), /is not the key that its name says/);
});
