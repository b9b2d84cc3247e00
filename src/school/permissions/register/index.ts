/** The register of permissions, for the front door. */
export { registerCards } from './cards.tsx';
export { registerOperates } from './operates.ts';
export { restsOn } from './rests.ts';
export { registerRoutes } from './routes.tsx';
export { tendPermissions } from './run.ts';
