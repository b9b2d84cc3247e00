/** What is done with devices in custody. Each deed is one change with its logbook line; the line holds the number, never the reason. */
import { write } from '../../../logbook/index.ts';
import type { Tx } from '../../../platform/database/index.ts';
import { addDays, endOfDay } from '../../../platform/days.ts';
import { putInOutbox, type Letter } from '../../../platform/mail/index.ts';
import type { School } from '../../../platform/web/index.ts';
import { drawnFor, listGuardians, listPeople } from '../../people/index.ts';
import { settingsOn } from './decisions.ts';
import { receiptMail } from './mails.ts';
import { after } from './states.ts';
import * as store from './store.ts';
import type { CustodySettings, Entry, Move, MoveWords, Taken } from './words.ts';

/** Who does it, where and when. */
export interface Doing {
  readonly school: School;
  readonly by: string;
  readonly at: Date;
  readonly today: string;
}

const A_WEEK = 7;

export const log = (tx: Tx, { school, by, at }: Pick<Doing, 'school' | 'by' | 'at'>, line: { deed: string; about: string; clause?: string; words?: Record<string, string> }) => write(tx, { school: school.id, by, at, ...line });

/** Takes a device into custody, under the next number, and writes its owner's parents that a receipt waits. Null where somebody else has taken what was decided, or that is over. */
export async function takeIntoCustody(tx: Tx, doing: Doing, taken: Taken): Promise<{ readonly id: string; readonly label: number } | null> {
  const { school, by, at } = doing;
  if (taken.awaited !== null && !(await store.claimAwaited(tx, taken.awaited))) return null;
  const made = await store.addEntry(tx, { ...taken, school: school.id, by, at });
  await store.addMove(tx, { school: school.id, entry: made.id, move: 'taken', from: taken.person, to: by, keptIn: taken.keptIn, by, at });
  await log(tx, doing, { deed: 'take-device', about: made.id, clause: taken.clause, words: { label: String(made.label), kind: taken.kind } });
  await writeReceipts(tx, doing, taken.person);
  return made;
}

/** Whoever may hear of the child and has a mailbox is told that there is a receipt. */
async function writeReceipts(tx: Tx, { school, at, today }: Doing, child: string): Promise<void> {
  const to = await mailboxes(tx, await parentsOf(tx, [child], today), today);
  const expiresAt = endOfDay(addDays(today, A_WEEK));
  const letters: Letter[] = await drawnFor(tx, to.map(one => ({ person: one.person, draw: () => receiptMail(school, { ...one, expiresAt }) })));
  await putInOutbox(tx, { school: school.id, at }, letters);
}

/** The grown-ups who may hear of these children. */
export const parentsOf = async (tx: Tx, children: readonly string[], today: string): Promise<string[]> =>
  (children.length === 0 ? [] : await listGuardians(tx, { children, day: today })).filter(tie => !tie.noContact).map(tie => tie.parentId);

/** Those of these people who are here and have a mailbox. */
export const mailboxes = async (tx: Tx, ids: readonly string[], today: string): Promise<{ person: string; email: string }[]> =>
  (ids.length === 0 ? [] : await listPeople(tx, { day: today, ids: [...new Set(ids)], limit: ids.length })).flatMap(({ id, email }) => (email ? [{ person: id, email }] : []));

const DEED: Readonly<Record<Exclude<Move, 'taken' | 'due-now'>, string>> = {
  'handed-over': 'hand-device-over', 'put-away': 'put-device-away', 'to-police': 'hand-device-on', 'to-dsl': 'hand-device-on', 'came-back': 'device-came-back',
  'returned-to-pupil': 'return-device', 'returned-to-parent': 'return-device', 'not-returned': 'undo-return-of-device', struck: 'strike-device-out',
};

export interface Passing {
  readonly move: Exclude<Move, 'taken' | 'due-now'>;
  /** Who holds it then; nobody of ours where null. */
  readonly to: string | null;
  readonly keptIn: string | null;
  readonly words: MoveWords;
}

