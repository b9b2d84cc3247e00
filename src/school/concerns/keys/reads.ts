/** Which concerns do not open, and which key they need. */
import type { Tx } from '../../../platform/database/index.ts';
import { keyIdOf, type Lock } from '../../../platform/seal/index.ts';
import { lockedReports } from './store.ts';

export interface Shut {
  readonly code: string;
  readonly openedAt: Date;
  /** The id of the key that is missing; null where it was locked before keys had ids. */
  readonly key: string | null;
}

const AT_ONCE = 500;

/** Those among these concerns that do not open with the keys that lie here; among all of the school where null. */
export async function shutAmong(tx: Tx, lock: Lock, ids: readonly string[] | null): Promise<{ looked: number; shut: Shut[] }> {
  const shut: Shut[] = [];
  for (let looked = 0; ;) {
    const found = await lockedReports(tx, { ids, limit: AT_ONCE, offset: looked });
    shut.push(...found.filter(({ report, locked }) => lock.openOr<unknown>(locked, report, null) === null).map(({ code, openedAt, locked }) => ({ code, openedAt, key: keyIdOf(locked) })));
    looked += found.length;
    if (found.length < AT_ONCE) return { looked, shut };
  }
}
