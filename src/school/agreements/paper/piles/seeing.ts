/** Who may see the picture of a slip. */
import type { Tx } from '../../../../platform/database/index.ts';
import { findSlip } from '../store.ts';
import { findPage, pageOfAgreement } from './store.ts';

/**
 * The page whose picture shows how an agreement was signed, for somebody who may see that agreement: those who keep the
 * register, the one it is about, and the parent who signed it; not the other parent. Null where there is none for them.
 */
export async function slipPictureFor(tx: Tx, of: { reader: string | null; keeper: boolean; agreement: string }): Promise<string | null> {
  const id = await pageOfAgreement(tx, of.agreement);
  const page = id && (await findPage(tx, id));
  if (!page) return null;
  const slip = page.slip ? await findSlip(tx, page.slip) : null;
  const parent = page.read.find(part => part.capacity === 'guardian' && part.signature !== 'empty')?.signer ?? null;
  return of.keeper || of.reader === slip?.person || parent === null || parent === of.reader ? page.id : null;
}
