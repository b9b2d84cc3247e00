/** The table of quizzes done: policy_quiz. */
import { firstRow, rows, sql, type RawBuilder, type Tx } from '../../../platform/database/index.ts';
import { newId } from '../../../platform/ids.ts';
import type { Far, FinishedOrder, FinishedRow, Quiz } from './words.ts';

const COLUMNS = sql`id, person_id as person, policy, edition_id as "editionId", edition, questions, correct, answers, done_on as "on", at`;

/** Adds a quiz. Null when the same page was sent before. */
export async function addQuiz(tx: Tx, school: string, quiz: Omit<Quiz, 'id'> & { readonly once: string }): Promise<string | null> {
  const added = await firstRow(tx, sql<{ id: string }>`insert into policy_quiz (school_id, id, person_id, policy, edition_id, edition, questions, correct, answers, done_on, at, once)
    values (${school}, ${newId()}, ${quiz.person}, ${quiz.policy}, ${quiz.editionId}, ${quiz.edition}, ${quiz.questions}, ${quiz.correct}, ${JSON.stringify(quiz.answers)}::jsonb, ${quiz.on}, ${quiz.at}, ${quiz.once})
    on conflict (school_id, once) do nothing returning id`);
  return added?.id ?? null;
}

export const findQuiz = async (tx: Tx, id: string): Promise<Quiz | null> => (await firstRow(tx, sql<Quiz>`select ${COLUMNS} from policy_quiz where id = ${id}`)) ?? null;

export const findQuizOnce = async (tx: Tx, once: string): Promise<Quiz | null> => (await firstRow(tx, sql<Quiz>`select ${COLUMNS} from policy_quiz where once = ${once}`)) ?? null;

/** Everything somebody did, the newest first. */
export const quizzesOf = (tx: Tx, person: string, limit: number): Promise<Quiz[]> => rows(tx, sql<Quiz>`select ${COLUMNS} from policy_quiz where person_id = ${person} order by seq desc limit ${limit}`);

/** Which of these documents are narrowed to, and how. `quizzed` are those of them that have a quiz. */
export interface FinishedAsk {
  readonly policies: readonly string[];
  readonly quizzed: readonly string[];
  readonly person?: string | undefined;
  readonly kind: string;
  readonly far: Far | null;
  readonly search: string;
}

/** Each ask with the newest signature and the newest quiz, and how far it is: `farOf` says it of one. */
const FINISHED = (ask: FinishedAsk): RawBuilder<unknown> => sql`from (
  select k.person_id as person, k.name, k.sort_name, k.kind, k.policy, k.edition, s.signed_on as "signedOn", s.edition as "signedEdition", s.id as agreement,
    q.correct, q.questions, q.done_on as "quizOn", q.edition as "quizEdition",
    case when k.open then 'to-sign' when k.policy = any(${[...ask.quizzed]}::text[]) and q.edition is distinct from k.edition then 'to-quiz' else 'finished' end as far
  from agreement_ask k
  left join lateral (select a.id, a.signed_on, a.edition from agreement a left join agreement_withdrawal w on w.agreement_id = a.id
    where a.person_id = k.person_id and a.policy = k.policy and a.capacity = 'self' and w.id is null order by a.at desc, a.id desc limit 1) s on true
  left join lateral (select correct, questions, done_on, edition from policy_quiz where person_id = k.person_id and policy = k.policy order by seq desc limit 1) q on true
  where k.policy = any(${[...ask.policies]}::text[]) and (${ask.person ?? null}::uuid is null or k.person_id = ${ask.person ?? null})
    and (${ask.kind} = '' or k.kind = ${ask.kind}) and (${ask.search} = '' or position(lower(${ask.search}) in lower(k.name)) > 0)
) f where (${ask.far}::text is null or far = ${ask.far})`;

type Row = Omit<FinishedRow, 'quiz'> & { correct: number | null; questions: number | null; quizOn: string | null; quizEdition: number | null };

const ORDERS = { name: [sql`sort_name`, sql`sort_name desc`], signed: [sql`"signedOn" nulls first`, sql`"signedOn" desc nulls last`], quiz: [sql`"quizOn" nulls first`, sql`"quizOn" desc nulls last`] } as const satisfies Record<FinishedOrder, unknown>;

/** Who has read and signed what, and how the quiz went. */
export async function finishedRows(tx: Tx, ask: FinishedAsk & { sort: FinishedOrder; down: boolean; limit: number; offset: number }): Promise<FinishedRow[]> {
  const found = await rows(tx, sql<Row>`select person, name, kind, policy, edition, "signedOn", "signedEdition", agreement, correct, questions, "quizOn", "quizEdition", far ${FINISHED(ask)}
    order by ${ORDERS[ask.sort][ask.down ? 1 : 0]}, sort_name, person, policy limit ${ask.limit} offset ${ask.offset}`);
  return found.map(({ correct, questions, quizOn, quizEdition, ...row }) => ({ ...row, quiz: correct === null || questions === null || quizOn === null || quizEdition === null ? null : { correct, questions, on: quizOn, edition: quizEdition } }));
}

/** How many of them are how far. */
export const countFinished = (tx: Tx, ask: FinishedAsk): Promise<{ far: Far; n: number }[]> => rows(tx, sql<{ far: Far; n: number }>`select far, count(*) as n ${FINISHED(ask)} group by far`);

/** The kinds of people who are asked for these documents. */
export const kindsAsked = async (tx: Tx, policies: readonly string[]): Promise<string[]> =>
  (await rows(tx, sql<{ kind: string }>`select distinct kind from agreement_ask where policy = any(${[...policies]}::text[]) order by kind limit 100`)).map(row => row.kind);

/** Forgets a person's quizzes. */
export async function forgetQuizzes(tx: Tx, person: string): Promise<void> {
  await sql`select forget_quizzes(${person})`.execute(tx);
}
