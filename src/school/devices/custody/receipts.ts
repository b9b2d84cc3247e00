/** What whoever's it is and their parents read of a device in custody. */
import type { Tx } from '../../../platform/database/index.ts';
import { addMonths } from '../../../platform/days.ts';
import type { ClauseId } from '../../../rulebook/index.ts';
import { listGuardians, namesOf } from '../../people/index.ts';
import { rulesInForce } from '../../policies/index.ts';
import { entryView, quoted, type Ask, type Quoted } from './reads.ts';
import * as store from './store.ts';
import type { Entry } from './words.ts';

/** What a receipt says, as whoever's it is and their parents may read it. */
export interface Receipt {
  readonly entry: Entry;
  readonly name: string;
  /** The reader's own. */
  readonly own: boolean;
  readonly takenBy: string;
  readonly clause: Quoted | null;
}

/** How long what went back is still shown to whoever's it was. */
const SHOWN_MONTHS = 1;

/** What the school holds of a reader and of their children, and what it gave back lately. */
export async function receiptsFor(tx: Tx, ask: Ask): Promise<Receipt[]> {
  const me = ask.reader.person;
  if (me === null) return [];
  const children = (await listGuardians(tx, { parents: [me], day: ask.today })).filter(tie => tie.parentId === me && !tie.noContact).map(tie => tie.childId);
  const entries = await store.entriesOf(tx, [me, ...children], addMonths(ask.today, -SHOWN_MONTHS));
  return entries.length === 0 ? [] : receiptsOf(tx, ask, entries);
}

async function receiptsOf(tx: Tx, ask: Ask, entries: readonly Entry[]): Promise<Receipt[]> {
  const names = await namesOf(tx, [...new Set(entries.flatMap(entry => [entry.person, entry.takenBy].flatMap(one => one ?? [])))]);
  const { rulebook } = await rulesInForce(tx, ask);
  return entries.map(entry => ({ entry, own: entry.person === ask.reader.person, name: names.get(entry.person ?? '') ?? '', takenBy: names.get(entry.takenBy ?? '') ?? '', clause: quoted(rulebook, [entry.clause as ClauseId])[0] ?? null }));
}

/** One receipt: for whoever's it is, their parents, and the staff who read why it was taken. */
export async function receiptOf(tx: Tx, ask: Ask, id: string): Promise<Receipt | null> {
  const mine = (await receiptsFor(tx, ask)).find(one => one.entry.id === id);
  if (mine) return mine;
  const view = ask.reader.kinds.includes('staff') || ask.reader.offices.length > 0 ? await entryView(tx, ask, id) : null;
  return view?.why ? (await receiptsOf(tx, ask, [view.entry]))[0]! : null;
}
