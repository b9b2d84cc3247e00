import { deepEqual, rejects } from 'node:assert/strict';
import test from 'node:test';
import { zipSync } from 'fflate';
import { sheetOf } from './read-file.ts';

test('an Excel file of a few bytes that unpacks to more than a school has is refused before it is opened', async () => {
  const zeros = new Uint8Array(80_000_000);
  const bomb = zipSync(Object.fromEntries([1, 2, 3, 4].map(n => [`xl/worksheets/sheet${n}.xml`, zeros])), { level: 9 });
  await rejects(sheetOf('people.xlsx', bomb), error => (error as Error).cause instanceof Error && ((error as Error).cause as Error).message === 'too large');
});

test('what is no Excel file is refused in a sentence', async () => {
  await rejects(sheetOf('people.xlsx', Buffer.from('PK\x03\x04 but nothing else')), /cannot be opened/);
  deepEqual((await sheetOf('people.csv', Buffer.from('name,class\nAda,Ash\n'))).rows, [['Ada', 'Ash']]);
});
