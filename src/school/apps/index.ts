/** The front door of applications. */
import { SIGNED_IN } from '../../platform/web/index.ts';
import type { Feature, Shared } from '../feature.ts';
import { startCards } from './cards.tsx';
import { operates } from './operates.ts';
import { exportApps } from './reads.ts';
import { READERS, routes } from './routes.tsx';
import { forgetInApps } from './store.ts';

export { permissionDecided } from './listeners.ts';
export { appsNamed } from './reads.ts';
export { remindOfReviews } from './run.ts';
export { fillApps, type AppToFill } from './take-in.ts';

/** Applications: which are authorised, for whom, with which data, until when. */
export const apps = (shared: Shared): Feature => ({
  name: 'apps',
  routes: routes(shared),
  nav: [
    { text: 'Applications you may use', path: '/apps', who: SIGNED_IN, order: 41, under: 'rules', says: 'What the school has authorised for you.' },
    { text: 'Register of applications', path: '/apps/register', who: READERS, order: 42, under: 'rules', says: 'Every application that the school has looked at: for whom, with which data, until when.' },
  ],
  startCards: startCards(shared),
  operates,
  exportPerson: exportApps,
  erasePerson: forgetInApps,
});
