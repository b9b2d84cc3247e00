/** What the pages of the quiz are drawn from. */
import { remember, type Tx } from '../../../platform/database/index.ts';
import type { Reader } from '../../../platform/web/index.ts';
import type { Policy, Rulebook } from '../../../rulebook/index.ts';
import { rulesInForce } from '../../policies/index.ts';
import { documentOf, findAsk, policiesToSign, type Place } from '../reads.ts';
import type { SigningPolicy } from '../words.ts';
import { quizOf } from './questions.ts';
import { countFinished, findQuiz, finishedRows, kindsAsked, quizzesOf, type FinishedAsk } from './store.ts';
import type { Far, FinishedOrder, FinishedRow, Quiz, QuizQuestion } from './words.ts';

export { quizzesOf } from './store.ts';

const MOST_DONE = 50;

/** The documents for grown-ups that people sign, with the rules in force; `quizzed` are those about which enough can be asked. */
interface Documents {
  readonly rulebook: Rulebook;
  readonly documents: readonly SigningPolicy[];
  readonly quizzed: readonly string[];
}

async function documentsOf(tx: Tx, place: Place): Promise<Documents> {
  const { rulebook } = await rulesInForce(tx, place);
  const documents = [...(await policiesToSign(tx, place.vocabulary)).values()].filter(policy => policy.document.front.readers === 'adults');
  const quizzed = await remember(tx, `documents with a quiz ${place.today}`, async () => documents.filter(policy => generalQuiz(rulebook, policy, place) !== null).map(policy => policy.policy));
  return { rulebook, documents, quizzed };
}

/** What can be asked of all who sign it. */
const generalQuiz = (rulebook: Rulebook, policy: SigningPolicy, place: Place): QuizQuestion[] | null =>
  quizOf({ rulebook, policy: policy.policy, editionId: policy.editionId, reader: { kinds: policy.signers, offices: [] }, on: place.today });

/** One document with its quiz for a reader; what speaks to them, else what speaks to all who sign. */
export interface QuizView {
  readonly policy: SigningPolicy;
  readonly questions: readonly QuizQuestion[];
}

/** The quiz of a document for somebody who is asked to sign it; null where there is none. */
export async function quizView(tx: Tx, of: { reader: Reader; policy: string; place: Place }): Promise<QuizView | null> {
  const { rulebook, documents } = await documentsOf(tx, of.place);
  const policy = documents.find(one => one.policy === of.policy);
  if (!policy || !(await findAsk(tx, of.reader.person!, of.policy))) return null;
  const questions = quizOf({ rulebook, policy: policy.policy, editionId: policy.editionId, reader: of.reader, on: of.place.today }) ?? generalQuiz(rulebook, policy, of.place);
  return questions && { policy, questions };
}

export interface MineView {
  readonly rows: readonly (FinishedRow & { readonly title: string; readonly hasQuiz: boolean })[];
  readonly done: readonly (Quiz & { readonly title: string })[];
}

/** What somebody has read, signed and answered. */
export async function mineView(tx: Tx, of: { reader: Reader; place: Place }): Promise<MineView> {
  const { documents, quizzed } = await documentsOf(tx, of.place);
  const titles = new Map(documents.map(one => [one.policy, one.title]));
  const rows = await finishedRows(tx, { ...askAll(documents, quizzed), person: of.reader.person!, sort: 'name', down: false, limit: MOST_DONE, offset: 0 });
  const done = await quizzesOf(tx, of.reader.person!, MOST_DONE);
  return { rows: rows.map(row => ({ ...row, title: titles.get(row.policy) ?? row.policy, hasQuiz: quizzed.includes(row.policy) })), done: done.map(one => ({ ...one, title: titles.get(one.policy) ?? one.policy })) };
}

/** One quiz as it was done, with the text of its edition; null where it is not this person's. */
export async function doneView(tx: Tx, of: { id: string; person: string; place: Place }): Promise<{ quiz: Quiz; document: Policy } | null> {
  const quiz = await findQuiz(tx, of.id);
  const document = quiz && quiz.person === of.person ? await documentOf(tx, quiz.editionId, of.place.vocabulary) : null;
  return quiz && document && { quiz, document };
}

const askAll = (documents: readonly SigningPolicy[], quizzed: readonly string[]): FinishedAsk => ({ policies: documents.map(one => one.policy), quizzed, kind: '', far: null, search: '' });

/** What the list of who has finished may be narrowed by. */
export async function choicesOf(tx: Tx, place: Place): Promise<{ policies: { value: string; text: string }[]; kinds: { value: string; text: string }[] }> {
  const { documents } = await documentsOf(tx, place);
  const kinds = await kindsAsked(tx, documents.map(one => one.policy));
  return { policies: documents.map(one => ({ value: one.policy, text: one.title })), kinds: kinds.map(value => ({ value, text: place.vocabulary.kinds.get(value)?.title ?? value })) };
}

export interface FinishedView {
  readonly rows: readonly (FinishedRow & { readonly title: string; readonly hasQuiz: boolean })[];
  readonly total: number;
  /** Of the same documents and people, whatever their state. */
  readonly counts: Readonly<Record<Far, number>>;
}

/** Who has read and signed what, how the quiz went, and who has not finished. */
export async function finishedView(tx: Tx, of: { place: Place; policy: string; kind: string; far: Far | null; search: string; sort: FinishedOrder; down: boolean; limit: number; offset: number }): Promise<FinishedView> {
  const { documents, quizzed } = await documentsOf(tx, of.place);
  const chosen = documents.filter(one => of.policy === '' || one.policy === of.policy);
  const ask = { ...askAll(chosen, quizzed), kind: of.kind, search: of.search };
  const titles = new Map(documents.map(one => [one.policy, one.title]));
  const rows = await finishedRows(tx, { ...ask, far: of.far, sort: of.sort, down: of.down, limit: of.limit, offset: of.offset });
  const found = new Map((await countFinished(tx, ask)).map(row => [row.far, row.n]));
  const counts = { 'to-sign': found.get('to-sign') ?? 0, 'to-quiz': found.get('to-quiz') ?? 0, finished: found.get('finished') ?? 0 };
  const total = of.far === null ? counts['to-sign'] + counts['to-quiz'] + counts.finished : counts[of.far];
  return { rows: rows.map(row => ({ ...row, title: titles.get(row.policy) ?? row.policy, hasQuiz: quizzed.includes(row.policy) })), total, counts };
}
