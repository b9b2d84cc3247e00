/** Who may choose a language: everybody. Who keeps translations: those who write the policy, and those who approve it. */
import { POLICY } from '../desk.ts';
import { PEOPLE, type Person } from '../people.ts';
import type { Row } from '../row.ts';

const english = { language: 'en-GB' };

const keepers: Person[] = ['head', 'deputy', 'ict-lead', 'dsl', 'chair'];
const p = `/prep-school/policies/${POLICY}/translations`;
const route = '/:school/policies/:policy/translations';
const nothing = '01900000-0000-7000-8000-000000000000';

export const LANGUAGE_ROWS: readonly Row[] = [
  { route: 'POST /language', at: '/language', who: PEOPLE, meets: 303, send: english },
  { route: 'POST /:school/language', at: '/prep-school/language', who: PEOPLE, meets: 303, send: english },
  { route: `GET ${route}`, at: p, who: keepers, meets: 200 },
  { route: `POST ${route}`, at: p, who: keepers, meets: 422, send: { language: 'cy', text: '' } },
  { route: `GET ${route}/template`, at: `${p}/template`, who: keepers, meets: 200 },
  { route: `GET ${route}/:translation/file`, at: `${p}/${nothing}/file`, who: [], meets: 404 },
  ...['approve', 'withdraw', 'put-back'].map((deed): Row => ({ route: `POST ${route}/${deed}`, at: `${p}/${deed}`, who: [], meets: 404, send: { translation: nothing } })),
];
