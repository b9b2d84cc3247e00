/** The table of account alarms: account_alarm. */
import { firstRow, rows, sql, type Tx } from '../../../platform/database/index.ts';
import { newId } from '../../../platform/ids.ts';
import { notHeld } from '../legal/store.ts';
import type { Alarm, AlarmState } from './words.ts';

const COLUMNS = sql`id, concern_id as concern, state, raised_at as "raisedAt", decided_at as "decidedAt", decided_by as "decidedBy", sessions_ended as "sessionsEnded", accounts_done_at as "accountsDoneAt", accounts_done_by as "accountsDoneBy"`;

export async function addAlarm(tx: Tx, of: { school: string; concern: string; at: Date }): Promise<void> {
  await sql`insert into account_alarm (school_id, id, concern_id, state, raised_at) values (${of.school}, ${newId()}, ${of.concern}, 'raised', ${of.at})`.execute(tx);
}

export const findAlarm = async (tx: Tx, concern: string): Promise<Alarm | null> => (await firstRow(tx, sql<Alarm>`select ${COLUMNS} from account_alarm where concern_id = ${concern}`)) ?? null;

/** Decides it; false where another was quicker. */
export async function setDecided(tx: Tx, of: { concern: string; from: readonly AlarmState[]; state: AlarmState; by: string; at: Date; sessions: number | null }): Promise<boolean> {
  const done = await sql`update account_alarm set state = ${of.state}, decided_at = ${of.at}, decided_by = ${of.by}, sessions_ended = ${of.sessions}
    where concern_id = ${of.concern} and state = any(${[...of.from]}::text[])`.execute(tx);
  return Number(done.numAffectedRows ?? 0) > 0;
}

export async function setAccountsDone(tx: Tx, of: { concern: string; by: string; at: Date }): Promise<boolean> {
  return Number((await sql`update account_alarm set accounts_done_at = ${of.at}, accounts_done_by = ${of.by} where concern_id = ${of.concern} and state = 'confirmed' and accounts_done_at is null`.execute(tx)).numAffectedRows ?? 0) > 0;
}

export async function forgetDecider(tx: Tx, person: string): Promise<void> {
  await sql`update account_alarm set decided_by = nullif(decided_by, ${person}::uuid), accounts_done_by = nullif(accounts_done_by, ${person}::uuid) where ${person}::uuid in (decided_by, accounts_done_by) and ${notHeld(sql`concern_id`)}`.execute(tx);
}

export const alarmsDecidedBy = (tx: Tx, person: string): Promise<object[]> =>
  rows(tx, sql<object>`select state, decided_at as "decidedAt", accounts_done_at as "accountsDoneAt" from account_alarm where decided_by = ${person} or accounts_done_by = ${person} order by raised_at limit 1000`);
