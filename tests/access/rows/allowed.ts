/** Rows of what a parent allows: the parent's own answer, and the list of pupils without the permission. */
import type { Row } from '../row.ts';
import type { Person } from '../people.ts';

const keepers: Person[] = ['office', 'head', 'deputy', 'dsl'];
const question = '/prep-school/family/{child}/allowed/permit-internet-email--facility--email';

export const ALLOWED: readonly Row[] = [
  { route: 'GET /:school/family/:child/allowed/:question', at: question, who: ['parent'], meets: 200 },
  { route: 'POST /:school/family/:child/allowed/:question', at: question, who: ['parent'], meets: 422, send: {}, good: { by: 'parent', form: { answer: 'no' } } },
  { route: 'GET /:school/agreements/allowed', at: '/prep-school/agreements/allowed', who: keepers, meets: 200 },
  { route: 'GET /:school/agreements/allowed.csv', at: '/prep-school/agreements/allowed.csv', who: keepers, meets: 200 },
];
