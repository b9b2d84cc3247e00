/** What pages ask about questions: the answers beside each clause, and what waits for an office. */
import type { Tx } from '../../../platform/database/index.ts';
import { sha256 } from '../../../platform/ids.ts';
import type { Policy } from '../../../rulebook/index.ts';
import { rulesInForce, type RulesAsk } from '../reads.ts';
import { answerersOf, senseOf } from './decisions.ts';
import { listQuestions } from './store.ts';
import type { ClauseQuestion, ShownAnswer } from './words.ts';

export { answeredFor, countAskedSince, exportQuestions, findQuestion, listWordings } from './store.ts';

/** The clause's sense as it is kept beside an answer. */
export const hashOfClause = (document: Policy, clause: string): string | null => {
  const found = document.clauses.find(one => one.id === clause);
  return found ? sha256(senseOf(found)) : null;
};

/** The answers of a policy by clause, oldest first. Of clauses that are gone none is shown. */
export async function answersBeside(tx: Tx, document: Policy): Promise<ReadonlyMap<string, readonly ShownAnswer[]>> {
  const beside = new Map<string, ShownAnswer[]>();
  for (const one of (await listQuestions(tx, { policy: document.id, state: 'answered' })).reverse()) {
    const hash = hashOfClause(document, one.clause);
    if (hash === null) continue;
    beside.set(one.clause, [...(beside.get(one.clause) ?? []), { id: one.id, clause: one.clause, question: one.question, answer: one.answer, office: one.answeredAs, at: one.answeredAt, stillTrue: hash === one.clauseHash }]);
  }
  return beside;
}

export interface Waiting extends ClauseQuestion {
  readonly policyTitle: string;
  /** The clause's number, or null where the clause is gone. */
  readonly number: string | null;
  readonly clauseText: string;
  readonly offices: readonly string[];
  readonly stillTrue: boolean;
}

/** The questions that these offices answer, with how each stands. */
export async function questionsFor(tx: Tx, ask: RulesAsk, offices: readonly string[]): Promise<Waiting[]> {
  const { rulebook } = await rulesInForce(tx, ask);
  const documents = new Map(rulebook.policies.map(document => [document.id, document]));
  return (await listQuestions(tx)).flatMap(one => {
    const document = documents.get(one.policy);
    if (!document) return [];
    const clause = document.clauses.find(known => known.id === one.clause);
    const who = answerersOf(clause, document.front);
    if (!who.some(office => offices.includes(office))) return [];
    return [{ ...one, policyTitle: document.front.title, number: clause?.number ?? null, clauseText: clause?.text ?? '', offices: who, stillTrue: one.state !== 'answered' || hashOfClause(document, one.clause) === one.clauseHash }];
  });
}

/** Whether an office has something to do about it. */
export const needsWord = (one: Pick<Waiting, 'state' | 'stillTrue'>): boolean => one.state === 'open' || (one.state === 'answered' && !one.stillTrue);
