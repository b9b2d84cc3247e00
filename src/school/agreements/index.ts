/** The front door of agreements: who must sign what, signing, countersigning, and the register. */
import { either, kinds, SIGNED_IN } from '../../platform/web/index.ts';
import type { Feature, Shared } from '../feature.ts';
import { chaseRoutes, forgetTeacher, remindersOf } from './chasing/index.ts';
import { startCards } from './cards.tsx';
import { clauseProofRoutes } from './clause-proof/routes.tsx';
import { allowedOperates } from './allowed/operates.ts';
import { allowedRoutes } from './allowed/routes.tsx';
import { answersOf, forgetAnswers } from './allowed/store.ts';
import { byHandRoutes, entriesOf, forgetNotes } from './by-hand/index.ts';
import { classCardRoutes } from './class-cards/index.ts';
import { classCards, classRoutes, forgetTeachings, teachingsOf } from './class-signing/index.ts';
import { forgetSignatures } from './deeds.ts';
import { bringInStep } from './in-step.ts';
import { forgetFamilyProof } from './family/deeds.ts';
import { familyOperates } from './family/operates.ts';
import { familyProofRoutes } from './family/routes.tsx';
import { familyRoutes, PARENT } from './family-routes.tsx';
import { AT_THE_DESK, erasePaper, exportPaper, paperRoutes } from './paper/index.ts';
import { exportSignatures } from './reads.ts';
import { KEEPERS, KEEPERS_AND_GOVERNORS, registerRoutes } from './register-routes.tsx';
import { LOOKERS, proofRoutes } from './proof/routes.tsx';
import { routes } from './routes.tsx';
import { pupilCodeRoutes } from './pupil-codes/routes.tsx';
import { termRoutes, TERM_KEEPERS } from './terms/routes.tsx';
import { forgetSittings, sittingRoutes, sittingsOf } from './sitting/index.ts';
import { forgetQuizzes, quizRoutes, quizzesOf } from './quiz/index.ts';
import { quizOperates } from './quiz/operates.ts';
import { tickOperates } from './ticks/operates.ts';

export { signAgreement, declineAgreement, withdrawAgreement, catchUp, type Signer, type Signing, type SignDone, type Declining } from './deeds.ts';
export { newAsks } from './asks/new-asks.ts';
export { myRules } from './family/answer.ts';
export { readSilentPiles, type PaperRound } from './paper/index.ts';
export { chaseEverywhere, tellTeacher, type ChaseRound } from './chasing/index.ts';
export { sheetsAtDoor, signAtDoor } from './at-the-door/deeds.ts';
export { makeClassCards } from './class-cards/index.ts';
export { setTerms } from './terms/set-terms.ts';
export { parentsSaid } from './allowed/answer.ts';
export { listNamedTerms, termsAreKnown } from './terms/store.ts';
export { afterSchoolDays, schoolDay, teachersOf } from './terms/answer.ts';
export { fillQuiz } from './quiz/take-in.ts';
export { takeInAgreements, type Given } from './take-in.ts';
export { clauseSignatures } from './clause-proof/reads.ts';
export { lastSigned, whoHasSigned } from './store.ts';
export { editionsBehind, listenersFor, signedCounts, whoSignsAgain } from './reads.ts';

