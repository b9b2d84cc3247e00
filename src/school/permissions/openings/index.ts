/** Openings: something a rule has a teacher allow, open for a class or some pupils until the lesson ends. */
export { openingCards } from './cards.tsx';
export { operates as openingOperates } from './operates.ts';
export { OPENERS, openingRoutes } from './routes.tsx';
