/** Rows of applications: all staff and governors read the register, and whoever keeps it changes it. */
import type { Row } from '../row.ts';
import { PEOPLE, STRANGERS, type Person } from '../people.ts';

const ROUTE = '/:school/apps';
const AT = '/prep-school/apps';
const signedIn = PEOPLE.filter(person => !STRANGERS.includes(person));
const readers: Person[] = ['head', 'deputy', 'ict-lead', 'network-manager', 'dsl', 'dpo', 'office', 'chair', 'teacher', 'supply', 'support', 'governor'];
const keeper: Person[] = ['head'];
const get = (path: string, at: string, who: readonly Person[]): Row => ({ route: `GET ${ROUTE}${path}`, at: `${AT}${at}`, who, meets: 200 });
const post = (path: string, at: string, form?: Readonly<Record<string, string>>): Row => ({ route: `POST ${ROUTE}${path}`, at: `${AT}${at}`, who: keeper, meets: 422, send: {}, ...(form ? { good: { by: 'head', form } } : {}) });

export const APPS: readonly Row[] = [
  get('', '', signedIn), get('/register', '/register', readers), get('/register.csv', '/register.csv', readers),
  get('/new', '/new', keeper), post('/new', '/new', { name: 'Inkmill', purpose: 'Writing', kinds: 'staff', reviewOn: '2027-09-01' }),
  get('/import', '/import', keeper), { ...post('/import', '/import'), send: {} }, { ...post('/import/apply', '/import/apply'), good: { by: 'head', form: { table: 'Name,Review on\nDrawmill,2027-09-01\n' } } },
  get('/settings', '/settings', keeper), post('/settings', '/settings', { office: 'head', remindDays: '14' }),
  get('/:app', '/{app}', readers), get('/:app/edit', '/{app}/edit', keeper), post('/:app/edit', '/{app}/edit', { name: 'Quizmill', purpose: 'Quizzes', kinds: 'staff', reviewOn: '2027-09-01' }),
  post('/:app/widen', '/{widenedapp}/widen', { kinds: 'staff', reviewOn: '2027-09-01' }),
  post('/:app/review', '/{reviewedapp}/review', { reviewOn: '2027-09-01' }),
  get('/:app/withdraw', '/{otherapp}/withdraw', keeper), post('/:app/withdraw', '/{otherapp}/withdraw', { reason: 'The contract ended.' }),
  post('/:app/restore', '/{withdrawnapp}/restore', { reviewOn: '2027-09-01' }),
  post('/:app/users', '/{app}/users', { person: '{tripleader}', until: '' }),
  { ...post('/:app/users/:user/end', '/{app}/users/{appuser}/end'), meets: 303 },
];
