/** The table of copies on request: policy_copy_request. */
import { firstRow, rows, sql, type Tx } from '../../../platform/database/index.ts';
import type { CopyRequest, Way } from './words.ts';

const asRequest = sql`id, policy, how, language, person_id as person, closed_to as "closedTo", asked_at as "askedAt", done_on as "doneOn", done_by as "doneBy", outcome`;

const fits = (open: boolean) => (open ? sql`done_on is null` : sql`done_on is not null`);

/** Requests that wait, the oldest first; or those done, the newest first. */
export async function listRequests(tx: Tx, ask: { readonly open: boolean; readonly limit: number; readonly offset: number }): Promise<CopyRequest[]> {
  return rows(tx, sql<CopyRequest>`select ${asRequest} from policy_copy_request where ${fits(ask.open)} order by ${ask.open ? sql`asked_at` : sql`done_on desc, asked_at desc`}, id limit ${ask.limit} offset ${ask.offset}`);
}

export async function countRequests(tx: Tx, open: boolean): Promise<number> {
  return (await firstRow(tx, sql<{ n: number }>`select count(*) as n from policy_copy_request where ${fits(open)}`))!.n;
}

export async function findRequest(tx: Tx, id: string): Promise<CopyRequest | null> {
  return (await firstRow(tx, sql<CopyRequest>`select ${asRequest} from policy_copy_request where id = ${id}`)) ?? null;
}

export async function addRequest(tx: Tx, of: { school: string; id: string; policy: string; how: Way; language: string; person: string | null; closedTo: string | null; at: Date }): Promise<void> {
  await sql`insert into policy_copy_request (school_id, id, policy, how, language, person_id, closed_to, asked_at)
    values (${of.school}, ${of.id}, ${of.policy}, ${of.how}, ${of.language}, ${of.person}, ${of.closedTo}, ${of.at})`.execute(tx);
}

/** Done: the name and address of somebody not signed in are forgotten with it. False where it was done before. */
export async function setDone(tx: Tx, id: string, of: { by: string; on: string; outcome: 'given' | 'not-given' }): Promise<boolean> {
  return Number((await sql`update policy_copy_request set done_on = ${of.on}::date, done_by = ${of.by}, outcome = ${of.outcome}, closed_to = null where id = ${id} and done_on is null`.execute(tx)).numAffectedRows ?? 0) > 0;
}

export async function exportRequests(tx: Tx, person: string): Promise<unknown[]> {
  return rows(tx, sql<object>`select policy, how, language, asked_at as "askedAt", done_on as "doneOn", outcome from policy_copy_request where person_id = ${person} order by asked_at limit 1000`);
}

export async function forgetRequests(tx: Tx, person: string): Promise<void> {
  await sql`delete from policy_copy_request where person_id = ${person} and done_on is null`.execute(tx);
  await sql`update policy_copy_request set person_id = nullif(person_id, ${person}::uuid), done_by = nullif(done_by, ${person}::uuid) where ${person}::uuid in (person_id, done_by)`.execute(tx);
}
