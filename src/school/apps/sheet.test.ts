import { deepEqual, equal } from 'node:assert/strict';
import test from 'node:test';
import { vocabulary } from '../../../tests/rulebook/build.ts';
import { dayIn, planSheet, type SheetGround } from './sheet.ts';
import type { App } from './words.ts';

const kahoot: App = {
  id: 'k', name: 'Kahoot', otherNames: ['the quiz'], address: 'kahoot.example', purpose: 'Quizzes', kinds: ['teacher'], years: [], data: [], conditions: 'No surnames', note: '', reviewOn: '2027-07-01',
  ruleName: null, clauses: [], state: 'listed', decidedBy: null, decidedAs: 'head', decidedOn: '2026-09-01', withdrawnOn: null,
};
const ground = (more: Partial<SheetGround> = {}): SheetGround => ({ apps: [kahoot], vocabulary: vocabulary(), years: ['Year 5', 'Year 6'], reviewFrom: '2027-11-23', ...more });

test('a file adds what is new, changes what it says otherwise and leaves the rest alone', () => {
  const plan = planSheet({ headings: ['Name', 'Who may use it', 'Year groups', 'Data that may go in'], rows: [['kahoot', 'Teacher; Pupil', 'year 6', ''], ['', '', '', ''], ['Sparx', 'staff', '', 'exam results']] }, ground());
  deepEqual(plan.lines.map(line => [line.row, line.does, line.faults]), [[2, 'change', []], [4, 'new', []]]);
  deepEqual(plan.lines[0]!.changes, { kinds: ['teacher', 'teacher; pupil'], years: ['', 'Year 6'] });
  deepEqual([plan.lines[0]!.given!.conditions, plan.lines[0]!.given!.name, plan.lines[0]!.given!.reviewOn], ['No surnames', 'Kahoot', '2027-07-01']);
  deepEqual([plan.lines[1]!.given!.data, plan.lines[1]!.given!.reviewOn], [['exam-results'], '2027-11-23']);
});

test('each fault is named by its row, and its row is not taken in', () => {
  const plan = planSheet({ headings: ['Name', 'Who may use it', 'Year groups', 'Data that may go in', 'Review on'], rows: [['', 'Teacher', '', '', ''], ['Sparx', 'Wizards', 'Year 9', 'gold', 'soon'], ['Padlet', '', '', '', '25/12/2026'], ['padlet', '', '', '', '']] }, ground());
  deepEqual(plan.lines.map(line => [line.row, line.faults.map(fault => fault.kind)]), [[2, ['no-name']], [3, ['bad-day', 'unknown-kind', 'unknown-year', 'unknown-data']], [4, []], [5, ['twice']]]);
  deepEqual(plan.lines.map(line => line.given === null), [true, true, false, true]);
  equal(plan.lines[2]!.given!.reviewOn, '2026-12-25');
});

test('what nobody would look at again, and what is withdrawn, is not taken in', () => {
  const plan = planSheet({ headings: ['Name'], rows: [['Sparx'], ['Kahoot']] }, ground({ reviewFrom: '', apps: [{ ...kahoot, state: 'withdrawn', withdrawnOn: '2026-10-01' }] }));
  deepEqual(plan.lines.map(line => line.faults.map(fault => fault.kind)), [['no-review'], ['withdrawn']]);
});

test('a sheet that a school has headed in its own way is understood, and a column is never taken twice', () => {
  const plan = planSheet({ headings: ['App', 'Purpose', 'Open to', 'Review date', 'Supplier', 'Use'], rows: [['Sparx', 'Maths at home', 'Pupils; Teachers', '10/01/2027', 'Sparx Ltd', '']] }, ground({ reviewFrom: '' }));
  deepEqual([plan.unknown, plan.lines[0]!.faults], [['Supplier', 'Use'], []]);
  deepEqual([plan.lines[0]!.given!.purpose, plan.lines[0]!.given!.kinds, plan.lines[0]!.given!.reviewOn], ['Maths at home', ['pupil', 'teacher'], '2027-01-10']);
});

test('a file without names, or with columns of its own, is told so', () => {
  const plan = planSheet({ headings: ['Programme', 'State'], rows: [['Sparx', 'x']] }, ground());
  deepEqual([plan.nameless, plan.unknown, plan.lines], [true, ['Programme'], []]);
});

test('days are read as they are written here', () => {
  deepEqual(['2026-12-25', '25/12/2026', '5.1.2027', '31/02/2027', 'soon'].map(dayIn), ['2026-12-25', '2026-12-25', '2027-01-05', null, null]);
});
