/** Who may choose a language: everybody. */
import { PEOPLE } from '../people.ts';
import type { Row } from '../row.ts';

const english = { language: 'en-GB' };

export const LANGUAGE_ROWS: readonly Row[] = [
  { route: 'POST /language', at: '/language', who: PEOPLE, meets: 303, send: english },
  { route: 'POST /:school/language', at: '/prep-school/language', who: PEOPLE, meets: 303, send: english },
];
