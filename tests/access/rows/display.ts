/** Rows of what stands round a policy: companion documents, posters, answers beside clauses, copies, issues; and of trips. */
import type { Row } from '../row.ts';
import { PEOPLE, STRANGERS, type Person } from '../people.ts';

type More = Partial<Pick<Row, 'meets' | 'send' | 'good'>>;
const get = (route: string, at: string, who: readonly Person[], more: More = {}): Row => ({ route: `GET ${route}`, at, who, meets: 200, ...more });
const post = (route: string, at: string, who: readonly Person[], more: More = {}): Row => ({ route: `POST ${route}`, at, who, meets: 422, send: {}, ...more });

const signedIn = PEOPLE.filter(person => !STRANGERS.includes(person));
const issueReaders: Person[] = ['head', 'deputy', 'ict-lead', 'dsl', 'office'];
const holders: Person[] = ['head', 'deputy', 'ict-lead', 'network-manager', 'dsl', 'dpo', 'office', 'chair'];
/** Who writes the online safety policy; the safeguarding lead writes another. */
const writers: Person[] = ['head', 'deputy', 'ict-lead'];
const staff: Person[] = ['head', 'deputy', 'ict-lead', 'network-manager', 'dsl', 'dpo', 'office', 'teacher', 'supply', 'support'];
const posterMakers: Person[] = ['head', 'deputy', 'ict-lead', 'office'];
const planTrip: Person[] = ['head', 'deputy', 'office', 'teacher'];
const seeTrip: Person[] = [...planTrip, 'dsl', 'supply'];
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

  // Trips. The teacher leads the one on the desk; the supply teacher goes along.
  get('/:school/trips', '/prep-school/trips', [...staff, 'chair']),
  get('/:school/trips.csv', '/prep-school/trips.csv', [...staff, 'chair']),
  get('/:school/trips/new', '/prep-school/trips/new', [...staff, 'chair']),
  post('/:school/trips/new', '/prep-school/trips/new', [...staff, 'chair'], { good: { by: 'teacher', form: { title: 'Farm visit', place: 'A farm', from: '2026-12-10', until: '2026-12-10', leader: '{tripleader}', eraseOn: '2027-01-31' } } }),
  get('/:school/trips/:trip', '/prep-school/trips/{trip}', seeTrip),
  get('/:school/trips/:trip/edit', '/prep-school/trips/{trip}/edit', planTrip),
  post('/:school/trips/:trip/edit', '/prep-school/trips/{trip}/edit', planTrip, { good: { by: 'office', form: { title: 'Museum', place: 'A museum', from: '2026-12-10', until: '2026-12-11', leader: '{tripleader}', eraseOn: '2027-01-31' } } }),
  post('/:school/trips/:trip/cancel', '/prep-school/trips/{othertrip}/cancel', planTrip, { meets: 303 }),
  post('/:school/trips/:trip/restore', '/prep-school/trips/{othertrip}/restore', planTrip, { meets: 303 }),
  get('/:school/trips/:trip/people', '/prep-school/trips/{trip}/people', planTrip),
  post('/:school/trips/:trip/people', '/prep-school/trips/{othertrip}/people', planTrip, { meets: 303, send: { group: 'adults' } }),
  post('/:school/trips/:trip/carriers', '/prep-school/trips/{trip}/carriers', seeTrip, { good: { by: 'teacher', form: { person: '{tripleader}', device: 'phone', owner: 'school', purpose: 'safety', 'fact.moment': 'outside-school-hours' } } }),
  post('/:school/trips/:trip/carriers/:carrier/decide', '/prep-school/trips/{trip}/carriers/{carrier}/decide', seeTrip, { good: { by: 'teacher', form: { says: 'yes', words: 'At lunch' } } }),
  post('/:school/trips/:trip/carriers/:carrier/drop', '/prep-school/trips/{trip}/carriers/{dropped}/drop', planTrip, { meets: 303 }),
  post('/:school/trips/:trip/carriers/:carrier/gone', '/prep-school/trips/{trip}/carriers/{camera}/gone', ['supply'], { meets: 303 }),
  get('/:school/trips/:trip/list', '/prep-school/trips/{trip}/list', seeTrip),
  get('/:school/trips/:trip/list.csv', '/prep-school/trips/{trip}/list.csv', seeTrip),

  // Questions about a rule: this one is answered by the head of IT, who looks after the policy.
  get('/:school/policies/:policy/ask/:clause', `${p}/ask/privacy-notice`, signedIn),
  post('/:school/policies/:policy/ask/:clause', `${p}/ask/privacy-notice`, signedIn, { good: { by: 'parent', form: { question: 'Where is the notice?' } } }),
  get('/:school/rule-questions', '/prep-school/rule-questions', holders),
  get('/:school/rule-questions.csv', '/prep-school/rule-questions.csv', holders),
  get('/:school/rule-questions/:question', '/prep-school/rule-questions/{rulequestion}', ['ict-lead']),
  post('/:school/rule-questions/:question', '/prep-school/rule-questions/{rulequestion}', ['ict-lead'], { good: { by: 'ict-lead', form: { question: 'Where is it?', answer: 'On the website.' } } }),
  post('/:school/rule-questions/:question/still-true', '/prep-school/rule-questions/{answered}/still-true', ['ict-lead'], { meets: 303 }),
  post('/:school/rule-questions/:question/withdraw', '/prep-school/rule-questions/{rulequestion}/withdraw', ['ict-lead'], { meets: 303 }),

  // Copies on request, and who was given a policy.
  get('/:school/policies/:policy/copy', `${p}/copy`, PEOPLE),
  post('/:school/policies/:policy/copy', `${p}/copy`, PEOPLE, { good: { by: 'signed-out', form: { how: 'paper', name: 'A reader', address: '1 Some Street' } } }),
  get('/:school/copies', '/prep-school/copies', ['head', 'deputy', 'office']),
  get('/:school/copies.csv', '/prep-school/copies.csv', ['head', 'deputy', 'office']),
  post('/:school/copies/:request/done', '/prep-school/copies/{copy}/done', ['head', 'deputy', 'office'], { meets: 303, send: { outcome: 'given' } }),
  get('/:school/policies/:policy/given', `${p}/given`, issueReaders),
  post('/:school/policies/:policy/given', `${p}/given`, issueReaders, { meets: 200, send: { search: 'a' } }),
  get('/:school/policies/:policy/given.csv', `${p}/given.csv`, issueReaders),
];
