/** What accounts hear from their neighbours: what is decided in cases, and accounts that somebody else got into. */
import { currentSchool, type Tx } from '../../platform/database/index.ts';
import { dayOf } from '../../platform/days.ts';
import type { Events } from '../bulletin.ts';
import type { Shared } from '../feature.ts';
import { isLive } from './decisions.ts';
import { beginHold, endHold, type Doing } from './deeds.ts';
import { holdFrom, holdsOf } from './store.ts';
import { ALL } from './words.ts';

type Told = { readonly at: Date; readonly by?: string };

async function doingOf(tx: Tx, { vocabulary }: Pick<Shared, 'vocabulary'>, { at, by }: Told): Promise<Doing | null> {
  const school = await currentSchool(tx);
  return school && { school, by: by ?? null, at, today: dayOf(at), vocabulary };
}

/** What is decided in a case and has begun holds the account until it ends. */
const sanctionBegan = (shared: Shared) => async (tx: Tx, told: Events['sanction-began']): Promise<void> => {
  const doing = await doingOf(tx, shared, { at: told.at });
  if (!doing || (await holdFrom(tx, told.sanction))) return;
  // Why no earlier: what begins late, because somebody was told late, may be over on the same day.
  const untilOn = told.until !== null && told.until < doing.today ? doing.today : told.until;
  await beginHold(tx, doing, { person: told.person, facility: told.facility, how: 'suspended', cause: 'case', source: told.sanction, deciders: told.deciders, untilOn });
};

const sanctionEnded = (shared: Shared) => async (tx: Tx, told: Events['sanction-ended']): Promise<void> => {
  const doing = await doingOf(tx, shared, { at: told.at });
  const hold = await holdFrom(tx, told.sanction);
  if (doing && hold) await endHold(tx, doing, { hold, how: 'over' });
};

/** Sessions here have ended; whoever looks into it sees to the accounts elsewhere. */
const accountShut = (shared: Shared) => async (tx: Tx, told: Events['account-shut']): Promise<void> => {
  const doing = await doingOf(tx, shared, told);
  if (!doing || (await holdFrom(tx, told.concern)) || (await holdsOf(tx, [told.person])).some(hold => isLive(hold) && hold.cause === 'alarm')) return;
  await beginHold(tx, doing, { person: told.person, facility: ALL, how: 'securing', cause: 'alarm', source: told.concern });
};

const accountSecured = (shared: Shared) => async (tx: Tx, told: Events['account-secured']): Promise<void> => {
  const doing = await doingOf(tx, shared, told);
  const hold = (await holdsOf(tx, [told.person])).find(one => isLive(one) && one.cause === 'alarm');
  if (doing && hold) await endHold(tx, doing, { hold, how: 'secured' });
};

/** Event → what accounts do when they hear it, in the same transaction. */
export const accountListeners = (shared: Shared) => ({
  'sanction-began': sanctionBegan(shared), 'sanction-ended': sanctionEnded(shared), 'account-shut': accountShut(shared), 'account-secured': accountSecured(shared),
});
