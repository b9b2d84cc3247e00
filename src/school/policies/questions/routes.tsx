/** The addresses of questions about clauses. Who answers hangs on the clause, so each handler looks itself. */
import { isId } from '../../../platform/ids.ts';
import { get, goTo, NOT_FOUND, page, post, SIGNED_IN, type Asked, type Reply, type Route } from '../../../platform/web/index.ts';
import { holds, partOf, registerRoutes, type Register } from '../../../registers/index.ts';
import { readQuestion, type Clause } from '../../../rulebook/index.ts';
import type { Shared } from '../../feature.ts';
import { listHolders, namesOf } from '../../people/index.ts';
import type { By } from '../deeds.ts';
import { buttonForm } from '../forms.ts';
import { rulesInForce } from '../reads.ts';
import type { Published } from '../words.ts';
import { answerersOf, MOST_A_DAY } from './decisions.ts';
import { answerQuestion, askAboutClause, stillTrue, withdrawAnswer } from './deeds.ts';
import { answerForm, askForm } from './forms.ts';
import { AnswerPage, AskPage, questionColumns, questionFields, QuestionsPage } from './pages.tsx';
import { countAskedSince, hashOfClause, listWordings, needsWord, questionsFor, type Waiting } from './reads.ts';

type Errors = Readonly<Record<string, string>>;

const baseOf = (asked: Asked<unknown>): string => `/${asked.school.slug}`;
const askOf = (asked: Asked<unknown>, { vocabulary }: Shared) => ({ school: asked.school, vocabulary, today: asked.today });
const byOf = (asked: Asked<unknown>, { vocabulary }: Shared): By => ({ school: asked.school, vocabulary, by: asked.reader.person, at: asked.now, today: asked.today });

export const questionRoutes = (shared: Shared): Route[] => [
  get('/:school/policies/:policy/ask/:clause', { who: SIGNED_IN, page: asked => showAsk(asked, shared, '', {}) }),
  post('/:school/policies/:policy/ask/:clause', { who: SIGNED_IN, form: askForm, perMinute: 30, deed: asked => ask(asked, shared), again: (asked, { errors, raw }) => showAsk(asked, shared, typeof raw['question'] === 'string' ? raw['question'] : '', errors) }),
  ...registerRoutes(list(shared)),
  get('/:school/rule-questions/:question', { who: SIGNED_IN, page: asked => showOne(asked, shared, null, {}) }),
  post('/:school/rule-questions/:question', { who: SIGNED_IN, form: answerForm, deed: asked => answer(asked, shared), again: (asked, { errors, raw }) => showOne(asked, shared, { question: String(raw['question'] ?? ''), answer: String(raw['answer'] ?? '') }, errors) }),
  post('/:school/rule-questions/:question/still-true', { who: SIGNED_IN, form: buttonForm, deed: asked => stillHolds(asked, shared), again: async () => NOT_FOUND }),
  post('/:school/rule-questions/:question/withdraw', { who: SIGNED_IN, form: buttonForm, deed: asked => withdraw(asked, shared), again: async () => NOT_FOUND }),
];

async function clauseOf(asked: Asked<unknown>, shared: Shared): Promise<(Published & { clause: Clause }) | null> {
  const { rulebook, editions } = await asked.read(tx => rulesInForce(tx, askOf(asked, shared)));
  const [document, edition] = [rulebook.policies.find(one => one.id === asked.params['policy']), editions.get(asked.params['policy'] ?? '')];
  const clause = document?.clauses.find(one => one.id === asked.params['clause']);
  return document && edition && clause ? { document, edition, clause } : null;
}

async function showAsk(asked: Asked<unknown>, shared: Shared, raw: string, errors: Errors, harm = false): Promise<Reply> {
  const found = await clauseOf(asked, shared);
  if (!found) return NOT_FOUND;
  const { document, clause } = found;
  const dsl = harm ? (await asked.read(tx => listHolders(tx, asked.today))).filter(holder => holder.office === 'dsl').map(holder => holder.name).join(', ') : '';
  const here = `${baseOf(asked)}/policies/${document.id}`;
  const view = { here, document, clause, offices: answerersOf(clause, document.front), vocabulary: shared.vocabulary, raw, errors, harm: harm ? { dsl, helpLines: shared.helpLines } : null };
  return page('Ask about this rule', <AskPage {...view} />, { status: Object.keys(errors).length > 0 || harm ? 422 : 200, trail: [['Rules of this school', `${baseOf(asked)}/policies`], [document.front.title, here]] });
}

