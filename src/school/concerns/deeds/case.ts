/** What is done to a concern once it is there: each deed one change, with a line of the chronology and one of the logbook. */
import type { Tx } from '../../../platform/database/index.ts';
import { newId } from '../../../platform/ids.ts';
import { mayMove } from '../states.ts';
import * as store from '../store.ts';
import type { ConcernState, Doing, EyeReason, Severity } from '../words.ts';
import { note, tellReaders } from './note.ts';

/** Adds a line to the chronology. Returns its id. `words` are locked; nothing of them is written elsewhere. */
export async function addEntry(tx: Tx, doing: Doing, entry: { readonly concern: string; readonly sort: string; readonly words: object; readonly happenedAt?: Date | null }): Promise<string> {
  const id = newId();
  await store.addEntry(tx, { school: doing.school.id, id, concern: entry.concern, sort: entry.sort, by: doing.by, locked: doing.lock.lock(entry.words, id), at: doing.at, happenedAt: entry.happenedAt ?? null });
  await note(tx, doing, entry.concern);
  return id;
}

/** Gives an office or a person sight of a concern, or of parts of it, and tells them. Returns the eye's id; null where there is no such concern. */
export async function addEye(tx: Tx, doing: Doing, eye: {
  readonly concern: string; readonly office?: string; readonly person?: string; readonly why: EyeReason;
  readonly parts?: readonly string[]; readonly clause?: string; readonly until?: Date; readonly quietly?: boolean;
}): Promise<string | null> {
  const concern = await store.findConcern(tx, eye.concern);
  if (!concern) return null;
  const whose = { office: eye.office ?? null, person: eye.person ?? null };
  const id = await store.addEye(tx, { school: doing.school.id, concern: eye.concern, ...whose, why: eye.why, parts: eye.parts ?? null, clause: eye.clause ?? null, since: doing.at, until: eye.until ?? null, toldAt: eye.quietly ? null : doing.at });
  await note(tx, doing, eye.concern);
  if (!eye.quietly) await tellReaders(tx, doing, { concern, eye: id, ...whose });
  return id;
}

/** Moves a concern from one state to another; false where that move is not allowed. The reasons go in an entry of their own. */
export async function setState(tx: Tx, doing: Doing, of: { readonly concern: string; readonly to: ConcernState }): Promise<boolean> {
  const concern = await store.holdConcern(tx, of.concern);
  if (!concern || !mayMove(concern.state, of.to)) return false;
  await store.setState(tx, of.concern, { state: of.to, at: doing.at });
  await note(tx, doing, of.concern);
  return true;
}

/** Says how serious it is. */
export async function setSeverity(tx: Tx, doing: Doing, of: { readonly concern: string; readonly severity: Severity }): Promise<void> {
  await store.setSeverity(tx, of.concern, of.severity);
  await note(tx, doing, of.concern);
}

/** Adds people to those a concern is about, who then read it no longer, or to the children who may be harmed. */
export async function addPeople(tx: Tx, doing: Doing, of: { readonly concern: string; readonly about?: readonly string[]; readonly children?: readonly string[] }): Promise<void> {
  const keys = (ids: readonly string[] = []) => ids.map(doing.lock.keyOf);
  await store.addKeys(tx, of.concern, { about: keys(of.about), children: keys(of.children) });
  await note(tx, doing, of.concern);
}
