/** A OneRoster zip as people: users with their roles, year groups, classes and families. */
import { isDay } from '../../../../platform/days.ts';
import { GROWN_UP_ROLES, ROLES, yearGroupOf } from '../decisions.ts';
import type { Roster, Told, ToldTie } from '../words.ts';
import { notebook, openArchive, type Archive, type Line } from './archive.ts';

type Say = ReturnType<typeof notebook>['say'];

interface Role {
  readonly role: string;
  readonly from: string | null;
  readonly until: string | null;
  /** A delta takes the role away. */
  readonly gone: boolean;
}

/** One multi-valued cell: values between commas. */
const listOf = (cell: string): string[] => cell.split(',').map(one => one.trim()).filter(Boolean);
const gone = (line: Line): boolean => line.at('status') === 'tobedeleted';

/** Reads a zip of OneRoster 1.2 (or 1.1). `school` is this school's name, for a zip that holds several. `kinds` are the words of `ext:` roles. */
export async function readOneRoster(bytes: Uint8Array, of: { school: string; kinds: ReadonlySet<string> }): Promise<Roster> {
  const archive = await openArchive(bytes);
  const { faults, say } = notebook();
  const here = orgsHere(archive, of.school, say);
  const roles = rolesOf(archive, { say, here, kinds: of.kinds });
  const classes = classesOf(archive, say);
  const delta = archive.modeOf('users.csv') !== 'bulk' || archive.modeOf('roles.csv') === 'delta';
  const people: Told[] = [], leaving: string[] = [], pairs: [string, string][] = [];
  for (const line of archive.lines('users.csv')) {
    const key = line.at('sourcedId');
    if (gone(line)) { leaving.push(key); continue; }
    const held = roles.get(key) ?? (archive.rolesInUsers ? olderRoles(line, { say, here }) : []);
    if (held.length === 0 && !delta) {
      if (!roles.has(key) && here === null) say('users.csv', { row: line.row, column: 'sourcedId', what: `"${key}" has no role`, remedy: 'Add a row for this person to roles.csv. The person is left out.', stops: false });
      continue;
    }
    const told = personOf(line, { roles: held.filter(role => !role.gone), room: classes.get(key) ?? '', say });
    if (told) people.push({ ...told, ...endedOf(held) });
    for (const agent of listOf(line.at('agentSourcedIds'))) pairs.push([key, agent]);
  }
  if (delta) people.push(...asides({ roles, classes, named: new Set([...people.map(one => one.key), ...leaving]) }));
  return { source: 'one-roster', whole: !delta, delta, places: archive.modeOf('enrollments.csv') === 'bulk' || archive.has('users.csv', 'grades'), people, gone: leaving, ties: tiesOf(people, pairs, roles), faults: [...archive.faults, ...faults] };
}

const endedOf = (held: readonly Role[]): Pick<Told, 'endRoles'> => (held.some(role => role.gone) ? { endRoles: held.filter(role => role.gone).map(role => role.role) } : {});

/** In a delta, those of whom only a role or a class is told: the rest stays as it is. */
function asides(of: { roles: ReadonlyMap<string, readonly Role[]>; classes: ReadonlyMap<string, string>; named: ReadonlySet<string> }): Told[] {
  const keys = [...new Set([...of.roles.keys(), ...of.classes.keys()])].filter(key => !of.named.has(key));
  return keys.map(key => {
    const held = of.roles.get(key) ?? [];
    return { key, row: 0, givenName: '', familyName: '', email: null, roles: held.filter(role => !role.gone).map(role => role.role), ...endedOf(held), yearGroup: '', class: of.classes.get(key) ?? '', firstDay: null, lastDay: null };
  });
}

/** The schools of the zip that are this one: null where there is only one, or none is named. */
function orgsHere(archive: Archive, school: string, say: Say): ReadonlySet<string> | null {
  const schools = archive.lines('orgs.csv').filter(line => line.at('type') === 'school' && !gone(line));
  if (schools.length < 2) return null;
  const mine = schools.filter(line => line.at('name').trim().toLowerCase() === school.trim().toLowerCase()).map(line => line.at('sourcedId'));
  if (mine.length === 0) say('orgs.csv', { column: 'name', what: `The zip holds ${schools.length} schools, and none is called ${school}`, remedy: `Call the school "${school}" in orgs.csv, or export this school alone.` });
  return new Set(mine);
}

function rolesOf(archive: Archive, of: { say: Say; here: ReadonlySet<string> | null; kinds: ReadonlySet<string> }): Map<string, Role[]> {
  const { say, here, kinds } = of;
  const users = new Set(archive.lines('users.csv').map(line => line.at('sourcedId')));
  const found = new Map<string, Role[]>();
  for (const line of archive.lines('roles.csv')) {
    const { row, at } = line;
    const [user, role] = [at('userSourcedId'), at('role')];
    const delta = archive.modeOf('roles.csv') === 'delta';
    if ((gone(line) && !delta) || (here && !here.has(at('orgSourcedId')))) continue;
    if (!users.has(user) && !delta) { say('roles.csv', { row, column: 'userSourcedId', what: `"${user}" is not in users.csv`, remedy: 'Add the person to users.csv, or take this row out.' }); continue; }
    if (!ROLES.has(role) && !(role.startsWith('ext:') && kinds.has(role.slice(4)))) {
      say('roles.csv', { row, column: 'role', what: `"${role}" is no role that this school knows`, remedy: `Write one of ${[...ROLES].sort().join(', ')}${role.startsWith('ext:') ? `, or ext: and one of ${[...kinds].join(', ')}` : ''}.` });
      continue;
    }
    for (const column of ['beginDate', 'endDate']) if (at(column) !== '' && !isDay(at(column))) say('roles.csv', { row, column, what: `"${at(column)}" is not a day`, remedy: 'Write it as 2026-09-01.' });
    found.set(user, [...(found.get(user) ?? []), { role, from: dayOr(at('beginDate')), until: dayOr(at('endDate')), gone: gone(line) }]);
  }
  return found;
}

