/** The front door of permissions. */
import { kinds, offices, SIGNED_IN } from '../../platform/web/index.ts';
import type { Feature, Shared } from '../feature.ts';
import { declarationCards, declarationOperates, declarationRoutes, exportDeclarations, forgetDeclarations } from './declarations/index.ts';
import { askRoutes } from './ask/routes.tsx';
import { myRoutes } from './ask/mine-routes.tsx';
import { requestCards } from './decide/cards.tsx';
import { DECIDERS, decideRoutes } from './decide/routes.tsx';
import { OPENERS, openingCards, openingOperates, openingRoutes } from './openings/index.ts';
import { requestOperates } from './operates.ts';
import { forgetInPeriods } from './periods/store.ts';
import { registerCards, registerOperates, registerRoutes } from './register/index.ts';
import { exportRoles, forgetInRoles, ROLE_READERS, roleOperates, roleRoutes } from './roles/index.ts';
import { gateRoutes } from './gate/routes.tsx';
import { standingRoutes } from './standing/index.ts';
import { exportPermissions, forgetInPermissions } from './store.ts';
import { exportTasks, forgetInTasks, IT_ASKERS, taskCards, taskOperates, taskRoutes } from './tasks/index.ts';

export { chaseDeclarations, leaverStillHas, type DeclarationRound } from './declarations/index.ts';
export { tendRequests, type RequestRound } from './decide/run.ts';
export { applicationIsWithdrawn } from './application-withdrawn.ts';
export { grant } from './deeds.ts';
export { livePermissions, permissionsOn } from './reads.ts';
export { whoWouldDecide } from './seats.ts';
export { grantStanding } from './standing/deeds.ts';
export { restsOn, tendPermissions } from './register/index.ts';
export { rolesOf } from './roles/index.ts';
export type { DeclarationGiven } from './declarations/words.ts';
export { fillDeclaration, fillOpening, fillQuestionToIt, fillRequest, type Next, type Place, type RequestToFill } from './take-in.ts';
export { chaseTasks, leaverHoldsNothing } from './tasks/index.ts';

/** Permissions: what people ask for, who decides, and what was granted. */
export const permissions = (shared: Shared): Feature => ({
  name: 'permissions',
  routes: [...askRoutes(shared), ...myRoutes(shared), ...decideRoutes(shared), ...declarationRoutes(shared), ...taskRoutes(shared), ...openingRoutes(shared), ...registerRoutes(shared), ...standingRoutes(shared), ...roleRoutes(shared), ...gateRoutes(shared)],
  nav: [
    { text: 'Ask for a permission', path: '/ask', who: SIGNED_IN, order: 74, under: 'rules', says: 'What the rules let you ask for, who decides, and a form for each.' },
    { text: 'My requests', path: '/my-requests', who: SIGNED_IN, order: 75, under: 'rules', says: 'What you asked for, and what became of it.' },
    { text: 'Decisions that wait for you', path: '/requests', who: DECIDERS, order: 76, under: 'rules', says: 'What people ask for that you decide.' },
    { text: 'How long permissions take and last', path: '/requests/periods', who: offices('head', 'chair-of-governors'), order: 83, under: 'school', says: 'When a request is handed on, how long a permission lasts, and when people are reminded.' },
    { text: 'Open for a lesson', path: '/openings', who: OPENERS, order: 63, under: 'school', says: 'Games, headphones, printing and more, open for a class until the lesson ends.' },
    { text: 'Ask IT', path: '/ask-it', who: IT_ASKERS, order: 67, under: 'school', says: 'A question or a fault in your own words, and what waits for IT to be done.' },
    { text: 'Tasks for IT', path: '/it-tasks', who: offices('it-support', 'network-manager', 'ict-lead', 'helpdesk', 'system-manager', 'head', 'deputy-head'), order: 68, under: 'school', says: 'What was granted and has to be carried out, and what people ask.' },
    { text: 'What groups may do', path: '/permissions/standing', who: SIGNED_IN, order: 77, under: 'rules', says: 'What was granted to a kind, a class or a trip, by whom and until when.' },
    { text: 'Who has which role', path: '/permissions/roles', who: ROLE_READERS, order: 78, under: 'rules', says: 'Roles that rules speak of and that are no office: who has one, who named them, until when.' },
    { text: 'At the gate', path: '/permissions/at-the-gate', who: kinds('staff'), order: 68, under: 'people', says: 'Who may bring a phone today, and who may go up to pupils or take their pictures.' },
    { text: 'Permissions', path: '/permissions', who: SIGNED_IN, order: 64, under: 'school', says: 'What was granted, to whom, until when and under which rule.' }, { text: 'Data taken out', path: '/declarations', who: kinds('staff', 'governor', 'trustee', 'volunteer', 'visitor'), order: 66, under: 'school', says: 'School data that leaves its place for a task, and by when it is back or gone.' }],
  startCards: async asked => [...await requestCards(asked, shared), ...await declarationCards(asked), ...await taskCards(asked), ...await openingCards(asked, shared), ...await registerCards(asked, shared)],
  operates: [...requestOperates, ...declarationOperates, ...taskOperates, ...openingOperates, ...registerOperates, ...roleOperates],
  exportPerson: async (tx, person) => ({ ...(await exportPermissions(tx, person) as object), declarations: await exportDeclarations(tx, person), tasks: await exportTasks(tx, person), roles: await exportRoles(tx, person) }),
  erasePerson: async (tx, person) => {
    await forgetInPermissions(tx, person);
    await forgetInPeriods(tx, person);
    await forgetDeclarations(tx, person);
    await forgetInTasks(tx, person);
    await forgetInRoles(tx, person);
  },
});
