/** Rows of visiting: the tablet, which is there for nobody without its own cookie; the register; supply staff; the guest wifi. */
import { PEOPLE, type Person } from '../people.ts';
import type { Row } from '../row.ts';

type More = Partial<Pick<Row, 'meets' | 'send' | 'good' | 'ends'>>;
const get = (route: string, at: string, who: readonly Person[], more: More = {}): Row => ({ route: `GET ${route}`, at: `/prep-school${at}`, who, meets: 200, ...more });
const post = (route: string, at: string, who: readonly Person[], more: More = {}): Row => ({ route: `POST ${route}`, at: `/prep-school${at}`, who, meets: 422, send: {}, ...more });

const desk: Person[] = ['head', 'deputy', 'dsl', 'office'];
const keepers: Person[] = ['head', 'deputy', 'office'];
const lookers: Person[] = ['head', 'deputy', 'dsl'];
const staff: Person[] = ['head', 'deputy', 'ict-lead', 'network-manager', 'dsl', 'dpo', 'office', 'teacher', 'supply', 'support'];
const wifiKeepers: Person[] = ['ict-lead', 'network-manager'];
const wifiReaders: Person[] = [...wifiKeepers, 'head', 'office'];
const guests: Person[] = ['supply', 'governor', 'chair'];
/** Everybody meets what is not there: only a tablet that the office has made a kiosk finds it. */
const nowhere: More = { meets: 404 };

export const KIOSK: readonly Row[] = [
  get('/:school/kiosk', '/kiosk', PEOPLE, nowhere),
  post('/:school/kiosk/language', '/kiosk/language', PEOPLE, nowhere),
  get('/:school/kiosk/close', '/kiosk/close', PEOPLE, nowhere),
  get('/:school/kiosk/arrive', '/kiosk/arrive', PEOPLE, nowhere),
  post('/:school/kiosk/arrive', '/kiosk/arrive', PEOPLE, nowhere),
  get('/:school/kiosk/visit/:visit', '/kiosk/visit/{visit}', PEOPLE, nowhere),
  post('/:school/kiosk/visit/:visit', '/kiosk/visit/{visit}', PEOPLE, nowhere),
  get('/:school/kiosk/visit/:visit/done', '/kiosk/visit/{visit}/done', PEOPLE, nowhere),
  get('/:school/kiosk/visit/:visit/badge', '/kiosk/visit/{visit}/badge', PEOPLE, nowhere),
  get('/:school/kiosk/leave', '/kiosk/leave', PEOPLE, nowhere),
  post('/:school/kiosk/leave', '/kiosk/leave', PEOPLE, nowhere),

  get('/:school/visitors', '/visitors', desk),
  get('/:school/visitors.csv', '/visitors.csv?show=left', desk),
  get('/:school/visitors/fire', '/visitors/fire', desk),
  get('/:school/visitors/:visit/badge', '/visitors/{visit}/badge', desk),
  post('/:school/visitors/:visit/left', '/visitors/{visit}/left', keepers, { meets: 303 }),
  post('/:school/visitors/:visit/back', '/visitors/{leftvisit}/back', keepers, { meets: 303 }),
  get('/:school/visitors/past', '/visitors/past', lookers),
  post('/:school/visitors/past', '/visitors/past', lookers, { meets: 200, send: { search: 'lift' } }),
  get('/:school/visitors/past.csv', '/visitors/past.csv', lookers),
  get('/:school/visitors/expected', '/visitors/expected', staff),
  post('/:school/visitors/expected', '/visitors/expected', staff, { good: { by: 'teacher', form: { givenName: 'Ivo', familyName: 'Brandt', organisation: '', reason: 'meeting', day: '{today}', time: '09:30' } } }),
  post('/:school/visitors/expected/:visit/cancel', '/visitors/expected/{expectedvisit}/cancel', ['teacher'], { meets: 303 }),
  get('/:school/visitors/kiosks', '/visitors/kiosks', keepers),
  post('/:school/visitors/kiosks', '/visitors/kiosks', keepers),
  post('/:school/visitors/kiosks/:kiosk/end', '/visitors/kiosks/{kiosk}/end', keepers, { meets: 303 }),

  get('/:school/visitors/supply', '/visitors/supply', keepers),
  get('/:school/visitors/supply/add', '/visitors/supply/add', keepers),
  post('/:school/visitors/supply/add', '/visitors/supply/add', keepers, { good: { by: 'office', form: { givenName: 'Ruth', familyName: 'Amery', from: '{today}', until: '{today}' } } }),
  post('/:school/visitors/supply/:stint/link', '/visitors/supply/{stint}/link', keepers, { meets: 303 }),
  post('/:school/visitors/supply/:stint/end', '/visitors/supply/{stint}/end', keepers, { meets: 303 }),
  get('/:school/supply/:token', '/supply/used', PEOPLE, { meets: 410 }),
  post('/:school/supply/:token', '/supply/used', PEOPLE, { meets: 410, send: { typedName: 'A name' } }),

  get('/:school/visitors/wifi', '/visitors/wifi', wifiReaders),
  get('/:school/visitors/wifi.csv', '/visitors/wifi.csv', wifiReaders),
  get('/:school/visitors/wifi/codes.csv', '/visitors/wifi/codes.csv', wifiKeepers),
  get('/:school/visitors/wifi/add', '/visitors/wifi/add', wifiKeepers),
  post('/:school/visitors/wifi/add', '/visitors/wifi/add', wifiKeepers, { good: { by: 'network-manager', form: { network: 'Guests', validDays: '1', how: 'paste', codes: 'one\ntwo' } } }),
  post('/:school/visitors/wifi/:voucher/withdraw', '/visitors/wifi/{voucher}/withdraw', wifiKeepers, { meets: 303 }),
  post('/:school/visitors/wifi/:voucher/switched-off', '/visitors/wifi/{endedvoucher}/switched-off', wifiKeepers, { meets: 303 }),
  get('/:school/wifi', '/wifi', guests),
  post('/:school/wifi', '/wifi', guests, { meets: 303 }),
];
