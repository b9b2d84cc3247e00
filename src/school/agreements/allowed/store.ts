/** The table of what parents allow: parent_permission. */
import { rows, sql, type Tx } from '../../../platform/database/index.ts';
import { newId } from '../../../platform/ids.ts';
import type { Answer, AnswerChannel, Said } from './words.ts';

/** Answers given beside a signature that was noted by mistake do not count. */
const COUNTS = sql`not exists (select from agreement_withdrawal w where w.agreement_id = p.agreement_id and w.mistake)`;

/** The newest answer of each adult to each question about these children, as it stood at the end of a day. An answer entered late counts from the day it was given. */
export const newestSaid = (tx: Tx, children: readonly string[], day: string): Promise<Said[]> =>
  children.length === 0 ? Promise.resolve([]) : rows(tx, sql<Said>`select distinct on (child_id, act, about, by_id) child_id as child, by_id as by, act, about, answer, answered_on as "on"
    from parent_permission p where child_id = any(${[...children]}::uuid[]) and answered_on <= ${day}::date and ${COUNTS} order by child_id, act, about, by_id, answered_on desc, seq desc`);

/** What was answered beside a signature, in the order in which it was asked. */
export const saidBeside = (tx: Tx, agreement: string): Promise<{ act: string; about: string; answer: Answer }[]> =>
  rows(tx, sql<{ act: string; about: string; answer: Answer }>`select act, about, answer from parent_permission where agreement_id = ${agreement} order by seq limit 50`);

export interface NewAnswer {
  readonly child: string;
  readonly by: string;
  readonly act: string;
  readonly about: string;
  readonly answer: Answer;
  readonly agreement: string | null;
  readonly channel: AnswerChannel;
  readonly on: string;
  readonly at: Date;
}

export async function addAnswer(tx: Tx, school: string, one: NewAnswer): Promise<void> {
  await sql`insert into parent_permission (school_id, id, child_id, by_id, act, about, answer, agreement_id, channel, answered_on, at)
    values (${school}, ${newId()}, ${one.child}, ${one.by}, ${one.act}, ${one.about}, ${one.answer}, ${one.agreement}, ${one.channel}, ${one.on}, ${one.at})`.execute(tx);
}

/** Those who are asked by these policies. */
export const askedBy = async (tx: Tx, policies: readonly string[]): Promise<{ person: string; policy: string }[]> =>
  rows(tx, sql<{ person: string; policy: string }>`select person_id as person, policy from agreement_ask where policy = any(${[...policies]}::text[]) and countersign limit 100000`);

/** What somebody answered, for a subject access request; about a child only what is allowed is theirs, never who said what. */
export const answersOf = (tx: Tx, person: string): Promise<unknown[]> =>
  rows(tx, sql`select child_id as child, case when by_id = ${person} then by_id end as by, act, about, answer, channel, answered_on as "on" from parent_permission where by_id = ${person} or child_id = ${person} order by seq limit 5000`);

/** Takes away what this person answered and what was answered about them. */
export async function forgetAnswers(tx: Tx, person: string): Promise<void> {
  await sql`select forget_parent_permissions(${person})`.execute(tx);
}
