/** Late cases: the list is there for everybody who is signed in, and empty for all but those whom the school names. */
import { PEOPLE, STRANGERS, type Person } from '../people.ts';
import type { Row } from '../row.ts';

const signedIn: Person[] = PEOPLE.filter(person => !STRANGERS.includes(person));

export const LATE: readonly Row[] = [
  { route: 'GET /:school/concerns-late', at: '/prep-school/concerns-late', who: signedIn, meets: 200 },
  { route: 'GET /:school/concerns-late.csv', at: '/prep-school/concerns-late.csv', who: signedIn, meets: 200 },
];
