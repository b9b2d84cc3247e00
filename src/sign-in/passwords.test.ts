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
  const fastest = async (known: string | null) => Math.min(await timed(known), await timed(known), await timed(known), await timed(known));
  const [unknown, wrong] = [await fastest(null), await fastest(hash)];
  equal(unknown > wrong / 8 && unknown < wrong * 8, true, `${unknown} ms for nobody, ${wrong} ms for somebody`);
});
