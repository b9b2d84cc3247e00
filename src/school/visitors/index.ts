/** The front door of visitors: the tablet at reception, who is on site, supply staff, and the guest wifi. */
import type { Tx } from '../../platform/database/index.ts';
import { kinds, offices } from '../../platform/web/index.ts';
import type { Feature, Shared } from '../feature.ts';
import { startCards } from './cards.tsx';
import { DESK, DESK_KEEPERS, WIFI_KEEPERS } from './decisions.ts';
import { kioskRoutes } from './kiosk/routes.tsx';
import { exportVisits } from './reads.ts';
import { registerRoutes } from './register/routes.tsx';
import { forgetPerson } from './store.ts';
import { supplyRoutes } from './supply/routes.tsx';
import { forgetStints } from './supply/store.ts';
import { wifiRoutes } from './wifi/routes.tsx';
import { forgetVouchers } from './wifi/store.ts';

export { notAskedOfGuests } from './rules.ts';
export { fillVisits, type Reception } from './take-in.ts';
export { endVisitsEverywhere } from './round.ts';
export { wifiListeners } from './wifi/deeds.ts';
export { fillPool } from './wifi/take-in.ts';

/** Visitors: arriving, agreeing, leaving, and what they are given. */
export const visitors = (shared: Shared): Feature => ({
  name: 'visitors',
  routes: [...kioskRoutes(shared), ...registerRoutes(shared), ...supplyRoutes(shared), ...wifiRoutes(shared)],
  nav: [
    { text: 'Visitors', path: '/visitors', who: offices(...DESK), order: 55 },
    { text: 'Who comes to see me', path: '/visitors/expected', who: kinds('staff'), order: 56, under: 'people', says: 'Write down who is coming, so that reception knows.' },
    { text: 'Supply staff', path: '/visitors/supply', who: offices(...DESK_KEEPERS), order: 55.5, under: 'people', says: 'Who teaches for a day: they read and sign by a link of their own, and then get the wifi code.' },
    { text: 'Kiosks', path: '/visitors/kiosks', who: offices(...DESK_KEEPERS), order: 58, under: 'school', says: 'The tablets on which visitors sign in and out.' },
    { text: 'Guest wifi', path: '/visitors/wifi', who: offices(...WIFI_KEEPERS), order: 57, under: 'school', says: 'Codes for guests, given after signing.' },
  ],
  startCards: startCards(shared),
  operates: [
    { clause: 'academy-trust/acceptable-use#guests-sign-first', by: 'giveWifiCode', test: 'a guest of the trust is given a code for the wifi after signing and in no other way, and it ends with the visit' },
    { clause: 'prep-school/staff-code#families-and-visitors', by: 'arrive', test: 'a guest of the prep school who uses the network agrees to its code first; one who does not is given the rules on phones' },
    { clause: 'prep-school/staff-code#families-and-visitors', by: 'notAskedOfGuests', test: 'a guest who needs no network has nothing waiting, and is asked for the code on the day they do need it' },
    { clause: 'prep-school/mobile-devices#for-parents-and-guests', by: 'arrive', test: 'a guest of the prep school who uses the network agrees to its code first; one who does not is given the rules on phones' },
  ],
  exportPerson: exportVisits,
  erasePerson: forgetVisitor,
});

/** Forgets a person everywhere in visiting. */
async function forgetVisitor(tx: Tx, person: string): Promise<void> {
  await forgetVouchers(tx, person);
  await forgetStints(tx, person);
  await forgetPerson(tx, person);
}
