/** Withdrawing a policy: for those who may approve it. */
import { POLICY } from '../desk.ts';
import type { Row } from '../row.ts';
import type { Person } from '../people.ts';

const at = `/prep-school/policies/${POLICY}/withdraw`;
const route = '/:school/policies/:policy/withdraw';

export const withdrawingRows = (approvers: readonly Person[]): readonly Row[] => [
  { route: `GET ${route}`, at, who: approvers, meets: 200 },
  { route: `POST ${route}`, at, who: approvers, meets: 422, send: {} },
  { route: `POST ${route}/undo`, at: `${at}/undo`, who: [], meets: 404, send: {} },
];