const dayOr = (text: string): string | null => (isDay(text) ? text : null);

function olderRoles(line: Line, { say, here }: { say: Say; here: ReadonlySet<string> | null }): Role[] {
  if (here && !listOf(line.at('orgSourcedIds')).some(org => here.has(org))) return [];
  const role = { administrator: 'siteAdministrator' }[line.at('role')] ?? line.at('role');
  if (ROLES.has(role)) return [{ role, from: null, until: null, gone: false }];
  say('users.csv', { row: line.row, column: 'role', what: `"${role}" is no role of OneRoster`, remedy: `Write one of ${[...ROLES].sort().join(', ')}.` });
  return [];
}

/** Each pupil's class: the homeroom; or the one they are in, where there is but one. */
function classesOf(archive: Archive, say: Say): Map<string, string> {
  const classes = new Map(archive.lines('classes.csv').filter(line => !gone(line)).map(line => [line.at('sourcedId'), { title: line.at('title'), home: line.at('classType') === 'homeroom' }]));
  const sat = new Map<string, { title: string; home: boolean }[]>();
  for (const line of archive.lines('enrollments.csv')) {
    if (gone(line) || line.at('role') !== 'student') continue;
    const room = classes.get(line.at('classSourcedId'));
    if (room) sat.set(line.at('userSourcedId'), [...(sat.get(line.at('userSourcedId')) ?? []), room]);
    else say('enrollments.csv', { row: line.row, column: 'classSourcedId', what: `"${line.at('classSourcedId')}" is not in classes.csv`, remedy: 'Add the class to classes.csv, or take this row out. Until then the pupil\'s class stays as it is.', stops: archive.modeOf('enrollments.csv') === 'bulk' });
  }
  return new Map([...sat].flatMap(([user, rooms]) => {
    const home = rooms.find(room => room.home) ?? (rooms.length === 1 ? rooms[0] : undefined);
    return home ? [[user, home.title] as const] : [];
  }));
}

const EMAIL = /^[^\s@,;]+@[^\s@,;]+\.[^\s@,;]+$/;

function personOf(line: Line, of: { roles: readonly Role[]; room: string; say: Say }): Told | null {
  const { row, at } = line;
  const { roles, say } = of;
  const givenName = at('preferredGivenName') || at('givenName'), familyName = at('preferredFamilyName') || at('familyName');
  for (const [column, value] of [['givenName', at('givenName')], ['familyName', at('familyName')]] as const) {
    if (value === '') { say('users.csv', { row, column, what: `There is no ${column === 'givenName' ? 'given' : 'family'} name`, remedy: 'Write the name.' }); return null; }
  }
  const email = at('email');
  if (email !== '' && !EMAIL.test(email)) say('users.csv', { row, column: 'email', what: `"${email}" is no e-mail address`, remedy: 'Correct it, or leave it empty. It is not taken in.', stops: false });
  const froms = roles.flatMap(role => role.from ?? []).sort();
  const ended = roles.length > 0 && roles.every(role => role.until !== null);
  return {
    key: at('sourcedId'), row, givenName: givenName.slice(0, 80), familyName: familyName.slice(0, 80), email: EMAIL.test(email) ? email : null, roles: [...new Set(roles.map(role => role.role))],
    yearGroup: yearGroupOf(listOf(at('grades'))[0] ?? '').slice(0, 40), class: of.room.slice(0, 40), firstDay: froms[0] ?? null, lastDay: ended ? roles.map(role => role.until!).sort().at(-1)! : null,
  };
}

const RELATIONS: Readonly<Record<string, string>> = { parent: 'Parent', guardian: 'Guardian', relative: 'Relative' };

/** Families: the specification lets either side name the other. A relative may not agree for a child until somebody says so. */
function tiesOf(people: readonly Told[], pairs: readonly (readonly [string, string])[], roles: ReadonlyMap<string, readonly Role[]>): ToldTie[] {
  const students = new Set(people.filter(one => one.roles.includes('student')).map(one => one.key));
  const said = new Set(people.map(one => one.key));
  const grown = (key: string): string => roles.get(key)?.find(role => GROWN_UP_ROLES.includes(role.role))?.role ?? 'parent';
  return pairs.flatMap(([key, agent]): ToldTie[] => {
    const [child, parent] = students.has(key) ? [key, agent] : [agent, key];
    if (students.has(parent) && said.has(parent)) return [];
    const role = grown(parent);
    return [{ child, parent, relation: RELATIONS[role] ?? 'Parent', mayAgree: role !== 'relative' }];
  });
}
