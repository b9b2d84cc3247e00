/** The front door of copies on request. */
export { copyCards } from './cards.tsx';
export { exportRequests } from './reads.ts';
export { copyRoutes, GIVERS } from './routes.tsx';
export { forgetRequests } from './store.ts';
