import { deepEqual } from 'node:assert/strict';
import test from 'node:test';
import type { Tx } from '../database/index.ts';
import { inOneReading } from './one-reading.ts';
import type { Asked } from './words.ts';

test('a page that gathers much opens one transaction for all of it', async () => {
  const opened: Tx[] = [];
  const read = <T>(work: (tx: Tx) => Promise<T>): Promise<T> => { const tx = {} as Tx; opened.push(tx); return work(tx); };
  const asked = { read, remembered: () => Promise.reject(new Error('a second transaction')) } as unknown as Asked<unknown>;
  const seen = await inOneReading(asked, async one => [await one.read(async tx => tx), await one.remembered({ key: 'a list', work: async tx => tx }), await one.read(async tx => tx)]);
  deepEqual(opened.length, 1);
  deepEqual(seen.every(tx => tx === opened[0]), true);
});
