/** Rows of telling somebody. What is told is for whoever it went to; the ways to tell it are for everybody. */
import { PEOPLE, STRANGERS, type Person } from '../people.ts';
import type { Row } from '../row.ts';

type More = Partial<Pick<Row, 'meets' | 'send' | 'good' | 'ends'>>;
const get = (route: string, at: string, who: readonly Person[], more: More = {}): Row => ({ route: `GET ${route}`, at, who, meets: 200, ...more });
const post = (route: string, at: string, who: readonly Person[], more: More = {}): Row => ({ route: `POST ${route}`, at, who, meets: 422, send: {}, ...more });

const everyone = PEOPLE;
const pupils: Person[] = ['pupil', 'reception'];
const signedIn = PEOPLE.filter(person => !STRANGERS.includes(person));
/** Where the rules say nothing of accounts, those who look after them are told. */
const accountKeepers: Person[] = ['ict-lead', 'network-manager'];
const neutral = '/prep-school/neutral-notification';
const adults = signedIn.filter(person => !['pupil', 'reception', 'parent', 'parent-without-contact', 'inspector'].includes(person));
const complaints = '/prep-school/complaints';
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

  // Neutral notifications: of oneself or another adult, read by whoever the rules say and never by the one it is about.
  get('/:school/neutral-notification', neutral, adults),
  post('/:school/neutral-notification', neutral, adults),
  get('/:school/neutral-notification/pattern', `${neutral}/pattern`, ['head', 'dsl', 'chair']),
  post('/:school/neutral-notification/pattern', `${neutral}/pattern`, [], { meets: 404 }),
  get('/:school/neutral-notification/keeping', `${neutral}/keeping`, ['head', 'dsl']),
  post('/:school/neutral-notification/keeping', `${neutral}/keeping`, ['head', 'dsl'], { good: { by: 'dsl', form: { from: 'leaving', years: '6', since: '{today}' } } }),
  post('/:school/concerns/:concern/neutral-head', '/prep-school/concerns/{neutralnote}/neutral-head', ['dsl'], { meets: 303 }),
  post('/:school/concerns/:concern/neutral-when', '/prep-school/concerns/{neutralinformed}/neutral-when', ['dsl', 'head'], { good: { by: 'head', form: { on: '2026-12-01', words: '' } } }),
  post('/:school/concerns/:concern/neutral-spoken', '/prep-school/concerns/{neutraldecided}/neutral-spoken', ['dsl', 'head'], { good: { by: 'head', form: { words: 'We talked about it.' } } }),
  post('/:school/concerns/:concern/neutral-regard', '/prep-school/concerns/{neutralnote}/neutral-regard', ['dsl'], { good: { by: 'dsl', form: { as: 'low-level', reasons: 'It happened before.' } } }),

  // Complaints: everybody has their own; the stages are entered by the head, the chair or the office.
  get('/:school/complaints', complaints, signedIn),
  get('/:school/complaints/new', `${complaints}/new`, signedIn),
  post('/:school/complaints/new', `${complaints}/new`, signedIn, { good: { by: 'parent', form: { sort: 'images', words: 'A picture that we said no to.', wish: '', child: '', about: '' } } }),
  get('/:school/complaints/stages', `${complaints}/stages`, ['head', 'chair', 'office']),
  post('/:school/complaints/stages', `${complaints}/stages`, ['head', 'chair', 'office'], { good: { by: 'head', form: { since: '{today}', acknowledge: '5', 'title-0': 'With the deputy head', 'office-0': 'deputy-head', 'within-0': '10' } } }),
  get('/:school/complaints/:complaint', `${complaints}/{complaint}`, ['parent']),
  post('/:school/complaints/:complaint/further', `${complaints}/{complaint}/further`, ['parent'], { good: { by: 'parent', form: { words: 'We should like to know why.' }, at: `${complaints}/{complaintanswered}/further` } }),
  post('/:school/complaints/:complaint/settle', `${complaints}/{complaint}/settle`, ['parent'], { meets: 303, send: { settled: 'yes' } }),
  post('/:school/concerns/:concern/complaint-acknowledge', '/prep-school/concerns/{complaintcase}/complaint-acknowledge', ['deputy'], { meets: 303 }),
  post('/:school/concerns/:concern/complaint-answer', '/prep-school/concerns/{complaintcase}/complaint-answer', ['deputy'], { good: { by: 'deputy', form: { outcome: 'upheld', policy: 'e-safety', words: 'We took it down today.' } } }),
];
