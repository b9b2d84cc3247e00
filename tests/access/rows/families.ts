/** Rows of families: a child's record, what parents say is wrong, and what is read before signing. */
import type { Row } from '../row.ts';
import type { Person } from '../people.ts';

type More = Partial<Pick<Row, 'meets' | 'send' | 'good'>>;
const get = (route: string, at: string, who: readonly Person[], more: More = {}): Row => ({ route: `GET ${route}`, at, who, meets: 200, ...more });
const post = (route: string, at: string, who: readonly Person[], more: More = {}): Row => ({ route: `POST ${route}`, at, who, meets: 422, send: {}, ...more });

const keepers: Person[] = ['office', 'head', 'dsl'];
/** Who signs the staff code, which is read with the online safety policy. */
const signers: Person[] = ['head', 'deputy', 'ict-lead', 'network-manager', 'dsl', 'dpo', 'office', 'teacher', 'supply', 'support'];
const record = '/prep-school/people/{child}/family-record';

export const FAMILIES: readonly Row[] = [
  get('/:school/people/:person/family', '/prep-school/people/{child}/family', keepers),
  post('/:school/people/:person/family', '/prep-school/people/{child}/family', keepers, { good: { by: 'office', form: { givenName: 'Ann', familyName: 'Oldfield', relation: 'Grandparent' } } }),
  get('/:school/people/:person/family/:parent', '/prep-school/people/{child}/family/{parent}', keepers),
  post('/:school/people/:person/family/:parent', '/prep-school/people/{child}/family/{parent}', keepers, { meets: 303 }),
  post('/:school/people/:person/family/:parent/remove', '/prep-school/people/{child}/family/{added}/remove', keepers, { meets: 303 }),
  get('/:school/people/:person/family-record', record, keepers),
  post('/:school/people/:person/family-record', record, keepers, { good: { by: 'dsl', form: { agree: 'one', note: 'Ring the mother first.' } } }),
  post('/:school/people/:person/family-record/order', `${record}/order`, keepers, { meets: 303, send: { parent: '{parent}', by: 'up' } }),
  post('/:school/people/:person/family-record/undo', `${record}/undo`, keepers, { meets: 303 }),
  get('/:school/people/family-queries', '/prep-school/people/family-queries', keepers),
  get('/:school/people/family-queries.csv', '/prep-school/people/family-queries.csv', keepers),
  post('/:school/people/family-queries', '/prep-school/people/family-queries', keepers, { meets: 303, send: { query: '{rollquery}', done: 'yes' } }),
  get('/:school/family/:child/wrong', '/prep-school/family/{child}/wrong', ['parent']),
  post('/:school/family/:child/wrong', '/prep-school/family/{child}/wrong', ['parent'], { good: { by: 'parent', form: { says: 'Her form is 8B now.', once: '{new}' } } }),
  get('/:school/agreements/:policy/with/:companion', '/prep-school/agreements/staff-code/with/e-safety', signers),
  post('/:school/agreements/:policy/with/:companion', '/prep-school/agreements/staff-code/with/e-safety', signers, { meets: 303 }),
];
