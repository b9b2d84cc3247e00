/**
 * Who may open what: every address of the software, and who meets something there. Everybody else meets what stands at
 * an address that does not exist; signed out, the way to sign in. A new route fails its test until it has a row here.
 */
import { POLICY } from './desk.ts';
import { LANGUAGE_ROWS } from './rows/languages.ts';
import { PEOPLE, STRANGERS, type Person } from './people.ts';
import type { Row } from './row.ts';
import { MOVES } from './rows/moves.ts';
import { ALLOWED } from './rows/allowed.ts';
import { APPS } from './rows/apps.ts';
import { FAMILIES } from './rows/families.ts';
import { BY_HAND } from './rows/by-hand.ts';
import { CLASS_CARDS } from './rows/class-cards.ts';
import { CLASS_SIGNING } from './rows/class-signing.ts';
import { CHASING } from './rows/chasing.ts';
import { ONE_PASS } from './rows/one-pass.ts';
import { withdrawingRows } from './rows/withdrawing.ts';
import { SITTING } from './rows/sitting.ts';
import { KIOSK } from './rows/kiosk.ts';
import { PAPER } from './rows/paper.ts';
import { QUIZ } from './rows/quiz.ts';
import { CONSULTATION } from './rows/consultation.ts';
import { REQUESTS } from './rows/requests.ts';
import { TELLING } from './rows/telling.ts';
import { PERMISSIONS_OUT } from './rows/permissions-out.ts';
import { PERMISSIONS_KEPT } from './rows/permissions-kept.ts';
import { displayRows } from './rows/display.ts';
import { ACCOUNTS } from './rows/accounts.ts';
import { CASES } from './rows/cases.ts';
import { CONCERNS } from './rows/concerns.ts';
import { CUSTODY } from './rows/custody.ts';
import { SANCTIONS } from './rows/sanctions.ts';
import { BLOCK_LIST } from './rows/block-list.ts';
import { LOOKS } from './rows/looks.ts';
import { FIGURES } from './rows/figures.ts';
import { IMAGES } from './rows/images.ts';
import { LATE } from './rows/late.ts';

export type { Row } from './row.ts';

const everyone = PEOPLE;
const signedIn = PEOPLE.filter(person => !STRANGERS.includes(person));
const writers: Person[] = ['head', 'deputy', 'ict-lead'];
const writersHere: Person[] = [...writers, 'dsl'];
const keepers: Person[] = ['office', 'head', 'deputy', 'dsl'];
/** Who may ask what somebody had been told. */
const lookers: Person[] = ['office', 'head', 'dsl', 'dpo'];
const readersOfQuestions: Person[] = ['head', 'deputy', 'ict-lead', 'network-manager', 'dpo'];
const logbookReaders = readersOfQuestions;
const readersOfPeople: Person[] = ['head', 'deputy', 'dsl', 'office', 'ict-lead', 'network-manager'];
const importers: Person[] = ['office', 'head', 'network-manager', 'ict-lead'];
const peopleKeepers: Person[] = ['head', 'office'];
const providerSetters: Person[] = ['head', 'network-manager'];
const postKeepers: Person[] = ['head', 'deputy', 'office', 'ict-lead', 'network-manager'];
const parents: Person[] = ['parent', 'parent-without-contact'];
const p = `/prep-school/policies/${POLICY}`;

type More = Partial<Pick<Row, 'meets' | 'send' | 'good' | 'open' | 'ends'>>;
const get = (route: string, at: string, who: readonly Person[], more: More = {}): Row => ({ route: `GET ${route}`, at, who, meets: 200, ...more });
/** A form that is wrong, so 422, unless it says otherwise. */
const post = (route: string, at: string, who: readonly Person[], more: More = {}): Row => ({ route: `POST ${route}`, at, who, meets: 422, send: {}, ...more });

