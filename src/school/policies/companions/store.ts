/** The tables of companion documents: policy_companion, and policy_companion_check with every look at an address. */
import { firstRow, rows, sql, type Tx } from '../../../platform/database/index.ts';
import { newId } from '../../../platform/ids.ts';
import type { Companion, CompanionGiven, Look } from './words.ts';

const asCompanion = sql`id, policy, kind, title, owner, address, own_policy as "ownPolicy", clause, open_first as "openFirst", stops_publishing as "stopsPublishing",
  removed_at as "removedAt", state, fault, checked_at as "checkedAt"`;

const MOST = 500;

/** The entries of a policy, or of all, by title; those removed come last. */
export async function listCompanions(tx: Tx, of: { readonly policy?: string; readonly removed?: boolean } = {}): Promise<Companion[]> {
  return rows(tx, sql<Companion>`select ${asCompanion} from policy_companion
    where (${of.policy ?? null}::text is null or policy = ${of.policy ?? null}) and (${of.removed ?? false} or removed_at is null)
    order by removed_at nulls first, kind, lower(title), id limit ${MOST}`);
}

export async function findCompanion(tx: Tx, id: string): Promise<Companion | null> {
  return (await firstRow(tx, sql<Companion>`select ${asCompanion} from policy_companion where id = ${id}`)) ?? null;
}

export async function addCompanion(tx: Tx, entry: CompanionGiven & { readonly school: string; readonly policy: string; readonly by: string | null; readonly at: Date }): Promise<string> {
  const id = newId();
  await sql`insert into policy_companion (school_id, id, policy, kind, title, owner, address, own_policy, clause, open_first, stops_publishing, added_by, added_at, next_check)
    values (${entry.school}, ${id}, ${entry.policy}, ${entry.kind}, ${entry.title}, ${entry.owner}, ${entry.address}, ${entry.ownPolicy}, ${entry.clause}, ${entry.openFirst}, ${entry.stopsPublishing},
      ${entry.by}, ${entry.at}, ${entry.address === null ? null : entry.at})`.execute(tx);
  return id;
}

/** Puts an entry right. Another address is looked at anew. */
export async function setCompanion(tx: Tx, id: string, entry: CompanionGiven & { readonly at: Date }): Promise<void> {
  await sql`update policy_companion set kind = ${entry.kind}, title = ${entry.title}, owner = ${entry.owner}, own_policy = ${entry.ownPolicy}, clause = ${entry.clause},
    open_first = ${entry.openFirst}, stops_publishing = ${entry.stopsPublishing},
    state = case when address is distinct from ${entry.address}::text then 'unchecked' else state end, fault = case when address is distinct from ${entry.address}::text then null else fault end,
    next_check = case when ${entry.address}::text is null then null when address is distinct from ${entry.address}::text then ${entry.at}::timestamptz else next_check end, address = ${entry.address}::text
    where id = ${id}`.execute(tx);
}

export async function setRemoved(tx: Tx, id: string, at: Date | null): Promise<void> {
  await sql`update policy_companion set removed_at = ${at} where id = ${id}`.execute(tx);
}

/** The addresses to be looked at by now, the longest waiting first. */
export async function dueForALook(tx: Tx, now: Date, limit: number): Promise<Companion[]> {
  return rows(tx, sql<Companion>`select ${asCompanion} from policy_companion where removed_at is null and address is not null and next_check <= ${now} order by next_check, id limit ${limit}`);
}

/** Asks for a look at once, at one address or at all of a policy. */
export async function lookSoon(tx: Tx, of: { readonly policy: string; readonly at: Date }): Promise<number> {
  const done = await sql`update policy_companion set next_check = ${of.at} where policy = ${of.policy} and removed_at is null and address is not null`.execute(tx);
  return Number(done.numAffectedRows ?? 0);
}

/** Notes a look, unless the address was changed meanwhile. False then. */
export async function noteLook(tx: Tx, of: { readonly school: string; readonly companion: string; readonly look: Look; readonly next: Date }): Promise<boolean> {
  const { school, companion, look, next } = of;
  const done = await sql`update policy_companion set state = ${look.state}, fault = ${look.fault}, checked_at = ${look.at}, next_check = ${next}
    where id = ${companion} and address = ${look.address} and removed_at is null`.execute(tx);
  if (Number(done.numAffectedRows ?? 0) === 0) return false;
  await sql`insert into policy_companion_check (school_id, id, companion_id, address, at, state, status, fault)
    values (${school}, ${newId()}, ${companion}, ${look.address}, ${look.at}, ${look.state}, ${look.status}, ${look.fault})`.execute(tx);
  return true;
}

/** The last looks at a document, newest first. */
export async function listLooks(tx: Tx, companion: string): Promise<Look[]> {
  return rows(tx, sql<Look>`select address, at, state, status, fault from policy_companion_check where companion_id = ${companion} order by at desc, id desc limit 20`);
}
