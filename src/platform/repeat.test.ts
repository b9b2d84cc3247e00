import { equal, throws } from 'node:assert/strict';
import test from 'node:test';
import { repeat } from './repeat.ts';

test('a round that does not know how long it rests does not begin', () => {
  let rounds = 0;
  const work = async () => { rounds += 1; };
  for (const everyMs of [undefined, Number.NaN, 0, -1]) throws(() => repeat({ everyMs: everyMs as number, work, log: () => {} }), /how long it rests/);
  equal(rounds, 0);
});

test('a round begins at once, comes again after one that failed, and is over when it is stopped', async () => {
  const faults: unknown[] = [];
  let rounds = 0;
  let stop = async (): Promise<void> => {};
  await new Promise<void>(thirdCame => {
    stop = repeat({ everyMs: 1, log: fault => faults.push(fault), work: async () => {
      rounds += 1;
      if (rounds === 3) thirdCame();
      if (rounds === 1) throw new Error('the first went wrong');
    } });
  });
  await stop();
  const met = rounds;
  await new Promise(resolve => { setTimeout(resolve, 20); });
  equal(rounds, met);
  equal(faults.length, 1);
});
