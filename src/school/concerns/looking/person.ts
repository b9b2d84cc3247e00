/** What looks know of a person, and forgetting them. */
import type { Tx } from '../../../platform/database/index.ts';
import type { Shared } from '../../feature.ts';
import { lockIn } from '../asking.ts';
import * as store from './store.ts';
import type { LookWords } from './words.ts';

export { exportLooks } from './store.ts';

/** Forgets whose record it was, and who asked, agreed, read and wrote; nothing of a case on hold. */
export async function forgetInLooks(shared: Shared, tx: Tx, person: string): Promise<void> {
  const lock = await lockIn(tx, shared);
  if (lock) {
    for (const look of await store.looksInto(tx, lock.keyOf(person))) {
      await store.forgetLookedAt(tx, look.id, lock.lock({ ...lock.open<LookWords>(look.locked, look.id), person: null }, look.id));
    }
  }
  await store.forgetInLooks(tx, person);
}