/** Moves it along. False where it cannot go there from where it is. */
export async function pass(tx: Tx, doing: Doing, id: string, { move, to, keptIn, words }: Passing): Promise<boolean> {
  const entry = await store.holdEntry(tx, id);
  const state = entry && after(entry.state, move);
  if (!entry || !state) return false;
  await store.setEntry(tx, id, { state, holder: to, keptIn, endedAt: state === 'returned' || state === 'struck' ? doing.at : null });
  await store.addMove(tx, { school: doing.school.id, entry: id, move, from: entry.holder, to, keptIn, by: doing.by, at: doing.at, words });
  await log(tx, doing, { deed: DEED[move], about: id, words: { label: String(entry.label) } });
  return true;
}

/** Hands it to somebody else of the staff, or lays it somewhere. */
export const handOver = (tx: Tx, doing: Doing, entry: Pick<Entry, 'id' | 'holder'>, of: { readonly to: string; readonly keptIn: string | null; readonly text: string }): Promise<boolean> =>
  pass(tx, doing, entry.id, { move: of.to === entry.holder ? 'put-away' : 'handed-over', to: of.to, keptIn: of.keptIn, words: { name: '', text: of.text } });

/** Gives it back, with the name of whoever took it. */
export const giveBack = (tx: Tx, doing: Doing, id: string, of: { readonly to: 'pupil' | 'parent'; readonly name: string; readonly text: string }): Promise<boolean> =>
  pass(tx, doing, id, { move: of.to === 'pupil' ? 'returned-to-pupil' : 'returned-to-parent', to: null, keptIn: null, words: { name: of.name, text: of.text } });

/** It was noted by mistake that it went back: whoever noted it has it still. */
export const takeBackReturn = (tx: Tx, doing: Doing, id: string): Promise<boolean> => pass(tx, doing, id, { move: 'not-returned', to: doing.by, keptIn: null, words: { name: '', text: '' } });

/** Hands it to the police or to the safeguarding lead. What it is about stands elsewhere. */
export const handOn = (tx: Tx, doing: Doing, id: string, of: { readonly to: 'police' | 'dsl'; readonly name: string; readonly text: string }): Promise<boolean> =>
  pass(tx, doing, id, { move: of.to === 'police' ? 'to-police' : 'to-dsl', to: null, keptIn: null, words: { name: of.name, text: of.text } });

/** It came back to whoever notes it. */
export const comeBack = (tx: Tx, doing: Doing, id: string, keptIn: string | null): Promise<boolean> => pass(tx, doing, id, { move: 'came-back', to: doing.by, keptIn, words: { name: '', text: '' } });

/** Strikes a wrong entry out. It stays to be seen as struck out. */
export const strikeOut = (tx: Tx, doing: Doing, id: string, text: string): Promise<boolean> => pass(tx, doing, id, { move: 'struck', to: null, keptIn: null, words: { name: '', text } });

/** Adds a place where devices lie. */
export async function addKeepingPlace(tx: Tx, doing: Doing, name: string): Promise<string> {
  const id = await store.addPlace(tx, { school: doing.school.id, name, by: doing.by, at: doing.at });
  await log(tx, doing, { deed: 'add-keeping-place', about: id, words: { name } });
  return id;
}

/** A place is no longer used, or is used again. */
export async function closePlace(tx: Tx, doing: Doing, id: string, closed: boolean): Promise<boolean> {
  if (!(await store.setPlaceClosed(tx, id, closed ? doing.today : null))) return false;
  await log(tx, doing, { deed: closed ? 'close-keeping-place' : 'open-keeping-place', about: id });
  return true;
}

/** Sets how devices go back: what differs from today's is added with today's date. Returns how many settings changed. */
export async function setCustody(tx: Tx, doing: Doing, given: CustodySettings): Promise<number> {
  const held = settingsOn(await store.listSettings(tx), doing.today);
  const changed = (Object.keys(held) as (keyof CustodySettings)[]).filter(name => given[name] !== held[name]);
  for (const name of changed) await store.addSetting(tx, { school: doing.school.id, name, since: doing.today, value: given[name], by: doing.by, at: doing.at });
  if (changed.length > 0) await log(tx, doing, { deed: 'set-how-devices-go-back', about: doing.school.id, words: Object.fromEntries(changed.map(name => [name, String(given[name])])) });
  return changed.length;
}
