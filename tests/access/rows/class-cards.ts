/** Class cards. The teacher of the table teaches the class named here. */
import { PEOPLE, type Person } from '../people.ts';
import type { Row } from '../row.ts';

const makers: Person[] = ['office', 'head', 'deputy', 'dsl', 'teacher'];
const route = '/:school/agreements/class/:class/cards';
const at = '/prep-school/agreements/class/Robins/cards';

export const CLASS_CARDS: readonly Row[] = [
  { route: `GET ${route}`, at, who: makers, meets: 200 },
  { route: `GET ${route}/again`, at: `${at}/again`, who: makers, meets: 200 },
  { route: `POST ${route}/make`, at: `${at}/make`, who: makers, meets: 303, send: { whose: 'missing' } },
  { route: `POST ${route}/unlock`, at: `${at}/unlock`, who: makers, meets: 303, send: { child: '{lockedcard}' } },
  { route: `POST ${route}/end`, at: `${at}/end`, who: makers, meets: 303, send: { child: '{cardholder}' } },
  { route: 'GET /:school/sign-in/card/:token', at: '/prep-school/sign-in/card/{card}', who: PEOPLE, meets: 200 },
  { route: 'POST /:school/sign-in/card/:token', at: '/prep-school/sign-in/card/{card}', who: PEOPLE, meets: 200, send: { picture: 'no picture' } },
];
