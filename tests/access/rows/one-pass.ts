/** A parent's sitting: signing beside several children in one pass. */
import type { Person } from '../people.ts';
import type { Row } from '../row.ts';

const parents: Person[] = ['parent', 'parent-without-contact'];
const route = '/:school/family/sitting';
const at = '/prep-school/family/sitting';

export const ONE_PASS: readonly Row[] = [
  { route: `GET ${route}`, at, who: parents, meets: 200 },
  { route: `POST ${route}`, at, who: parents, meets: 303, send: {} },
  { route: `GET ${route}/check`, at: `${at}/check`, who: parents, meets: 303 },
  { route: `POST ${route}/check`, at: `${at}/check`, who: parents, meets: 303, send: {} },
  { route: `GET ${route}/:child/:policy`, at: `${at}/{familydocument}`, who: ['parent'], meets: 200 },
  { route: `POST ${route}/:child/:policy`, at: `${at}/{familydocument}`, who: ['parent'], meets: 422, send: {} },
  { route: `GET ${route}/done/:id`, at: `${at}/done/{familysitting}`, who: ['parent'], meets: 200 },
];
