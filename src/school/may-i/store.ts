/** The may-i feature's table: may_i_question. It has no column for the asker. */
import { sql, type Tx } from '../../platform/database/index.ts';
import { newId } from '../../platform/ids.ts';

export interface KeptQuestion {
  readonly id: string;
  readonly askedOn: string;
  readonly words: string;
  readonly act: string | null;
  readonly says: string;
}

export async function addQuestion(tx: Tx, entry: { school: string; on: string; words: string; act: string | null; says: string }): Promise<void> {
  await sql`insert into may_i_question (school_id, id, asked_on, words, act, says) values (${entry.school}, ${newId()}, ${entry.on}, ${entry.words}, ${entry.act}, ${entry.says})`.execute(tx);
}

/** The newest questions, `says` narrowing to one verdict. */
export async function listQuestions(tx: Tx, ask: { says?: string | undefined; search?: string | undefined; limit: number; offset: number }): Promise<{ rows: KeptQuestion[]; count: number }> {
  const where = sql`(${ask.says ?? null}::text is null or says = ${ask.says ?? null}) and (${ask.search ?? null}::text is null or position(lower(${ask.search ?? ''}) in lower(words)) > 0)`;
  const rows = await sql<{ id: string; asked_on: string; words: string; act: string | null; says: string }>`select id, asked_on, words, act, says from may_i_question where ${where} order by asked_on desc, words limit ${ask.limit} offset ${ask.offset}`.execute(tx);
  const count = (await sql<{ n: number }>`select count(*) as n from may_i_question where ${where}`.execute(tx)).rows[0]!.n;
  return { rows: rows.rows.map(row => ({ id: row.id, askedOn: row.asked_on, words: row.words, act: row.act, says: row.says })), count };
}

/** One kept question. */
export async function findQuestion(tx: Tx, id: string): Promise<Pick<KeptQuestion, 'id' | 'words'> | undefined> {
  return (await sql<{ id: string; words: string }>`select id, words from may_i_question where id = ${id}`.execute(tx)).rows[0];
}

/** Takes a kept question away: its words may say too much. */
export async function removeQuestion(tx: Tx, id: string): Promise<boolean> {
  return Number((await sql`delete from may_i_question where id = ${id}`.execute(tx)).numAffectedRows ?? 0) > 0;
}
