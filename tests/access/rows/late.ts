/** Late cases, whose list is there for everybody who is signed in and empty for all but those whom the school names; the files of children who left and files held for the police, of which there are none here. */
import { PEOPLE, STRANGERS, type Person } from '../people.ts';
import type { Row } from '../row.ts';

const signedIn: Person[] = PEOPLE.filter(person => !STRANGERS.includes(person));

export const LATE: readonly Row[] = [
  { route: 'GET /:school/concerns-late', at: '/prep-school/concerns-late', who: signedIn, meets: 200 },
  { route: 'POST /:school/child-file/said', at: '/prep-school/child-file/said', who: [], meets: 404 },
  { route: 'GET /:school/concerns/:concern/files/:file/held', at: '/prep-school/concerns/{concern}/files/{concernfile}/held', who: [], meets: 404 },
  { route: 'POST /:school/concerns/:concern/files/:file/held', at: '/prep-school/concerns/{concern}/files/{concernfile}/held', who: [], meets: 404 },
  { route: 'POST /:school/concern-openings/file', at: '/prep-school/concern-openings/file', who: [], meets: 404 },
  { route: 'GET /:school/concerns-late.csv', at: '/prep-school/concerns-late.csv', who: signedIn, meets: 200 },
];
