/** The front door of devices. */
import type { Feature, Shared } from '../feature.ts';
import { custodyCards } from './custody/cards.tsx';
import { custodyNav, custodyRoutes } from './custody/routes.tsx';
import { exportCustody, forgetInCustody } from './custody/person.ts';
import { operates } from './operates.ts';

export { forgetAgainInCustody } from './custody/person.ts';
export { confiscationBegins, confiscationEnds, tendCustody } from './custody/run.ts';
export { fillCustody } from './custody/take-in.ts';

/** Devices: what was taken from pupils and how it goes back. */
export const devices = (shared: Shared): Feature => ({
  name: 'devices',
  routes: custodyRoutes(shared),
  nav: custodyNav,
  startCards: custodyCards(shared),
  operates,
  exportPerson: exportCustody,
  erasePerson: forgetInCustody,
});
