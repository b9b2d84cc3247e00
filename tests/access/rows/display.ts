/** Rows of what stands round a policy: companion documents, posters, answers beside clauses, copies, issues; and of trips. */
import type { Row } from '../row.ts';
import type { Person } from '../people.ts';

type More = Partial<Pick<Row, 'meets' | 'send' | 'good'>>;
const get = (route: string, at: string, who: readonly Person[], more: More = {}): Row => ({ route: `GET ${route}`, at, who, meets: 200, ...more });
const post = (route: string, at: string, who: readonly Person[], more: More = {}): Row => ({ route: `POST ${route}`, at, who, meets: 422, send: {}, ...more });

const holders: Person[] = ['head', 'deputy', 'ict-lead', 'network-manager', 'dsl', 'dpo', 'office', 'chair'];
/** Who writes the online safety policy; the safeguarding lead writes another. */
const writers: Person[] = ['head', 'deputy', 'ict-lead'];
const staff: Person[] = ['head', 'deputy', 'ict-lead', 'network-manager', 'dsl', 'dpo', 'office', 'teacher', 'supply', 'support'];
const posterMakers: Person[] = ['head', 'deputy', 'ict-lead', 'office'];
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

  // Posters.
  get('/:school/posters', '/prep-school/posters', staff),
  get('/:school/posters.csv', '/prep-school/posters.csv', staff),
  get('/:school/posters/new', '/prep-school/posters/new?policy=middle-senior-code', posterMakers),
  post('/:school/posters/new', '/prep-school/posters/new', posterMakers, { good: { by: 'office', form: { policy: 'middle-senior-code', audience: 'pupil-senior', title: 'Our code', clauses: '{pupilclause}' } } }),
  get('/:school/posters/:poster', '/prep-school/posters/{poster}', staff),
  get('/:school/posters/:poster/pdf', '/prep-school/posters/{poster}/pdf', staff),
  post('/:school/posters/:poster/places', '/prep-school/posters/{poster}/places', staff, { good: { by: 'teacher', form: { place: 'Hall' } } }),
  post('/:school/posters/:poster/places/:place/checked', '/prep-school/posters/{poster}/places/{posterplace}/checked', staff, { meets: 303 }),
  post('/:school/posters/:poster/places/:place/renew', '/prep-school/posters/{poster}/places/{posterplace}/renew', staff, { meets: 303 }),
  post('/:school/posters/:poster/places/:place/down', '/prep-school/posters/{poster}/places/{posterplace}/down', staff, { meets: 303 }),
  post('/:school/posters/:poster/places/:place/still', '/prep-school/posters/{poster}/places/{posterplace}/still', staff, { meets: 303 }),
  post('/:school/posters/:poster/retire', '/prep-school/posters/{retired}/retire', posterMakers, { meets: 303 }),
  post('/:school/posters/:poster/bring-back', '/prep-school/posters/{retired}/bring-back', posterMakers, { meets: 303 }),
];
