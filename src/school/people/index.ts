/** The front door of people. */
import type { Feature, Shared } from '../feature.ts';

export { addFamilies, addPeople, giveOffices, stayUntil, type Doing } from './deeds.ts';
export { countPeople, findPerson, listGuardians, listHolders, listKindsSince, listPeople, namesOf, readerOf, widened, type PeopleAsk } from './reads.ts';
export { fullName, type Guardian, type Holder, type NewPerson, type Person } from './words.ts';

/** People: who is at the school, what they are, and which office they hold. */
export const people = (_shared: Shared): Feature => ({ name: 'people', routes: [] });
