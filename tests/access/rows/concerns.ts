/** Telling the school something, what one told, and what one may read. */
import { PEOPLE, STRANGERS, type Person } from '../people.ts';
import type { Row } from '../row.ts';

const signedIn: Person[] = PEOPLE.filter(person => !STRANGERS.includes(person));
const get = (route: string, at: string, who: readonly Person[], meets = 200): Row => ({ route: `GET ${route}`, at, who, meets });
const post = (route: string, at: string, who: readonly Person[], meets: number, good?: Row['good']): Row => ({ route: `POST ${route}`, at, who, meets, ...(good ? { good } : {}) });

export const CONCERNS: readonly Row[] = [
  get('/:school/something-happened', '/prep-school/something-happened', signedIn),
  post('/:school/something-happened', '/prep-school/something-happened', signedIn, 422),
  post('/:school/something-happened/send', '/prep-school/something-happened/send', signedIn, 422, { by: 'teacher', form: { danger: 'no', narrative: 'The screen showed something odd.', kinds: 'report-virus' } }),
  get('/:school/my-reports', '/prep-school/my-reports', signedIn),
  get('/:school/my-reports/:report', '/prep-school/my-reports/{report}', ['teacher']),
  post('/:school/my-reports/:report/:concern', '/prep-school/my-reports/{report}/{concern}', ['teacher'], 422, { by: 'teacher', form: { text: 'It was in room 4.' } }),
  get('/:school/concerns', '/prep-school/concerns', signedIn),
  get('/:school/concerns.csv', '/prep-school/concerns.csv', signedIn),
  get('/:school/concerns/:concern', '/prep-school/concerns/{concern}', ['dsl']),
];
