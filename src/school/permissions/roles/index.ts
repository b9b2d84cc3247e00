/** The front door of roles. */
export { rolesOf } from './reads.ts';
export { roleOperates } from './operates.ts';
export { ROLE_READERS, roleRoutes } from './routes.tsx';
export { exportRoles, forgetInRoles } from './store.ts';
