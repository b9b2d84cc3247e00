/** The difference between a file and the school: who joins, changes, leaves. Pure but for the ids it is given. */
import { governed, isPupilKind, kindOf, pupilKind, roleOf } from './decisions.ts';
import type { Changed, Fault, Joiner, Known, Leaver, NewTie, Plan, Roster, Told } from './words.ts';

export interface School {
  readonly today: string;
  readonly people: readonly Known[];
  /** Ties that stand, as `child parent`. */
  readonly ties: ReadonlySet<string>;
  readonly newId: () => string;
  /** The kinds of the vocabulary. */
  readonly kinds: ReadonlySet<string>;
}

const fold = (text: string): string => text.normalize('NFC').trim().toLowerCase();
const nameOf = (one: { givenName: string; familyName: string }): string => `${one.givenName} ${one.familyName}`;
const left = (one: Known, today: string): boolean => one.leftOn !== null && one.leftOn < today;

/** The one person each key of text stands for; nobody where two share it. */
function only<T>(people: readonly T[], keyOf: (one: T) => string): Map<string, T> {
  const found = new Map<string, T | null>();
  for (const one of people) {
    const key = keyOf(one);
    if (key !== '') found.set(key, found.has(key) ? null : one);
  }
  return new Map([...found].filter((entry): entry is [string, T] => entry[1] !== null));
}

const seat = (one: { givenName: string; familyName: string; yearGroup: string | null; class: string | null }): string =>
  one.yearGroup || one.class ? [fold(one.givenName), fold(one.familyName), fold(one.yearGroup ?? ''), fold(one.class ?? '')].join('|') : '';

/**
 * Who of the file is who at the school: by the file's number, by our own id, by an address or a name in a class that only
 * one on each side has. Nobody is taken for two.
 */
function recognise(roster: Roster, people: readonly Known[]): Map<string, Known> {
  const free = people.filter(one => one.key === null);
  const ways = [
    { mine: only(people, one => one.key ?? ''), told: only(roster.people, one => one.key) },
    { mine: only(free, one => one.id), told: only(roster.people, one => one.key) },
    { mine: only(free, one => fold(one.email ?? '')), told: only(roster.people, one => fold(one.email ?? '')) },
    { mine: only(free, seat), told: only(roster.people, seat) },
  ];
  const found = new Map<string, Known>();
  const taken = new Set<string>();
  for (const { mine, told } of ways) {
    for (const [key, one] of told) {
      const known = mine.get(key);
      if (!known || found.has(one.key) || taken.has(known.id)) continue;
      found.set(one.key, known);
      taken.add(known.id);
    }
  }
  return found;
}

/** What the school itself calls the pupils of each year group, and their phase: the most frequent answer. */
function customs(people: readonly Known[]): (yearGroup: string) => { kind: string; phase: string } {
  const tally = new Map<string, Map<string, number>>();
  for (const one of people) {
    const kind = one.kinds.find(isPupilKind);
    if (!kind || !one.yearGroup) continue;
    const counts = tally.get(one.yearGroup) ?? new Map<string, number>();
    const key = `${kind}|${one.phase ?? ''}`;
    tally.set(one.yearGroup, counts.set(key, (counts.get(key) ?? 0) + 1));
  }
  return yearGroup => {
    const most = [...(tally.get(yearGroup) ?? [])].sort((a, b) => b[1] - a[1])[0]?.[0];
    const [kind, phase] = (most ?? `${pupilKind(yearGroup)}|`).split('|') as [string, string];
    return { kind, phase };
  };
}

type Customs = ReturnType<typeof customs>;

const kindsTold = (told: Told, custom: Customs, known: ReadonlySet<string>): string[] =>
  [...new Set(told.roles.map(role => kindOf(role) ?? custom(told.yearGroup).kind))].filter(kind => known.has(kind));

const placeTold = (told: Told, custom: Customs): Joiner['place'] =>
  told.roles.includes('student') ? { yearGroup: told.yearGroup, class: told.class, phase: custom(told.yearGroup).phase } : null;

