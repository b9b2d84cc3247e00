/** The front door of permissions. */
import { kinds, SIGNED_IN } from '../../platform/web/index.ts';
import type { Feature, Shared } from '../feature.ts';
import { declarationCards, declarationOperates, declarationRoutes, exportDeclarations, forgetDeclarations } from './declarations/index.ts';
import { registerCards, registerRoutes } from './register/index.ts';
import { exportPermissions, forgetInPermissions } from './store.ts';

export { chaseDeclarations, leaverStillHas, type DeclarationRound } from './declarations/index.ts';
export { livePermissions, permissionsOn } from './reads.ts';
export { tendPermissions } from './register/index.ts';

/** Permissions: what people ask for, who decides, and what was granted. */
export const permissions = (shared: Shared): Feature => ({
  name: 'permissions',
  routes: [...declarationRoutes(shared), ...registerRoutes(shared)],
  nav: [{ text: 'Permissions', path: '/permissions', who: SIGNED_IN, order: 64, under: 'school', says: 'What was granted, to whom, until when and under which rule.' }, { text: 'Data taken out', path: '/declarations', who: kinds('staff', 'governor', 'trustee', 'volunteer', 'visitor'), order: 66, under: 'school', says: 'School data that leaves its place for a task, and by when it is back or gone.' }],
  startCards: async asked => [...await declarationCards(asked), ...await registerCards(asked, shared)],
  operates: [...declarationOperates],
  exportPerson: async (tx, person) => ({ ...(await exportPermissions(tx, person) as object), declarations: await exportDeclarations(tx, person) }),
  erasePerson: async (tx, person) => {
    await forgetInPermissions(tx, person);
    await forgetDeclarations(tx, person);
  },
});
