/** Rows of sanctions: those of a case for whoever deals with it or decides, one's own for oneself and one's parents. */
import { PEOPLE, STRANGERS, type Person } from '../people.ts';
import type { Row } from '../row.ts';

const signedIn: Person[] = PEOPLE.filter(person => !STRANGERS.includes(person));
/** The safeguarding lead reads the case; so do the head, who decides, and the chair of governors, who hears the appeal. */
const readers: Person[] = ['dsl', 'head', 'chair'];
const staff: Person[] = ['head', 'deputy', 'ict-lead', 'network-manager', 'dsl', 'dpo', 'office', 'teacher', 'supply', 'support'];
const ROUTE = '/:school/concerns/:concern/sanctions';
const AT = '/prep-school/concerns/{sanctioncase}/sanctions';
const both = (path: string, thing: string, who: readonly Person[], by: Person, form: Readonly<Record<string, string>>): Row[] => [
  { route: `GET ${ROUTE}/:sanction/${path}`, at: `${AT}/{${thing}}/${path}`, who, meets: 200 },
  { route: `POST ${ROUTE}/:sanction/${path}`, at: `${AT}/{${thing}}/${path}`, who, meets: 422, send: {}, good: { by, form } },
];

export const SANCTIONS: readonly Row[] = [
  // Why first: it makes the appeal, which lets the chair of governors read the case.
  ...both('appeal', 'sanctionappealed', ['chair'], 'chair', { says: 'keep', text: 'It stays.' }),
  ...both('decide', 'sanctionproposed', ['head'], 'head', { says: 'agree', text: '' }),
  ...both('told', 'sanctiondecided', readers, 'dsl', { on: '{today}', text: 'At break.' }),
  ...both('lift', 'sanctiontolift', readers, 'dsl', { text: 'It was another child.' }),
  ...both('take-back', 'sanctiontotakeback', readers, 'dsl', { text: 'It was another child.' }),
  ...both('review', 'sanctionforgood', readers, 'dsl', { reviewOn: '2027-09-01', text: 'One more term.' }),
  { route: `GET ${ROUTE}/new`, at: `${AT}/new`, who: readers, meets: 200 },
  { route: `POST ${ROUTE}/new`, at: `${AT}/new`, who: readers, meets: 422, send: {}, good: { by: 'dsl', form: { person: '{sanctionpupil}', provided: '0', reason: 'A message.', reasons: 'It hurt.', fits: 'It was the first time.', intent: 'deliberate', startsOn: '{today}', endsOn: '2027-01-08', appealBy: '2027-01-08', appealTo: 'chair-of-governors' } } },
  { route: 'GET /:school/sanctions', at: '/prep-school/sanctions', who: signedIn, meets: 200 },
  { route: 'GET /:school/sanctions/:sanction/appeal', at: '/prep-school/sanctions/{sanctionmine}/appeal', who: ['pupil', 'parent'], meets: 200 },
  { route: 'POST /:school/sanctions/:sanction/appeal', at: '/prep-school/sanctions/{sanctionmine}/appeal', who: ['pupil', 'parent'], meets: 422, send: {}, good: { by: 'pupil', form: { text: 'It was not me.' } } },
  { route: 'GET /:school/switched-off', at: '/prep-school/switched-off', who: staff, meets: 200 },
];
