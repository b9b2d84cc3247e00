/** What legal holds know of a person, and forgetting them. */
import { currentSchool, type Tx } from '../../../platform/database/index.ts';
import * as store from './store.ts';

export { exportHolds, heldOf as heldForLaw } from './store.ts';

/** Forgets who decided, put and lifted holds that are over. While any stands, what it keeps of them is forgotten once it is lifted. */
export async function forgetInHolds(tx: Tx, person: string): Promise<void> {
  await store.forgetInHolds(tx, person);
  const school = await currentSchool(tx);
  if (school && await store.anyHeld(tx)) await store.forgetLater(tx, { school: school.id, person });
}
