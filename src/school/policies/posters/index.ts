/** The front door of posters. */
export { posterCards } from './cards.tsx';
export { makePoster, putUp } from './deeds.ts';
export { exportPlaces } from './reads.ts';
export { posterRoutes } from './routes.tsx';
export { forgetInPlaces } from './store.ts';
