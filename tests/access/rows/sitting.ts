/** Several documents in one sitting: everybody's own. */
import { PEOPLE, STRANGERS } from '../people.ts';
import type { Row } from '../row.ts';

const signedIn = PEOPLE.filter(person => !STRANGERS.includes(person));

export const SITTING: readonly Row[] = [
  { route: 'GET /:school/agreements/sitting', at: '/prep-school/agreements/sitting', who: signedIn, meets: 200 },
  { route: 'POST /:school/agreements/sitting', at: '/prep-school/agreements/sitting', who: signedIn, meets: 303, send: {} },
  { route: 'GET /:school/agreements/sitting/:id', at: '/prep-school/agreements/sitting/{sitting}', who: ['supply'], meets: 200 },
];
