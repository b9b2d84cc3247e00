/** Rows of what follows from permissions: data taken out, tasks of IT, and openings for a lesson. */
import type { Row } from '../row.ts';
import type { Person } from '../people.ts';

/** The staff. */
const staff: Person[] = ['head', 'deputy', 'ict-lead', 'network-manager', 'dsl', 'dpo', 'office', 'teacher', 'supply', 'support'];
const takers: Person[] = [...staff, 'chair', 'governor'];
const form = '/prep-school/declarations/new/off-site';
const one = '/prep-school/declarations/{declared}';

const DECLARED: readonly Row[] = [
  { route: 'GET /:school/declarations', at: '/prep-school/declarations', who: takers, meets: 200 },
  { route: 'GET /:school/declarations.csv', at: '/prep-school/declarations.csv', who: takers, meets: 200 },
  { route: 'GET /:school/declarations/new/:sort', at: form, who: staff, meets: 200 },
  { route: 'POST /:school/declarations/new/:sort', at: form, who: staff, meets: 422, send: {}, good: { by: 'support', form: { task: 'Planning at home', what: 'Class lists', goesTo: 'My desk at home', goneBy: '{today}', 'fact.data-kind': 'pupil-data', 'fact.media': 'paper', 'fact.password-protected': 'no' } } },
  { route: 'GET /:school/declarations/:declaration', at: one, who: ['teacher', 'head', 'dpo'], meets: 200 },
  { route: 'POST /:school/declarations/:declaration/gone', at: `${one}/gone`, who: ['teacher'], meets: 422, send: {}, good: { by: 'teacher', form: { how: 'brought-back', on: '{today}' } } },
  { route: 'POST /:school/declarations/:declaration/still-out', at: '/prep-school/declarations/{goneagain}/still-out', who: ['teacher'], meets: 303, send: {} },
];

const it: Person[] = ['ict-lead', 'network-manager'];
const seeTasks: Person[] = ['head', 'deputy', ...it];
/** Whoever holds an office has a list, of that office's own tasks if nothing more. */
const holders: Person[] = ['head', 'deputy', 'ict-lead', 'network-manager', 'dsl', 'dpo', 'office', 'chair'];
const task = '/prep-school/it-tasks/{ittask}';
const question = '/prep-school/it-tasks/{itquestion}';

/** Rows of what has to be carried out, and of what people ask of IT. */
const IT_TASKS: readonly Row[] = [
  { route: 'GET /:school/it-tasks', at: '/prep-school/it-tasks', who: holders, meets: 200 },
  { route: 'GET /:school/it-tasks.csv', at: '/prep-school/it-tasks.csv', who: holders, meets: 200 },
  { route: 'GET /:school/it-tasks/:task', at: task, who: seeTasks, meets: 200 },
  { route: 'POST /:school/it-tasks/:task/claim', at: `${question}/claim`, who: it, meets: 303, send: {} },
  { route: 'POST /:school/it-tasks/:task/let-go', at: '/prep-school/it-tasks/{itclaimed}/let-go', who: ['network-manager'], meets: 303, send: {} },
  { route: 'POST /:school/it-tasks/:task/done', at: `${task}/done`, who: it, meets: 422, send: {}, good: { by: 'network-manager', form: { device: 'Laptop 12', on: '{today}' } } },
  { route: 'POST /:school/it-tasks/:task/answer', at: `${question}/answer`, who: it, meets: 422, send: {}, good: { by: 'ict-lead', form: { words: 'It works again.' } } },
  { route: 'POST /:school/it-tasks/:task/cannot', at: `${task}/cannot`, who: it, meets: 422, send: {} },
  { route: 'GET /:school/ask-it', at: '/prep-school/ask-it', who: takers, meets: 200 },
  { route: 'POST /:school/ask-it', at: '/prep-school/ask-it', who: takers, meets: 422, send: {}, good: { by: 'support', form: { sort: 'fault', words: 'The projector stays dark.' } } },
  { route: 'GET /:school/ask-it/:task', at: '/prep-school/ask-it/{itquestion}', who: ['teacher'], meets: 200 },
  { route: 'POST /:school/ask-it/:task/again', at: '/prep-school/ask-it/{itanswered}/again', who: ['teacher'], meets: 422, send: {}, good: { by: 'teacher', form: { words: 'It is dark again.' } } },
];

const opening = '/prep-school/openings/{opening}/end';
const games = { class: '8A', clause: 'prep-school/middle-senior-code#ask-for-games', lesson: 'Maths, period 2', reason: 'Practice for the quiz', until: '23:30' };

/** Rows of what is open for a lesson. */
const OPENED: readonly Row[] = [
  { route: 'GET /:school/openings', at: '/prep-school/openings', who: staff, meets: 200 },
  { route: 'GET /:school/openings.csv', at: '/prep-school/openings.csv', who: staff, meets: 200 },
  { route: 'GET /:school/openings/new', at: '/prep-school/openings/new?class=8A', who: staff, meets: 200 },
  { route: 'POST /:school/openings/new', at: '/prep-school/openings/new', who: staff, meets: 422, send: {}, good: { by: 'teacher', form: games } },
  { route: 'POST /:school/openings/:opening/end', at: opening, who: ['teacher', 'head', 'deputy'], meets: 303, send: {} },
];

export const PERMISSIONS_OUT: readonly Row[] = [...DECLARED, ...IT_TASKS, ...OPENED];
