/** Opening a concern: who may, and that they did. */
import type { Tx } from '../../../platform/database/index.ts';
import { isId } from '../../../platform/ids.ts';
import { entriesFor, eyesOf } from '../decisions.ts';
import { areHeld } from '../held-files/decisions.ts';
import { mayTake } from '../held-files/store.ts';
import { groupOf } from '../kinds.ts';
import * as store from '../store.ts';
import type { Asking, Concern, Doing, Entry, EyeReason, FileLine, Opened, ReportOf } from '../words.ts';
import type { ReportWords } from './file-report.ts';
import { note } from './note.ts';

/** Whoever has it copied or shared reads it; only those who deal with it make it seen. */
const DEAL_WITH_IT: readonly EyeReason[] = ['routed', 'handed-on', 'round-the-subject', 'opened-by-two', 'escalated'];

/** The deeds of whoever opened a concern. */
export const doingAs = ({ school, reader, now, today, lock, shared }: Asking): Doing => ({ school, by: reader.person, at: now, today, lock, shared });

/**
 * Opens a concern for a reader: null where it is absent or not theirs to read, which look alike. The reading is
 * written down, and the first one by somebody who deals with it marks it seen. `what` says what was read.
 */
export async function openConcern(tx: Tx, asking: Asking, id: string, what = 'page'): Promise<Opened | null> {
  const { reader, lock, now } = asking;
  if (!isId(id) || reader.person === null) return null;
  const found = await store.holdConcern(tx, id);
  if (!found) return null;
  const eyes = await store.eyesOn(tx, [id]);
  const mine = eyesOf(reader, found, eyes, { keyOf: lock.keyOf, now });
  if (mine.length === 0) return null;
  await store.addReading(tx, { school: asking.school.id, concern: id, person: reader.person, office: mine.find(eye => eye.office !== null)?.office ?? null, what, at: now });
  await store.markEyesSeen(tx, mine.map(eye => eye.id), now);
  const concern = mine.some(eye => DEAL_WITH_IT.includes(eye.why)) && found.state === 'new' ? await markSeen(tx, asking, found) : found;
  const all = (await store.entriesOf(tx, id)).map(row => openEntry(row, lock));
  const entries = entriesFor(all, mine, reader.person);
  const shown = new Set(entries.map(entry => entry.id));
  const files = (await store.filesOf(tx, id)).filter(file => shown.has(file.entry)).map((file): FileLine => ({ id: file.id, entry: file.entry, size: file.size, addedAt: file.addedAt, ...lock.open<{ name: string; type: string }>(file.lockedName, file.id) }));
  return { concern, report: await reportOf(tx, asking, concern), entries, eyes, files, lock, held: areHeld(concern.kind, all), whole: mine.some(eye => eye.parts === null) };
}

async function markSeen(tx: Tx, asking: Asking, concern: Concern): Promise<Concern> {
  await store.setState(tx, concern.id, { state: 'seen', at: asking.now });
  await note(tx, { school: asking.school, at: asking.now }, concern.id);
  return { ...concern, state: 'seen', seenAt: asking.now, handOnAt: null };
}

/** An entry with its words. */
export const openEntry = (row: store.EntryRow, lock: Asking['lock']): Entry => ({ id: row.id, sort: row.sort, by: row.by, words: lock.open<Readonly<Record<string, unknown>>>(row.locked, row.id), at: row.at, happenedAt: row.happenedAt });

async function reportOf(tx: Tx, { lock }: Asking, concern: Concern): Promise<ReportOf> {
  const row = (await store.findReport(tx, concern.report))!;
  const { reporter, about, children, kinds } = lock.open<ReportWords>(row.locked, row.id);
  // Why: of a report that is several things, only those who look after children are told which child it may be.
  const tells = kinds.length === 1 || groupOf(concern.kind) === 'safeguarding';
  return { id: row.id, channel: row.channel, reportedAt: row.reportedAt, reporter, about, children: tells ? children : [] };
}

/** The bytes of a file of a concern that was opened; null where it is not among the files shown, or is held and `by` may not take it out. */
export async function openFile(tx: Tx, opened: Opened, file: string, by?: { readonly person: string | null; readonly now: Date }): Promise<Uint8Array | null> {
  if (!opened.files.some(line => line.id === file)) return null;
  if (opened.held && !(by?.person && (await mayTake(tx, { file, person: by.person, now: by.now })))) return null;
  const locked = await store.bytesOfFile(tx, { concern: opened.concern.id, file });
  return locked && opened.lock.openBytes(locked, file);
}
