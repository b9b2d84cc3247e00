/** What sanctions hear: IT has switched off, or on again, everything that one of them is on. */
import { currentSchool, type Tx } from '../../../platform/database/index.ts';
import { dayOf } from '../../../platform/days.ts';
import type { Events } from '../../bulletin.ts';
import type { Shared } from '../../feature.ts';
import { lockFor } from '../asking.ts';
import { switchDue } from './decisions.ts';
import { switched } from './deeds.ts';
import * as store from './store.ts';

/** Writes it into the chronology of the case, once. */
export const sanctionWasSwitched = (shared: Shared) => async (tx: Tx, { sanction, to, by, at, sealFolder }: Events['sanction-switched']): Promise<void> => {
  const [school, row] = [await currentSchool(tx), await store.holdSanction(tx, sanction)];
  if (!school || !row || switchDue(row, await store.turnsOf(tx, [sanction])) !== to) return;
  await switched(tx, { school, by, at, today: dayOf(at), shared, lock: await lockFor({ sealFolder }, school) }, { sanction: row, to });
};
