/** A kept difference becomes true: each step one statement that reads the rows where they lie, so that 60,000 people cost what 60 do in questions asked. */
import { sql, type RawBuilder, type Tx } from '../../../../platform/database/index.ts';

interface Of {
  readonly school: string;
  readonly id: string;
  readonly source: string;
  readonly today: string;
}

const of = ({ id }: Of, deed: string): RawBuilder<unknown> => sql`person_import_row r where r.import_id = ${id} and r.deed = ${deed}`;
const words = (field: string): RawBuilder<unknown> => sql`jsonb_array_elements_text(r.data #> ${`{${field}}`}::text[])`;

/** New people, and those who are here again. */
export async function joinPeople(tx: Tx, given: Of): Promise<void> {
  await sql`insert into person (school_id, id, given_name, family_name, email, joined_on, left_on)
    select r.school_id, r.person_id, r.data->>'givenName', r.data->>'familyName', r.data->>'email', (r.data->>'joinedOn')::date, (r.data->>'leftOn')::date from ${of(given, 'join')} and not (r.data->>'again')::boolean`.execute(tx);
  await sql`update person p set given_name = r.data->>'givenName', family_name = r.data->>'familyName', email = coalesce(r.data->>'email', p.email), left_on = (r.data->>'leftOn')::date
    from ${of(given, 'join')} and (r.data->>'again')::boolean and p.id = r.person_id`.execute(tx);
  // Why: somebody who comes back is what the file says now, not what they were then.
  await sql`update person_kind k set until_day = greatest(k.from_day, ${given.today}::date - 1) from ${of(given, 'join')} and (r.data->>'again')::boolean
    and k.person_id = r.person_id and k.until_day is null and not r.data->'kinds' ? k.kind`.execute(tx);
  await sql`insert into person_kind (school_id, person_id, kind, from_day)
    select r.school_id, r.person_id, told.kind, case when (r.data->>'again')::boolean then ${given.today}::date else (r.data->>'joinedOn')::date end from person_import_row r, ${words('kinds')} as told(kind)
    where r.import_id = ${given.id} and r.deed = 'join' and not exists (select from person_kind k where k.person_id = r.person_id and k.kind = told.kind and k.until_day is null)
    on conflict (person_id, kind, from_day) do update set until_day = null`.execute(tx);
  await seat(tx, given, { deed: 'join', at: 'place', from: sql`case when (r.data->>'again')::boolean then ${given.today}::date else (r.data->>'joinedOn')::date end` });
}

/** Where pupils sit from a day on; where they sat ends the day before. */
async function seat(tx: Tx, given: Of, { deed, at, from }: { deed: string; at: string; from: RawBuilder<unknown> }): Promise<void> {
  const place = sql`r.data #> ${`{${at}}`}::text[]`;
  await sql`update pupil_place s set until_day = ${given.today}::date - 1 from ${of(given, deed)} and jsonb_typeof(${place}) = 'object'
    and s.person_id = r.person_id and s.from_day < ${given.today} and (s.until_day is null or s.until_day >= ${given.today})`.execute(tx);
  await sql`insert into pupil_place (school_id, person_id, year_group, class, phase, from_day)
    select r.school_id, r.person_id, ${place}->>'yearGroup', ${place}->>'class', ${place}->>'phase', ${from} from ${of(given, deed)} and jsonb_typeof(${place}) = 'object'
    on conflict (person_id, from_day) do update set year_group = excluded.year_group, class = excluded.class, phase = excluded.phase, until_day = null`.execute(tx);
}

/** Names, addresses, kinds and classes of people who are here. What ends, ends yesterday; what began today and ends is as if it had not been. */
export async function changePeople(tx: Tx, given: Of): Promise<void> {
  await sql`update person p set given_name = r.data#>>'{set,givenName}', family_name = r.data#>>'{set,familyName}', email = r.data#>>'{set,email}', left_on = greatest((r.data#>>'{set,leftOn}')::date, p.joined_on)
    from ${of(given, 'change')} and p.id = r.person_id`.execute(tx);
  const ended = sql`from ${of(given, 'change')} and k.person_id = r.person_id and r.data#>'{set,endKinds}' ? k.kind and (k.until_day is null or k.until_day >= ${given.today})`;
  await sql`update person_kind k set until_day = ${given.today}::date - 1 ${ended} and k.from_day < ${given.today}`.execute(tx);
  await sql`delete from person_kind k using ${of(given, 'change')} and k.person_id = r.person_id and r.data#>'{set,endKinds}' ? k.kind and k.from_day >= ${given.today}`.execute(tx);
  await sql`insert into person_kind (school_id, person_id, kind, from_day)
    select r.school_id, r.person_id, told.kind, ${given.today}::date from person_import_row r, ${words('set,addKinds')} as told(kind) where r.import_id = ${given.id} and r.deed = 'change'
    on conflict (person_id, kind, from_day) do update set until_day = null`.execute(tx);
  await sql`update pupil_place s set until_day = greatest(s.from_day, ${given.today}::date - 1) from ${of(given, 'change')} and (r.data#>>'{set,endPlace}')::boolean and s.person_id = r.person_id and s.until_day is null`.execute(tx);
  await seat(tx, given, { deed: 'change', at: 'set,place', from: sql`${given.today}::date` });
}

/** The last day of those who leave. */
export async function leavePeople(tx: Tx, given: Of): Promise<void> {
  await sql`update person p set left_on = (r.data->>'on')::date from ${of(given, 'leave')} and p.id = r.person_id`.execute(tx);
}

/** Whom the file calls by which number from now on. */
export async function keepNumbers(tx: Tx, given: Of): Promise<void> {
  await sql`insert into person_external_id (school_id, source, external_id, person_id)
    select r.school_id, ${given.source}, r.data->>'key', r.person_id from person_import_row r where r.import_id = ${given.id} and r.deed in ('join', 'known')
    on conflict do nothing`.execute(tx);
}

/** Families. A tie that stands keeps what was noted beside it. */
export async function tieFamilies(tx: Tx, given: Of): Promise<void> {
  await sql`insert into guardian (school_id, child_id, parent_id, relation, may_agree)
    select r.school_id, (r.data->>'child')::uuid, (r.data->>'parent')::uuid, left(r.data->>'relation', 60), (r.data->>'mayAgree')::boolean from ${of(given, 'tie')} on conflict do nothing`.execute(tx);
}

export interface Done {
  readonly person: string;
  readonly on: string;
  readonly kinds: string;
  readonly again: boolean;
}

/** Whom a deed is about, for the logbook and the bulletin: so many from a place on. */
export async function doneTo(tx: Tx, given: Of, ask: { deed: 'join' | 'change' | 'leave' | 'tie'; offset: number; limit: number }): Promise<Done[]> {
  return (await sql<Done>`select coalesce(r.person_id::text, r.data->>'child') as person, coalesce(r.data->>'on', r.data->>'joinedOn', r.data->>'parent', ${given.today}) as "on",
    coalesce((select string_agg(kind, ', ') from jsonb_array_elements_text(case when jsonb_typeof(r.data->'kinds') = 'array' then r.data->'kinds' else '[]' end) as kind), '') as kinds, coalesce((r.data->>'again')::boolean, false) as again
    from ${of(given, ask.deed)} order by r.n limit ${ask.limit} offset ${ask.offset}`.execute(tx)).rows;
}
