/** The front door of people. */
import { kinds, offices } from '../../platform/web/index.ts';
import type { Feature, Shared } from '../feature.ts';
import { LIST_READERS } from './decisions.ts';
import { familyRoutes } from './routes/families.tsx';
import { officeRoutes } from './routes/offices.tsx';
import { importRoutes } from './routes/import.tsx';
import { peopleRoutes } from './routes/people.tsx';
import { exportPerson } from './reads.ts';
import { erasePerson } from './deeds.ts';

export { addFamilies, addPeople, giveOffices, stayUntil, type Doing } from './deeds.ts';
export { countPeople, findPerson, listGuardians, listHolders, listHoldings, listKindsSince, listPeople, namesOf, peopleWithEmail, readerOf, widened, type PeopleAsk } from './reads.ts';
export { fullName, type Guardian, type Holder, type NewPerson, type Person } from './words.ts';

/** People: who is at the school, what they are, and which office they hold. */
export const people = (shared: Shared): Feature => ({
  name: 'people',
  routes: [...peopleRoutes(shared), ...importRoutes(shared), ...familyRoutes(), ...officeRoutes(shared)],
  nav: [
    { text: 'People', path: '/people', who: offices(...LIST_READERS), order: 50 },
    { text: 'Offices', path: '/offices', who: kinds('staff', 'governor', 'trustee', 'parent', 'visitor'), order: 60 },
  ],
  exportPerson,
  erasePerson,
});
