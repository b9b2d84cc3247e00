/** Forgetting a person in accounts. */
import type { Tx } from '../../platform/database/index.ts';
import { askFeature } from '../answers.ts';
import type { Events } from '../bulletin.ts';
import * as store from './store.ts';

export { exportAccounts } from './store.ts';

/** Forgets a person: their own record goes, and what they did for others no longer names them; nothing of a case on legal hold. */
export async function forgetInAccounts(tx: Tx, person: string): Promise<void> {
  const sources = await store.sourcesAbout(tx, person);
  await store.forgetInAccounts(tx, person, sources.length === 0 ? [] : [...await askFeature('heldForLaw', tx, sources)]);
}

/** A hold was lifted: what it kept of them is forgotten. */
export const forgetAgainInAccounts = (tx: Tx, { person }: Events['forget-again']): Promise<void> => forgetInAccounts(tx, person);
