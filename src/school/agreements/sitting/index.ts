/** Several documents in one sitting. */
export { forgetSittings } from './deeds.ts';
export { sittingsOf } from './reads.ts';
export { sittingRoutes } from './routes.tsx';
