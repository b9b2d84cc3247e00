/** The tables of posters: policy_poster, and policy_poster_place with the register of places. */
import { firstRow, rows, sql, type Tx } from '../../../platform/database/index.ts';
import { newId } from '../../../platform/ids.ts';
import type { Place, Poster } from './words.ts';

const asPoster = sql`id, policy, title, audience, clauses, made_at as "madeAt", retired_on as "retiredOn"`;
const asPlace = sql`id, poster_id as poster, place, edition_id as "editionId", edition, put_up_by as "putUpBy", put_up_on as "putUpOn", checked_by as "checkedBy", checked_on as "checkedOn", taken_down_on as "takenDownOn"`;

/** Posters by title, those out of use last. */
export async function listPosters(tx: Tx): Promise<Poster[]> {
  return rows(tx, sql<Poster>`select ${asPoster} from policy_poster order by retired_on nulls first, lower(title), id limit 1000`);
}

export async function findPoster(tx: Tx, id: string): Promise<Poster | null> {
  return (await firstRow(tx, sql<Poster>`select ${asPoster} from policy_poster where id = ${id}`)) ?? null;
}

export async function addPoster(tx: Tx, poster: { school: string; policy: string; title: string; audience: string; clauses: readonly string[]; by: string | null; at: Date }): Promise<string> {
  const id = newId();
  await sql`insert into policy_poster (school_id, id, policy, title, audience, clauses, made_by, made_at)
    values (${poster.school}, ${id}, ${poster.policy}, ${poster.title}, ${poster.audience}, ${[...poster.clauses]}::text[], ${poster.by}, ${poster.at})`.execute(tx);
  return id;
}

export async function setRetired(tx: Tx, id: string, on: string | null): Promise<void> {
  await sql`update policy_poster set retired_on = ${on}::date where id = ${id}`.execute(tx);
}

const MOST_PLACES = 5000;

/** Where copies hang; with `all`, also where they hung. The newest first. */
export async function listPlaces(tx: Tx, of: { readonly poster?: string; readonly all?: boolean } = {}): Promise<Place[]> {
  return rows(tx, sql<Place>`select ${asPlace} from policy_poster_place where (${of.poster ?? null}::uuid is null or poster_id = ${of.poster ?? null}::uuid) and (${of.all ?? false} or taken_down_on is null)
    order by taken_down_on desc nulls first, lower(place), put_up_on desc, id limit ${MOST_PLACES}`);
}

export async function findPlace(tx: Tx, id: string): Promise<Place | null> {
  return (await firstRow(tx, sql<Place>`select ${asPlace} from policy_poster_place where id = ${id}`)) ?? null;
}

export async function addPlace(tx: Tx, place: { school: string; poster: string; place: string; editionId: string; edition: number; by: string | null; on: string }): Promise<string> {
  const id = newId();
  await sql`insert into policy_poster_place (school_id, id, poster_id, place, edition_id, edition, put_up_by, put_up_on)
    values (${place.school}, ${id}, ${place.poster}, ${place.place}, ${place.editionId}, ${place.edition}, ${place.by}, ${place.on}::date)`.execute(tx);
  return id;
}

export async function setChecked(tx: Tx, id: string, of: { by: string | null; on: string }): Promise<void> {
  await sql`update policy_poster_place set checked_by = ${of.by}, checked_on = ${of.on}::date where id = ${id} and taken_down_on is null`.execute(tx);
}

/** A copy comes down, or is found to hang still. */
export async function setTakenDown(tx: Tx, id: string, of: { by: string | null; on: string | null }): Promise<void> {
  await sql`update policy_poster_place set taken_down_by = ${of.by}, taken_down_on = ${of.on}::date where id = ${id}`.execute(tx);
}

/** Everything kept of what a person did with posters. */
export async function exportPlaces(tx: Tx, person: string): Promise<unknown[]> {
  return rows(tx, sql<object>`select place, edition, put_up_on as "putUpOn", checked_on as "checkedOn", taken_down_on as "takenDownOn" from policy_poster_place
    where put_up_by = ${person} or checked_by = ${person} or taken_down_by = ${person} order by put_up_on limit 1000`);
}

/** Forgets who did it; the place and its days stay. */
export async function forgetInPlaces(tx: Tx, person: string): Promise<void> {
  await sql`update policy_poster_place set put_up_by = nullif(put_up_by, ${person}::uuid), checked_by = nullif(checked_by, ${person}::uuid), taken_down_by = nullif(taken_down_by, ${person}::uuid)
    where ${person}::uuid in (put_up_by, checked_by, taken_down_by)`.execute(tx);
  await sql`update policy_poster set made_by = null where made_by = ${person}`.execute(tx);
}
