/** The front door of policies. */
import { currentSchool } from '../../platform/database/index.ts';
import type { Questions } from '../answers.ts';
import type { Feature, Shared } from '../feature.ts';
import { EVERYONE, kinds, SIGNED_IN } from '../../platform/web/index.ts';
import { clausesThatName, rulesInForce } from './reads.ts';
import { startCards } from './cards.tsx';
import { companionCards, companionRoutes } from './companions/index.ts';
import { exportPlaces, forgetInPlaces, posterCards, posterRoutes } from './posters/index.ts';
import { exportQuestions, forgetInQuestions, questionCards, questionRoutes } from './questions/index.ts';
import { copyCards, copyRoutes, exportRequests, forgetRequests, GIVERS } from './copies/index.ts';
import { exportIssues, forgetIssues, issueRoutes } from './issues/index.ts';
import { consultationCards, consultationOperates, consultationRoutes, COUNTERS, exportConsulted, forgetInConsultations } from './consultation/index.ts';
import { operates } from './operates.ts';
import { approvingRoutes } from './routes/approving.ts';
import { readingRoutes } from './routes/reading.ts';
import { writingRoutes } from './routes/writing.ts';
import { ACCOUNTABLE_READERS, accountableRoutes } from './accountable/routes.tsx';
import { setUpCards } from './set-up/cards.tsx';
import { translationRoutes } from './translations/index.ts';
import { setUpRoutes, SET_UP_READERS } from './set-up/routes.tsx';
import { withdrawalsBy, withdrawingRoutes } from './withdrawing/index.ts';

export { editionBy, editionIn, languagesToSign, takeInTranslation, type TranslationShown } from './translations/index.ts';
export { adopt, type By } from './deeds.ts';
export { fillConsultation } from './consultation/take-in.ts';
export { copiesWereAsked, fillCopy, fillDocument, fillPoster, fillQuestion, type PosterToFill, type QuestionToFill } from './take-in.ts';
export { issuePolicies, openedBySigning, type IssueRound } from './issues/index.ts';
export { checkLinks, companionsOf, type CompanionToRead, type LinkRound } from './companions/index.ts';
export { approversFor, changesBetween, marksFor, mayWrite, measuresOf, newDutiesOf, reviewOverdue, signersOf } from './decisions.ts';
export { isBound, marginOf, whomOf, type MarginReader } from './margin.ts';
export { answerWords, meeting } from './changed-answers.ts';
export { capital, groupWords, kindWords, listed, officeWords, valueWords, whomWords } from './phrases.ts';
export { kidRulesOf, partsOf } from './pages/kid.tsx';
export { MarginView } from './pages/reader.tsx';
export { cite, clauseHref, clausesThatName, compileEditions, findEdition, findEditions, hasPolicy, latestApproved, listEditions, listMarks, publishedPolicies, readEdition, rulesInForce, type RulesAsk, type RulesInForce } from './reads.ts';
export type { ClauseChange, Edition, EditionState, Margin, MarginLine, Mark, Published, ReadEdition } from './words.ts';

