/** What pages ask about year groups and moves. */
import type { Tx } from '../../../platform/database/index.ts';
import { yearsShown } from './decisions.ts';
import { countYears, listYears } from './store.ts';
import type { YearGroup } from './words.ts';

export { listMoves, listPlaces } from './store.ts';

/** The year groups of the school in their order: as it has said, otherwise as its pupils show. */
export async function yearsOf(tx: Tx, today: string): Promise<YearGroup[]> {
  const said = await listYears(tx);
  return said.length > 0 ? said : yearsShown(await countYears(tx, today));
}

/** Whether the school has said what its year groups are. */
export const yearsAreSaid = async (tx: Tx): Promise<boolean> => (await listYears(tx)).length > 0;
