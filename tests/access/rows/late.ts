/** Late cases, whose list is there for everybody who is signed in and empty for all but those whom the school names; and the files of children who left. */
import { PEOPLE, STRANGERS, type Person } from '../people.ts';
import type { Row } from '../row.ts';

const signedIn: Person[] = PEOPLE.filter(person => !STRANGERS.includes(person));

export const LATE: readonly Row[] = [
  { route: 'GET /:school/concerns-late', at: '/prep-school/concerns-late', who: signedIn, meets: 200 },
  { route: 'POST /:school/child-file/said', at: '/prep-school/child-file/said', who: ['dsl'], meets: 422 },
  { route: 'GET /:school/concerns-late.csv', at: '/prep-school/concerns-late.csv', who: signedIn, meets: 200 },
];