/** Policies: documents, editions, approval, publishing, review, and the margin beside each clause. */
export const policies = (shared: Shared): Feature => ({
  name: 'policies',
  routes: [...readingRoutes(shared), ...writingRoutes(shared), ...approvingRoutes(shared), ...setUpRoutes(shared), ...accountableRoutes(shared), ...companionRoutes(shared), ...posterRoutes(shared), ...questionRoutes(shared), ...copyRoutes(shared), ...issueRoutes(shared), ...translationRoutes(shared), ...withdrawingRoutes(shared), ...consultationRoutes(shared)],
  startCards: async asked => [...await startCards(asked, shared), ...await setUpCards(asked, shared), ...await companionCards(asked, shared), ...await posterCards(asked, shared), ...await questionCards(asked, shared), ...await copyCards(asked), ...await consultationCards(asked)],
  exportPerson: async (tx, person) => ({ posters: await exportPlaces(tx, person), questions: await exportQuestions(tx, person), copies: await exportRequests(tx, person), given: await exportIssues(tx, person), withdrew: await withdrawalsBy(tx, person), consulted: await exportConsulted(tx, person) }),
  erasePerson: async (tx, person) => {
    await forgetInPlaces(tx, person);
    await forgetInQuestions(tx, person);
    await forgetRequests(tx, person);
    await forgetIssues(tx, person);
    await forgetInConsultations(tx, person);
  },
  operates: [
    { clause: 'amend-policy', by: 'approve', test: 'a temporary measure begins and ends by itself' },
    { clause: 'day-school/staff-ict-code#who-leads', by: 'whoAnswersFor', test: 'whoever answers for a policy or a duty stands on one page, and an empty office is marked' },
    { clause: 'prep-school/e-safety#head-and-governors', by: 'whoAnswersFor', test: 'whoever answers for a policy or a duty stands on one page, and an empty office is marked' },
    { clause: 'prep-school/e-safety#day-to-day', by: 'vacantEverywhere', test: 'when the office that answers falls empty, the policy’s page and the offices say so and lead to whoever can put it right' },
    { clause: 'prep-school/e-safety#safe-systems', by: 'whoAnswersFor', test: 'whoever answers for a policy or a duty stands on one page, and an empty office is marked' },
    { clause: 'review-policy', by: 'startCards', test: 'a review is overdue on the day after its day' },
    ...operates,
    ...consultationOperates,
  ],
  nav: [
    { text: 'Rules', path: '/policies', who: EVERYONE, order: 20 },
    { text: 'Posters', path: '/posters', who: kinds('staff'), order: 70, under: 'rules', says: 'The rules on the wall, and which of them are out of date.' },
    { text: 'Questions about rules', path: '/rule-questions', who: SIGNED_IN, forHolders: true, order: 71, under: 'rules', says: 'Asked by readers beside a rule, and answered by the office it names.' },
    { text: 'What do you think?', path: '/consultations', who: SIGNED_IN, order: 71.5, under: 'rules', says: 'Rules about which you are asked, while they are written or in force.' },
    { text: 'Who was asked what they think', path: '/consultations/all', who: COUNTERS, order: 71.6, under: 'rules', says: 'How many people were asked about each edition, and how many answered.' },
    { text: 'Linked documents', path: '/linked-documents', who: SIGNED_IN, forHolders: true, order: 72, under: 'rules', says: 'Every document that goes with a policy, and every place where a policy is published.' },
    { text: 'Copies of policies', path: '/copies', who: GIVERS, order: 73, under: 'rules', says: 'Who asked for one on paper, in large print or in another language.' },
    { text: 'Who answers for what', path: '/accountable', who: ACCOUNTABLE_READERS, order: 62, under: 'rules', says: 'Who looks after each policy and each duty in it, and where somebody is missing.' },
    { text: 'Set the school up', path: '/set-up', who: SET_UP_READERS, order: 81, under: 'school', says: 'Step by step to the first policy in force, and who answers where the rules name nobody.' },
  ],
});

/** Answers "which clauses name this office?" for other features; wired in app.ts. */
export const clausesNaming = ({ vocabulary }: Shared): Questions['clausesNaming'] => async (tx, office, today) => {
  const school = await currentSchool(tx);
  return school ? clausesThatName((await rulesInForce(tx, { school, vocabulary, today })).rulebook, office) : [];
};

/** Answers "which offices do the rules name, and where?"; wired in app.ts. */
export const officesNamed = ({ vocabulary }: Shared): Questions['officesNamed'] => async (tx, today) => {
  const school = await currentSchool(tx);
  if (!school) return new Map();
  const { rulebook } = await rulesInForce(tx, { school, vocabulary, today });
  return new Map([...vocabulary.offices.keys()].map(office => [office, clausesThatName(rulebook, office)] as const).filter(([, clauses]) => clauses.length > 0));
};
