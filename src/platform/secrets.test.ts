import { equal, notEqual, ok } from 'node:assert/strict';
import fs from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import test from 'node:test';
import { closeSecret, openSecret } from './secrets.ts';

test('a secret opens for its owner with the key of its folder, and for nobody else', async () => {
  const [folder, elsewhere] = [fs.mkdtempSync(path.join(os.tmpdir(), 'secrets-')), fs.mkdtempSync(path.join(os.tmpdir(), 'secrets-'))];
  const closed = await Promise.all([1, 2, 3].map(() => closeSecret(path.join(folder, 'keys'), 'school-one', 'a long secret')));
  for (const one of closed) equal(await openSecret(path.join(folder, 'keys'), 'school-one', one), 'a long secret');
  notEqual(closed[0], closed[1], 'the same secret never looks the same twice');
  ok(!closed[0]!.includes(Buffer.from('a long secret').toString('base64url')));
  equal(await openSecret(path.join(folder, 'keys'), 'school-two', closed[0]!), null);
  equal(await openSecret(elsewhere, 'school-one', closed[0]!), null);
  equal(await openSecret(path.join(folder, 'keys'), 'school-one', `${closed[0]!.slice(0, -4)}AAAA`), null);
  equal(await openSecret(path.join(folder, 'keys'), 'school-one', ''), null);
  equal(fs.statSync(path.join(folder, 'keys', 'secrets.key')).mode & 0o777, 0o600);
  equal(fs.readdirSync(path.join(folder, 'keys')).length, 1);
  for (const one of [folder, elsewhere]) fs.rmSync(one, { recursive: true });
});
