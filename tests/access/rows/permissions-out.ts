/** Rows of what follows from permissions: data taken out. */
import type { Row } from '../row.ts';
import type { Person } from '../people.ts';

/** The staff. */
const staff: Person[] = ['head', 'deputy', 'ict-lead', 'network-manager', 'dsl', 'dpo', 'office', 'teacher', 'supply', 'support'];
const takers: Person[] = [...staff, 'chair', 'governor'];
const form = '/prep-school/declarations/new/off-site';
const one = '/prep-school/declarations/{declared}';

export const PERMISSIONS_OUT: readonly Row[] = [
  { route: 'GET /:school/declarations', at: '/prep-school/declarations', who: takers, meets: 200 },
  { route: 'GET /:school/declarations.csv', at: '/prep-school/declarations.csv', who: takers, meets: 200 },
  { route: 'GET /:school/declarations/new/:sort', at: form, who: staff, meets: 200 },
  { route: 'POST /:school/declarations/new/:sort', at: form, who: staff, meets: 422, send: {}, good: { by: 'support', form: { task: 'Planning at home', what: 'Class lists', goesTo: 'My desk at home', goneBy: '{today}', 'fact.data-kind': 'pupil-data', 'fact.media': 'paper', 'fact.password-protected': 'no' } } },
  { route: 'GET /:school/declarations/:declaration', at: one, who: ['teacher', 'head', 'dpo'], meets: 200 },
  { route: 'POST /:school/declarations/:declaration/gone', at: `${one}/gone`, who: ['teacher'], meets: 422, send: {}, good: { by: 'teacher', form: { how: 'brought-back', on: '{today}' } } },
  { route: 'POST /:school/declarations/:declaration/still-out', at: '/prep-school/declarations/{goneagain}/still-out', who: ['teacher'], meets: 303, send: {} },
];
