/** Rows of custody: the register for staff, its settings for those who set them, a receipt for whoever it speaks to. */
import type { Person } from '../people.ts';
import type { Row } from '../row.ts';

const staff: Person[] = ['head', 'deputy', 'ict-lead', 'network-manager', 'dsl', 'dpo', 'office', 'teacher', 'supply', 'support'];
const setters: Person[] = ['head', 'deputy', 'office'];
const home: Person[] = ['pupil', 'reception', 'parent', 'parent-without-contact'];
/** Whose it is, their parent, whoever took it, and those who answer for it. */
const readers: Person[] = ['pupil', 'parent', 'teacher', 'head', 'deputy', 'office', 'dsl'];
const ROUTE = '/:school/devices/custody';
const AT = '/prep-school/devices/custody';
const get = (path: string, at: string, who: readonly Person[]): Row => ({ route: `GET ${ROUTE}${path}`, at: `${AT}${at}`, who, meets: 200 });
const post = (path: string, at: string, who: readonly Person[], good: NonNullable<Row['good']>, send: Readonly<Record<string, string>> = {}): Row => ({ route: `POST ${ROUTE}${path}`, at: `${AT}${at}`, who, meets: 422, send, good });
const setting = { back: 'week', schoolDays: '1', to: 'pupil', strikeMinutes: '15', keepMonths: '12' };

export const CUSTODY: readonly Row[] = [
  { route: 'GET /:school/devices/held', at: '/prep-school/devices/held', who: home, meets: 200 },
  get('', '', staff),
  get('.csv', '.csv', staff),
  get('/new', '/new', staff),
  get('/:entry', '/{custody}', staff),
  get('/:entry/receipt', '/{custody}/receipt', readers),
  post('/:entry/over', '/{custody}/over', staff, { by: 'support', form: { to: '{person}', keptIn: '', text: '' } }),
  post('/:entry/back', '/{custodyback}/back', staff, { by: 'support', form: { to: 'pupil', name: 'A Pupil', text: '' } }),
  post('/:entry/on', '/{custodyon}/on', staff, { by: 'support', form: { to: 'police', name: 'An officer', text: '' } }),
  post('/:entry/home', '/{custodyhome}/home', staff, { by: 'office', form: { keptIn: '' } }, { keptIn: 'nowhere' }),
  { route: `POST ${ROUTE}/:entry/not-back`, at: `${AT}/{custody}/not-back`, who: [], meets: 404, send: {}, good: { by: 'teacher', at: `${AT}/{custodygone}/not-back`, form: {} } },
  post('/:entry/strike', '/{custodystrike}/strike', ['teacher'], { by: 'teacher', form: { text: 'The wrong child.' } }),
  post('/new', '/new', staff, { by: 'supply', form: { pupil: '{child}', kind: 'phone', place: 'classroom', why: 'It rang.', despite: 'It was misused.', another: 'yes' } }),
  get('/settings', '/settings', setters),
  post('/settings', '/settings', setters, { by: 'office', form: setting }),
  post('/settings/places', '/settings/places', setters, { by: 'deputy', form: { name: 'A drawer' } }),
  { route: `POST ${ROUTE}/settings/places/:place`, at: `${AT}/settings/places/{custodyplace}`, who: [], meets: 404, send: {}, good: { by: 'head', form: { closed: 'yes' } } },
];
