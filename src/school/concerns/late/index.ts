/** The door of late cases, within concerns. */
export { lateCards } from './cards.tsx';
export { operates as lateOperates } from './operates.ts';
export { isShownLate } from './reads.ts';
export { lateRoutes } from './routes.tsx';
