/** The tables of people: person, person_kind, pupil_place, guardian; offices/store.ts has office_holder. */
import { isReading, remember, rows, sql, type Tx } from '../../platform/database/index.ts';
import { newId } from '../../platform/ids.ts';
import { inOrder } from '../../platform/order.ts';
import type { Guardian, KindSpan, NewPerson, Person } from './words.ts';

interface Row {
  id: string; given_name: string; family_name: string; email: string | null; joined_on: string; left_on: string | null;
  kinds: string[]; offices: string[]; year_group: string | null; class: string | null; phase: string | null;
}

const personOf = (row: Row): Person => ({
  id: row.id, givenName: row.given_name, familyName: row.family_name, email: row.email, joinedOn: row.joined_on, leftOn: row.left_on,
  kinds: row.kinds, offices: row.offices,
  place: row.year_group === null ? null : { yearGroup: row.year_group, class: row.class ?? '', phase: row.phase ?? '' },
});

/** One select for every question about people on a day; `people` is the table, or those of it that are asked for. */
const onDay = (day: string, people = sql`person`) => sql`
  select p.id, p.given_name, p.family_name, p.email, p.joined_on, p.left_on,
    coalesce((select array_agg(k.kind order by k.kind) from person_kind k where k.person_id = p.id and k.from_day <= ${day} and (k.until_day is null or k.until_day >= ${day})), '{}') as kinds,
    coalesce((select array_agg(distinct o.office) from office_held o where o.person_id = p.id and o.from_day <= ${day} and (o.until_day is null or o.until_day >= ${day}) and (p.left_on is null or p.left_on >= ${day})), '{}') as offices,
    s.year_group, s.class, s.phase
  from ${people} p left join lateral (
    select * from pupil_place s where s.person_id = p.id and s.from_day <= ${day} and (s.until_day is null or s.until_day >= ${day}) order by s.from_day desc limit 1) s on true`;

/** One person as they are on a day, or null. */
export async function findPerson(tx: Tx, id: string, day: string): Promise<Person | null> {
  const found = (await sql<Row>`${onDay(day)} where p.id = ${id}`.execute(tx)).rows[0];
  return found ? personOf(found) : null;
}

export interface PeopleAsk {
  readonly day: string;
  /** Any of these kinds, narrow ones spelt out. */
  readonly kinds?: readonly string[];
  readonly ids?: readonly string[];
  readonly class?: string;
  readonly search?: string;
  /** Also those who have left. */
  readonly left?: boolean;
  readonly limit: number;
  readonly offset?: number;
}

const matching = (ask: PeopleAsk) => sql`
  (${ask.left ?? false} or (p.joined_on <= ${ask.day} and (p.left_on is null or p.left_on >= ${ask.day})))
  and (${ask.kinds ?? null}::text[] is null or exists (select from person_kind k where k.person_id = p.id and k.kind = any(${ask.kinds ?? []}::text[]) and k.from_day <= ${ask.day} and (k.until_day is null or k.until_day >= ${ask.day})))
  and (${ask.ids ?? null}::uuid[] is null or p.id = any(${ask.ids ?? []}::uuid[]))
  and (${ask.class ?? null}::text is null or exists (select from pupil_place c where c.person_id = p.id and c.class = ${ask.class ?? null} and c.from_day <= ${ask.day} and (c.until_day is null or c.until_day >= ${ask.day})))
  and (${ask.search ?? null}::text is null or position(lower(${ask.search ?? ''}) in lower(p.given_name || ' ' || p.family_name)) > 0)`;

/** People by name, `limit` at most. */
export async function listPeople(tx: Tx, ask: PeopleAsk): Promise<Person[]> {
  const order = sql`order by p.family_name, p.given_name, p.id`;
  // Why inside: what people are is looked up for this page of them alone.
  const people = sql`(select * from person p where ${matching(ask)} ${order} limit ${ask.limit} offset ${ask.offset ?? 0})`;
  const rows = await sql<Row>`${onDay(ask.day, people)} ${order}`.execute(tx);
  return rows.rows.map(personOf);
}

/** The ids of everybody who is here on a day, or of everybody of these kinds: for work on all of them, in parts. */
export async function everyId(tx: Tx, day: string, kinds?: readonly string[]): Promise<string[]> {
  return (await sql<{ id: string }>`select id from person p where joined_on <= ${day} and (left_on is null or left_on >= ${day}) and (${kinds ?? null}::text[] is null
    or exists (select from person_kind k where k.person_id = p.id and k.kind = any(${[...kinds ?? []]}::text[]) and k.from_day <= ${day} and (k.until_day is null or k.until_day >= ${day}))) order by id`.execute(tx)).rows.map(row => row.id);
}

