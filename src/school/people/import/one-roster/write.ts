/** People as a OneRoster 1.2 zip: a bulk export with the whole official set of files that people need. */
import { gradeOf, isPupilKind, roleOf } from '../decisions.ts';
import { COLUMNS, MANIFEST_FILES, type FileName } from './columns.ts';

export interface Leaving {
  readonly people: readonly {
    readonly key: string; readonly givenName: string; readonly familyName: string; readonly email: string | null; readonly joinedOn: string; readonly leftOn: string | null;
    readonly kinds: readonly string[]; readonly yearGroup: string | null; readonly class: string | null;
  }[];
  /** Families by the same keys; empty where the reader may not see them. */
  readonly ties: readonly { readonly child: string; readonly parent: string; readonly relation: string; readonly mayAgree: boolean }[];
  readonly school: { readonly id: string; readonly name: string };
  readonly today: string;
}

type Cells = Readonly<Record<string, string>>;

const cell = (value: string): string => (/[",\r\n]/.test(value) ? `"${value.replaceAll('"', '""')}"` : value);
const table = (columns: readonly string[], rows: readonly Cells[]): string =>
  [columns.join(','), ...rows.map(row => columns.map(column => cell(row[column] ?? '')).join(','))].join('\r\n') + '\r\n';

/** The school year that a day lies in, from 1 September: [first day, last day]. */
function yearOf(day: string): readonly [string, string] {
  const year = Number(day.slice(0, 4)) - (day.slice(5) < '09-01' ? 1 : 0);
  return [`${year}-09-01`, `${year + 1}-08-31`];
}

/** Makes the zip. Times inside it are fixed, so that the same people make the same bytes. */
export async function writeOneRoster(given: Leaving): Promise<Uint8Array> {
  const { zipSync, strToU8 } = await import('fflate');
  const files: Record<string, string> = { 'manifest.csv': manifest(), ...tablesOf(given) };
  return zipSync(Object.fromEntries(Object.entries(files).map(([name, text]) => [name, [strToU8(text), { mtime: '2026-01-01' }] as const])));
}

const BROUGHT = new Set(['academicSessions', 'classes', 'courses', 'enrollments', 'orgs', 'roles', 'users']);

const manifest = (): string => table(['propertyName', 'value'], [
  { propertyName: 'manifest.version', value: '1.0' }, { propertyName: 'oneroster.version', value: '1.2' },
  ...MANIFEST_FILES.map(file => ({ propertyName: `file.${file}`, value: BROUGHT.has(file) ? 'bulk' : 'absent' })),
  { propertyName: 'source.systemName', value: 'Countersign' }, { propertyName: 'source.systemCode', value: 'countersign' },
]);

function tablesOf({ people, ties, school, today }: Leaving): Record<FileName, string> {
  const org = school.id, [first, last] = yearOf(today), session = `year-${first.slice(0, 4)}`;
  const pupils = people.filter(one => one.kinds.some(isPupilKind) && one.class);
  const classes = [...new Set(pupils.map(one => one.class!))].sort();
  const agents = new Map<string, string[]>();
  const relations = new Map<string, string>();
  for (const { child, parent, relation, mayAgree } of ties) {
    agents.set(child, [...(agents.get(child) ?? []), parent]);
    agents.set(parent, [...(agents.get(parent) ?? []), child]);
    relations.set(parent, !mayAgree || relation === 'Relative' ? 'relative' : relation === 'Guardian' ? 'guardian' : 'parent');
  }
  const rows: Record<FileName, Cells[]> = {
    'orgs.csv': [{ sourcedId: org, name: school.name, type: 'school' }],
    'academicSessions.csv': [{ sourcedId: session, title: `School year ${first.slice(0, 4)}`, type: 'schoolYear', startDate: first, endDate: last, schoolYear: last.slice(0, 4) }],
    'courses.csv': [{ sourcedId: 'registration', schoolYearSourcedId: session, title: 'Registration', courseCode: 'REG', orgSourcedId: org }],
    'classes.csv': classes.map(title => ({ sourcedId: `class-${title}`, title, courseSourcedId: 'registration', classCode: title, classType: 'homeroom', schoolSourcedId: org, termSourcedIds: session })),
    'enrollments.csv': pupils.map(one => ({ sourcedId: `${one.key}-in-${one.class!}`, classSourcedId: `class-${one.class!}`, schoolSourcedId: org, userSourcedId: one.key, role: 'student' })),
    'users.csv': people.map(one => ({
      sourcedId: one.key, enabledUser: 'true', username: one.email ?? one.key, givenName: one.givenName, familyName: one.familyName, email: one.email ?? '',
      agentSourcedIds: (agents.get(one.key) ?? []).join(','), grades: one.yearGroup ? gradeOf(one.yearGroup) : '', primaryOrgSourcedId: org,
    })),
    'roles.csv': people.flatMap(one => [...new Set(one.kinds.map(kind => (kind === 'parent' ? (relations.get(one.key) ?? 'parent') : roleOf(kind))))].map((role, index) => ({
      sourcedId: `${one.key}-${role}`, userSourcedId: one.key, roleType: index === 0 ? 'primary' : 'secondary', role, beginDate: one.joinedOn, endDate: one.leftOn ?? '', orgSourcedId: org,
    }))),
  };
  return Object.fromEntries((Object.keys(COLUMNS) as FileName[]).map(file => [file, table(COLUMNS[file], rows[file])])) as Record<FileName, string>;
}
