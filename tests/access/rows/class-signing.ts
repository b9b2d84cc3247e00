/** Signing with a class, and who teaches which. The teacher of the table has another class than the one named here. */
import type { Person } from '../people.ts';
import type { Row } from '../row.ts';

const keepers: Person[] = ['office', 'head', 'deputy', 'dsl'];
const staff: Person[] = ['head', 'deputy', 'ict-lead', 'network-manager', 'dsl', 'dpo', 'office', 'teacher', 'supply', 'support'];
const route = '/:school/agreements/class/:class/:policy';
const at = '/prep-school/agreements/class/8A/middle-senior-code';
const teachers = '/:school/agreements/class-teachers';

export const CLASS_SIGNING: readonly Row[] = [
  { route: 'GET /:school/agreements/class', at: '/prep-school/agreements/class', who: staff, meets: 200 },
  { route: `GET ${route}`, at, who: keepers, meets: 200 },
  { route: `GET ${route}/read`, at: `${at}/read`, who: keepers, meets: 200 },
  { route: `GET ${route}/:child`, at: `${at}/{openinclass}`, who: keepers, meets: 200 },
  { route: `POST ${route}/:child`, at: `${at}/{openinclass}`, who: keepers, meets: 422, send: {} },
  { route: `POST ${route}/:child/talk`, at: `${at}/{openinclass}/talk`, who: keepers, meets: 422, send: {}, good: { by: 'office', form: { reason: '', once: '{new}' } } },
  { route: `POST ${route}/:child/undo`, at: `${at}/{promised}/undo`, who: keepers, meets: 303, send: {} },
  { route: `GET ${teachers}`, at: '/prep-school/agreements/class-teachers', who: keepers, meets: 200 },
  { route: `POST ${teachers}`, at: '/prep-school/agreements/class-teachers', who: keepers, meets: 422, send: {}, good: { by: 'office', form: { class: '8A', person: '{person}', from: '{today}', until: '{today}' } } },
  { route: `POST ${teachers}/end`, at: '/prep-school/agreements/class-teachers/end', who: keepers, meets: 303, send: { teaching: '{teaching}' } },
];
