/** The tables of sittings: agreement_sitting, agreement_sitting_document. */
import { firstRow, rows, sql, type Tx } from '../../../platform/database/index.ts';
import { newId } from '../../../platform/ids.ts';
import type { Kept, Sitting } from './words.ts';

interface Row { id: string; person: string; startedAt: Date; finishedAt: Date | null }
const COLUMNS = sql`id, person_id as person, started_at as "startedAt", finished_at as "finishedAt"`;

async function whole(tx: Tx, row: Row | undefined): Promise<Sitting | null> {
  if (!row) return null;
  const documents = await rows(tx, sql<Kept>`select policy, edition_id as "editionId", opened_at as "openedAt", agreement_id as agreement from agreement_sitting_document where sitting_id = ${row.id} order by place, policy limit 100`);
  return { ...row, documents };
}

export async function findSitting(tx: Tx, id: string): Promise<Sitting | null> {
  return whole(tx, await firstRow(tx, sql<Row>`select ${COLUMNS} from agreement_sitting where id = ${id}`));
}

/** The sitting somebody has begun and not finished. */
export async function openSittingOf(tx: Tx, person: string): Promise<Sitting | null> {
  return whole(tx, await firstRow(tx, sql<Row>`select ${COLUMNS} from agreement_sitting where person_id = ${person} and finished_at is null order by started_at desc, id desc limit 1`));
}

export async function addSitting(tx: Tx, entry: { school: string; person: string; at: Date }): Promise<string> {
  const id = newId();
  await sql`insert into agreement_sitting (school_id, id, person_id, started_at) values (${entry.school}, ${id}, ${entry.person}, ${entry.at})`.execute(tx);
  return id;
}

/** Puts documents into a sitting; those that are in it stay as they are. */
export async function addDocuments(tx: Tx, entry: { school: string; sitting: string; policies: readonly string[]; from: number }): Promise<void> {
  const made = entry.policies.map((policy, at) => ({ policy, place: entry.from + at }));
  await sql`insert into agreement_sitting_document (school_id, sitting_id, place, policy)
    select ${entry.school}::uuid, ${entry.sitting}::uuid, x.place, x.policy from jsonb_to_recordset(${JSON.stringify(made)}::jsonb) as x(policy text, place integer) on conflict do nothing`.execute(tx);
}

/** Notes that a document was opened, in this edition; the first opening of an edition counts. */
export async function noteOpened(tx: Tx, of: { sitting: string; policy: string; editionId: string; at: Date }): Promise<void> {
  await sql`update agreement_sitting_document set edition_id = ${of.editionId}, opened_at = ${of.at}
    where sitting_id = ${of.sitting} and policy = ${of.policy} and agreement_id is null and (opened_at is null or edition_id <> ${of.editionId})`.execute(tx);
}

export async function noteAgreement(tx: Tx, of: { sitting: string; policy: string; agreement: string }): Promise<void> {
  await sql`update agreement_sitting_document set agreement_id = ${of.agreement} where sitting_id = ${of.sitting} and policy = ${of.policy}`.execute(tx);
}

export async function finish(tx: Tx, id: string, at: Date): Promise<void> {
  await sql`update agreement_sitting set finished_at = ${at} where id = ${id} and finished_at is null`.execute(tx);
}

/** Everything of somebody's sittings, for a subject access request. */
export const sittingsOf = (tx: Tx, person: string): Promise<unknown[]> =>
  rows(tx, sql`select s.started_at as "startedAt", s.finished_at as "finishedAt", d.policy, d.opened_at as "openedAt" from agreement_sitting s join agreement_sitting_document d on d.sitting_id = s.id
    where s.person_id = ${person} order by s.started_at, d.place limit 5000`);

export async function forgetSittings(tx: Tx, person: string): Promise<void> {
  await sql`delete from agreement_sitting_document where sitting_id in (select id from agreement_sitting where person_id = ${person})`.execute(tx);
  await sql`delete from agreement_sitting where person_id = ${person}`.execute(tx);
}
