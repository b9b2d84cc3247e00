/** Several documents in one sitting: one's own, and a parent's beside several children (family/). */
import type { Tx } from '../../../platform/database/index.ts';
import type { Route } from '../../../platform/web/index.ts';
import type { Vocabulary } from '../../../rulebook/index.ts';
import { forgetSittings as forgetOwn } from './deeds.ts';
import { forgetFamilySittings } from './family/deeds.ts';
import { familySittingsOf } from './family/reads.ts';
import { familySittingRoutes } from './family/routes.tsx';
import { sittingsOf as ownSittingsOf } from './reads.ts';
import { sittingRoutes as ownRoutes } from './routes.tsx';

export const sittingRoutes = (shared: { readonly vocabulary: Vocabulary }): Route[] => [...ownRoutes(shared), ...familySittingRoutes(shared)];

/** Everything kept of somebody's sittings, for a subject access request. */
export const sittingsOf = async (tx: Tx, person: string): Promise<unknown> => ({ own: await ownSittingsOf(tx, person), family: await familySittingsOf(tx, person) });

export async function forgetSittings(tx: Tx, person: string): Promise<void> {
  await forgetOwn(tx, person);
  await forgetFamilySittings(tx, person);
}
