import test from 'node:test';
import { deepEqual, equal } from 'node:assert/strict';
import { distance, nearest } from './nearest.ts';
import { readVocabulary } from './vocabulary.ts';
import { SMALL, SMALL_TABLES } from '../../tests/rulebook/small-vocabulary.ts';

const withMore = (file: string, text: string) => readVocabulary([...SMALL_TABLES, { file, text }]);
const told = (file: string, text: string) => withMore(file, text).findings.map(({ line, column, code }) => `${line}:${column} ${code}`);

test('a value knows everything it is part of, nearest first', () => {
  deepEqual(SMALL.facts.get('place')!.values.get('cupboard')!.within, ['classroom', 'school-site']);
  deepEqual(SMALL.kinds.get('teacher')!.within, ['staff']);
});

test('what the tables leave out is filled in plainly', () => {
  deepEqual([...SMALL.facts.get('trip')!.values.keys()], ['yes', 'no']);
  equal(SMALL.acts.get('install-software')!.plain, 'put a program on a computer');
  equal(SMALL.facts.get('place')!.question, 'Where it happens?');
  equal(SMALL.facts.get('place')!.values.get('school-site')!.plain, 'school site');
});

test('a school adds words of its own after the common ones', () => {
  const { vocabulary, findings } = withMore('our-school/vocabulary/fact-values.tsv', 'fact\tvalue\tpart-of\tplain\nplace\tforge\tschool-site\tin the forge\n');
  deepEqual(findings, []);
  deepEqual(vocabulary.facts.get('place')!.values.get('forge'), { value: 'forge', within: ['school-site'], plain: 'in the forge' });
});

test('a broken table is found by line and column', () => {
  deepEqual(told('offices.tsv', 'office\ttitle\toutside\nhead\tPrincipal\tno\n'), ['2:1 word-twice']);
  deepEqual(told('acts.tsv', 'act\tmeaning\tdone-by\tgroup\nfly\tFly a kite\twizard\tair\n'), ['2:16 unknown-kind']);
  deepEqual(told('fact-values.tsv', 'fact\tvalue\tpart-of\nplace\tattic\tmansion\nplaec\tx\t\n'), ['2:13 unknown-parent', '3:1 unknown-fact']);
  deepEqual(told('facts.tsv', 'fact\ttype\tdefault\tseveral\tmeaning\tacts\ncolour\thue\t\tno\tColour\t\nraining\tyes/no\tmaybe\tno\tRain\tfly\n'), ['2:8 bad-fact-type', '3:16 unknown-value', '3:30 unknown-act']);
  deepEqual(told('kinds.tsv', 'kind\ttitle\nghost\tGhost\n\tNobody\n'), ['1:1 missing-column', '3:1 missing-name']);
  deepEqual(told('kinds.tsv', 'kind\ttitle\tpart-of\na\tA\t\textra\n'), ['2:1 too-many-cells']);
  deepEqual(told('act.tsv', 'act\n'), ['1:1 unknown-table']);
});

test('values that are part of each other in a circle do not go on for ever', () => {
  const { vocabulary } = withMore('kinds.tsv', 'kind\ttitle\tpart-of\na\tA\tb\nb\tB\ta\n');
  deepEqual(vocabulary.kinds.get('a')!.within, ['b']);
});

test('the nearest word is the one that was meant, or none', () => {
  deepEqual([distance('head', 'haed'), distance('head', 'heads'), distance('', 'abc')], [1, 1, 3]);
  const words = ['who', 'when', 'unless', 'named-approver', 'install-software'];
  deepEqual(['whn', 'unles', 'approver', 'software-install', 'banana'].map((word) => nearest(word, words)), ['when', 'unless', 'named-approver', 'install-software', undefined]);
});
