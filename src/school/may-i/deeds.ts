/** Keeping a question, and taking one away. */
import type { Tx } from '../../platform/database/index.ts';
import { write } from '../../logbook/index.ts';
import { addQuestion, removeQuestion } from './store.ts';

/** Keeps a question without its asker: the day, the words, what was answered. */
export async function keepQuestion(tx: Tx, entry: { school: string; on: string; words: string; act: string | null; says: string }): Promise<void> {
  await addQuestion(tx, entry);
}

/** Takes a question away; the logbook says that one was, not what it said. */
export async function takeQuestionAway(tx: Tx, entry: { school: string; id: string; by: string; at: Date }): Promise<boolean> {
  const gone = await removeQuestion(tx, entry.id);
  if (gone) await write(tx, { school: entry.school, deed: 'remove-question', by: entry.by, about: entry.id, at: entry.at });
  return gone;
}
