/** To whom a link may be sent that sets a password, and at which address. */
import { hasDone } from '../logbook/index.ts';
import type { Tx } from '../platform/database/index.ts';
import { findProvider } from './provider/reads.ts';
import * as store from './store.ts';

/**
 * Whether a link that sets a password may go to this address of a person: the address with which they sign in already,
 * or, for somebody who has no way in yet, one with which nobody else signs in. So no colleague who puts another address
 * on record gets into an account that is in use. Where the school has a provider, whoever has signed in before has a way in.
 */
export async function mayHaveLink(tx: Tx, { person, email }: { person: string; email: string }): Promise<boolean> {
  const whose = await store.personNamed(tx, email);
  if (whose !== null) return whose === person;
  const waysIn = [await store.nameOf(tx, person), await store.passwordHash(tx, person), (await store.listPasskeys(tx, person))[0] ?? null];
  if (waysIn.some(way => way !== null)) return false;
  return !((await findProvider(tx))?.inUse && (await hasDone(tx, { by: person, deed: 'sign-in' })));
}
