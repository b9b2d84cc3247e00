/** Rows of the lists of who has which role: everybody who works for the school reads them, those who lead keep them. */
import type { Person } from '../people.ts';
import type { Row } from '../row.ts';

const readers: Person[] = ['head', 'deputy', 'ict-lead', 'network-manager', 'dsl', 'dpo', 'office', 'chair', 'teacher', 'supply', 'support', 'governor'];
const keepers: Person[] = ['head', 'deputy'];
const at = '/prep-school/permissions/roles';

export const ROLES: readonly Row[] = [
  { route: 'GET /:school/permissions/roles', at: `${at}?role=staff-parent`, who: readers, meets: 200 },
  { route: 'GET /:school/permissions/roles.csv', at: `${at}.csv`, who: readers, meets: 200 },
  { route: 'POST /:school/permissions/roles', at, who: keepers, meets: 422, send: { role: 'staff-parent' }, good: { by: 'deputy', form: { role: 'staff-parent', person: '{person}', from: '{today}', reason: 'A child in Year 3' } } },
  { route: 'POST /:school/permissions/roles/off', at: `${at}/off`, who: keepers, meets: 422, send: { id: '{named}' }, good: { by: 'head', form: { id: '{named}', reason: 'The child has left' } } },
];
