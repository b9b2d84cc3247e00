/** What the list of concerns and the start cards are drawn from. */
import type { Tx } from '../../../platform/database/index.ts';
import { countReadable, elsewhereAboutChildren, listReadable, type InboxAsk, type InboxRow, type Mine } from './store.ts';

export { countMine } from './store.ts';
export type { InboxAsk, InboxRow, Mine } from './store.ts';

const MOST_ELSEWHERE = 50;

export async function readable(tx: Tx, ask: InboxAsk): Promise<{ rows: InboxRow[]; total: number }> {
  return { rows: await listReadable(tx, ask), total: await countReadable(tx, ask) };
}

export const aboutChildren = (tx: Tx, mine: Mine) => elsewhereAboutChildren(tx, mine, MOST_ELSEWHERE);
