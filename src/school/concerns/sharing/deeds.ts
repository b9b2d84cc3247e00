/** Sharing parts of a concern, and talking with whoever told it. */
import type { Tx } from '../../../platform/database/index.ts';
import { addEntry, addEye } from '../deeds/case.ts';
import { note, tellReporter } from '../deeds/note.ts';
import * as store from '../store.ts';
import type { Doing, Opened } from '../words.ts';
import type { SharedWords } from './words.ts';

export interface Share {
  readonly to: { readonly person: string } | { readonly office: string } | { readonly outside: string };
  /** Their name, as the receipt keeps it. */
  readonly name: string;
  readonly parts: readonly string[];
  readonly reason: string;
}

/** Shares entries with somebody. Of the school: they read them here and are told. Outside: the receipt stands, and the parts can be printed. Returns the receipt's id. */
export async function share(tx: Tx, doing: Doing, opened: Opened, given: Share): Promise<string> {
  const { to, name, reason } = given;
  const known = new Set(opened.entries.filter(entry => entry.sort !== 'restricted-note').map(entry => entry.id));
  const parts = given.parts.filter(part => known.has(part));
  const words: SharedWords = { text: reason, to: name, outside: 'outside' in to, parts };
  const receipt = await addEntry(tx, doing, { concern: opened.concern.id, sort: 'shared', words });
  if (!('outside' in to)) await addEye(tx, doing, { concern: opened.concern.id, ...to, why: 'shared', parts });
  return receipt;
}

/** Ends what was shared with somebody. What they read they know; they read no more of it. */
export async function endShare(tx: Tx, doing: Doing, opened: Opened, eye: string): Promise<boolean> {
  if (!opened.eyes.some(one => one.id === eye && one.why === 'shared')) return false;
  if (!(await store.endEye(tx, { concern: opened.concern.id, eye, at: doing.at }))) return false;
  await note(tx, doing, opened.concern.id);
  return true;
}

/** Writes to whoever told it: a question that waits for an answer, or just a word. They are told that there is something. */
export async function talkToReporter(tx: Tx, doing: Doing, opened: Opened, said: { readonly sort: 'question' | 'reply'; readonly text: string }): Promise<void> {
  const entry = await addEntry(tx, doing, { concern: opened.concern.id, sort: said.sort, words: { text: said.text } });
  await tellReporter(tx, doing, { reporter: opened.report.reporter, once: entry });
}