/** Compares. Costs a few passes over both lists, whatever their length. */
export function compare(roster: Roster, school: School): Plan {
  const { today } = school;
  const known = recognise(roster, school.people);
  const custom = customs(school.people);
  const gone = new Set(roster.gone);
  const joins: Joiner[] = [], changes: Changed[] = [], keys: { person: string; key: string }[] = [], strangers: Told[] = [];
  const ids = new Map<string, string>();
  let same = 0;
  for (const told of roster.people) {
    const mine = known.get(told.key);
    const id = mine?.id ?? school.newId();
    ids.set(told.key, id);
    if (mine?.key === null) keys.push({ person: mine.id, key: told.key });
    if (!mine && (told.givenName === '' || told.roles.length === 0)) {
      ids.delete(told.key);
      strangers.push(told);
      continue;
    }
    if (!mine || left(mine, today)) {
      if (told.lastDay !== null && told.lastDay < today) { same++; if (!mine) ids.delete(told.key); continue; }
      joins.push(joiner(told, { id, again: mine !== undefined, today, kinds: kindsTold(told, custom, school.kinds), place: placeTold(told, custom) }));
      continue;
    }
    const change = changeOf(mine, told, { custom, kinds: school.kinds, places: roster.places, delta: roster.delta });
    if (change) changes.push(change);
    else same++;
  }
  for (const one of school.people) if (one.key !== null && !ids.has(one.key)) ids.set(one.key, one.id);
  const told = new Set([...known.values()].map(one => one.id));
  return { joins, changes, keys, same, leaves: leaversOf(roster, school, { told, gone }), ties: newTies(roster, school, ids), faults: [...strangers.map(strangeness), ...doubtsOf(roster, ids)] };
}

const strangeness = (told: Told): Fault => ({
  file: 'users.csv', row: told.row, column: 'sourcedId', what: `"${told.key}" is changed, but nobody here has this number`, remedy: 'Take in the whole list (a bulk export) once; later changes find everybody then.', stops: false,
});

function joiner(told: Told, of: { id: string; again: boolean; today: string; kinds: string[]; place: Joiner['place'] }): Joiner {
  const joinedOn = told.firstDay ?? of.today;
  return {
    person: of.id, key: told.key, givenName: told.givenName, familyName: told.familyName, email: told.email, kinds: of.kinds, place: of.place,
    joinedOn, leftOn: told.lastDay !== null && told.lastDay >= joinedOn ? told.lastDay : null, again: of.again,
  };
}

/** What changes about somebody who is here; null when nothing does. */
function changeOf(mine: Known, told: Told, of: { custom: Customs; kinds: ReadonlySet<string>; places: boolean; delta: boolean }): Changed | null {
  const names = told.givenName === '' ? { givenName: mine.givenName, familyName: mine.familyName } : { givenName: told.givenName, familyName: told.familyName };
  const said: [string, string, string][] = [];
  const note = (what: string, before: string, after: string) => { if (before !== after) said.push([what, before, after]); };
  note('name', nameOf(mine), nameOf(names));
  // Why not with an empty one: a file without addresses takes nobody's away.
  const email = told.email ?? mine.email;
  note('e-mail', mine.email ?? '', email ?? '');
  const leftOn = told.lastDay ?? mine.leftOn;
  note('last day', mine.leftOn ?? '', leftOn ?? '');
  const student = told.roles.length === 0 ? mine.kinds.some(isPupilKind) : told.roles.includes('student');
  const yearGroup = of.places && told.yearGroup !== '' ? told.yearGroup : (mine.yearGroup ?? told.yearGroup);
  const room = of.places && told.class !== '' ? told.class : (mine.class ?? told.class);
  const moved = student && (yearGroup !== (mine.yearGroup ?? '') || room !== (mine.class ?? ''));
  if (moved) note('class', [mine.class, mine.yearGroup].filter(Boolean).join(', '), [room, yearGroup].filter(Boolean).join(', '));
  const { addKinds, endKinds } = kindsOf(mine, told, { ...of, yearGroup });
  if (addKinds.length + endKinds.length > 0) {
    const after = [...mine.kinds.filter(kind => !endKinds.includes(kind)), ...addKinds];
    note('is', [...mine.kinds].sort().join(', '), after.sort().join(', '));
  }
  const endPlace = mine.yearGroup !== null && endKinds.some(isPupilKind);
  if (said.length === 0) return null;
  const place = moved ? { yearGroup, class: room, phase: yearGroup === mine.yearGroup ? (mine.phase ?? '') : of.custom(yearGroup).phase } : null;
  return { person: mine.id, name: nameOf(mine), said, set: { ...names, email, leftOn, addKinds, endKinds, place, endPlace } };
}

