import { deepEqual, equal } from 'node:assert/strict';
import test from 'node:test';
import { loadWords } from '../../../packs/index.ts';
import { readCsv, textOf } from './csv.ts';
import { yearGroupOf } from './decisions.ts';
import { sourceOf } from './read-file.ts';
import { dayIn, guess, readSheet } from './sheet.ts';

const { vocabulary } = loadWords('policies');
const bytes = (text: string) => new TextEncoder().encode(text);
const readText = async (text: string, more: { everybody?: string; whole?: boolean } = {}) => {
  const sheet = await readCsv(bytes(text));
  return readSheet(sheet, { ...guess(sheet.headings, {}), ...more }, { fileName: 'staff.csv', vocabulary });
};

test('the headings of a school’s own system are understood, with semicolons and a mark before them', async () => {
  const roster = await readText('\uFEFFAdm. No;Legal Forename;Legal Surname;Reg Group;Year Group;DOA\r\n0012;Amélie;Ash;4B;4;01/09/2025\r\n', { everybody: 'pupil' });
  deepEqual(roster.faults, []);
  deepEqual(roster.people, [{ key: '0012', row: 2, givenName: 'Amélie', familyName: 'Ash', email: null, roles: ['student'], yearGroup: 'Year 4', class: '4B', firstDay: '2025-09-01', lastDay: null }]);
});

test('each fault names its row as the spreadsheet counts it, blank rows and all', async () => {
  const roster = await readText('id,first name,last name,role,email,start date\n1,Ada,Elm,Teacher,,\n\n2,,Oak,Wizard,none,soon\n1,Bo,Ash,TA,,\n');
  deepEqual(roster.faults.map(fault => [fault.row, fault.column, fault.stops]), [[4, 'first name', true], [4, 'role', true], [4, 'start date', true], [4, 'email', false], [5, 'id', true]]);
  deepEqual(roster.people.map(one => one.key), ['1']);
});

test('a parent’s row names the children', async () => {
  const roster = await readText('number,given name,family name,is,children,relation\np1,Ida,Elm,Parent or carer; Governor,c1; c2,Grandparent\n');
  deepEqual(roster.people[0]!.roles, ['parent', 'ext:governor']);
  deepEqual(roster.ties.map(tie => [tie.child, tie.parent, tie.relation]), [['c1', 'p1', 'Grandparent'], ['c2', 'p1', 'Grandparent']]);
});

test('what was said of the columns last time comes before what the headings say', () => {
  const said = { Code: 'key', 'Known as': 'givenName', Surname: 'familyName', Gone: 'email' } as const;
  deepEqual(guess(['Code', 'Forename', 'Known as', 'Surname', 'ID'], said), { columns: { key: 'Code', givenName: 'Known as', familyName: 'Surname' }, everybody: '', whole: false });
});

test('days and year groups as people write them', () => {
  deepEqual(['2026-09-01', '1/9/2026', '01.09.2026', '31/02/2026', 'soon', '2026-09-01T00:00:00Z'].map(dayIn), ['2026-09-01', '2026-09-01', '2026-09-01', null, null, '2026-09-01']);
  deepEqual(['07', '7', 'Year 7', 'Y7', 'Yr 7', 'KG', 'R', 'PK', 'Sixth form', ''].map(yearGroupOf), ['Year 7', 'Year 7', 'Year 7', 'Year 7', 'Year 7', 'Reception', 'Reception', 'Nursery', 'Sixth form', '']);
});

test('text is read whatever program wrote it', () => {
  equal(textOf(bytes('Zoë')), 'Zoë');
  equal(textOf(Uint8Array.from([0x5a, 0x6f, 0xeb])), 'Zoë');
  equal(textOf(Uint8Array.from([0xff, 0xfe, 0x5a, 0, 0x6f, 0, 0xeb, 0])), 'Zoë');
});

test('a picture or an old Excel file is no list of people', () => {
  equal(sourceOf('people.csv', Uint8Array.from([0x89, 0x50, 0, 0, 0])), null);
  equal(sourceOf('people.xls', Uint8Array.from([0xd0, 0xcf, 0x11])), null);
  equal(sourceOf('people.csv', bytes('a,b')), 'spreadsheet');
  equal(sourceOf('roster.zip', bytes('PK..')), 'one-roster');
  equal(sourceOf('roster.xlsx', bytes('PK..')), 'spreadsheet');
});
