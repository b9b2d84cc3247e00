/** The front door of permissions. */
import type { Feature, Shared } from '../feature.ts';
import { exportPermissions, forgetInPermissions } from './store.ts';

export { livePermissions, permissionsOn } from './reads.ts';

/** Permissions: what people ask for, who decides, and what was granted. */
export const permissions = (_shared: Shared): Feature => ({
  name: 'permissions',
  routes: [],
  exportPerson: exportPermissions,
  erasePerson: forgetInPermissions,
});
