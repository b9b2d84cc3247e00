/** Rows of what stands round a policy: companion documents, posters, answers beside clauses, copies, issues; and of trips. */
import type { Row } from '../row.ts';
import type { Person } from '../people.ts';

type More = Partial<Pick<Row, 'meets' | 'send' | 'good'>>;
const get = (route: string, at: string, who: readonly Person[], more: More = {}): Row => ({ route: `GET ${route}`, at, who, meets: 200, ...more });
const post = (route: string, at: string, who: readonly Person[], more: More = {}): Row => ({ route: `POST ${route}`, at, who, meets: 422, send: {}, ...more });

const holders: Person[] = ['head', 'deputy', 'ict-lead', 'network-manager', 'dsl', 'dpo', 'office', 'chair'];
/** Who writes the online safety policy; the safeguarding lead writes another. */
const writers: Person[] = ['head', 'deputy', 'ict-lead'];
const p = '/prep-school/policies/e-safety';

export const displayRows: readonly Row[] = [
  get('/:school/linked-documents', '/prep-school/linked-documents', holders),
  get('/:school/linked-documents.csv', '/prep-school/linked-documents.csv', holders),
  get('/:school/policies/:policy/companions', `${p}/companions`, writers),
  post('/:school/policies/:policy/companions', `${p}/companions`, writers, { good: { by: 'ict-lead', form: { kind: 'companion', title: 'Parent contract', owner: 'registrar', address: '' } } }),
  post('/:school/policies/:policy/companions/look', `${p}/companions/look`, writers, { meets: 303 }),
  post('/:school/policies/:policy/companions/take-in', `${p}/companions/take-in`, writers, { meets: 303 }),
  get('/:school/policies/:policy/companions/:companion', `${p}/companions/{companion}`, [...writers, 'dpo']),
  post('/:school/policies/:policy/companions/:companion', `${p}/companions/{companion}`, [...writers, 'dpo'], { good: { by: 'dpo', form: { kind: 'companion', title: 'Privacy notice', owner: 'dpo', address: 'https://www.school.example/privacy' } } }),
  post('/:school/policies/:policy/companions/:companion/remove', `${p}/companions/{companion}/remove`, [...writers, 'dpo'], { meets: 303 }),
  post('/:school/policies/:policy/companions/:companion/put-back', `${p}/companions/{companion}/put-back`, [...writers, 'dpo'], { meets: 303 }),
];
