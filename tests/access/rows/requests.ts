/** Requests: everybody asks and sees their own; whoever the rule names decides. */
import { PEOPLE, STRANGERS, type Person } from '../people.ts';
import type { Row } from '../row.ts';

const signedIn = PEOPLE.filter(person => !STRANGERS.includes(person));
const deciders: Person[] = ['head', 'deputy', 'ict-lead', 'network-manager', 'dsl', 'dpo', 'office', 'chair', 'teacher', 'supply', 'support', 'governor'];
const at = (route: string, address: string, who: readonly Person[], meets = 200): Row => ({ route: `GET /:school${route}`, at: `/prep-school${address}`, who, meets });
const sent = (route: string, address: string, who: readonly Person[], meets: number, send: Readonly<Record<string, string>> = {}): Row => ({ route: `POST /:school${route}`, at: `/prep-school${address}`, who, meets, send });

export const REQUESTS: readonly Row[] = [
  at('/ask', '/ask', signedIn),
  at('/ask/:act', '/ask/visit-site', signedIn),
  { ...sent('/ask/:act', '/ask/visit-site', signedIn, 422), good: { by: 'supply', form: { 'fact.purpose': 'teaching', 'fact.content': 'inappropriate', 'fact.intent': 'deliberate', 'shown.addresses': 'history.example', 'shown.class': '8A', reason: 'A lesson about propaganda', from: '{today}', until: '{today}' } } },
  at('/my-requests', '/my-requests', signedIn), at('/my-requests.csv', '/my-requests.csv', signedIn),
  at('/my-requests/:request', '/my-requests/{request}', ['teacher']),
  sent('/my-requests/:request/answer', '/my-requests/{askedback}/answer', ['teacher'], 422),
  sent('/my-requests/:request/take-back', '/my-requests/{request}/take-back', ['teacher'], 200),
  sent('/my-requests/:request/accept', '/my-requests/{grantedrequest}/accept', ['teacher'], 303),
  sent('/my-requests/:request/give-up', '/my-requests/{grantedrequest}/give-up', ['teacher'], 200),
  at('/requests', '/requests', deciders), at('/requests.csv', '/requests.csv', deciders),
  at('/requests/decided', '/requests/decided', deciders), at('/requests/decided.csv', '/requests/decided.csv', deciders),
  at('/requests/periods', '/requests/periods', ['head', 'chair']),
  { ...sent('/requests/periods', '/requests/periods', ['head', 'chair'], 422, { handOnAfter: 'soon' }), good: { by: 'head', form: { handOnAfter: '2', lastAfter: '2', lapsesAfter: '30', longestDays: '366', remindDays: '7', evidenceDays: '7' } } },
  sent('/requests/chosen', '/requests/chosen', deciders, 422),
  at('/requests/:request', '/requests/{request}', ['head']),
  sent('/requests/:request', '/requests/{request}', ['head'], 422, { says: 'refuse', words: '' }),
  sent('/requests/:request/undo', '/requests/{grantedrequest}/undo', ['head'], 303),
];
