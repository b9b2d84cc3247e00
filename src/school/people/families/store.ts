/** The tables of families: family_record, family_change, family_query, and what guardian says beside the tie itself. */
import { firstRow, rows, sql, type Tx } from '../../../platform/database/index.ts';
import type { Adult, ChangeKind, FamilyQuery, FamilyRecord, KeptChange, Standing } from './words.ts';

interface Row {
  parent_id: string; relation: string; standing: Standing; organisation: string; contact_order: number; may_agree: boolean; no_contact: boolean; court_order: boolean; named: boolean;
  limits_from: string | null; limits_until: string | null; source: string; review_on: string | null;
}

const adultOf = (row: Row): Adult => ({
  parent: row.parent_id, relation: row.relation, standing: row.standing, organisation: row.organisation, order: row.contact_order, mayAgree: row.may_agree, noContact: row.no_contact,
  courtOrder: row.court_order, named: row.named, from: row.limits_from, until: row.limits_until, source: row.source, reviewOn: row.review_on,
});

/** A child's record; the plain one where nothing was noted. */
export async function readRecord(tx: Tx, child: string): Promise<FamilyRecord> {
  const rule = await firstRow(tx, sql<Omit<FamilyRecord, 'adults'>>`select agree, looked_after as "lookedAfter", separate_homes as "separateHomes", note, review_on as "reviewOn" from family_record where child_id = ${child}`);
  const adults = await rows(tx, sql<Row>`select g.* from guardian g join person p on p.id = g.parent_id where g.child_id = ${child} order by g.contact_order, p.family_name, p.given_name, p.id limit 100`);
  return { ...(rule ?? { agree: 'one', lookedAfter: false, separateHomes: false, note: '', reviewOn: null }), adults: adults.map(adultOf) };
}

/** Puts a record in the place of the one that stands; an adult who is not in it is no longer of this family. */
export async function writeRecord(tx: Tx, of: { school: string; child: string }, record: FamilyRecord): Promise<void> {
  await sql`insert into family_record (school_id, child_id, agree, looked_after, separate_homes, note, review_on)
    values (${of.school}, ${of.child}, ${record.agree}, ${record.lookedAfter}, ${record.separateHomes}, ${record.note}, ${record.reviewOn}::date)
    on conflict (child_id) do update set agree = excluded.agree, looked_after = excluded.looked_after, separate_homes = excluded.separate_homes, note = excluded.note, review_on = excluded.review_on`.execute(tx);
  await sql`delete from guardian where child_id = ${of.child} and not parent_id = any(${record.adults.map(adult => adult.parent)}::uuid[])`.execute(tx);
  await sql`insert into guardian (school_id, child_id, parent_id, relation, standing, organisation, contact_order, may_agree, no_contact, court_order, named, limits_from, limits_until, source, review_on)
    select ${of.school}::uuid, ${of.child}::uuid, x.* from jsonb_to_recordset(${JSON.stringify(record.adults)}::jsonb) as x(parent uuid, relation text, standing text, organisation text, "order" integer,
      "mayAgree" boolean, "noContact" boolean, "courtOrder" boolean, named boolean, "from" date, "until" date, source text, "reviewOn" date)
    on conflict (child_id, parent_id) do update set relation = excluded.relation, standing = excluded.standing, organisation = excluded.organisation, contact_order = excluded.contact_order,
      may_agree = excluded.may_agree, no_contact = excluded.no_contact, court_order = excluded.court_order, named = excluded.named, limits_from = excluded.limits_from,
      limits_until = excluded.limits_until, source = excluded.source, review_on = excluded.review_on`.execute(tx);
}

interface Change { school: string; id: string; child: string; what: ChangeKind; before: FamilyRecord; after: FamilyRecord; by: string; at: Date }

export async function addChange(tx: Tx, change: Change): Promise<void> {
  await sql`insert into family_change (school_id, id, child_id, what, before, after, by_id, at)
    values (${change.school}, ${change.id}, ${change.child}, ${change.what}, ${JSON.stringify(change.before)}::jsonb, ${JSON.stringify(change.after)}::jsonb, ${change.by}, ${change.at})`.execute(tx);
}

/** The history of a child's record, newest first. */
export const listChanges = (tx: Tx, child: string, page: { limit: number; offset: number }): Promise<KeptChange[]> =>
  rows(tx, sql<KeptChange>`select id, what, before, after, by_id as by, at, undone from family_change where child_id = ${child} order by at desc, id desc limit ${page.limit} offset ${page.offset}`);

/** The newest change that was not taken back, with what it was before and after; null where there is none, or its words were erased. */
export async function lastChange(tx: Tx, child: string): Promise<{ id: string; what: ChangeKind; before: FamilyRecord; after: FamilyRecord } | null> {
  const found = await firstRow(tx, sql<Pick<KeptChange, 'id' | 'what' | 'before' | 'after'>>`
    select id, what, before, after from family_change where child_id = ${child} and not undone order by at desc, id desc limit 1`);
  return found?.before && found.after ? { ...found, before: found.before, after: found.after } : null;
}

