/** Rows of case work: everything of a case is for those who deal with it. */
import type { Person } from '../people.ts';
import type { Row } from '../row.ts';

const handlers: Person[] = ['dsl'];
const ROUTE = '/:school/concerns/:concern';
const AT = '/prep-school/concerns/{casework}';
const get = (path: string, at: string): Row => ({ route: `GET ${ROUTE}/${path}`, at: at.startsWith('/') ? at : `${AT}/${at}`, who: handlers, meets: 200 });
const post = (path: string, at: string, form: Readonly<Record<string, string>>): Row =>
  ({ route: `POST ${ROUTE}/${path}`, at: at.startsWith('/') ? at : `${AT}/${at}`, who: handlers, meets: 422, send: {}, good: { by: 'dsl', form } });
const both = (path: string, at: string, form: Readonly<Record<string, string>>): Row[] => [get(path, at), post(path, at, form)];

export const CASES: readonly Row[] = [
  { route: `POST ${ROUTE}/claim`, at: `${AT}/claim`, who: handlers, meets: 303, send: {} },
  ...both('triage', 'triage', { kind: 'handle-bullying', severity: 'minor', harm: 'no', illegal: 'no', intent: 'unknown', reasons: 'A quarrel.' }),
  ...both('add/:sort', 'add/told', { whom: 'The parents', on: '{today}' }),
  get('add/:sort', 'add/note'),
  post('add/:sort', 'add/support', { for: '{caseharmed}', plan: 'A quiet place.', adult: 'Her teacher', due: '{today}' }),
  ...both('steps/:step', 'steps/{casestep}', { outcome: 'Rung.' }),
  ...both('steps/:step/mistake', 'steps/{casestep}/mistake', { mistake: 'Another case.' }),
  get('close', 'close'),
  { route: `POST ${ROUTE}/close`, at: `${AT}/close`, who: handlers, meets: 422, send: {} },
  ...both('reopen', '/prep-school/concerns/{closedcase}/reopen', { reasons: 'More came up.' }),
  ...both('links', 'links', { code: '{linkable}', reasons: 'The same two.' }),
  get('summary', 'summary'),
  ...both('clocks', 'clocks', { clock: 'own', what: 'Answer them', due: '{today}' }),
  ...both('clocks/:clock', 'clocks/{caseclock}', { as: 'met', day: '{today}', time: '00:10', words: 'Done.', reference: '', late: '' }),
  ...both('notification', 'notification', { nature: 'A list was lost.', people: '3', records: '3', consequences: 'None known.', measures: 'It was found.', contact: 'The officer' }),
];
