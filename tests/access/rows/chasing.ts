/** What came to chasing and to imports: the office's list, and stopping an import. */
import type { Person } from '../people.ts';
import type { Row } from '../row.ts';

const keepers: Person[] = ['office', 'head', 'deputy', 'dsl'];
const importers: Person[] = ['office', 'head', 'network-manager', 'ict-lead'];

export const CHASING: readonly Row[] = [
  { route: 'GET /:school/agreements/chase/office', at: '/prep-school/agreements/chase/office', who: keepers, meets: 200 },
  { route: 'GET /:school/agreements/chase/office.csv', at: '/prep-school/agreements/chase/office.csv', who: keepers, meets: 200 },
  { route: 'GET /:school/agreements/clauses/:policy', at: '/prep-school/agreements/clauses/staff-code', who: [...keepers, 'chair', 'governor'], meets: 200 },
  { route: 'POST /:school/agreements/terms/next-year', at: '/prep-school/agreements/terms/next-year', who: ['head', 'office'], meets: 303, send: {} },
  { route: 'POST /:school/people/import/:import/stop', at: '/prep-school/people/import/{reading}/stop', who: importers, meets: 303, send: {} },
];
