/** That somebody has read what was said to them: those who deal with it see it, and the start page no longer speaks of it. */
import type { Asked } from '../../../platform/web/index.ts';
import type { Shared } from '../../feature.ts';
import { doingOf } from '../asking.ts';
import { addEntry } from '../deeds/case.ts';
import { READ, unreadBy, type Unread } from './store.ts';

/** Notes that the reader has read what was said to them in these of their concerns. Nothing is written where nothing is new. */
export async function noteRead(asked: Asked<unknown>, shared: Shared, shown: (one: Unread) => boolean): Promise<void> {
  const doing = { ...await doingOf(asked, shared), by: null };
  const key = doing.lock.keyOf(asked.reader.person!);
  const unread = (await asked.read(tx => unreadBy(tx, key))).filter(shown);
  if (unread.length === 0) return;
  await asked.change(async tx => {
    for (const { concern } of unread) await addEntry(tx, doing, { concern, sort: READ, words: {} });
  });
}