/** Agreements: what each person must sign and why, and what they have promised. */
export const agreements = (shared: Shared): Feature => ({
  name: 'agreements',
  routes: [...routes(shared), ...termRoutes(), ...pupilCodeRoutes({ ...shared, keepers: KEEPERS }), ...allowedRoutes({ ...shared, keepers: KEEPERS }), ...familyRoutes(shared), ...registerRoutes(shared), ...clauseProofRoutes(shared), ...chaseRoutes({ ...shared, keepers: KEEPERS }), ...proofRoutes(shared), ...classRoutes({ ...shared, keepers: KEEPERS }), ...sittingRoutes(shared), ...classCardRoutes({ ...shared, keepers: KEEPERS }), ...byHandRoutes({ ...shared, keepers: KEEPERS }), ...familyProofRoutes(shared), ...paperRoutes(shared), ...quizRoutes({ ...shared, keepers: KEEPERS })],
  nav: [
    { text: 'My family', path: '/family', who: PARENT, order: 5 },
    { text: 'Pupils and their code', path: '/agreements/pupil-codes', who: KEEPERS, order: 47, under: 'signing', says: 'The code of each year group, and any pupil who has none or several.' },
    { text: 'Pupils without the permission', path: '/agreements/allowed', who: KEEPERS, order: 47.5, under: 'signing', says: 'Whose parents said no to the internet or e-mail at school, or have not answered.' },
    { text: 'Who teaches which class', path: '/agreements/class-teachers', who: KEEPERS, order: 46, under: 'signing', says: 'A teacher of a class runs its signing, sees who has still to sign, and makes its cards.' },
    { text: 'Terms', path: '/agreements/terms', who: TERM_KEEPERS, order: 82, under: 'school', says: 'When school is on: reminders and due dates keep to it.' },
    { text: 'My agreements', path: '/agreements', who: SIGNED_IN, order: 30 },
    { text: 'Who has signed', path: '/agreements/register', who: KEEPERS_AND_GOVERNORS, order: 40 },
    { text: 'Do I know the rules?', path: '/agreements/quiz', who: kinds('staff', 'governor', 'trustee', 'parent'), order: 41, under: 'signing', says: 'A short quiz about each document you sign, made from its rules.' },
    { text: 'Who has not finished', path: '/agreements/finished', who: KEEPERS, order: 41.5, under: 'signing', says: 'When each person read and signed, and how their quiz went.' },
    { text: 'Chase', path: '/agreements/chase', who: KEEPERS, order: 42, under: 'signing', says: 'Who has still to sign, class by class; remind them with one press.' },
    { text: 'Sign with a class', path: '/agreements/class', who: either(KEEPERS, kinds('teacher', 'supply')), order: 43, under: 'signing', says: 'Read the rules together; each child makes a mark, and you have seen it.' },
    { text: 'Paper slips', path: '/agreements/paper', who: AT_THE_DESK, order: 44, under: 'signing', says: 'Print a slip for each person; scan the pile, and every slip finds its way.' },
    { text: 'Answers by hand', path: '/agreements/by-hand', who: KEEPERS, order: 43.5, under: 'signing', says: 'What was agreed or declined by telephone or on paper.' },
    { text: 'What were they told?', path: '/agreements/told', who: LOOKERS, order: 45, under: 'signing', says: 'One person and one day: the rules in force, what they signed, what they were allowed.' },
  ],
  bringInStep: bringInStep(shared.vocabulary),
  startCards: async asked => [...await startCards(shared)(asked), ...await classCards(shared)(asked)],
  operates: [
    { clause: 'town-school/staff-code#read-both', by: 'readFirst', test: 'at the town school nobody signs the code before the online safety policy was read to its end, and both editions are kept with the signature' },
    { clause: 'prep-school/e-safety#every-pupil', by: 'codesView', test: 'every pupil has the one code of the year group, and one who has none is named' },
    { clause: 'sign-policy', by: 'signAgreement', test: 'signing adds one row, one line in the logbook, and closes the ask' },
    { clause: 'prep-school/early-years-ks1-code#who-has-it', by: 'signInClass', test: 'a mark made in class is the child’s own agreement to the whole text, with the teacher as its witness' },
    { clause: 'town-school/staff-code#sign-after-reading', by: 'signInSitting', test: 'both documents are opened and signed one after the other, and each text is sealed by itself' },
    { clause: 'prep-school/staff-code#form-agree', by: 'signInSitting', test: 'a new duty in one of two documents signed together asks about that one again and leaves the other' },
    { clause: 'prep-school/e-safety#every-pupil', by: 'codesView', test: 'every pupil, the youngest included, is asked for the one code of their year group, and whoever is left out is listed' },
    { clause: 'prep-school/middle-senior-code#who-gets-it', by: 'refreshAsks', test: 'every pupil, the youngest included, is asked for the one code of their year group, and whoever is left out is listed' },
    { clause: 'prep-school/e-safety#the-three-codes', by: 'refreshAsks', test: 'every pupil, the youngest included, is asked for the one code of their year group, and whoever is left out is listed' },
    { clause: 'prep-school/staff-code#the-staff-version', by: 'refreshAsks', test: 'all staff, whatever they do, are asked for the staff code, which stands alone with its own edition' },
    { clause: 'prep-school/staff-code#all-staff', by: 'refreshAsks', test: 'all staff, whatever they do, are asked for the staff code, which stands alone with its own edition' },
    ...familyOperates,
    ...tickOperates,
    ...quizOperates,
    ...allowedOperates,
    { clause: 'prep-school/middle-senior-code#form-name', by: 'printSlips', test: 'the senior form has the pupil’s own line and the parent’s statements, each as the policy has it' },
    { clause: 'prep-school/middle-senior-code#form-agree', by: 'takeClear', test: 'one press takes the clear ones in, with the office as witness, and the asks are closed' },
    { clause: 'prep-school/middle-senior-code#child-answers', by: 'takeClear', test: 'one press takes the clear ones in, with the office as witness, and the asks are closed' },
    { clause: 'prep-school/middle-senior-code#parent-says-yes', by: 'keepAnswers', test: 'a parent says yes to the internet and no to e-mail, signs, and changes it later' },
    { clause: 'prep-school/middle-senior-code#standards-at-home', by: 'takeClear', test: 'one press takes the clear ones in, with the office as witness, and the asks are closed' },
    { clause: 'prep-school/middle-senior-code#parent-signs', by: 'takeClear', test: 'one press takes the clear ones in, with the office as witness, and the asks are closed' },
    { clause: 'prep-school/middle-senior-code#form-to-registrar', by: 'startersView', test: 'the registrar sees whose slip is still to come before the first day, ticks what is received, and who is overdue' },
    { clause: 'prep-school/early-years-ks1-code#form-to-registrar', by: 'startersView', test: 'the registrar sees whose slip is still to come before the first day, ticks what is received, and who is overdue' },
    { clause: 'prep-school/early-years-ks1-code#form-internet', by: 'acceptedIn', test: 'the form of the youngest has three statements for a parent, and none for the child' },
    { clause: 'prep-school/early-years-ks1-code#form-support', by: 'acceptedIn', test: 'the form of the youngest has three statements for a parent, and none for the child' },
    { clause: 'prep-school/early-years-ks1-code#form-standards', by: 'acceptedIn', test: 'the form of the youngest has three statements for a parent, and none for the child' },
    { clause: 'prep-school/early-years-ks1-code#form-name', by: 'printSlips', test: 'the form of the youngest has three statements for a parent, and none for the child' },
    { clause: 'prep-school/early-years-ks1-code#form-signature', by: 'printSlips', test: 'each part has its own place for signature, name and date' },
    { clause: 'prep-school/staff-code#form-name', by: 'printSlips', test: 'each part has its own place for signature, name and date' },
    { clause: 'town-school/staff-code#on-the-record', by: 'printSlips', test: 'each part has its own place for signature, name and date' },
    { clause: 'countersign-policy', by: 'signAgreement', test: 'a child promises and a parent countersigns; only both close the ask' },
  ],
  exportPerson: async (tx, person) => ({ ...(await exportSignatures(tx, person) as object), reminders: await remindersOf(tx, person), teaches: await teachingsOf(tx, person), sittings: await sittingsOf(tx, person), byHand: await entriesOf(tx, person), slips: await exportPaper(tx, person), allowed: await answersOf(tx, person), quizzes: await quizzesOf(tx, person, 5000) }),
  erasePerson: async (tx, person) => {
    await forgetSignatures(tx, person);
    await forgetTeacher(tx, person);
    await forgetTeachings(tx, person);
    await forgetSittings(tx, person);
    await forgetNotes(tx, person);
    await forgetFamilyProof(tx, person);
    await erasePaper(tx, person);
    await forgetAnswers(tx, person);
    await forgetQuizzes(tx, person);
  },
});
