/** The front door of people. */
import { kinds, offices } from '../../platform/web/index.ts';
import type { Feature, Shared } from '../feature.ts';
import { IMPORTERS, KEEPERS, LIST_READERS } from './decisions.ts';
import { forgetFamily } from './families/store.ts';
import { familyCards, familyRoutes, FAMILY_KEEPERS } from './families/routes.tsx';
import { officeRoutes } from './routes/offices.tsx';
import { importRoutes } from './routes/import.tsx';
import { importWorks } from './import/works.ts';
import { languageRoutes } from './language/routes.ts';
import { moveRoutes } from './moves/routes.tsx';
import { rollOverRoutes } from './roll-over/routes.tsx';
import { householdRoutes } from './household/routes.tsx';
import { newLinkRoutes } from './new-link/routes.tsx';
import { trustRoutes } from './trust/routes.tsx';
import { peopleRoutes } from './routes/people.tsx';
import { exportPerson } from './reads.ts';
import { erasePerson } from './deeds.ts';

export { addFamilies, addPeople, giveOffices, stayUntil, type Doing } from './deeds.ts';
export { countPeople, everyId, findPerson, listClasses, listGuardians, listHolders, listHoldings, listKindsSince, listLeavers, listStandIns, listStarters, listPeople, namesOf, peopleWithEmail, readerOf, widened, type PeopleAsk, type StandInLine } from './reads.ts';
export { drawnFor } from './language/drawn-for.ts';
export { mailNewLink } from './new-link/deeds.ts';
export { languagesOf } from './language/store.ts';
export { isHeld, mayGiveOffices, OFFICE_GIVERS } from './decisions.ts';
export { setStandIns } from './offices/deeds.ts';
export { yearsAreSaid, yearsOf } from './moves/reads.ts';
export { leaveTogether } from './household/deeds.ts';
export { readCsv, type Sheet } from './import/csv.ts';
export { belongsTo } from './household/reads.ts';
export { elsewhereOf } from './trust/reads.ts';
export { rollOverEverywhere } from './roll-over/job.ts';
export { addAdult, queryRoll, setAdult, setFamilyRule } from './families/deeds.ts';
export { livingApart, whoMustAgree } from './families/reads.ts';
export type { MustAgree } from './families/words.ts';
export { fullName, type Guardian, type Holder, type NewPerson, type Person } from './words.ts';

/** People: who is at the school, what they are, and which office they hold. */
export const people = (shared: Shared): Feature => ({
  name: 'people',
  routes: [...peopleRoutes(shared), ...importRoutes(shared), ...familyRoutes(), ...moveRoutes(shared), ...rollOverRoutes(shared), ...householdRoutes(shared), ...trustRoutes(shared), ...newLinkRoutes(), ...languageRoutes(), ...officeRoutes(shared)],
  nav: [
    { text: 'People', path: '/people', who: offices(...LIST_READERS), order: 50 },
    { text: 'Offices', path: '/offices', who: kinds('staff', 'governor', 'trustee', 'parent', 'visitor'), order: 60 },
    { text: 'What parents say is wrong', path: '/people/family-queries', who: FAMILY_KEEPERS, order: 55, under: 'people', says: 'What parents say is wrong on the roll, and family records to look at again.' },
    { text: 'Bring people in from a file', path: '/people/import', who: offices(...IMPORTERS), order: 51, under: 'people', says: 'OneRoster or any table, looked at before anything changes; and the same files out.' },
    { text: 'Move the classes up', path: '/people/roll-over', who: offices(...KEEPERS), order: 52, under: 'people', says: 'Who goes where in September, who leaves and who will sign anew, seen before it happens.' },
    { text: 'Households of staff', path: '/people/households', who: offices(...KEEPERS), order: 54, under: 'people', says: 'Partners, children and guests of staff who use what is the school’s.' },
    { text: 'Year groups', path: '/people/years', who: offices(...KEEPERS), order: 53, under: 'people', says: 'The years in their order, and the code that each keeps.' },
  ],
  operates: [
    { clause: 'prep-school/staff-code#families-and-visitors', by: 'addToHousehold', test: 'a teacher’s partner who uses the school’s laptop is asked to sign the staff code, by a link of their own' },
    { clause: 'prep-school/e-safety#pupils-sign', by: 'carryOutRollOver', test: 'on the day the class sits in Year 3, and child and parent are asked for the code of the older ones' },
  ],
  apart: importWorks(shared),
  startCards: familyCards,
  exportPerson,
  erasePerson: async (tx, person) => {
    await forgetFamily(tx, person);
    await erasePerson(tx, person);
  },
});
