/** Supply staff and their one-time links: supply_stint and supply_link. */
import { firstRow, rows, sql, type Tx } from '../../../platform/database/index.ts';
import { newId, newToken, sha256 } from '../../../platform/ids.ts';
import type { Stint } from '../words.ts';

const asStint = sql`s.id, s.person_id as person, s.agency, s.from_day as "from", s.until_day as until, s.classes, s.host_id as host`;

export async function addStint(tx: Tx, school: string, stint: Omit<Stint, 'id'> & { readonly by: string | null; readonly at: Date }): Promise<string> {
  const id = newId();
  await sql`insert into supply_stint (school_id, id, person_id, agency, from_day, until_day, classes, host_id, made_by, made_at)
    values (${school}, ${id}, ${stint.person}, ${stint.agency}, ${stint.from}, ${stint.until}, ${stint.classes}, ${stint.host}, ${stint.by}, ${stint.at})`.execute(tx);
  return id;
}

export async function findStint(tx: Tx, id: string): Promise<Stint | null> {
  return (await firstRow(tx, sql<Stint>`select ${asStint} from supply_stint s where s.id = ${id}`)) ?? null;
}

/** The stints of somebody on a day. */
export async function stintOf(tx: Tx, person: string, day: string): Promise<Stint | null> {
  return (await firstRow(tx, sql<Stint>`select ${asStint} from supply_stint s where s.person_id = ${person} and s.from_day <= ${day} and s.until_day >= ${day} order by s.made_at desc limit 1`)) ?? null;
}

/** Stints that end on a day or later, the next first. */
export const listStints = (tx: Tx, ask: { from: string; limit: number; offset: number }): Promise<Stint[]> =>
  rows(tx, sql<Stint>`select ${asStint} from supply_stint s where s.until_day >= ${ask.from} and s.until_day >= s.from_day order by s.from_day, s.id limit ${ask.limit} offset ${ask.offset}`);

/** Ends a stint, and every link to it. */
export async function endStint(tx: Tx, of: { id: string; until: string; at: Date }): Promise<void> {
  await sql`update supply_stint set until_day = ${of.until} where id = ${of.id}`.execute(tx);
  await sql`update supply_link set expires_at = ${of.at} where stint_id = ${of.id} and expires_at > ${of.at}`.execute(tx);
}

/** A new link for a stint; those before it stop working. */
export async function addLink(tx: Tx, of: { school: string; stint: string; at: Date; expiresAt: Date }): Promise<string> {
  const token = newToken();
  await sql`update supply_link set expires_at = ${of.at} where stint_id = ${of.stint} and used_at is null and expires_at > ${of.at}`.execute(tx);
  await sql`insert into supply_link (school_id, id, stint_id, token_hash, made_at, expires_at) values (${of.school}, ${newId()}, ${of.stint}, ${sha256(token)}, ${of.at}, ${of.expiresAt})`.execute(tx);
  return token;
}

export interface FoundLink extends Stint {
  readonly usedAt: Date | null;
}

/** The stint behind a link. A link that was used still finds it until `after`, to show what it gave. */
export async function stintOfLink(tx: Tx, token: string, of: { now: Date; after: Date }): Promise<FoundLink | null> {
  return (await firstRow(tx, sql<FoundLink>`select ${asStint}, l.used_at as "usedAt" from supply_link l join supply_stint s on s.id = l.stint_id
    where l.token_hash = ${sha256(token)} and l.expires_at > ${of.now} and (l.used_at is null or l.used_at > ${of.after})`)) ?? null;
}

/** Uses a link up. False where it was used before. */
export async function useLink(tx: Tx, token: string, at: Date): Promise<boolean> {
  return Number((await sql`update supply_link set used_at = ${at} where token_hash = ${sha256(token)} and used_at is null and expires_at > ${at}`.execute(tx)).numAffectedRows ?? 0) > 0;
}

export const stintsOf = (tx: Tx, person: string): Promise<Stint[]> => rows(tx, sql<Stint>`select ${asStint} from supply_stint s where s.person_id = ${person} order by s.from_day limit 1000`);

/** Forgets where somebody came from and whom they met; that they were here, and when, stays. */
export async function forgetStints(tx: Tx, person: string): Promise<void> {
  await sql`update supply_stint set agency = '', classes = '', host_id = case when host_id = ${person} then null else host_id end where person_id = ${person}`.execute(tx);
  await sql`update supply_stint set host_id = null where host_id = ${person}`.execute(tx);
}