/** Which kinds begin and which end. Where the roles are those that today's kinds would be written as, none do. */
function kindsOf(mine: Known, told: Told, of: { custom: Customs; kinds: ReadonlySet<string>; yearGroup: string; delta: boolean }): { addKinds: string[]; endKinds: string[] } {
  const roles = new Set(told.roles.map(role => (role.startsWith('ext:') || role === 'student' ? role : roleOf(kindOf(role) ?? role))));
  if (roles.size === 0 && mine.kinds.some(isPupilKind)) roles.add('student');
  const wanted = new Set<string>();
  for (const role of roles) {
    if (role === 'student') wanted.add(of.yearGroup === (mine.yearGroup ?? '') ? (mine.kinds.find(isPupilKind) ?? of.custom(of.yearGroup).kind) : of.custom(of.yearGroup).kind);
    else wanted.add(kindOf(role)!);
  }
  const ended = new Set((told.endRoles ?? []).map(role => (role === 'student' ? role : roleOf(kindOf(role) ?? role))));
  const ends = (kind: string): boolean => (of.delta ? ended.has(roleOf(kind)) || (isPupilKind(kind) && roles.has('student')) : governed(kind));
  return {
    addKinds: [...wanted].filter(kind => !mine.kinds.includes(kind) && of.kinds.has(kind)),
    endKinds: mine.kinds.filter(kind => !wanted.has(kind) && ends(kind)),
  };
}

/**
 * Who leaves: whom the file says are gone, and, when the file is the whole list, those who once came from such a file
 * and are of a kind that this one holds. A list of staff sends no pupil away, and nobody entered by hand ever leaves so.
 */
function leaversOf(roster: Roster, school: School, { told, gone }: { told: ReadonlySet<string>; gone: ReadonlySet<string> }): Leaver[] {
  const held = new Set(roster.people.flatMap(one => one.roles.map(role => roleOf(kindOf(role) ?? 'pupil'))));
  return school.people.flatMap(one => {
    if (one.key === null || left(one, school.today) || told.has(one.id) || (one.leftOn !== null && one.leftOn <= school.today)) return [];
    const missing = roster.whole && one.kinds.some(kind => held.has(roleOf(kind)));
    if (!gone.has(one.key) && !missing) return [];
    const on = one.joinedOn > school.today ? one.joinedOn : school.today;
    return [{ person: one.id, name: nameOf(one), on, kinds: one.kinds, offices: one.offices }];
  });
}

/** Ties the file tells of that do not stand yet. A tie is never taken away by a file, nor what was noted beside it. */
function newTies(roster: Roster, school: School, ids: ReadonlyMap<string, string>): NewTie[] {
  const found = new Map<string, NewTie>();
  for (const tie of roster.ties) {
    const child = ids.get(tie.child), parent = ids.get(tie.parent);
    if (!child || !parent || child === parent || school.ties.has(`${child} ${parent}`)) continue;
    if (!found.has(`${child} ${parent}`)) found.set(`${child} ${parent}`, { child, parent, relation: tie.relation, mayAgree: tie.mayAgree });
  }
  return [...found.values()];
}

/** What only the school can tell is wrong: a family with somebody who is neither in the file nor here. */
function doubtsOf(roster: Roster, ids: ReadonlyMap<string, string>): Fault[] {
  const rows = new Map(roster.people.map(one => [one.key, one.row]));
  const absent = new Set(roster.gone);
  return roster.ties.filter(tie => [tie.child, tie.parent].some(key => !ids.has(key) && !absent.has(key) && !rows.has(key))).map(tie => {
    const missing = ids.has(tie.child) ? tie.parent : tie.child;
    return {
      file: roster.source === 'one-roster' ? 'users.csv' : '', row: rows.get(tie.child) ?? rows.get(tie.parent) ?? 0, column: roster.source === 'one-roster' ? 'agentSourcedIds' : 'children',
      what: `"${missing}" is nobody in this file and nobody at the school`, remedy: 'Add that person to the file, or take the number out. The family is left as it is.', stops: false,
    };
  });
}
