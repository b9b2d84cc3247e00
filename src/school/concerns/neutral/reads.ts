/** What the pages of neutral notifications are drawn from. */
import type { Tx } from '../../../platform/database/index.ts';
import { mayRead } from '../decisions.ts';
import { eyesOn } from '../store.ts';
import { choiceOn } from '../tell-someone/store.ts';
import type { Asking } from '../words.ts';
import { patternsIn } from './decisions.ts';
import { listNotes } from './store.ts';
import type { Keeping, NeutralNote, Pattern } from './words.ts';

export { findNote } from './store.ts';

export const keepingOn = (tx: Tx, day: string) => choiceOn<Keeping>(tx, 'neutral-retention', day);

/** The notes that somebody may read, and no other. */
export async function readableNotes(tx: Tx, { reader, lock, now }: Asking): Promise<(NeutralNote & { readonly code: string })[]> {
  const notes = await listNotes(tx);
  const eyes = await eyesOn(tx, notes.map(note => note.concern));
  return notes.filter(note => mayRead(reader, note, eyes.filter(eye => eye.concern === note.concern), { keyOf: lock.keyOf, now }));
}

/** Who was named more than once among what this reader may read: without a name. */
export const patternsFor = async (tx: Tx, asking: Asking): Promise<Pattern[]> => patternsIn(await readableNotes(tx, asking));
