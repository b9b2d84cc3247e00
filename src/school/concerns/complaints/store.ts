/** The tables of complaints: complaint_procedure, complaint, complaint_step. */
import { firstRow, rows, sql, type Tx } from '../../../platform/database/index.ts';
import { newId } from '../../../platform/ids.ts';
import { notHeld } from '../legal/store.ts';
import type { Complaint, Outcome, Procedure, Sort, Stage, Step } from './words.ts';

/** The stages that hold on a day; null where the school has entered none. */
export async function procedureOn(tx: Tx, day: string): Promise<Procedure | null> {
  return (await firstRow(tx, sql<Procedure>`select since, stages, acknowledge_within as "acknowledgeWithin", acknowledge_in as "acknowledgeIn" from complaint_procedure where since <= ${day}::date order by since desc, said_at desc limit 1`)) ?? null;
}

export async function addProcedure(tx: Tx, of: Procedure & { school: string; by: string; at: Date }): Promise<void> {
  await sql`insert into complaint_procedure (school_id, id, since, stages, acknowledge_within, acknowledge_in, said_by, said_at)
    values (${of.school}, ${newId()}, ${of.since}::date, ${JSON.stringify(of.stages)}::jsonb, ${of.acknowledgeWithin}, ${of.acknowledgeIn}, ${of.by}, ${of.at})`.execute(tx);
}

const COLUMNS = sql`id, concern_id as concern, sort, by_key as "byKey", opened_on as "openedOn", acknowledge_by as "acknowledgeBy", acknowledged_at as "acknowledgedAt", closed_at as "closedAt"`;
const STEP = sql`id, complaint_id as complaint, number, title, office, begun_on as "begunOn", answer_by as "answerBy", answered_at as "answeredAt", outcome, locked`;

export async function addComplaint(tx: Tx, of: { school: string; concern: string; sort: Sort; byKey: string; on: string; acknowledgeBy: string | null }): Promise<string> {
  const id = newId();
  await sql`insert into complaint (school_id, id, concern_id, sort, by_key, opened_on, acknowledge_by) values (${of.school}, ${id}, ${of.concern}, ${of.sort}, ${of.byKey}, ${of.on}::date, ${of.acknowledgeBy}::date)`.execute(tx);
  return id;
}

export const findComplaint = async (tx: Tx, id: string): Promise<Complaint | null> => (await firstRow(tx, sql<Complaint>`select ${COLUMNS} from complaint where id = ${id}`)) ?? null;
export const complaintOfConcern = async (tx: Tx, concern: string): Promise<Complaint | null> => (await firstRow(tx, sql<Complaint>`select ${COLUMNS} from complaint where concern_id = ${concern}`)) ?? null;

export const complaintsBy = (tx: Tx, key: string, ask: { limit: number; offset: number }): Promise<Complaint[]> =>
  rows(tx, sql<Complaint>`select ${COLUMNS} from complaint where by_key = ${key} order by opened_on desc, id desc limit ${ask.limit} offset ${ask.offset}`);
export const countComplaintsBy = async (tx: Tx, key: string): Promise<number> => (await firstRow(tx, sql<{ n: number }>`select count(*) as n from complaint where by_key = ${key}`))!.n;

export async function setAcknowledged(tx: Tx, id: string, at: Date): Promise<boolean> {
  return Number((await sql`update complaint set acknowledged_at = ${at} where id = ${id} and acknowledged_at is null`.execute(tx)).numAffectedRows ?? 0) > 0;
}

export async function setClosed(tx: Tx, id: string, at: Date | null): Promise<void> {
  await sql`update complaint set closed_at = ${at} where id = ${id}`.execute(tx);
}

export async function addStep(tx: Tx, of: { school: string; complaint: string; number: number; stage: Pick<Stage, 'title' | 'office'>; on: string; answerBy: string | null }): Promise<void> {
  await sql`insert into complaint_step (school_id, id, complaint_id, number, title, office, begun_on, answer_by)
    values (${of.school}, ${newId()}, ${of.complaint}, ${of.number}, ${of.stage.title}, ${of.stage.office}, ${of.on}::date, ${of.answerBy}::date)`.execute(tx);
}

export const stepsOf = (tx: Tx, complaints: readonly string[]): Promise<Step[]> =>
  rows(tx, sql<Step>`select ${STEP} from complaint_step where complaint_id = any(${[...complaints]}::uuid[]) order by complaint_id, number limit 1000`);

export async function setAnswered(tx: Tx, of: { step: string; outcome: Outcome; locked: Uint8Array; at: Date }): Promise<boolean> {
  return Number((await sql`update complaint_step set answered_at = ${of.at}, outcome = ${of.outcome}, locked = ${of.locked} where id = ${of.step} and answered_at is null`.execute(tx)).numAffectedRows ?? 0) > 0;
}

export async function forgetProcedureMaker(tx: Tx, person: string): Promise<void> {
  await sql`update complaint_procedure set said_by = null where said_by = ${person}`.execute(tx);
}

/** Whose complaints they were is known no longer; what was decided stays. */
export async function forgetComplainer(tx: Tx, key: string): Promise<void> {
  await sql`update complaint set by_key = '' where by_key = ${key} and ${notHeld(sql`concern_id`)}`.execute(tx);
}
