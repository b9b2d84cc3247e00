import { deepEqual, equal, rejects } from 'node:assert/strict';
import { EventEmitter, once } from 'node:events';
import test, { type TestContext } from 'node:test';
import { freshDatabase } from '../../../tests/database/fresh.ts';
import { newId } from '../ids.ts';
import { inSchool, noteInSchool, openDatabase, readRemembered, readSchool, remember, rememberAcross } from './index.ts';

/** The clock that memory goes by stands still until the test lets time pass, so that a busy machine forgets nothing meanwhile. */
function stoppedClock(t: TestContext): { pass: (ms: number) => void } {
  let now = Math.ceil(performance.now());
  t.mock.method(performance, 'now', () => now);
  return { pass: ms => { now += ms; } };
}

test('what was read of a school is read again after a change, and not before', async t => {
  stoppedClock(t);
  const { db, close } = await freshDatabase();
  const school = newId();
  let reads = 0;
  const read = () => readRemembered(db, school, { key: 'count', work: async () => ++reads });
  equal(await read(), 1);
  equal(await read(), 1);
  await inSchool(db, school, async () => undefined);
  equal(await read(), 2);
  await close();
});

test('another school has its own memory', async () => {
  const { db, close } = await freshDatabase();
  const read = (school: string, value: string) => readRemembered(db, school, { key: 'name', work: async () => value });
  deepEqual([await read(newId(), 'one'), await read(newId(), 'other')], ['one', 'other']);
  await close();
});

test('a transaction that changes things never reads from memory', async () => {
  const { db, close } = await freshDatabase();
  const school = newId();
  await readSchool(db, school, tx => remember(tx, 'value', async () => 'before'));
  equal(await inSchool(db, school, tx => remember(tx, 'value', async () => 'now')), 'now');
  await close();
});

test('a reading that began before a change leaves nothing behind for later ones', async () => {
  const { db, close } = await freshDatabase();
  const school = newId();
  await readSchool(db, school, async tx => {
    await inSchool(db, school, async () => undefined);
    await remember(tx, 'value', async () => 'old');
  });
  equal(await readRemembered(db, school, { key: 'value', work: async () => 'new' }), 'new');
  await close();
});

test('a reading that failed is tried again', async () => {
  const { db, close } = await freshDatabase();
  const school = newId();
  const failing = readRemembered(db, school, { key: 'value', work: async () => { throw new Error('no'); } });
  equal(await failing.catch(() => 'failed'), 'failed');
  equal(await readRemembered(db, school, { key: 'value', work: async () => 'read' }), 'read');
  await close();
});

test('of twenty readers at once one reads, and all get the same', async () => {
  const { db, close } = await freshDatabase();
  const school = newId();
  let reads = 0;
  const found = await Promise.all(Array.from({ length: 20 }, () => readRemembered(db, school, { key: 'count', work: async () => ++reads })));
  deepEqual(new Set(found), new Set([1]));
  await close();
});

test('a reading under way when the school changes is not given to those who ask afterwards', async t => {
  stoppedClock(t);
  const { db, close } = await freshDatabase();
  const school = newId();
  const reading = new EventEmitter();
  const slow = readRemembered(db, school, { key: 'value', work: async () => { reading.emit('begun'); await once(reading, 'finish'); return 'old'; } });
  await once(reading, 'begun');
  await inSchool(db, school, async () => undefined);
  equal(await readRemembered(db, school, { key: 'value', work: async () => 'new' }), 'new');
  reading.emit('finish');
  equal(await slow, 'old');
  equal(await readRemembered(db, school, { key: 'value', work: async () => 'newer' }), 'new');
  await close();
});

test('what another process changed is seen after a second', async t => {
  const clock = stoppedClock(t);
  const { db, close } = await freshDatabase();
  const school = newId();
  const read = (value: string) => readRemembered(db, school, { key: 'value', work: async () => value });
  equal(await read('before'), 'before');
  clock.pass(999);
  equal(await read('too soon'), 'before');
  clock.pass(1);
  equal(await read('after'), 'after');
  await close();
});

test('what spans schools is read again when any of them changes, and each database has its own', async t => {
  stoppedClock(t);
  const [here, there] = [await freshDatabase(), await freshDatabase()];
  const read = ({ db }: typeof here, value: string) => rememberAcross(db, { key: 'all', work: async () => value });
  deepEqual([await read(here, 'first'), await read(here, 'second'), await read(there, 'other')], ['first', 'first', 'other']);
  await inSchool(here.db, newId(), async () => undefined);
  equal(await read(here, 'third'), 'third');
  await here.close();
  await there.close();
});

test('a note that no page remembers leaves memory as it is', async t => {
  stoppedClock(t);
  const { db, close } = await freshDatabase();
  const school = newId();
  const read = (value: string) => readRemembered(db, school, { key: 'value', work: async () => value });
  equal(await read('before'), 'before');
  await noteInSchool(db, school, async () => undefined);
  equal(await read('after'), 'before');
  await close();
});

test('a school whose id is none is not entered', async () => {
  const { db, close } = await freshDatabase();
  await rejects(readSchool(db, "x'; reset all; --", async () => undefined), /is not the id of a school/);
  await close();
});

test('readers who hold every connection there is never wait for one who has none yet', async () => {
  const fresh = await freshDatabase();
  const db = await openDatabase({ url: fresh.url, connections: 1 });
  const school = newId();
  const ask = { key: 'value', work: async () => 'read' };
  const { inside, outside } = await readSchool(db, school, async tx => {
    const outside = readRemembered(db, school, ask);
    return { inside: await remember(tx, ask.key, ask.work), outside: () => outside };
  });
  deepEqual([inside, await outside()], ['read', 'read']);
  await db.destroy();
  await fresh.close();
});
