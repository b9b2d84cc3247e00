/** What pages ask about the guest wifi. */
import type { Tx } from '../../../platform/database/index.ts';
import { openSecret } from '../../../platform/secrets.ts';
import { namesOf } from '../../people/index.ts';
import { liveOf } from './store.ts';
import type { MyCode, Voucher } from './words.ts';

export { countVouchers, listVouchers, vouchersOf } from './store.ts';

/** The code somebody holds today, opened; null where they hold none. */
export async function codeOf(tx: Tx, of: { person: string; today: string; folder: string }): Promise<MyCode | null> {
  const voucher = await liveOf(tx, of.person, of.today);
  const code = voucher && (await openSecret(of.folder, voucher.id, voucher.closed));
  return voucher && code ? { network: voucher.network, code, endsOn: voucher.endsOn! } : null;
}

/** The names of those who hold these codes, by id. */
export const holdersOf = (tx: Tx, vouchers: readonly Voucher[]): Promise<Map<string, string>> =>
  namesOf(tx, [...new Set(vouchers.flatMap(voucher => voucher.issuedTo ?? []))]);

/** Whether somebody holds a code today. */
export const liveCode = async (tx: Tx, person: string, today: string): Promise<boolean> => (await liveOf(tx, person, today)) !== null;
