/** Rows of accounts: the record is for those who keep it, one's own for oneself, a child's e-mail for the parents. */
import { PEOPLE, STRANGERS, type Person } from '../people.ts';
import type { Row } from '../row.ts';

const signedIn: Person[] = PEOPLE.filter(person => !STRANGERS.includes(person));
const keepers: Person[] = ['head', 'deputy', 'ict-lead', 'network-manager', 'office'];
/** Whom the rules let switch something off for a pupil. */
const takers: Person[] = ['ict-lead', 'network-manager'];
const base = '/prep-school/accounts';
const one = `${base}/{accountholder}`;
const until = { until: '2027-01-08' };

export const ACCOUNTS: readonly Row[] = [
  { route: 'GET /:school/accounts', at: base, who: keepers, meets: 200 },
  { route: 'GET /:school/accounts.csv', at: `${base}.csv`, who: keepers, meets: 200 },
  { route: 'GET /:school/accounts/to-do', at: `${base}/to-do`, who: keepers, meets: 200 },
  { route: 'GET /:school/accounts/to-do.csv', at: `${base}/to-do.csv`, who: keepers, meets: 200 },
  { route: 'POST /:school/accounts/to-do', at: `${base}/to-do`, who: [], meets: 404, send: {}, good: { by: 'network-manager', form: { step: '{accountstep}', says: 'done' } } },
  { route: 'GET /:school/accounts/list', at: `${base}/list`, who: keepers, meets: 200 },
  { route: 'POST /:school/accounts/list', at: `${base}/list`, who: keepers, meets: 422, send: { own: 'x'.repeat(80) } },
  { route: 'GET /:school/accounts/:person', at: one, who: keepers, meets: 200 },
  { route: 'GET /:school/accounts/:person/take', at: `${one}/take`, who: takers, meets: 200 },
  { route: 'POST /:school/accounts/:person/take', at: `${one}/take`, who: takers, meets: 422, send: {}, good: { by: 'network-manager', form: { way: 'suspend-account internet', cause: 'decision', trigger: 'bullying-allegation', reason: 'Until we know what happened.', ...until } } },
  { route: 'POST /:school/accounts/:person/again', at: `${one}/again`, who: keepers, meets: 422, send: {}, good: { by: 'network-manager', form: { hold: '{accounthold}', says: 'kept', reason: 'We speak on Monday.' } } },
  { route: 'POST /:school/accounts/:person/step', at: `${one}/step`, who: keepers, meets: 422, send: {}, good: { by: 'network-manager', form: { step: '{accountstep}', says: 'cannot', on: '', words: 'There is no such setting.' } } },
  { route: 'GET /:school/my-accounts', at: '/prep-school/my-accounts', who: signedIn, meets: 200 },
  { route: 'POST /:school/my-accounts/ask', at: '/prep-school/my-accounts/ask', who: signedIn, meets: 422, send: {}, good: { by: 'pupil', form: { hold: '{accountheld}', words: 'It was not me.' } } },
  { route: 'GET /:school/child-mail', at: '/prep-school/child-mail', who: ['parent', 'parent-without-contact'], meets: 200 },
  { route: 'POST /:school/child-mail', at: '/prep-school/child-mail', who: [], meets: 404, send: {}, good: { by: 'parent', form: { child: '{accountholder}', to: 'inside' } } },
];
