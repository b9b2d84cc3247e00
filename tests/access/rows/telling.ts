/** Rows of telling somebody. What is told is for whoever it went to; the ways to tell it are for everybody. */
import { PEOPLE, STRANGERS, type Person } from '../people.ts';
import type { Row } from '../row.ts';

type More = Partial<Pick<Row, 'meets' | 'send' | 'good' | 'ends'>>;
const get = (route: string, at: string, who: readonly Person[], more: More = {}): Row => ({ route: `GET ${route}`, at, who, meets: 200, ...more });
const post = (route: string, at: string, who: readonly Person[], more: More = {}): Row => ({ route: `POST ${route}`, at, who, meets: 422, send: {}, ...more });

const everyone = PEOPLE;
const pupils: Person[] = ['pupil', 'reception'];
const signedIn = PEOPLE.filter(person => !STRANGERS.includes(person));
/** The rules of the prep school say nothing of accounts: they go to the head, and to whoever looks after them. */
const accountKeepers: Person[] = ['head', 'network-manager'];
const tell = '/prep-school/tell-someone';

export const TELLING: readonly Row[] = [
  get('/:school/tell-someone', tell, everyone),
  post('/:school/tell-someone', tell, everyone),
  post('/:school/tell-someone/send', `${tell}/send`, everyone, { good: { by: 'pupil', form: { about: 'friend', words: 'She does not eat.', adult: 'safe' } } }),
  get('/:school/tell-someone/sent', `${tell}/sent`, pupils),
  get('/:school/tell-someone/mine', `${tell}/mine`, pupils),
  post('/:school/tell-someone/mine', `${tell}/mine`, pupils),
  get('/:school/tell-someone/hours', `${tell}/hours`, ['head', 'deputy', 'dsl']),
  post('/:school/tell-someone/hours', `${tell}/hours`, ['head', 'deputy', 'dsl'], { good: { by: 'dsl', form: { from: '08:30', until: '16:00', since: '{today}' } } }),
  get('/:school/tell-someone/unnamed', `${tell}/unnamed`, everyone),
  post('/:school/tell-someone/unnamed', `${tell}/unnamed`, everyone),
  get('/:school/tell-someone/unnamed/back', `${tell}/unnamed/back`, everyone),
  post('/:school/tell-someone/unnamed/back', `${tell}/unnamed/back`, everyone),
  post('/:school/tell-someone/unnamed/more', `${tell}/unnamed/more`, everyone),
  post('/:school/concerns/:concern/answer-pupil', '/prep-school/concerns/{pupiltold}/answer-pupil', ['dsl'], { good: { by: 'dsl', form: { did: 'I talked with them after school.', answer: 'Thank you. You did right.' } } }),
  post('/:school/concerns/:concern/check-phone', '/prep-school/concerns/{phonetold}/check-phone', ['dsl'], { good: { by: 'dsl', form: { checked: 'lawful', words: 'A father at the gate.' } } }),

  // Somebody is using my account.
  get('/:school/my-account-is-used', '/prep-school/my-account-is-used', everyone),
  post('/:school/my-account-is-used', '/prep-school/my-account-is-used', everyone),
  post('/:school/my-account-is-used/now', '/prep-school/my-account-is-used/now', signedIn, { meets: 303, ends: true }),
  post('/:school/concerns/:concern/account-find', '/prep-school/concerns/{accountalarm}/account-find', accountKeepers),
  post('/:school/concerns/:concern/account-confirm', '/prep-school/concerns/{accountalarm}/account-confirm', accountKeepers, { good: { by: 'network-manager', form: { person: '{person}', mailbox: 'theirs' } } }),
  post('/:school/concerns/:concern/account-mistaken', '/prep-school/concerns/{accountalarm}/account-mistaken', accountKeepers, { good: { by: 'network-manager', form: { words: 'It was the shared laptop.' } } }),
  post('/:school/concerns/:concern/account-done', '/prep-school/concerns/{accountalarm}/account-done', accountKeepers, { good: { by: 'network-manager', form: { words: 'Mail and files: new password.' } } }),
  post('/:school/concerns/:concern/account-link', '/prep-school/concerns/{accountalarm}/account-link', accountKeepers, { meets: 303 }),
];
