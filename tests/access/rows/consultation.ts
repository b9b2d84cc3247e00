/** Asking people what they think of a policy: its writers ask, those who are asked answer, governors see numbers. The desk's was asked of the safeguarding lead. */
import { PEOPLE, STRANGERS, type Person } from '../people.ts';
import type { Row } from '../row.ts';

const signedIn = PEOPLE.filter(person => !STRANGERS.includes(person));
const writers: Person[] = ['head', 'deputy', 'ict-lead'];
const readers: Person[] = [...writers, 'chair'];
const consult = '/prep-school/policies/e-safety/consult';
const one = '/prep-school/consultations/{consultation}';

export const CONSULTATION: readonly Row[] = [
  { route: 'GET /:school/policies/:policy/consult', at: consult, who: writers, meets: 200 },
  { route: 'POST /:school/policies/:policy/consult', at: consult, who: writers, meets: 422, send: {}, good: { by: 'head', form: { summary: 'Phones stay in the office.', offices: 'dsl', answerBy: '{today}', once: '{new}' } } },
  { route: 'GET /:school/consultations', at: '/prep-school/consultations', who: signedIn, meets: 200 },
  { route: 'GET /:school/consultations/all', at: '/prep-school/consultations/all', who: [...readers, 'governor'], meets: 200 },
  { route: 'GET /:school/consultations/all.csv', at: '/prep-school/consultations/all.csv', who: [...readers, 'governor'], meets: 200 },
  { route: 'GET /:school/consultations/:consultation', at: one, who: [...readers, 'governor', 'dsl'], meets: 200 },
  { route: 'POST /:school/consultations/:consultation', at: one, who: ['dsl'], meets: 422, send: {}, good: { by: 'dsl', form: { opinion: 'yes', words: '' } } },
  { route: 'GET /:school/consultations/:consultation/csv', at: `${one}/csv`, who: readers, meets: 200 },
  { route: 'POST /:school/consultations/:consultation/close', at: `${one}/close`, who: writers, meets: 303, send: {} },
  { route: 'POST /:school/consultations/:consultation/reopen', at: `${one}/reopen`, who: writers, meets: 303, send: {} },
];
