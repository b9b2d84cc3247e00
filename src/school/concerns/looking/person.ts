/** What looks know of a person, and forgetting them. */
import type { Tx } from '../../../platform/database/index.ts';
import type { Lock } from '../../../platform/seal/index.ts';
import type { Shared } from '../../feature.ts';
import { lockIn } from '../asking.ts';
import * as store from './store.ts';
import type { LookWords } from './words.ts';

export { exportLooks } from './store.ts';

/** The same words without the person. Where their key is missing they stay as they are: nobody reads them, and the id in them names nobody any longer. */
function without(lock: Lock, { id, locked }: { readonly id: string; readonly locked: Uint8Array }): Uint8Array {
  const words = lock.openOr<LookWords | null>(locked, id, null);
  return words === null ? locked : lock.lock({ ...words, person: null } satisfies LookWords, id);
}

/** Forgets whose record it was, and who asked, agreed, read and wrote; nothing of a case on hold. */
export async function forgetInLooks(shared: Shared, tx: Tx, person: string): Promise<void> {
  const lock = await lockIn(tx, shared);
  if (lock) {
    for (const look of await store.looksInto(tx, lock.keyOf(person))) {
      await store.forgetLookedAt(tx, look.id, without(lock, look));
    }
  }
  await store.forgetInLooks(tx, person);
}
