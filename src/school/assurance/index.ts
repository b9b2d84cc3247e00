/** The front door of assurance. It may read every feature; no feature reads it. */
import { offices } from '../../platform/web/index.ts';
import type { Feature, Shared } from '../feature.ts';
import { navFor } from './everything.ts';
import { routes } from './routes.tsx';
import type { PersonaList } from './words.ts';

export { navFor, type PersonaList };

/** The first page, the start pages and the logbook. `features` are those whose cards the start page shows. */
export const assurance = (shared: Shared, features: readonly Feature[], personas: PersonaList): Feature => ({
  name: 'assurance',
  routes: routes(shared, features, personas),
  nav: [{ text: 'Logbook', path: '/logbook', who: offices('head', 'deputy-head', 'dpo', 'network-manager', 'ict-lead'), order: 90, under: 'school', says: 'Every change: who did it, when, and under which clause.' }],
});
