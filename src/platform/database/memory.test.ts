import { deepEqual, equal } from 'node:assert/strict';
import test from 'node:test';
import { freshDatabase } from '../../../tests/database/fresh.ts';
import { newId } from '../ids.ts';
import { inSchool, readRemembered, readSchool, remember } from './index.ts';

test('what was read of a school is read again after a change, and not before', async () => {
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