/** Who joins between two days, as they are on their first day; `limit` at most, the earliest first. */
export async function listStarters(tx: Tx, ask: { readonly from: string; readonly until: string; readonly limit: number }): Promise<Person[]> {
  const found = await sql<{ id: string; on: string }>`select id, joined_on as "on" from person where joined_on between ${ask.from}::date and ${ask.until}::date and (left_on is null or left_on >= joined_on) order by joined_on, family_name, given_name, id limit ${ask.limit}`.execute(tx);
  const byDay = new Map<string, string[]>();
  for (const { id, on } of found.rows) byDay.set(on, [...(byDay.get(on) ?? []), id]);
  const people: Person[] = [];
  for (const [day, ids] of byDay) people.push(...(await listPeople(tx, { day, ids, limit: ids.length })));
  return people;
}

/** Who left between two days, as they were on their last day; `limit` at most, whoever left last at the head. */
export async function listLeavers(tx: Tx, ask: { readonly from: string; readonly until: string; readonly limit: number }): Promise<Person[]> {
  const found = await sql<{ id: string; on: string }>`select id, left_on as "on" from person where left_on between ${ask.from}::date and ${ask.until}::date order by left_on desc, family_name, given_name, id limit ${ask.limit}`.execute(tx);
  const people = new Map<string, Person>();
  for (const day of new Set(found.rows.map(row => row.on))) {
    const ids = found.rows.filter(row => row.on === day).map(row => row.id);
    for (const person of await listPeople(tx, { day, ids, left: true, limit: ids.length })) people.set(person.id, person);
  }
  return found.rows.flatMap(row => people.get(row.id) ?? []);
}

/** How many match, however many a page shows. */
export async function countPeople(tx: Tx, ask: Omit<PeopleAsk, 'limit' | 'offset'>): Promise<number> {
  return (await sql<{ n: number }>`select count(*) as n from person p where ${matching({ ...ask, limit: 0 })}`.execute(tx)).rows[0]!.n;
}

/** Adds people with what they are, in four queries however many there are. Returns the new ids in the order given. */
export async function addPeople(tx: Tx, school: string, people: readonly NewPerson[]): Promise<string[]> {
  const rows = people.map(person => ({ ...person, id: newId() }));
  await sql`insert into person (school_id, id, given_name, family_name, email, joined_on, left_on)
    select ${school}::uuid, x.* from jsonb_to_recordset(${JSON.stringify(rows)}::jsonb) as x(id uuid, "givenName" text, "familyName" text, email text, "joinedOn" date, "leftOn" date)`.execute(tx);
  await addKinds(tx, school, rows.flatMap(row => row.kinds.map(kind => ({ person: row.id, kind, from: row.joinedOn }))));
  const places = rows.flatMap(row => (row.place ? [{ ...row.place, person: row.id, from: row.joinedOn }] : []));
  if (places.length > 0) {
    await sql`insert into pupil_place (school_id, person_id, year_group, class, phase, from_day)
      select ${school}::uuid, x.* from jsonb_to_recordset(${JSON.stringify(places)}::jsonb) as x(person uuid, "yearGroup" text, class text, phase text, "from" date)`.execute(tx);
  }
  return rows.map(row => row.id);
}

/** Says what people are from a day on. */
export async function addKinds(tx: Tx, school: string, kinds: readonly { readonly person: string; readonly kind: string; readonly from: string }[]): Promise<void> {
  await sql`insert into person_kind (school_id, person_id, kind, from_day)
    select ${school}::uuid, x.* from jsonb_to_recordset(${JSON.stringify(kinds)}::jsonb) as x(person uuid, kind text, "from" date) on conflict do nothing`.execute(tx);
}

/** The kinds people are on a day, each with the day it began. All people, or these alone. */
export async function listKindsSince(tx: Tx, ask: { readonly day: string; readonly ids?: readonly string[] }): Promise<{ person: string; kind: string; from: string }[]> {
  const rows = await sql<{ person: string; kind: string; from: string }>`
    select person_id as person, kind, from_day as "from" from person_kind
    where from_day <= ${ask.day} and (until_day is null or until_day >= ${ask.day}) and (${ask.ids ?? null}::uuid[] is null or person_id = any(${ask.ids ?? []}::uuid[]))`.execute(tx);
  return rows.rows;
}

/** Sets or clears the last day of a person. False where it stood so already. */
export async function setLeft(tx: Tx, person: string, on: string | null): Promise<boolean> {
  return Number((await sql`update person set left_on = ${on}::date where id = ${person} and left_on is distinct from ${on}::date`.execute(tx)).numAffectedRows ?? 0) > 0;
}

/** Names that a reading transaction has asked for already: within one picture of the school they stay as they are. */
const namesRead = new WeakMap<Tx, Map<string, string>>();

/** The names of people by their ids, whether or not they are still here. */
export async function namesOf(tx: Tx, ids: readonly string[]): Promise<Map<string, string>> {
  const known = namesRead.get(tx) ?? new Map<string, string>();
  if (isReading(tx)) namesRead.set(tx, known);
  const wanted = [...new Set(ids)].filter(id => !known.has(id));
  const found = wanted.length === 0 ? [] : await rows(tx, sql<{ id: string; name: string }>`select id, given_name || ' ' || family_name as name from person where id = any(${wanted}::uuid[])`);
  for (const { id, name } of found) known.set(id, name);
  return new Map(ids.flatMap(id => { const name = known.get(id); return name === undefined ? [] : [[id, name]]; }));
}

