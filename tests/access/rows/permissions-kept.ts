/** Rows of the register of permissions. */
import { PEOPLE, STRANGERS, type Person } from '../people.ts';
import type { Row } from '../row.ts';
import { ROLES } from './roles.ts';

const signedIn = PEOPLE.filter(person => !STRANGERS.includes(person));
/** It is a teacher's own, and head and deputy decide about it. */
const seers: Person[] = ['head', 'deputy', 'teacher'];
const deciders: Person[] = ['head', 'deputy'];
const atTheGate: Person[] = ['head', 'deputy', 'ict-lead', 'network-manager', 'dsl', 'dpo', 'office', 'teacher', 'supply', 'support'];
const rule = 'prep-school/mobile-devices#staff-phone-low keep-phone-on';
const grants = '/prep-school/permissions/standing/new';
const one = '/prep-school/permissions/{granted}';

export const PERMISSIONS_KEPT: readonly Row[] = [
  { route: 'GET /:school/permissions', at: '/prep-school/permissions', who: signedIn, meets: 200 },
  { route: 'GET /:school/permissions.csv', at: '/prep-school/permissions.csv', who: signedIn, meets: 200 },
  { route: 'GET /:school/permissions/:permission', at: one, who: seers, meets: 200 },
  { route: 'POST /:school/permissions/:permission/withdraw', at: `${one}/withdraw`, who: deciders, meets: 422, send: {}, good: { by: 'deputy', at: '/prep-school/permissions/{grantedanew}/withdraw', form: { reason: 'It was for the winter alone' } } },
  { route: 'POST /:school/permissions/:permission/evidence', at: `${one}/evidence`, who: deciders, meets: 422, send: {}, good: { by: 'head', form: { shown: 'The phone is at low volume', until: '{today}' } } },
  { route: 'POST /:school/permissions/:permission/give-up', at: '/prep-school/permissions/{grantedanew}/give-up', who: ['teacher'], meets: 303, send: {} },
  { route: 'GET /:school/permissions/standing', at: '/prep-school/permissions/standing', who: signedIn, meets: 200 },
  { route: 'GET /:school/permissions/standing.csv', at: '/prep-school/permissions/standing.csv', who: signedIn, meets: 200 },
  { route: 'GET /:school/permissions/standing/new', at: grants, who: deciders, meets: 200 },
  { route: 'POST /:school/permissions/standing/new', at: grants, who: deciders, meets: 422, send: { rule }, good: { by: 'deputy', form: { rule, what: 'The boarding staff keep a phone on', reason: 'Calls from home at night', kinds: 'staff', from: '{today}', until: '{today}' } } },
  ...ROLES,
  { route: 'GET /:school/permissions/at-the-gate', at: '/prep-school/permissions/at-the-gate', who: atTheGate, meets: 200 },
  { route: 'GET /:school/permissions/at-the-gate.csv', at: '/prep-school/permissions/at-the-gate.csv', who: atTheGate, meets: 200 },
];
