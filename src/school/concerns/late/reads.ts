/** What the list and the card of late cases are drawn from. */
import type { Tx } from '../../../platform/database/index.ts';
import type { Lock } from '../../../platform/seal/index.ts';
import type { Asked } from '../../../platform/web/index.ts';
import { settingsNow } from '../deeds/route.ts';
import { countLate, lateFirstSteps, type LateRow } from './store.ts';

export type { LateRow } from './store.ts';
type Of = Pick<Asked<unknown>, 'reader' | 'now' | 'today'>;

const NOTHING = { rows: [] as LateRow[], total: 0 };

/** Whether the school shows late cases to this reader. */
export const isShownLate = async (tx: Tx, { reader, today }: Of): Promise<boolean> =>
  reader.person !== null && reader.offices.length > 0 && (await settingsNow(tx, today)).lateTo.some(office => reader.offices.includes(office));

/** The cases whose first step is late, for whoever the school shows them to; nothing for everybody else. */
export async function lateFor(tx: Tx, of: Of, lock: Lock, ask: { readonly search: string; readonly limit: number; readonly offset: number }): Promise<{ rows: LateRow[]; total: number }> {
  if (!(await isShownLate(tx, of))) return NOTHING;
  const late = { key: lock.keyOf(of.reader.person!), now: of.now, search: ask.search };
  return { rows: await lateFirstSteps(tx, { ...late, ...ask }), total: await countLate(tx, late) };
}
