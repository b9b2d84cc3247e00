/** The door of looking into logs, within concerns. */
export { lookCards } from './cards.tsx';
export { operates as lookOperates } from './operates.ts';
export { exportLooks, forgetInLooks } from './person.ts';
export { lookNav, lookPanels, lookRoutes } from './routes.tsx';
export { tendLooks } from './run.ts';
