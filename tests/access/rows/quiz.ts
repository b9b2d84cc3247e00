/** The quiz: everybody's own, for those whom a document asks; the list of who has finished, for those who keep the register. */
import { PEOPLE, STRANGERS, type Person } from '../people.ts';
import type { Row } from '../row.ts';

const signedIn = PEOPLE.filter(person => !STRANGERS.includes(person));
const keepers: Person[] = ['office', 'head', 'deputy', 'dsl'];
const staff: Person[] = ['head', 'deputy', 'ict-lead', 'network-manager', 'dsl', 'dpo', 'office', 'teacher', 'supply', 'support'];
const quiz = '/prep-school/agreements/quiz';

export const QUIZ: readonly Row[] = [
  { route: 'GET /:school/agreements/quiz', at: quiz, who: signedIn, meets: 200 },
  { route: 'GET /:school/agreements/quiz/:policy', at: `${quiz}/staff-code`, who: staff, meets: 200 },
  { route: 'POST /:school/agreements/quiz/:policy', at: `${quiz}/staff-code`, who: staff, meets: 422, send: {} },
  { route: 'GET /:school/agreements/quiz/done/:id', at: `${quiz}/done/{quiz}`, who: ['teacher'], meets: 200 },
  { route: 'GET /:school/agreements/finished', at: '/prep-school/agreements/finished', who: keepers, meets: 200 },
  { route: 'GET /:school/agreements/finished.csv', at: '/prep-school/agreements/finished.csv', who: keepers, meets: 200 },
];
