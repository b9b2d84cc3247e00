/** What the addresses of paper ask for directly. */
import type { Tx } from '../../../platform/database/index.ts';
import { openBytes } from '../../../platform/secrets.ts';
import { slipsByIds, type Print } from './store.ts';
import * as piles from './piles/store.ts';
import type { Slip } from './words.ts';

export { findPrint as printOf, findSlip, slipByCode } from './store.ts';

/** The slips of a print, in its order. */
export async function slipsIn(tx: Tx, print: Print): Promise<Slip[]> {
  const found = new Map((await slipsByIds(tx, print.slips)).map(slip => [slip.id, slip]));
  return print.slips.flatMap(id => found.get(id) ?? []);
}

/** The picture of a page, opened: JPEG. Null where there is none, or it was closed with another key. */
export async function pictureOf(tx: Tx, of: { folder: string; page: string; which: 'whole' | 'part' }): Promise<Uint8Array | null> {
  const closed = await piles.pictureOf(tx, of.page, of.which);
  return closed && (await openBytes(of.folder, of.page, closed));
}

export const findPage = piles.findPage;
export { slipPictureFor } from './piles/seeing.ts';
