import test from 'node:test';
import { deepEqual } from 'node:assert/strict';
import { codesByYear, withoutOneCode } from './decisions.ts';

const pupil = (person: string, yearGroup: string, codes: string[]) => ({ person, name: person, yearGroup, class: '', codes });
const pupils = [pupil('Ada', 'Year 3', ['Senior']), pupil('Ben', 'Reception', ['Young']), pupil('Cai', 'Reception', []), pupil('Dee', 'Year 3', ['Senior', 'Young'])];

test('a year group tells which code its pupils have, the youngest first', () => {
  deepEqual(codesByYear(pupils, ['Reception', 'Year 3']), [
    { yearGroup: 'Reception', pupils: 2, codes: [{ title: 'Young', count: 1 }] },
    { yearGroup: 'Year 3', pupils: 2, codes: [{ title: 'Senior', count: 2 }, { title: 'Young', count: 1 }] },
  ]);
});

test('a pupil without a code, and one with two, are both named', () => {
  deepEqual(withoutOneCode(pupils).map(one => one.person), ['Cai', 'Dee']);
});
