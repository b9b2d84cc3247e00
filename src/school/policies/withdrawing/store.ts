/** The table of withdrawn policies: policy_withdrawal. */
import { firstRow, rows, sql, type Tx } from '../../../platform/database/index.ts';
import { newId } from '../../../platform/ids.ts';
import type { Withdrawal } from './words.ts';

const ROW = sql`select w.id, w.policy, w.last_edition as "lastEdition", w.from_day as "from", w.reason, w.told, w.told_people as "toldPeople", w.by_id as by, w.by_as as "as", w.at, w.undone_at as "undoneAt" from policy_withdrawal w`;

/** The withdrawal that stands for a policy: not taken back, and no later edition has brought the policy back. */
export const standingWithdrawal = async (tx: Tx, policy: string): Promise<Withdrawal | null> =>
  (await firstRow(tx, sql<Withdrawal>`${ROW} where w.policy = ${policy} and w.undone_at is null
    and not exists (select from policy_edition e where e.policy = w.policy and e.state = 'approved' and e.number > w.last_edition) order by w.at desc, w.id desc limit 1`)) ?? null;

/** Every withdrawal of a policy, the newest first. */
export const withdrawalsOf = (tx: Tx, policy: string): Promise<Withdrawal[]> => rows(tx, sql<Withdrawal>`${ROW} where w.policy = ${policy} order by w.at desc, w.id desc limit 50`);

/** Of two who withdraw a policy at once the second waits, and then sees that it is withdrawn. */
export async function holdWithdrawing(tx: Tx, school: string, policy: string): Promise<void> {
  await sql`select pg_advisory_xact_lock(hashtextextended('withdraw ' || ${school}::text || ' ' || ${policy}::text, 0))`.execute(tx);
}

export async function addWithdrawal(tx: Tx, school: string, one: Omit<Withdrawal, 'id' | 'undoneAt'>): Promise<string> {
  const id = newId();
  await sql`insert into policy_withdrawal (school_id, id, policy, last_edition, from_day, reason, told, told_people, by_id, by_as, at)
    values (${school}, ${id}, ${one.policy}, ${one.lastEdition}, ${one.from}, ${one.reason}, ${one.told}, ${one.toldPeople}, ${one.by}, ${one.as}, ${one.at})`.execute(tx);
  return id;
}

/** Takes a withdrawal back. False where it was taken back before. */
export async function undoWithdrawal(tx: Tx, id: string, of: { by: string; at: Date }): Promise<boolean> {
  return Number((await sql`update policy_withdrawal set undone_by = ${of.by}, undone_at = ${of.at} where id = ${id} and undone_at is null`.execute(tx)).numAffectedRows ?? 0) > 0;
}

/** The withdrawals somebody made, for a subject access request. */
export const withdrawalsBy = (tx: Tx, person: string): Promise<unknown[]> =>
  rows(tx, sql`select policy, from_day as "from", reason, at, undone_at as "undoneAt" from policy_withdrawal where by_id = ${person} or undone_by = ${person} order by at limit 1000`);
