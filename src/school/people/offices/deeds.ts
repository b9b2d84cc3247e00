/** Saying which real office answers where the rules name nobody. */
import { write } from '../../../logbook/index.ts';
import type { Tx } from '../../../platform/database/index.ts';
import { dayOf } from '../../../platform/days.ts';
import type { Doing } from '../deeds.ts';
import { replaceStandIns, type StandInLine } from './store.ts';

/** Puts these real offices in the place of "unassigned" and "the school"; what was said before goes. */
export async function setStandIns(tx: Tx, doing: Doing, lines: readonly StandInLine[]): Promise<void> {
  await replaceStandIns(tx, { ...doing, lines, today: dayOf(doing.at) });
  const words = lines.map(line => `${line.standIn}${line.clause && ` in ${line.clause}`}: ${line.office}`).join('; ');
  await write(tx, { ...doing, deed: 'name-real-offices', words: { offices: words } });
}
