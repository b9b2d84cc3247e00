/** Answers by telephone or on paper, entered by those who keep the register. */
import type { Person } from '../people.ts';
import type { Row } from '../row.ts';

const keepers: Person[] = ['office', 'head', 'deputy', 'dsl'];
const route = '/:school/agreements/by-hand';
const at = '/prep-school/agreements/by-hand';

export const BY_HAND: readonly Row[] = [
  { route: `GET ${route}`, at, who: keepers, meets: 200 },
  { route: `GET ${route}.csv`, at: `${at}.csv`, who: keepers, meets: 200 },
  { route: `GET ${route}/:person/:policy`, at: `${at}/{child}/middle-senior-code`, who: keepers, meets: 200 },
  { route: `POST ${route}/:person/:policy`, at: `${at}/{child}/middle-senior-code`, who: keepers, meets: 422, send: {} },
  { route: `GET ${route}/entry/:id`, at: `${at}/entry/{entry}`, who: keepers, meets: 200 },
  { route: `GET ${route}/entry/:id/letter.pdf`, at: `${at}/entry/{entry}/letter.pdf`, who: keepers, meets: 200 },
  { route: `POST ${route}/entry/:id/undo`, at: `${at}/entry/{entry}/undo`, who: keepers, meets: 303, send: {} },
];
