/** What pictures on hold know of a person, and forgetting them. */
import type { Tx } from '../../../platform/database/index.ts';
import { askFeature } from '../../answers.ts';
import type { Events } from '../../bulletin.ts';
import * as store from './store.ts';

export { exportHolds } from './store.ts';

/** Forgets a person: the holds of a child, and who did what; nothing of a case of which the school keeps everything because it goes to law. */
export async function forgetInHolds(tx: Tx, person: string): Promise<void> {
  const cases = await store.casesWith(tx, person);
  await store.forgetInHolds(tx, person, cases.length === 0 ? [] : [...await askFeature('heldForLaw', tx, cases)]);
}

/** A legal hold was lifted: what it kept of them is forgotten. */
export const forgetAgainInHolds = (tx: Tx, { person }: Events['forget-again']): Promise<void> => forgetInHolds(tx, person);
