/** Forgetting a person in custody. */
import type { Tx } from '../../../platform/database/index.ts';
import type { Events } from '../../bulletin.ts';
import * as kept from './person/store.ts';
import { heldDecisions } from './reads.ts';

export { exportCustody } from './person/store.ts';

/** Forgets a person; nothing of what was taken because of a case on legal hold. */
export const forgetInCustody = async (tx: Tx, person: string): Promise<void> => kept.forgetInCustody(tx, person, await heldDecisions(tx));

/** A hold was lifted: what it kept of them is forgotten. */
export const forgetAgainInCustody = (tx: Tx, { person }: Events['forget-again']): Promise<void> => forgetInCustody(tx, person);
