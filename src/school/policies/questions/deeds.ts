/** What is done with questions about clauses. Each deed is one change with its logbook line, which never holds the words. */
import { write } from '../../../logbook/index.ts';
import type { Tx } from '../../../platform/database/index.ts';
import type { By } from '../deeds.ts';
import * as store from './store.ts';
import type { ClauseQuestion } from './words.ts';

const log = (tx: Tx, { school, by, at }: By, deed: string, of: { id: string; policy: string; clause: string }) =>
  write(tx, { school: school.id, deed, by: by ?? 'countersign', at, about: of.id, clause: `${school.slug}/${of.policy}#${of.clause}` });

/** Asks about a clause. The logbook says that somebody asked, not who. */
export async function askAboutClause(tx: Tx, by: By, given: { policy: string; clause: string; asked: string; person: string }): Promise<string> {
  const id = await store.addQuestion(tx, { school: by.school.id, policy: given.policy, clause: given.clause, asked: given.asked, by: given.person, at: by.at });
  await log(tx, { ...by, by: null }, 'ask-about-clause', { id, policy: given.policy, clause: given.clause });
  return id;
}

/** Answers, or changes an answer: the new wording stands beside the clause, the old one in the history. */
export async function answerQuestion(tx: Tx, by: By, of: { question: ClauseQuestion; words: string; answer: string; office: string; clauseHash: string }): Promise<void> {
  const { question } = of;
  const deed = question.state === 'answered' ? 'change' : 'answer';
  await store.setAnswer(tx, question.id, { state: 'answered', question: of.words, answer: of.answer, by: by.by!, office: of.office, at: by.at, clauseHash: of.clauseHash });
  await store.addWording(tx, by.school.id, question.id, { deed, question: of.words, answer: of.answer, by: by.by, at: by.at });
  await log(tx, by, deed === 'answer' ? 'answer-question' : 'change-answer', question);
}

/** The clause has changed and the answer still holds. */
export async function stillTrue(tx: Tx, by: By, of: { question: ClauseQuestion; office: string; clauseHash: string }): Promise<void> {
  const { question } = of;
  await store.setAnswer(tx, question.id, { state: 'answered', question: question.question, answer: question.answer, by: by.by!, office: of.office, at: by.at, clauseHash: of.clauseHash });
  await store.addWording(tx, by.school.id, question.id, { deed: 'still-true', question: question.question, answer: question.answer, by: by.by, at: by.at });
  await log(tx, by, 'answer-still-true', question);
}

/** Takes a question or its answer away from the clause. It can be answered again. */
export async function withdrawAnswer(tx: Tx, by: By, question: ClauseQuestion): Promise<void> {
  await store.setAnswer(tx, question.id, { state: 'withdrawn', question: question.question, answer: question.answer, by: by.by!, office: question.answeredAs, at: by.at, clauseHash: question.clauseHash });
  await store.addWording(tx, by.school.id, question.id, { deed: 'withdraw', question: question.question, answer: question.answer, by: by.by, at: by.at });
  await log(tx, by, 'withdraw-answer', question);
}
