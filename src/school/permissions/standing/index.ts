/** What groups may do, for the front door. */
export { standingRoutes } from './routes.tsx';
