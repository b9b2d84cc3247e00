/** The door of legal steps and holds, within concerns. */
export { legalCards } from './cards.tsx';
export { operates as legalOperates } from './operates.ts';
export { exportHolds, forgetInHolds, heldForLaw } from './person.ts';
export { legalNav, legalPanels, legalRoutes } from './routes.tsx';
export { tendHolds } from './run.ts';
