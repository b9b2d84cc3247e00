/** A spreadsheet of people: its columns by their headings, and its rows as people. */
import { isDay } from '../../../platform/days.ts';
import type { Vocabulary } from '../../../rulebook/index.ts';
import type { Sheet } from './csv.ts';
import { roleOf, yearGroupOf } from './decisions.ts';
import { FIELDS, type Fault, type Field, type Mapping, type Roster, type Told, type ToldTie } from './words.ts';

/** Headings that schools' systems write, folded to letters and digits. The first is what our own export writes. */
const HEADINGS: Readonly<Record<Field, readonly string[]>> = {
  key: ['number', 'id', 'ref', 'reference', 'sourcedid', 'externalid', 'upn', 'admissionnumber', 'admno', 'staffcode', 'payrollnumber', 'personid', 'misid', 'adno', 'pupilid', 'studentid', 'uniqueid'],
  givenName: ['givenname', 'forename', 'firstname', 'preferredforename', 'legalforename', 'chosenforename', 'first'],
  familyName: ['familyname', 'surname', 'lastname', 'preferredsurname', 'legalsurname', 'last'],
  email: ['email', 'emailaddress', 'mail', 'primaryemail', 'workemail', 'schoolemail'],
  kind: ['is', 'role', 'type', 'kind', 'category', 'persontype', 'kindofperson', 'position'],
  yearGroup: ['yeargroup', 'year', 'ncyear', 'ncyeartaught', 'grade', 'curriculumyear', 'yr'],
  class: ['class', 'registrationgroup', 'reg', 'form', 'reggroup', 'tutorgroup', 'tutor'],
  firstDay: ['heresince', 'firstday', 'startdate', 'joined', 'joinedon', 'dateofadmission', 'admissiondate', 'doa', 'begindate'],
  lastDay: ['lastday', 'leavingdate', 'dateofleaving', 'left', 'dol', 'enddate', 'leftdate'],
  children: ['children', 'childids', 'childid', 'child', 'pupils', 'parentof'],
  relation: ['relation', 'relationship', 'relationshiptochild'],
};

const folded = (text: string): string => text.toLowerCase().replaceAll(/[^\p{L}\p{N}]/gu, '');

/** What each column seems to be: what this school once said of that heading, otherwise what the heading says. */
export function guess(headings: readonly string[], remembered: Readonly<Record<string, Field>>): Mapping {
  const columns: Partial<Record<Field, string>> = {};
  const free = new Set(headings.filter(Boolean));
  const take = (field: Field, heading: string | undefined) => { if (heading !== undefined && free.delete(heading)) columns[field] = heading; };
  for (const heading of headings) {
    const field = Object.hasOwn(remembered, heading) ? remembered[heading]! : undefined;
    if (field !== undefined && columns[field] === undefined) take(field, heading);
  }
  for (const field of FIELDS) {
    if (columns[field] === undefined) for (const name of HEADINGS[field]) if (columns[field] === undefined) take(field, headings.find(heading => free.has(heading) && folded(heading) === name));
  }
  return { columns, everybody: '', whole: false };
}

/** Words for what somebody is, besides the vocabulary's own names and titles. */
const ALSO: Readonly<Record<string, string>> = {
  student: 'pupil', child: 'pupil', ta: 'support-staff', teachingassistant: 'support-staff', lsa: 'support-staff', supportstaff: 'support-staff', admin: 'support-staff', office: 'support-staff', teachingstaff: 'teacher',
  carer: 'parent', guardian: 'parent', mother: 'parent', father: 'parent', parentcarer: 'parent', coverteacher: 'supply', supplyteacher: 'supply', itstaff: 'ict',
};

/** A reader of words for kinds: the kind, or undefined. */
function kindReader(vocabulary: Vocabulary): (word: string) => string | undefined {
  const words = new Map<string, string>(Object.entries(ALSO));
  for (const kind of vocabulary.kinds.values()) words.set(folded(kind.name), kind.name).set(folded(kind.title), kind.name);
  return word => words.get(folded(word));
}

