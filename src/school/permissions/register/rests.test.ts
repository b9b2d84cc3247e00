import { deepEqual } from 'node:assert/strict';
import test from 'node:test';
import { loadWords } from '../../../packs/index.ts';
import { reaches } from './rests.ts';

const { vocabulary } = loadWords('policies');

test('a permission reaches what it names and what is narrower, not something else; what was not told stays open', () => {
  const covers = { facility: ['internet', 'email'], purpose: 'non-school' };
  const told: Record<string, string>[] = [{ facility: 'email' }, { facility: 'internet', purpose: 'non-school' }, {}, { facility: 'website' }, { facility: 'email', purpose: 'school-business' }];
  deepEqual(told.map(one => reaches(covers, one, vocabulary)), [true, true, true, false, false]);
});
