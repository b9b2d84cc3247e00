import { deepEqual, equal, match, rejects } from 'node:assert/strict';
import test from 'node:test';
import { keyOf, onlyOnce, withKeys, type Sending } from './only-once.ts';
import type { Reply } from './words.ts';

const NOW = new Date('2026-11-23T10:00:00Z');
const NOTE: Sending = { key: 'k', person: 'head', url: '/a/concerns/1', form: { text: 'Rang the mother.' }, files: [], now: NOW };

/** Counts what is done. */
function counter(reply: (n: number) => Reply = n => ({ kind: 'redirect', to: `/${n}` })) {
  let done = 0;
  return { done: () => done, work: async () => reply(++done) };
}

test('two presses of one button do the deed once, also while the first is still being done', async () => {
  const [send, { work, done }] = [onlyOnce(), counter()];
  const both = await Promise.all([send(NOTE, work), send(NOTE, work)]);
  deepEqual([...both, await send(NOTE, work)].map(reply => reply.kind === 'redirect' && reply.to), ['/1', '/1', '/1']);
  equal(done(), 1);
});

test('other words, another page, another person or a later day is another deed', async () => {
  const [send, { work, done }] = [onlyOnce(), counter()];
  const later = new Date(NOW.getTime() + 11 * 60_000);
  for (const other of [{}, { form: { text: 'Rang again.' } }, { key: 'l' }, { person: 'dsl' }, { url: '/a/concerns/2' }, { now: later }, { key: null }, { key: null }]) await send({ ...NOTE, ...other }, work);
  equal(done(), 8);
});

test('what was undone since is done anew, from the very same page', async () => {
  const [send, { work, done }] = [onlyOnce(), counter()];
  for (const form of [NOTE.form, { undo: 'yes' }, NOTE.form]) await send({ ...NOTE, form }, work);
  equal(done(), 3);
});

test('what was refused or broke may be tried again, and a sign-in is never answered from memory', async () => {
  const send = onlyOnce();
  const refused = counter(() => ({ kind: 'not-found' }));
  const signedIn = counter(() => ({ kind: 'redirect', to: '/', cookies: [{ name: 'session', value: 'x' }] }));
  for (const { work, done } of [refused, signedIn]) {
    await send(NOTE, work);
    await send(NOTE, work);
    equal(done(), 2);
  }
  await rejects(send(NOTE, () => Promise.reject(new Error('away'))));
  deepEqual(await send(NOTE, async () => ({ kind: 'redirect', to: '/at-last' })), { kind: 'redirect', to: '/at-last' });
});

test('each form that changes something carries a key, and no form that only asks', () => {
  const html = withKeys('<header><form method="post" action="/may-i"></header><main id="main"><form action="/may-i"><form method="post" action="/a>b" class="stack" novalidate><form class="x" method="post"></main><form method="post" action="/sign-out">');
  const keys = [...html.matchAll(/<input type="hidden" name="form-key" value="([^"]+)"\/>/g)];
  equal(keys.length, 2, 'and none above and below the page itself');
  match(html, /^<header><form method="post" action="\/may-i"><\/header><main id="main"><form action="\/may-i"><form method="post" action="\/a>b" class="stack" novalidate><input/);
  deepEqual(keyOf({ 'form-key': keys[0]![1]!, text: 'Hm' }), { form: { text: 'Hm' }, key: keys[0]![1] });
  deepEqual(keyOf({ text: 'Hm' }), { form: { text: 'Hm' }, key: null });
});
