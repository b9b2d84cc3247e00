/** What the list of concerns and the start cards are drawn from. */
import type { Tx } from '../../../platform/database/index.ts';
import type { Vocabulary } from '../../../rulebook/index.ts';
import { everyId } from '../../people/index.ts';
import { OF_A_CHILD } from '../kinds.ts';
import { countReadable, elsewhereAboutChildren, listReadable, type InboxAsk, type InboxRow, type Mine } from './store.ts';

export { countMine } from './store.ts';
export type { InboxAsk, InboxRow, Mine } from './store.ts';

const MOST_ELSEWHERE = 50;

export async function readable(tx: Tx, ask: InboxAsk): Promise<{ rows: InboxRow[]; total: number }> {
  return { rows: await listReadable(tx, ask), total: await countReadable(tx, ask) };
}

/** What the safeguarding lead knows to exist, though it went to others. `pupils`: the ids of everybody who is a pupil. */
export const aboutChildren = (tx: Tx, mine: Mine, { pupils, keyOf }: { readonly pupils: readonly string[]; readonly keyOf: (id: string) => string }) =>
  elsewhereAboutChildren(tx, mine, { pupils: pupils.map(keyOf), kinds: OF_A_CHILD, limit: MOST_ELSEWHERE });

/** The ids of everybody who is a pupil on a day. */
export const pupilsOn = (tx: Tx, { vocabulary, today }: { readonly vocabulary: Vocabulary; readonly today: string }): Promise<string[]> =>
  everyId(tx, today, [...vocabulary.kinds.values()].filter(kind => kind.name === 'pupil' || kind.within.includes('pupil')).map(kind => kind.name));
