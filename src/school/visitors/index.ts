/** The front door of visitors: the tablet at reception, who is on site, supply staff, and the guest wifi. */
import type { Tx } from '../../platform/database/index.ts';
import { kinds, offices } from '../../platform/web/index.ts';
import type { Feature, Shared } from '../feature.ts';
import { startCards } from './cards.tsx';
import { DESK, WIFI_KEEPERS } from './decisions.ts';
import { kioskRoutes } from './kiosk/routes.tsx';
import { exportVisits } from './reads.ts';
import { registerRoutes } from './register/routes.tsx';
import { forgetPerson } from './store.ts';
import { supplyRoutes } from './supply/routes.tsx';
import { forgetStints } from './supply/store.ts';
import { wifiRoutes } from './wifi/routes.tsx';
import { forgetVouchers } from './wifi/store.ts';

export { expectVisitor, type Typed } from './deeds.ts';
export { fillVisits, type Reception } from './take-in.ts';
export { endVisitsEverywhere } from './round.ts';
export { addSupply } from './supply/deeds.ts';
export { addWifiCodes, closeCodes, wifiListeners } from './wifi/deeds.ts';

/** Visitors: arriving, agreeing, leaving, and what they are given. */
export const visitors = (shared: Shared): Feature => ({
  name: 'visitors',
  routes: [...kioskRoutes(shared), ...registerRoutes(shared), ...supplyRoutes(shared), ...wifiRoutes(shared)],
  nav: [
    { text: 'Visitors', path: '/visitors', who: offices(...DESK), order: 55 },
    { text: 'Who comes to see me', path: '/visitors/expected', who: kinds('staff'), order: 56, under: 'people', says: 'Write down who is coming, so that reception knows.' },
    { text: 'Guest wifi', path: '/visitors/wifi', who: offices(...WIFI_KEEPERS), order: 57, under: 'school', says: 'Codes for guests, given after signing.' },
  ],
  startCards: startCards(shared),
  operates: [],
  exportPerson: exportVisits,
  erasePerson: forgetVisitor,
});

/** Forgets a person everywhere in visiting. */
async function forgetVisitor(tx: Tx, person: string): Promise<void> {
  await forgetVouchers(tx, person);
  await forgetStints(tx, person);
  await forgetPerson(tx, person);
}
