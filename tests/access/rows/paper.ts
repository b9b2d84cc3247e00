/** Slips of paper and piles of scans. A slip that goes to the registrar is the registrar's too, who is none of the table. */
import type { Person } from '../people.ts';
import type { Row } from '../row.ts';

const keepers: Person[] = ['office', 'head', 'deputy', 'dsl'];
const route = '/:school/agreements/paper';
const at = '/prep-school/agreements/paper';

export const PAPER: readonly Row[] = [
  { route: `GET ${route}`, at, who: keepers, meets: 200 },
  { route: `POST ${route}/print`, at: `${at}/print`, who: keepers, meets: 422, send: {}, good: { by: 'office', form: { policy: 'middle-senior-code', class: '', kind: '', whom: 'open' } } },
  { route: `GET ${route}/prints/:print`, at: `${at}/prints/{print}`, who: keepers, meets: 200 },
  { route: `GET ${route}/prints/:print/pdf`, at: `${at}/prints/{print}/pdf`, who: keepers, meets: 200 },
  { route: `GET ${route}/blank/:policy`, at: `${at}/blank/staff-code`, who: keepers, meets: 200 },
  { route: `POST ${route}/piles`, at: `${at}/piles`, who: keepers, meets: 422, send: {} },
  { route: `GET ${route}/piles/:pile`, at: `${at}/piles/{pile}`, who: keepers, meets: 200 },
  { route: `GET ${route}/piles/:pile/csv`, at: `${at}/piles/{pile}/csv`, who: keepers, meets: 200 },
  { route: `POST ${route}/piles/:pile/take`, at: `${at}/piles/{pile}/take`, who: keepers, meets: 303, send: {} },
  { route: `GET ${route}/look`, at: `${at}/look`, who: keepers, meets: 200 },
  { route: `GET ${route}/pages/:page`, at: `${at}/pages/{slippage}`, who: keepers, meets: 200 },
  { route: `GET ${route}/pages/:page/whole`, at: `${at}/pages/{slippage}/whole`, who: keepers, meets: 200 },
  { route: `GET ${route}/pages/:page/part`, at: `${at}/pages/{slippage}/part`, who: keepers, meets: 200 },
  { route: `POST ${route}/pages/:page/find`, at: `${at}/pages/{slippage}/find`, who: keepers, meets: 200, send: { search: 'an' } },
  { route: `POST ${route}/pages/:page/whose`, at: `${at}/pages/{slippage}/whose`, who: keepers, meets: 422, send: { code: 'nothing' } },
  { route: `POST ${route}/pages/:page/take`, at: `${at}/pages/{slippage}/take`, who: keepers, meets: 422, send: {} },
  { route: `POST ${route}/pages/:page/put`, at: `${at}/pages/{slippage}/put`, who: keepers, meets: 303, send: { how: 'aside' } },
  { route: `POST ${route}/pages/:page/undo`, at: `${at}/pages/{asidepage}/undo`, who: keepers, meets: 303, send: {} },
  { route: `GET ${route}/starters`, at: `${at}/starters`, who: keepers, meets: 200 },
  { route: `GET ${route}/starters/csv`, at: `${at}/starters/csv`, who: keepers, meets: 200 },
  { route: `POST ${route}/starters/print`, at: `${at}/starters/print`, who: keepers, meets: 303, send: { policy: '{starterspolicy}' } },
  { route: `POST ${route}/starters/received`, at: `${at}/starters/received`, who: keepers, meets: 303, send: { person: '{starter}', policy: 'middle-senior-code', back: 'yes' } },
  { route: `POST ${route}/starters/remind`, at: `${at}/starters/remind`, who: keepers, meets: 303, send: {} },
  { route: 'GET /:school/agreements/seal/:id/slip', at: '/prep-school/agreements/seal/{onslip}/slip', who: ['teacher', ...keepers], meets: 200 },
];