export async function addGuardians(tx: Tx, school: string, guardians: readonly Guardian[]): Promise<void> {
  await sql`insert into guardian (school_id, child_id, parent_id, relation, may_agree, no_contact)
    select ${school}::uuid, x.* from jsonb_to_recordset(${JSON.stringify(guardians)}::jsonb)
      as x("childId" uuid, "parentId" uuid, relation text, "mayAgree" boolean, "noContact" boolean) on conflict do nothing`.execute(tx);
}

/**
 * Families: the guardians of these children, or the children of these parents, with what each may on a day. Without a day
 * every limit on record counts, those to come and those that are over too.
 */
export function listGuardians(tx: Tx, of: { readonly children?: readonly string[]; readonly parents?: readonly string[]; readonly day?: string }): Promise<Guardian[]> {
  const day = of.day ?? null;
  const off = sql`coalesce(g.limits_from > ${day}::date or g.limits_until < ${day}::date, false)`;
  const read = () => rows(tx, sql<Guardian>`
    select g.child_id as "childId", g.parent_id as "parentId", g.relation, g.no_contact and not ${off} as "noContact", ((g.may_agree and not g.no_contact) or ${off}) and (f.looked_after is not true or g.named) as "mayAgree"
    from guardian g left join family_record f on f.child_id = g.child_id
    where g.child_id = any(${of.children ?? []}::uuid[]) or g.parent_id = any(${of.parents ?? []}::uuid[]) order by g.child_id, g.contact_order, g.parent_id limit 5000`);
  // Why: most features ask for the reader's own children, on one page.
  return of.parents?.length === 1 && !of.children ? remember(tx, `children of ${of.parents[0]} ${day}`, read) : read();
}

/** What a person is and was. */
export async function listKindSpans(tx: Tx, person: string): Promise<KindSpan[]> {
  return (await sql<KindSpan>`select kind, from_day as "from", until_day as until from person_kind where person_id = ${person} order by from_day desc, kind limit 100`.execute(tx)).rows;
}

/** The classes of a day, each once; those with somebody of a kind in them, where one is named. */
export async function listClasses(tx: Tx, day: string, kind?: string): Promise<string[]> {
  return (await sql<{ class: string }>`select distinct class from pupil_place s where from_day <= ${day} and (until_day is null or until_day >= ${day})
    and (${kind ?? null}::text is null or exists (select from person_kind k where k.person_id = s.person_id and k.kind = ${kind ?? null} and k.from_day <= ${day} and (k.until_day is null or k.until_day >= ${day}))) order by class limit 500`.execute(tx)).rows.map(row => row.class).sort(inOrder);
}

/** How many people are here of each kind on a day. */
export async function countKinds(tx: Tx, day: string): Promise<Map<string, number>> {
  const found = await sql<{ kind: string; n: number }>`select k.kind, count(distinct k.person_id) as n from person_kind k join person p on p.id = k.person_id
    where k.from_day <= ${day} and (k.until_day is null or k.until_day >= ${day}) and p.joined_on <= ${day} and (p.left_on is null or p.left_on >= ${day}) group by k.kind`.execute(tx);
  return new Map(found.rows.map(row => [row.kind, row.n]));
}

/** Who has this address, or null. */
export async function personWithEmail(tx: Tx, email: string): Promise<string | null> {
  return (await sql<{ id: string }>`select id from person where lower(email) = lower(${email}) order by left_on desc nulls first limit 1`.execute(tx)).rows[0]?.id ?? null;
}

/** Everybody who is here on a day and has this address: a family or an office may share one. Five at most. */
export async function peopleWithEmail(tx: Tx, email: string, day: string): Promise<string[]> {
  const found = await sql<{ id: string }>`select id from person where lower(email) = lower(${email}) and joined_on <= ${day} and (left_on is null or left_on >= ${day}) order by id limit 5`.execute(tx);
  return found.rows.map(row => row.id);
}

/** Puts a name or an address right. */
export async function setName(tx: Tx, person: { id: string; givenName: string; familyName: string; email: string | null }): Promise<void> {
  await sql`update person set given_name = ${person.givenName}, family_name = ${person.familyName}, email = ${person.email} where id = ${person.id}`.execute(tx);
}

/** Takes a person's name and address away and keeps the bare id, so that what was signed still stands. */
export async function erase(tx: Tx, person: string): Promise<void> {
  await sql`update person set given_name = 'Erased', family_name = 'person', email = null where id = ${person}`.execute(tx);
  await sql`delete from guardian where child_id = ${person} or parent_id = ${person}`.execute(tx);
  await sql`delete from pupil_place where person_id = ${person}`.execute(tx);
}
