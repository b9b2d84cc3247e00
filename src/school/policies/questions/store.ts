/** The tables of questions about clauses: clause_question, clause_answer_wording. */
import { firstRow, rows, sql, type Tx } from '../../../platform/database/index.ts';
import { newId } from '../../../platform/ids.ts';
import type { ClauseQuestion, QuestionState, Wording } from './words.ts';

const asQuestion = sql`id, policy, clause, asked, asked_by as "askedBy", asked_at as "askedAt", state, question, answer, answered_by as "answeredBy", answered_as as "answeredAs", answered_at as "answeredAt", clause_hash as "clauseHash"`;

/** Questions of a policy, or of all, the newest first. */
export async function listQuestions(tx: Tx, of: { readonly policy?: string; readonly state?: QuestionState } = {}): Promise<ClauseQuestion[]> {
  return rows(tx, sql<ClauseQuestion>`select ${asQuestion} from clause_question where (${of.policy ?? null}::text is null or policy = ${of.policy ?? null})
    and (${of.state ?? null}::text is null or state = ${of.state ?? null}) order by asked_at desc, id desc limit 2000`);
}

/** What a person asked that was answered since a day, the newest first. */
export async function answeredFor(tx: Tx, person: string, since: string): Promise<ClauseQuestion[]> {
  return rows(tx, sql<ClauseQuestion>`select ${asQuestion} from clause_question where asked_by = ${person} and state = 'answered' and answered_at >= ${since}::date order by answered_at desc limit 5`);
}

export async function findQuestion(tx: Tx, id: string): Promise<ClauseQuestion | null> {
  return (await firstRow(tx, sql<ClauseQuestion>`select ${asQuestion} from clause_question where id = ${id}`)) ?? null;
}

export async function countAskedSince(tx: Tx, person: string, since: Date): Promise<number> {
  return (await firstRow(tx, sql<{ n: number }>`select count(*) as n from clause_question where asked_by = ${person} and asked_at >= ${since}`))!.n;
}

export async function addQuestion(tx: Tx, of: { school: string; policy: string; clause: string; asked: string; by: string; at: Date }): Promise<string> {
  const id = newId();
  await sql`insert into clause_question (school_id, id, policy, clause, asked, asked_by, asked_at) values (${of.school}, ${id}, ${of.policy}, ${of.clause}, ${of.asked}, ${of.by}, ${of.at})`.execute(tx);
  return id;
}

export async function setAnswer(tx: Tx, id: string, of: { state: QuestionState; question: string; answer: string; by: string; office: string | null; at: Date; clauseHash: string | null }): Promise<void> {
  await sql`update clause_question set state = ${of.state}, question = ${of.question}, answer = ${of.answer}, answered_by = ${of.by}, answered_as = ${of.office}, answered_at = ${of.at}, clause_hash = ${of.clauseHash} where id = ${id}`.execute(tx);
}

export async function addWording(tx: Tx, school: string, question: string, of: Wording): Promise<void> {
  await sql`insert into clause_answer_wording (school_id, id, question_id, deed, question, answer, by_id, at) values (${school}, ${newId()}, ${question}, ${of.deed}, ${of.question}, ${of.answer}, ${of.by}, ${of.at})`.execute(tx);
}

export async function listWordings(tx: Tx, question: string): Promise<Wording[]> {
  return rows(tx, sql<Wording>`select deed, question, answer, by_id as by, at from clause_answer_wording where question_id = ${question} order by at desc, id desc limit 50`);
}

/** What a person asked and answered. */
export async function exportQuestions(tx: Tx, person: string): Promise<unknown[]> {
  return rows(tx, sql<object>`select policy, clause, asked, asked_at as "askedAt", question, answer, answered_at as "answeredAt", asked_by = ${person} as "asker" from clause_question where asked_by = ${person} or answered_by = ${person} order by asked_at limit 1000`);
}

/** Forgets who asked and who answered. The asker's own words go; the answer that everybody reads stays. */
export async function forgetInQuestions(tx: Tx, person: string): Promise<void> {
  await sql`delete from clause_question where asked_by = ${person} and state = 'open'`.execute(tx);
  await sql`update clause_question set asked_by = null, asked = '' where asked_by = ${person}`.execute(tx);
  await sql`update clause_question set answered_by = null where answered_by = ${person}`.execute(tx);
  await sql`update clause_answer_wording set by_id = null where by_id = ${person}`.execute(tx);
}
