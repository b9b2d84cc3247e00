/** Withdrawing a policy that is in force. */
export { withdrawalsBy } from './reads.ts';
export { withdrawingRoutes } from './routes.tsx';
