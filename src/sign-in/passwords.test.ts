import { equal, match } from 'node:assert/strict';
import test from 'node:test';
import { hashPassword, isPassword } from './passwords.ts';

test('a password opens by its own hash, made at the cost OWASP asks for, and by no other', async () => {
  const hash = await hashPassword('four plain words here');
  match(hash, /^\$argon2id\$v=19\$m=19456,(p=1,t=2|t=2,p=1)\$/);
  equal(await isPassword('four plain words here', hash), true);
  equal(await isPassword('four plain words her', hash), false);
});

test('without a hash no password is right, and it takes about as long to say so', async () => {
  const hash = await hashPassword('four plain words here');
  const timed = async (known: string | null) => { const start = performance.now(); equal(await isPassword('another', known), false); return performance.now() - start; };
  // Why turn by turn, and the fastest of all: a busy machine is slow now for one, now for the other.
  let [unknown, wrong] = [Infinity, Infinity];
  for (let tries = 0; tries < 8; tries++) [unknown, wrong] = [Math.min(unknown, await timed(null)), Math.min(wrong, await timed(hash))];
  equal(unknown > wrong / 8 && unknown < wrong * 8, true, `${unknown} ms for nobody, ${wrong} ms for somebody`);
});
