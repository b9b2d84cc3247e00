/** The front door of trips. */
import { either, kinds, offices } from '../../platform/web/index.ts';
import type { Feature, Shared } from '../feature.ts';
import { startCards } from './cards.tsx';
import { exportTrips } from './reads.ts';
import { routes } from './routes.tsx';
import { forgetOnTrips } from './store.ts';

export { comingTrips, tripLeadersOf, tripsOn } from './store.ts';
export { eraseTrips } from './run.ts';
export { fillTrip, type CarrierToFill } from './take-in.ts';

/** Trips: who goes, who leads, and who may carry a phone or a camera. */
export const trips = (shared: Shared): Feature => ({
  name: 'trips',
  routes: routes(shared),
  nav: [{ text: 'Trips', path: '/trips', who: either(kinds('staff'), offices('head', 'deputy-head', 'office')), order: 65, under: 'school', says: 'Who leads each trip, who goes, and who carries a phone or a camera.' }],
  startCards,
  operates: [
    { clause: 'village-primary/staff-code#phones-on-trips', by: 'weigh', test: 'on the village school’s trips the head agrees who carries a phone, and only for safety' },
    { clause: 'prep-school/mobile-devices#phones-on-trips', by: 'weigh', test: 'on the prep school’s trips the trip’s own leader says whether a pupil may use a phone' },
  ],
  exportPerson: exportTrips,
  erasePerson: forgetOnTrips,
});
