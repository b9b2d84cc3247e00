/** A pool of wifi codes that is there from the start, for an invented school. */
import type { Tx } from '../../../platform/database/index.ts';
import type { Doing } from '../../people/index.ts';
import { namesOfGuest, signedForAccess, type Here } from '../rules.ts';
import { addWifiCodes, closeCodes, giveWifiCode } from './deeds.ts';

/** Fills the pool where the rules let guests in once they have signed, and gives one code to the first guest who has. Returns who holds it; null where nobody does. */
export async function fillPool(tx: Tx, here: Here, doing: Doing, of: { folder: string; network: string; codes: readonly string[]; guests: readonly string[] }): Promise<string | null> {
  let filled = false;
  for (const person of of.guests) {
    const names = await namesOfGuest(tx, here, { kind: 'visitor', person });
    const standing = await signedForAccess(tx, here, { person, names });
    if (standing === 'no-rules') continue;
    if (!filled) await addWifiCodes(tx, doing, await closeCodes(of.folder, of.codes, { network: of.network, validDays: 1, lastDay: null }));
    filled = true;
    if (standing === 'signed' && await giveWifiCode(tx, here, { person, names, visit: null, endsOn: here.today, at: doing.at }) === 'given') return person;
  }
  return null;
}