export const TABLE: readonly Row[] = [
  // First: a later row makes somebody of the support staff hold an office.
  ...displayRows,
  ...LANGUAGE_ROWS,
  ...CHASING,
  ...KIOSK,
  ...PAPER,
  ...ALLOWED,
  ...APPS,
  ...QUIZ,
  ...CONSULTATION,
  ...CUSTODY,
  ...PERMISSIONS_OUT,
  ...REQUESTS,
  ...LATE,
  ...TELLING,
  ...ACCOUNTS,
  ...BLOCK_LIST, ...LOOKS,
  get('/', '/', everyone),
  get('/accessibility', '/accessibility', everyone),
  get('/privacy', '/privacy', everyone),
  get('/:school', '/prep-school', everyone),
  get('/:school/all', '/prep-school/all', signedIn),
  get('/:school/logbook', '/prep-school/logbook', logbookReaders),
  get('/:school/logbook.csv', '/prep-school/logbook.csv', logbookReaders),
  get('/:school/persona/:token', '/prep-school/persona/{persona}', everyone, { meets: 303 }),

  // Reading policies: all of this school's are public. Their source is for those who write them.
  get('/:school/policies', '/prep-school/policies', everyone),
  get('/:school/rules', '/prep-school/rules', everyone),
  get('/:school/policies/:policy', p, everyone),
  get('/:school/policies/:policy/pdf', '/prep-school/policies/early-years-ks1-code/pdf', everyone),
  get('/:school/policies/:policy/source', `${p}/source`, writersHere),
  get('/:school/policies/:policy/editions', `${p}/editions`, everyone),
  get('/:school/policies/:policy/editions/:number', `${p}/editions/1`, everyone),
  get('/:school/policies/:policy/editions/:number/pdf', '/prep-school/policies/early-years-ks1-code/editions/1/pdf', everyone),
  get('/:school/policies/:policy/compare/:from/:to', `${p}/compare/1/2`, everyone),

  // Writing them.
  get('/:school/policies/new', '/prep-school/policies/new', writers),
  post('/:school/policies/new', '/prep-school/policies/new', writers, { good: { by: 'head', form: {
    title: 'Kettles and toasters', summary: 'What may be plugged in and where.', binds: 'staff', owner: 'head', approvedBy: 'governing-body', readers: 'adults', signed: 'yes', public: 'yes',
  } } }),
  post('/:school/policies/:policy/start', `${p}/start`, writersHere, { meets: 303 }),
  get('/:school/policies/:policy/edit', `${p}/edit`, writersHere, { open: 'draft' }),
  post('/:school/policies/:policy/edit', `${p}/edit`, writersHere, { open: 'draft', good: { by: 'dsl', form: { markdown: '{text}\n', seen: '{seen}', do: 'save', note: 'A last line' } } }),
  post('/:school/policies/:policy/edit/check', `${p}/edit/check`, writersHere, { open: 'draft', meets: 200, send: { markdown: '{text}', seen: '{seen}' } }),
  get('/:school/policies/:policy/edit/add', `${p}/edit/add`, writersHere, { open: 'draft' }),
  post('/:school/policies/:policy/edit/add', `${p}/edit/add`, writersHere, { open: 'draft', good: { by: 'deputy', form: {
    act: 'be-unkind', verb: 'never', words: 'Never post a picture to make somebody look silly.', seen: '{seen}',
  } } }),
  get('/:school/policies/:policy/edit/discard', `${p}/edit/discard`, writersHere, { open: 'draft' }),
  post('/:school/policies/:policy/discard', `${p}/discard`, writersHere, { open: 'draft', meets: 303 }),
  get('/:school/policies/:policy/proposal', `${p}/proposal`, [...writersHere, 'chair'], { open: 'proposed' }),
  post('/:school/policies/:policy/send-back', `${p}/send-back`, [...writersHere, 'chair'], { open: 'proposed', good: { by: 'chair', form: { reason: 'Say it in fewer words' } } }),
  post('/:school/policies/:policy/approve', `${p}/approve`, ['chair'], {
    open: 'proposed', send: { text: 'another text', inForce: '{today}' }, good: { by: 'chair', form: { text: '{hash}', inForce: '{today}' } },
  }),

  // Agreements of one's own: of all these only the Year 8 pupil has still to sign this code.
  get('/:school/agreements', '/prep-school/agreements', signedIn),
  get('/:school/agreements/:policy', '/prep-school/agreements/middle-senior-code', ['pupil']),
  post('/:school/agreements/:policy', '/prep-school/agreements/middle-senior-code', ['pupil']),
  get('/:school/agreements/:policy/decline', '/prep-school/agreements/middle-senior-code/decline', ['pupil']),
  post('/:school/agreements/:policy/decline', '/prep-school/agreements/middle-senior-code/decline', ['pupil'], { good: { by: 'pupil', form: { reason: 'I should like to talk about clause 4', once: '{new}' } } }),
  get('/:school/agreements/seal/:id', '/prep-school/agreements/seal/{seal}', ['teacher', ...keepers]),
  get('/:school/agreements/seal/:id/withdraw', '/prep-school/agreements/seal/{seal}/withdraw', ['teacher']),
  post('/:school/agreements/seal/:id/withdraw', '/prep-school/agreements/seal/{seal}/withdraw', ['teacher'], { send: { reason: 'x'.repeat(2001) }, good: { by: 'teacher', form: { reason: 'I leave in July' } } }),

  // The register of who has signed.
  get('/:school/agreements/register', '/prep-school/agreements/register', [...keepers, 'governor', 'chair']),
  post('/:school/agreements/register', '/prep-school/agreements/register', keepers, { meets: 200, send: { search: 'a' } }),
  get('/:school/agreements/register/csv', '/prep-school/agreements/register/csv', keepers),
  get('/:school/agreements/register/:person', '/prep-school/agreements/register/{person}', keepers),

  // Proof: sealed papers, and what somebody had been told on a day.
  get('/:school/agreements/seal/:id/pdf', '/prep-school/agreements/seal/{seal}/pdf', ['teacher', ...keepers]),
  get('/:school/agreements/sheet/:policy', '/prep-school/agreements/sheet/staff-code', keepers),
  get('/:school/agreements/sheet/:policy/pdf', '/prep-school/agreements/sheet/staff-code/pdf?group=kind-teacher', keepers),
  get('/:school/agreements/told', '/prep-school/agreements/told', lookers),
  post('/:school/agreements/told', '/prep-school/agreements/told', lookers),
  get('/:school/agreements/told/:person/:day', '/prep-school/agreements/told/{person}/2026-11-01', lookers),
  get('/:school/agreements/told/:person/:day/pdf', '/prep-school/agreements/told/{person}/2026-11-01/pdf', lookers),

  // Chasing. A class teacher sees the names of the class; the teacher of this table has another one.
  get('/:school/agreements/chase', '/prep-school/agreements/chase', keepers),
  get('/:school/agreements/chase.csv', '/prep-school/agreements/chase.csv', keepers),
  get('/:school/agreements/chase/group', '/prep-school/agreements/chase/group?kind=pupil', keepers),
  get('/:school/agreements/chase/letters.pdf', '/prep-school/agreements/chase/letters.pdf?kind={onpaper}', keepers),
  post('/:school/agreements/chase/remind', '/prep-school/agreements/chase/remind', keepers, { good: { by: 'office', form: { class: '', kind: 'governor' } } }),
  post('/:school/agreements/chase/letters', '/prep-school/agreements/chase/letters', keepers, { good: { by: 'head', form: { class: '', kind: 'governor' } } }),
  post('/:school/agreements/chase/teacher', '/prep-school/agreements/chase/teacher', keepers, { good: { by: 'office', form: { class: 'A class of its own', person: '{person}' } } }),
  get('/:school/mail', '/prep-school/mail', postKeepers),
  post('/:school/mail/again', '/prep-school/mail/again', [], { send: { mail: '{new}' }, good: { by: 'office', form: { mail: '{failedmail}' } } }),

  // A parent and their own child.
  get('/:school/family', '/prep-school/family', parents),
  get('/:school/family/:child/:policy', '/prep-school/family/{child}/middle-senior-code', ['parent']),
  post('/:school/family/:child/:policy', '/prep-school/family/{child}/middle-senior-code', ['parent']),
  get('/:school/family/:child/:policy/decline', '/prep-school/family/{child}/middle-senior-code/decline', ['parent']),
  post('/:school/family/:child/:policy/decline', '/prep-school/family/{child}/middle-senior-code/decline', ['parent'], { good: { by: 'parent', form: { reason: 'May we talk first?', once: '{new}' } } }),

  // People and offices.
  get('/:school/me', '/prep-school/me', signedIn),
  get('/:school/people', '/prep-school/people', readersOfPeople),
  post('/:school/people', '/prep-school/people', readersOfPeople, { meets: 200, send: { search: 'a' } }),
  get('/:school/people.csv', '/prep-school/people.csv', readersOfPeople),
  get('/:school/people/add', '/prep-school/people/add', peopleKeepers),
  post('/:school/people/add', '/prep-school/people/add', peopleKeepers, { good: { by: 'office', form: { givenName: 'Wendy', familyName: 'Ashgrove', email: 'wendy.ashgrove@example.org', kinds: 'teacher', joinedOn: '{today}' } } }),
  get('/:school/people/import', '/prep-school/people/import', importers),
  post('/:school/people/import', '/prep-school/people/import', importers),
  get('/:school/people/import/:import', '/prep-school/people/import/{list}', importers),
  post('/:school/people/import/:import', '/prep-school/people/import/{compared}', importers, { meets: 200, send: { search: 'a' } }),
  get('/:school/people/import/:import/faults.csv', '/prep-school/people/import/{compared}/faults.csv', importers),
  post('/:school/people/import/:import/columns', '/prep-school/people/import/{list}/columns', importers, { good: { by: 'office', form: { key: 'number', givenName: 'given', familyName: 'family', everybody: 'volunteer', whole: 'no' } } }),
  post('/:school/people/import/:import/again', '/prep-school/people/import/{compared}/again', importers, { meets: 303 }),
  post('/:school/people/import/:import/apply', '/prep-school/people/import/{compared}/apply', importers, { meets: 303 }),
  post('/:school/people/import/:import/drop', '/prep-school/people/import/{list}/drop', importers, { meets: 303 }),
  get('/:school/people/export/oneroster.zip', '/prep-school/people/export/oneroster.zip', importers),
  get('/:school/people/export/people.csv', '/prep-school/people/export/people.csv', importers),
  get('/:school/people/:person', '/prep-school/people/{child}', readersOfPeople),
  get('/:school/people/:person/name', '/prep-school/people/{person}/name', peopleKeepers),
  post('/:school/people/:person/name', '/prep-school/people/{helper}/name', peopleKeepers, { good: { by: 'office', form: { givenName: 'Jo', familyName: 'Ashgrove', email: '' } } }),
  post('/:school/people/:person/new-link', '/prep-school/people/{person}/new-link', peopleKeepers, { meets: 303 }),
  get('/:school/people/:person/left', '/prep-school/people/{person}/left', peopleKeepers),
  post('/:school/people/:person/left', '/prep-school/people/{helper}/left', peopleKeepers, { good: { by: 'head', form: { on: '{today}' } } }),
  post('/:school/people/:person/come-back', '/prep-school/people/{leaver}/come-back', peopleKeepers, { meets: 303 }),
  get('/:school/offices', '/prep-school/offices', signedIn),
  get('/:school/offices/:office', '/prep-school/offices/dsl', signedIn),
  post('/:school/offices/:office/hand-over', '/prep-school/offices/moderator/hand-over', peopleKeepers, { good: { by: 'head', form: { person: '{person}', from: '{today}', how: 'instead' }, at: '/prep-school/offices/trip-leader/hand-over' } }),
  post('/:school/offices/:office/cover', '/prep-school/offices/moderator/cover', peopleKeepers, { good: { by: 'office', form: { cover: '{person}', coverFrom: '{today}', coverUntil: '{today}' }, at: '/prep-school/offices/pshee-team/cover' } }),
  post('/:school/offices/:office/end', '/prep-school/offices/moderator/end', peopleKeepers, { meets: 303, send: { person: '{cover}' } }),
  post('/:school/offices/:office/take-back', '/prep-school/offices/{handed}/take-back', peopleKeepers, { meets: 303 }),

  // Asking.
  get('/:school/may-i', '/prep-school/may-i', everyone),
  post('/:school/may-i', '/prep-school/may-i', everyone, { meets: 200, send: { question: 'May I bring a kettle?' } }),
  get('/:school/may-i/questions', '/prep-school/may-i/questions', readersOfQuestions),
  get('/:school/may-i/questions.csv', '/prep-school/may-i/questions.csv', readersOfQuestions),
  post('/:school/may-i/questions/remove', '/prep-school/may-i/questions/remove', readersOfQuestions, { meets: 200, send: { id: '{question}' }, good: { by: 'head', form: { id: '{question}', sure: 'yes' } } }),

  // Signing in and out.
  get('/:school/sign-in', '/prep-school/sign-in', everyone),
  post('/:school/sign-in', '/prep-school/sign-in', everyone),
  get('/:school/sign-in/link', '/prep-school/sign-in/link', everyone),
  post('/:school/sign-in/link', '/prep-school/sign-in/link', everyone),
  get('/:school/sign-in/link/:token', '/prep-school/sign-in/link/{maillink}', everyone),
  post('/:school/sign-in/link/:token', '/prep-school/sign-in/link/used', everyone, { meets: 410, good: { by: 'signed-out', at: '/prep-school/sign-in/link/{maillink}', form: {} } }),
  post('/:school/sign-out', '/prep-school/sign-out', signedIn, { meets: 303, ends: true }),
  get('/:school/set-password/:token', '/prep-school/set-password/{link}', everyone),
  post('/:school/set-password/:token', '/prep-school/set-password/{link}', everyone, { good: { by: 'signed-out', form: { password: 'three random words', again: 'three random words' } } }),
  get('/:school/sign-in-settings', '/prep-school/sign-in-settings', signedIn),
  post('/:school/sign-in-settings/sign-out-elsewhere', '/prep-school/sign-in-settings/sign-out-elsewhere', signedIn, { meets: 303 }),
  post('/:school/sign-in-settings/remove-passkey', '/prep-school/sign-in-settings/remove-passkey', [], { send: { credential: '{passkey}' } }),
  get('/:school/sign-in-settings/second-factor', '/prep-school/sign-in-settings/second-factor', signedIn, { meets: 303 }),

  // The school's own provider; until its button is shown, the way there leads nowhere.
  get('/:school/sign-in/provider', '/prep-school/sign-in/provider', everyone, { meets: 404 }),
  get('/:school/sign-in/provider/callback', '/prep-school/sign-in/provider/callback', everyone, { meets: 404 }),
  get('/:school/sign-in-provider', '/prep-school/sign-in-provider', providerSetters),
  post('/:school/sign-in-provider', '/prep-school/sign-in-provider', providerSetters, { good: { by: 'network-manager', form: { issuer: 'https://accounts.example', clientId: 'countersign', secret: 'a secret', label: '' } } }),
  post('/:school/sign-in-provider/try', '/prep-school/sign-in-provider/{try}', providerSetters, { meets: 200 }),

  post('/:school/passkeys/begin', '/prep-school/passkeys/begin', signedIn, { meets: 200 }),
  post('/:school/passkeys/finish', '/prep-school/passkeys/finish', signedIn),
  post('/:school/sign-in/passkey/begin', '/prep-school/sign-in/passkey/begin', everyone, { meets: 200 }),
  post('/:school/sign-in/passkey/finish', '/prep-school/sign-in/passkey/finish', everyone),
  ...CONCERNS,
  ...CASES,
  ...SANCTIONS,
  ...FIGURES,
  ...IMAGES,
  ...CLASS_SIGNING,
  ...CLASS_CARDS,
  ...BY_HAND,
  ...SITTING,
  ...ONE_PASS,
  ...withdrawingRows(['chair']),
  ...MOVES,
  ...FAMILIES,
  ...PERMISSIONS_KEPT,
];
