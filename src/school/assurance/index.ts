/** The front door of assurance. It may read every feature; no feature reads it. */
import { offices } from '../../platform/web/index.ts';
import type { Feature, NavEntry, Shared } from '../feature.ts';
import { navFor } from './everything.ts';
import { routes } from './routes.tsx';
import type { PersonaList } from './words.ts';

export { navFor, type PersonaList };

const NAV: readonly NavEntry[] = [
  { text: 'Logbook', path: '/logbook', who: offices('head', 'deputy-head', 'dpo', 'network-manager', 'ict-lead'), order: 90, under: 'school', says: 'Every change: who did it, when, and under which clause.' },
];

/** The first page, the start pages, the page of everything and the logbook. `features` are those whose cards and pages they show. */
export const assurance = (shared: Shared, features: readonly Feature[], personas: PersonaList): Feature => ({
  name: 'assurance',
  routes: routes(shared, [...features, { name: 'assurance', routes: [], nav: NAV }], personas),
  nav: NAV,
});
