/** Reads agreements when the asks are in step with today and with the editions in force; brings them in step first where they are not. */
import type { Tx } from '../../platform/database/index.ts';
import type { Asked } from '../../platform/web/index.ts';
import type { Vocabulary } from '../../rulebook/index.ts';
import { catchUp } from './deeds.ts';
import { editionsBehind, type Place } from './reads.ts';

export const placeOf = (asked: Pick<Asked, 'school' | 'today'>, vocabulary: Vocabulary): Place => ({ school: asked.school, today: asked.today, vocabulary });

/** One read-only transaction in the common case; on the first page of a day, or after an edition came into force, a change before it. */
export async function inStep<T>(asked: Pick<Asked, 'school' | 'today' | 'read' | 'change'>, vocabulary: Vocabulary, work: (tx: Tx) => Promise<T>): Promise<T> {
  const place = placeOf(asked, vocabulary);
  const first = await asked.read(async tx => {
    const behind = await editionsBehind(tx, place);
    return behind === null ? { behind, result: await work(tx) } : { behind, result: null };
  });
  if (first.behind === null) return first.result as T;
  await asked.change(tx => catchUp(tx, place, first.behind!));
  return asked.read(work);
}