/** A day as a spreadsheet writes it: 2026-09-01, 01/09/2026, 1.9.2026. Null where it is none. */
export function dayIn(cell: string): string | null {
  const plain = cell.slice(0, 10);
  if (isDay(plain)) return plain;
  const [, day, month, year] = /^(\d{1,2})[/.-](\d{1,2})[/.-](\d{4})\b/.exec(cell) ?? [];
  const iso = `${year}-${month?.padStart(2, '0')}-${day?.padStart(2, '0')}`;
  return isDay(iso) ? iso : null;
}

const EMAIL = /^[^\s@,;]+@[^\s@,;]+\.[^\s@,;]+$/;

/** Reads the rows of a sheet as people, by a mapping. */
export function readSheet(sheet: Sheet, mapping: Mapping, of: { fileName: string; vocabulary: Vocabulary }): Roster {
  const faults: Fault[] = [], people: Told[] = [], ties: ToldTie[] = [];
  const at = new Map(Object.entries(mapping.columns).map(([field, heading]) => [field, sheet.headings.indexOf(heading)]));
  const kindIn = kindReader(of.vocabulary);
  const seen = new Map<string, number>();
  for (const [index, cells] of sheet.rows.entries()) {
    if (cells.every(cell => cell === '')) continue;
    const row = index + 2;
    // The apostrophe is put before what a spreadsheet could take for a formula, by us among others.
    const get = (field: Field): string => (cells[at.get(field) ?? -1] ?? '').replace(/^'(?=[=+\-@])/, '');
    const say = (field: Field, what: string, remedy: string, stops = true) => { faults.push({ file: of.fileName, row, column: mapping.columns[field] ?? '', what, remedy, stops }); };
    const told = rowOf({ get, say, row, kindIn, everybody: mapping.everybody });
    if (!told) continue;
    const before = seen.get(told.key);
    if (before !== undefined) { say('key', `"${told.key}" stands in row ${before} already`, 'Each person has one row and one number. Take one of the two rows out.'); continue; }
    seen.set(told.key, row);
    people.push(told);
    for (const child of get('children').split(/[;,|]/).map(one => one.trim()).filter(Boolean)) ties.push({ child, parent: told.key, relation: get('relation') || 'Parent', mayAgree: !/^relative$/i.test(get('relation')) });
  }
  const places = at.has('class') || at.has('yearGroup');
  return { source: 'spreadsheet', whole: mapping.whole, delta: false, places, people, gone: [], ties, faults };
}

interface Row {
  readonly get: (field: Field) => string;
  readonly say: (field: Field, what: string, remedy: string, stops?: boolean) => void;
  readonly row: number;
  readonly kindIn: (word: string) => string | undefined;
  readonly everybody: string;
}

function rowOf({ get, say, row, kindIn, everybody }: Row): Told | null {
  let good = true;
  const must = (field: Field, what: string) => { if (get(field) === '') { say(field, what, 'Fill the cell in, or take the row out.'); good = false; } };
  must('key', 'There is no number');
  must('givenName', 'There is no given name');
  must('familyName', 'There is no family name');
  const words = get('kind') === '' ? [everybody] : get('kind').split(/[;,|]/).map(one => one.trim()).filter(Boolean);
  const kinds = words.flatMap(word => {
    const kind = kindIn(word);
    if (kind === undefined) { good = false; say('kind', word === '' ? 'Nothing says what this person is' : `"${word}" is nothing this school knows`, 'Write teacher, support staff, pupil, parent, governor or another word from "Add a person".'); }
    return kind ?? [];
  });
  const days = (['firstDay', 'lastDay'] as const).map(field => {
    const day = dayIn(get(field));
    if (get(field) !== '' && day === null) { good = false; say(field, `"${get(field)}" is not a day`, 'Write it as 2026-09-01 or 01/09/2026.'); }
    return day;
  });
  const email = get('email');
  if (email !== '' && !EMAIL.test(email)) say('email', `"${email}" is no e-mail address`, 'Correct it, or leave it empty. It is not taken in.', false);
  return !good ? null : {
    key: get('key').slice(0, 200), row, givenName: get('givenName').slice(0, 80), familyName: get('familyName').slice(0, 80), email: EMAIL.test(email) ? email.slice(0, 200) : null, roles: [...new Set(kinds.map(roleOf))],
    yearGroup: yearGroupOf(get('yearGroup')).slice(0, 40), class: get('class').slice(0, 40), firstDay: days[0]!, lastDay: days[1]!,
  };
}
