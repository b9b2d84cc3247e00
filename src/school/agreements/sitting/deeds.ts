/** Reading and signing several documents in one sitting: each has its own agreement; the sitting keeps when each was opened. */
import { write } from '../../../logbook/index.ts';
import type { Tx } from '../../../platform/database/index.ts';
import { signAgreement, type SignDone, type Signer, type Signing } from '../deeds.ts';
import { findAsk } from '../reads.ts';
import { nextOf } from './decisions.ts';
import { documentsOf, openOf } from './reads.ts';
import * as store from './store.ts';

export { forgetSittings } from './store.ts';

/** Begins a sitting with everything somebody has still to sign, or goes on with the one begun earlier. Returns the document to read now; null when nothing is open. */
export async function sitDown(tx: Tx, signer: Signer): Promise<string | null> {
  const { school, by, at } = signer;
  const { order } = await openOf(tx, by, signer);
  const begun = await store.openSittingOf(tx, by);
  if (order.length === 0) {
    if (begun) await store.finish(tx, begun.id, at);
    return null;
  }
  const id = begun?.id ?? await store.addSitting(tx, { school: school.id, person: by, at });
  await store.addDocuments(tx, { school: school.id, sitting: id, policies: order, from: begun?.documents.length ?? 0 });
  if (!begun) await write(tx, { school: school.id, deed: 'start-sitting', by, about: id, at, words: { documents: order.join(', ') } });
  return openNext(tx, signer, id);
}

/** Opens the next document of a sitting and notes when; ends the sitting where there is none. */
async function openNext(tx: Tx, signer: Signer, id: string): Promise<string | null> {
  const sitting = (await store.findSitting(tx, id))!;
  const next = nextOf(await documentsOf(tx, sitting, signer));
  const ask = next === null ? null : await findAsk(tx, signer.by, next);
  if (next === null || !ask) {
    await store.finish(tx, id, signer.at);
    return null;
  }
  await store.noteOpened(tx, { sitting: id, policy: next, editionId: ask.editionId, at: signer.at });
  return next;
}

/** What comes after a signature: outside a sitting nothing; in one the next document, or its end. */
export type Then = { readonly sitting: null } | { readonly sitting: string; readonly next: string | null };

/** Signs for oneself and, in a sitting that holds this document, goes on to the next. */
export async function signInSitting(tx: Tx, signer: Signer, signing: Signing): Promise<SignDone & { readonly after: Then }> {
  const done = await signAgreement(tx, signer, signing);
  const sitting = done.ok ? await store.openSittingOf(tx, signer.by) : null;
  if (!done.ok || !sitting?.documents.some(one => one.policy === signing.policy)) return { ...done, after: { sitting: null } };
  await store.noteAgreement(tx, { sitting: sitting.id, policy: signing.policy, agreement: done.agreement });
  return { ...done, after: { sitting: sitting.id, next: await openNext(tx, signer, sitting.id) } };
}
