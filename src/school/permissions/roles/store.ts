/** The table of roles: role_holder. */
import { firstRow, rows, sql, type Tx } from '../../../platform/database/index.ts';
import { newId } from '../../../platform/ids.ts';
import type { Named } from './words.ts';

const asNamed = sql`id, role, person_id as person, from_day as "from", until_day as until, reason, named_by as by, named_at as at, ended_at as "endedAt", ended_by as "endedBy", ended_reason as "endedReason"`;

export async function addNamed(tx: Tx, of: Pick<Named, 'role' | 'from' | 'until' | 'reason' | 'at'> & { school: string; person: string; by: string }): Promise<string> {
  const id = newId();
  await sql`insert into role_holder (school_id, id, role, person_id, from_day, until_day, reason, named_by, named_at)
    values (${of.school}, ${id}, ${of.role}, ${of.person}, ${of.from}::date, ${of.until}::date, ${of.reason}, ${of.by}, ${of.at})`.execute(tx);
  return id;
}

/** Sets the last day of lines that are over because their measure is, and that nobody had given one. */
export async function closeOver(tx: Tx, lines: readonly { readonly id: string; readonly last: string }[]): Promise<void> {
  for (const { id, last } of lines) await sql`update role_holder set until_day = greatest(from_day, ${last}::date) where id = ${id} and until_day is null`.execute(tx);
}

/** Whether the database refused a line because somebody is on the list for these days already: another named them at the same moment. */
export const isTwice = (fault: unknown): boolean => (fault as { code?: string; constraint?: string }).code === '23P01' && (fault as { constraint?: string }).constraint === 'role_holder_once';

const MOST = 2_000;

/** Everybody who was ever named for a role, or for any (null), the newest first. */
export async function listNamed(tx: Tx, role: string | null): Promise<Named[]> {
  return rows(tx, sql<Named>`select ${asNamed} from role_holder where (${role}::text is null or role = ${role}) order by from_day desc, id desc limit ${MOST}`);
}

export async function findNamed(tx: Tx, id: string): Promise<Named | null> {
  return (await firstRow(tx, sql<Named>`select ${asNamed} from role_holder where id = ${id}`)) ?? null;
}

/** Every line about one person. */
export async function namedOf(tx: Tx, person: string): Promise<Named[]> {
  return rows(tx, sql<Named>`select ${asNamed} from role_holder where person_id = ${person} order by from_day desc, id desc limit 200`);
}

/** Roles that somebody was ever named for. */
export async function rolesListed(tx: Tx): Promise<string[]> {
  return (await rows(tx, sql<{ role: string }>`select distinct role from role_holder limit 200`)).map(row => row.role);
}

/** Ends a line. False where it had been already. */
export async function endNamed(tx: Tx, of: { id: string; by: string; reason: string; at: Date }): Promise<boolean> {
  return Number((await sql`update role_holder set ended_at = ${of.at}, ended_by = ${of.by}, ended_reason = ${of.reason} where id = ${of.id} and ended_at is null`.execute(tx)).numAffectedRows ?? 0) > 0;
}

export async function exportRoles(tx: Tx, person: string): Promise<unknown> {
  return rows(tx, sql<object>`select role, from_day as "from", until_day as until, reason, named_at as "namedAt", ended_at as "endedAt", ended_reason as "endedReason" from role_holder where person_id = ${person} order by from_day limit 1000`);
}

/** Forgets a person: their own lines go, and their name beside those of others. */
export async function forgetInRoles(tx: Tx, person: string): Promise<void> {
  await sql`delete from role_holder where person_id = ${person}`.execute(tx);
  await sql`update role_holder set named_by = nullif(named_by, ${person}::uuid), ended_by = nullif(ended_by, ${person}::uuid) where ${person}::uuid in (named_by, ended_by)`.execute(tx);
}
