/** Rows of recordings to which everybody agrees, and of pictures on hold. */
import type { Row } from '../row.ts';
import { PEOPLE, STRANGERS, type Person } from '../people.ts';

type More = Partial<Pick<Row, 'meets' | 'send' | 'good'>>;
const get = (route: string, at: string, who: readonly Person[], more: More = {}): Row => ({ route: `GET ${route}`, at, who, meets: 200, ...more });
const post = (route: string, at: string, who: readonly Person[], more: More = {}): Row => ({ route: `POST ${route}`, at, who, meets: 422, send: {}, ...more });

const signedIn = PEOPLE.filter(person => !STRANGERS.includes(person));
const staff: Person[] = ['head', 'deputy', 'ict-lead', 'network-manager', 'dsl', 'dpo', 'office', 'teacher', 'supply', 'support'];
const askers: Person[] = [...staff, 'pupil', 'reception'];
const overseers: Person[] = ['head', 'deputy', 'dsl', 'dpo'];
const given = { title: 'Our class play', kind: 'video', why: 'To watch it together', place: 'The hall', onDay: '2026-12-03', owner: 'school', device: 'camera', purpose: 'teaching', keptWhere: 'The school’s drive', keptUntil: '2027-01-15' };
const r = '/prep-school/recordings';
const h = '/prep-school/pictures-on-hold';
const pictureKeepers: Person[] = ['deputy', 'dsl'];

export const IMAGES: readonly Row[] = [
  get('/:school/recordings', r, askers),
  get('/:school/recordings.csv', `${r}.csv`, askers),
  get('/:school/recordings/new', `${r}/new`, askers),
  post('/:school/recordings/new', `${r}/new`, askers, { good: { by: 'teacher', form: given } }),
  get('/:school/recordings/settings', `${r}/settings`, overseers),
  post('/:school/recordings/settings', `${r}/settings`, overseers, { good: { by: 'dpo', form: { fromYear: '', since: '2026-12-01' } } }),
  get('/:school/recordings/asked', `${r}/asked`, signedIn),
  get('/:school/recordings/asked.csv', `${r}/asked.csv`, signedIn),
  get('/:school/recordings/asked/:recording', `${r}/asked/{recording}`, ['pupil', 'supply', 'parent']),
  post('/:school/recordings/asked/:recording', `${r}/asked/{recording}`, ['pupil', 'supply', 'parent'], { good: { by: 'pupil', form: { person: '{child}', says: 'yes' } } }),
  get('/:school/recordings/:recording', `${r}/{recording}`, ['teacher', ...overseers]),
  get('/:school/recordings/:recording/people', `${r}/{recording}/people`, ['teacher']),
  post('/:school/recordings/:recording/people', `${r}/{recording}/people`, ['teacher'], { meets: 303, send: { group: 'adults' } }),
  get('/:school/recordings/:recording/people/:person/said', `${r}/{recording}/people/{child}/said`, ['teacher']),
  post('/:school/recordings/:recording/people/:person/said', `${r}/{recording}/people/{child}/said`, ['teacher'], { good: { by: 'teacher', form: { speaker: '{child}', says: 'yes', how: 'aloud' } } }),
  post('/:school/recordings/:recording/people/:person/drop', `${r}/{otherrecording}/people/{listed}/drop`, ['teacher'], { meets: 303 }),
  post('/:school/recordings/:recording/call-off', `${r}/{otherrecording}/call-off`, ['teacher'], { meets: 303 }),
  post('/:school/recordings/:recording/restore', `${r}/{otherrecording}/restore`, ['teacher'], { meets: 303 }),
  post('/:school/recordings/:recording/gone', `${r}/{todaysrecording}/gone`, ['teacher'], { meets: 303 }),
  get('/:school/recordings/:recording/list', `${r}/{recording}/list`, ['teacher', ...overseers]),
  get('/:school/recordings/:recording/list.csv', `${r}/{recording}/list.csv`, ['teacher', ...overseers]),

  // Pictures on hold: those whom the rules of this school name for pictures, and the safeguarding lead.
  get('/:school/pictures-on-hold', h, pictureKeepers),
  get('/:school/pictures-on-hold.csv', `${h}.csv`, pictureKeepers),
  get('/:school/pictures-on-hold/settings', `${h}/settings`, pictureKeepers),
  post('/:school/pictures-on-hold/settings', `${h}/settings`, pictureKeepers, { good: { by: 'deputy', form: { places: 'The website', days: '2', since: '2026-12-01' } } }),
  get('/:school/pictures-on-hold/:hold', `${h}/{picturehold}`, pictureKeepers),
  post('/:school/pictures-on-hold/:hold/place', `${h}/{picturehold}/place`, pictureKeepers, { good: { by: 'deputy', form: { place: 'school-website', state: 'down' } } }),
  post('/:school/pictures-on-hold/:hold/lift', `${h}/{picturehold}/lift`, ['dsl'], { good: { by: 'dsl', form: { outcome: 'never', reason: 'As the family asked.' } } }),
  get('/:school/picture-check', '/prep-school/picture-check', staff),
  post('/:school/picture-check', '/prep-school/picture-check', staff, { meets: 200 }),
];
