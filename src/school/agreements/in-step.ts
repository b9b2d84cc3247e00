/** Reads agreements when the asks are in step with today and with the editions in force; brings them in step first where they are not. */
import type { Tx } from '../../platform/database/index.ts';
import type { Asked } from '../../platform/web/index.ts';
import type { Vocabulary } from '../../rulebook/index.ts';
import { catchUp } from './deeds.ts';
import { editionsBehind, type Place } from './reads.ts';

export const placeOf = (asked: Pick<Asked, 'school' | 'today'>, vocabulary: Vocabulary): Place => ({ school: asked.school, today: asked.today, vocabulary });

type Asking = Pick<Asked, 'school' | 'today' | 'read' | 'change'>;

/** One read-only transaction in the common case; on the first page of a day, or after an edition came into force, a change before it. */
export const inStep = <T>(asked: Asking, vocabulary: Vocabulary, work: (tx: Tx) => Promise<T>): Promise<T> =>
  stepUp(asked, vocabulary, { work, read: tried => asked.read(tried) });

/** The same for what many readers ask alike: read once and shared until the school changes. Treat it as read-only. */
export const inStepRemembered = <T>(asked: Asking & Pick<Asked, 'remembered'>, vocabulary: Vocabulary, { key, work }: { key: string; work: (tx: Tx) => Promise<T> }): Promise<T> =>
  stepUp(asked, vocabulary, { work, read: tried => asked.remembered({ key: `${key} ${asked.today}`, work: tried }) });

/** Once before a page that reads all it gathers in one transaction, in which nothing is changed any more. */
export const bringInStep = (vocabulary: Vocabulary) => (asked: Asking & Pick<Asked, 'remembered'>): Promise<null> =>
  inStepRemembered(asked, vocabulary, { key: 'in step', work: async () => null });

type Tried<T> = { readonly behind: null; readonly result: T } | { readonly behind: readonly string[] };

async function stepUp<T>(asked: Asking, vocabulary: Vocabulary, how: { work: (tx: Tx) => Promise<T>; read: (tried: (tx: Tx) => Promise<Tried<T>>) => Promise<Tried<T>> }): Promise<T> {
  const place = placeOf(asked, vocabulary);
  const first = await how.read(async tx => {
    const behind = await editionsBehind(tx, place);
    return behind === null ? { behind, result: await how.work(tx) } : { behind };
  });
  if (first.behind === null) return first.result;
  const { behind } = first;
  await asked.change(tx => catchUp(tx, place, behind));
  return asked.read(how.work);
}