async function ask(asked: Asked<{ question: string; anyway: boolean }>, shared: Shared): Promise<Reply> {
  const found = await clauseOf(asked, shared);
  if (!found) return NOT_FOUND;
  const { question, anyway } = asked.form;
  if (!anyway && readQuestion(question, { who: asked.reader.kinds }, shared.boxWords, shared.vocabulary).safety) return showAsk(asked, shared, question, {}, true);
  const person = asked.reader.person!;
  const since = new Date(asked.now.getTime() - 86_400_000);
  const sent = await asked.change(async tx => {
    if (await countAskedSince(tx, person, since) >= MOST_A_DAY) return false;
    await askAboutClause(tx, byOf(asked, shared), { policy: found.document.id, clause: found.clause.id, asked: question, person });
    return true;
  });
  if (!sent) return showAsk(asked, shared, question, { question: `You have asked ${MOST_A_DAY} questions in a day. Ask the others tomorrow, or in person.` });
  return goTo(`${baseOf(asked)}/policies/${found.document.id}#${found.clause.id}`, 'Your question is with whoever answers. The answer will stand beside this rule, and on your start page.');
}

const list = (shared: Shared): Register<Waiting> => ({
  path: '/rule-questions', who: SIGNED_IN, file: 'rule-questions', fields: () => questionFields(),
  find: async (asked, ask) => {
    if (asked.reader.offices.length === 0) return null;
    const state = ask.chosen['state'];
    const all = await asked.read(tx => questionsFor(tx, askOf(asked, shared), asked.reader.offices));
    return partOf(all.filter(one => (state === 'needs' ? needsWord(one) : state === '' || one.state === state) && holds(`${one.question} ${one.asked} ${one.answer} ${one.policyTitle}`, ask)), ask);
  },
  columns: asked => questionColumns(baseOf(asked)),
  page: async (_asked, found) => page('Questions about rules', <QuestionsPage list={found} />, { look: 'wide' }),
});

/** A question that this reader answers, or null. */
async function mine(asked: Asked<unknown>, shared: Shared): Promise<{ question: Waiting; office: string; clauseHash: string | null } | null> {
  const id = asked.params['question'] ?? '';
  if (!isId(id) || asked.reader.offices.length === 0) return null;
  return asked.read(async tx => {
    const question = (await questionsFor(tx, askOf(asked, shared), asked.reader.offices)).find(one => one.id === id);
    const document = (await rulesInForce(tx, askOf(asked, shared))).rulebook.policies.find(one => one.id === question?.policy);
    const office = question?.offices.find(one => asked.reader.offices.includes(one));
    return question && document && office ? { question, office, clauseHash: hashOfClause(document, question.clause) } : null;
  });
}

async function showOne(asked: Asked<unknown>, shared: Shared, raw: { question: string; answer: string } | null, errors: Errors): Promise<Reply> {
  const found = await mine(asked, shared);
  if (!found) return NOT_FOUND;
  const { question } = found;
  const { wordings, names } = await asked.read(async tx => {
    const history = await listWordings(tx, question.id);
    return { wordings: history, names: await namesOf(tx, [...new Set([question.askedBy, ...history.map(one => one.by)].filter(one => one !== null))]) };
  });
  const nameOf = (id: string | null) => (id === null ? '' : names.get(id) ?? '');
  const view = { base: baseOf(asked), question, vocabulary: shared.vocabulary, askerName: nameOf(question.askedBy), wordings: wordings.map(one => ({ ...one, byName: nameOf(one.by) })), raw: raw ?? { question: question.question || question.asked, answer: question.answer }, errors };
  return page('A question about a rule', <AnswerPage {...view} />, { status: Object.keys(errors).length > 0 ? 422 : 200, trail: [['Questions about rules', `${baseOf(asked)}/rule-questions`]] });
}

async function answer(asked: Asked<{ question: string; answer: string }>, shared: Shared): Promise<Reply> {
  const found = await mine(asked, shared);
  if (!found || found.clauseHash === null) return NOT_FOUND;
  const { question, office, clauseHash } = found;
  await asked.change(tx => answerQuestion(tx, byOf(asked, shared), { question, words: asked.form.question, answer: asked.form.answer, office, clauseHash }));
  return goTo(`${baseOf(asked)}/rule-questions`, 'The answer stands beside the rule.');
}

async function stillHolds(asked: Asked<unknown>, shared: Shared): Promise<Reply> {
  const found = await mine(asked, shared);
  if (!found || found.clauseHash === null || found.question.state !== 'answered') return NOT_FOUND;
  const { question, office, clauseHash } = found;
  await asked.change(tx => stillTrue(tx, byOf(asked, shared), { question, office, clauseHash }));
  return goTo(`${baseOf(asked)}/rule-questions`, 'Noted that it is still true.');
}

async function withdraw(asked: Asked<unknown>, shared: Shared): Promise<Reply> {
  const found = await mine(asked, shared);
  if (!found) return NOT_FOUND;
  if (found.question.state !== 'withdrawn') await asked.change(tx => withdrawAnswer(tx, byOf(asked, shared), found.question));
  return goTo(`${baseOf(asked)}/rule-questions`, 'It is taken away. Answer it again to put it back.');
}
