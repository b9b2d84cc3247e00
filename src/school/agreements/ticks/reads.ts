/** What was ticked beside an agreement. */
import type { Tx } from '../../../platform/database/index.ts';
import type { Policy } from '../../../rulebook/index.ts';
import { listTicks } from './store.ts';
import type { Ticked } from './words.ts';

/** Each statement that was ticked, with the number its clause had in the edition that was signed. */
export async function tickedBeside(tx: Tx, agreement: string, document: Policy | null): Promise<Ticked[]> {
  const numbers = new Map(document?.clauses.map(clause => [clause.id, clause.number]));
  return (await listTicks(tx, agreement)).map(one => ({ ...one, number: numbers.get(one.clause) ?? '' }));
}
