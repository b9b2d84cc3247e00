/** Answers by telephone or on paper, entered by the office. */
export { forgetNotes } from './deeds.ts';
export { entriesOf } from './reads.ts';
export { byHandRoutes } from './routes.tsx';