export async function markUndone(tx: Tx, id: string): Promise<void> {
  await sql`update family_change set undone = true where id = ${id}`.execute(tx);
}

/** Children whose adults must all agree, each with those who may today: of these children, or of everybody. */
export const listBoth = (tx: Tx, of: { day: string; children?: readonly string[] | undefined }): Promise<{ child: string; adults: string[] }[]> =>
  rows(tx, sql<{ child: string; adults: string[] }>`
    select f.child_id as child, coalesce(array_agg(g.parent_id order by g.parent_id) filter (where g.parent_id is not null), '{}') as adults
    from family_record f left join guardian g on g.child_id = f.child_id
      and ((g.may_agree and not g.no_contact) or g.limits_from > ${of.day}::date or g.limits_until < ${of.day}::date) and (not f.looked_after or g.named)
      and exists (select from person p where p.id = g.parent_id and p.joined_on <= ${of.day}::date and (p.left_on is null or p.left_on >= ${of.day}::date))
    where f.agree = 'both' and (${of.children ?? null}::uuid[] is null or f.child_id = any(${[...(of.children ?? [])]}::uuid[]))
    group by f.child_id limit 100000`);

/** Of these children, those whose adults live in separate homes. */
export const listApart = async (tx: Tx, children: readonly string[]): Promise<string[]> =>
  (await rows(tx, sql<{ child: string }>`select child_id as child from family_record where separate_homes and child_id = any(${[...children]}::uuid[])`)).map(row => row.child);

/** Children whose record is to be looked at again by a day, the longest overdue first. */
export const listReviews = (tx: Tx, of: { day: string; limit: number }): Promise<{ child: string; name: string; on: string }[]> =>
  rows(tx, sql<{ child: string; name: string; on: string }>`
    select p.id as child, p.given_name || ' ' || p.family_name as name, min(due.on_day) as "on" from person p join (
      select child_id, review_on as on_day from family_record where review_on <= ${of.day}::date
      union all select child_id, review_on from guardian where review_on <= ${of.day}::date) due on due.child_id = p.id
    where p.left_on is null or p.left_on >= ${of.day}::date group by p.id order by 3, 2 limit ${of.limit}`);

/** Notes what a parent says is wrong. False when the same page was sent before. */
export async function addQuery(tx: Tx, query: { school: string; id: string; child: string; by: string; says: string; at: Date; once: string }): Promise<boolean> {
  const added = await sql<{ id: string }>`insert into family_query (school_id, id, child_id, by_id, says, at, once)
    values (${query.school}, ${query.id}, ${query.child}, ${query.by}, ${query.says}, ${query.at}, ${query.once}) on conflict (school_id, once) do nothing returning id`.execute(tx);
  return added.rows.length > 0;
}

const queries = sql`select id, child_id as child, by_id as by, says, at, done_at as "doneAt" from family_query`;

/** What parents say is wrong: what is open, oldest first, or what is done, newest first. */
export const listQueries = (tx: Tx, of: { done: boolean; limit: number; offset: number }): Promise<FamilyQuery[]> =>
  rows(tx, of.done ? sql<FamilyQuery>`${queries} where done_at is not null order by done_at desc, id limit ${of.limit} offset ${of.offset}`
    : sql<FamilyQuery>`${queries} where done_at is null order by at, id limit ${of.limit} offset ${of.offset}`);

export const countQueries = async (tx: Tx, done: boolean): Promise<number> =>
  (await firstRow(tx, sql<{ n: number }>`select count(*) as n from family_query where (done_at is not null) = ${done}`))!.n;

export const findQuery = async (tx: Tx, id: string): Promise<FamilyQuery | null> => (await firstRow(tx, sql<FamilyQuery>`${queries} where id = ${id}`)) ?? null;

/** Ticks a query off, or takes the tick back. False where it stood so already. */
export async function setQueryDone(tx: Tx, id: string, done: { by: string; at: Date } | null): Promise<boolean> {
  const changed = await sql`update family_query set done_by = ${done?.by ?? null}::uuid, done_at = ${done?.at ?? null}::timestamptz where id = ${id} and (done_at is null) = ${done !== null}`.execute(tx);
  return Number(changed.numAffectedRows ?? 0) > 0;
}

/** What families keep of somebody, for a subject access request: never another adult's words, and no note about a court. */
export const familyWordsOf = (tx: Tx, person: string): Promise<unknown[]> =>
  rows(tx, sql`select child_id as child, says, at, done_at as "doneAt" from family_query where by_id = ${person} order by at limit 1000`);

/** Forgets what families keep of a person: as a child all of it, as an adult their place in any history. */
export async function forgetFamily(tx: Tx, person: string): Promise<void> {
  await sql`delete from family_query where child_id = ${person} or by_id = ${person}`.execute(tx);
  await sql`delete from family_change where child_id = ${person}`.execute(tx);
  await sql`update family_change set before = null, after = null where before @> ${JSON.stringify({ adults: [{ parent: person }] })}::jsonb or after @> ${JSON.stringify({ adults: [{ parent: person }] })}::jsonb`.execute(tx);
  await sql`delete from family_record where child_id = ${person}`.execute(tx);
}
