import { deepEqual, equal } from 'node:assert/strict';
import test from 'node:test';
import { isOneSlip, mayMean, named, type Known } from './names.ts';

const person = (name: string, place: string | null = null): Known => ({ id: name, name, class: place });
const PEOPLE = [person('Alba Moon', '4B'), person('Alba Reed', '6C'), person('Zoë Okafor', '4B'), person('Janet O’Hara'), person('Daniel Quaye')];
const names = (typed: string) => mayMean(typed, PEOPLE).map(one => one.name);

test('a first name with the class, a surname, a title and a slip of the pen find whom they mean', () => {
  deepEqual(names('Alba 4B'), ['Alba Moon']);
  deepEqual(names('Mr Quaye'), ['Daniel Quaye']);
  deepEqual(names('zoe okafro'), ['Zoë Okafor']);
  deepEqual(names("Mrs O'Hara"), ['Janet O’Hara']);
  deepEqual(names('Alba'), ['Alba Moon', 'Alba Reed']);
});

test('a class alone, a letter, or somebody who is not there finds nobody', () => {
  deepEqual([names('4B'), names('A'), names('Karl Nobody'), names('')], [[], [], [], []]);
});

test('where too many fit nobody is offered', () => {
  deepEqual(mayMean('Alba', Array.from({ length: 9 }, (_, at) => person(`Alba Nr${at}`))), []);
});

test('a whole name is found whatever its accents and size', () => {
  deepEqual(named('ZOE OKAFOR', PEOPLE).map(one => one.name), ['Zoë Okafor']);
  deepEqual(named('Alba', PEOPLE), []);
});

test('one slip is one letter more, less or other, or two swapped', () => {
  for (const other of ['quay', 'quayes', 'quate', 'qauye']) equal(isOneSlip('quaye', other), true, other);
  equal(isOneSlip('quaye', 'qutes'), false);
});
