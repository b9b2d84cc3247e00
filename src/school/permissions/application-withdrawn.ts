/** An application is withdrawn: permissions to use it are over. */
import { currentSchool, type Tx } from '../../platform/database/index.ts';
import { dayOf } from '../../platform/days.ts';
import type { Events } from '../bulletin.ts';
import { isOver, stateOf } from './decisions.ts';
import { turn, type Doing } from './deeds.ts';
import { findGrant, listTurns } from './store.ts';

/** Ends each of these permissions that is not over yet. Wired in app.ts. */
export async function applicationIsWithdrawn(tx: Tx, event: Events['application-withdrawn']): Promise<void> {
  const school = await currentSchool(tx);
  if (!school) return;
  const doing: Doing = { school, by: event.by, at: event.at, today: dayOf(event.at) };
  for (const id of event.permissions) {
    const grant = await findGrant(tx, id);
    if (!grant || isOver(stateOf(grant, await listTurns(tx, [id]), event.at))) continue;
    await turn(tx, doing, { permission: id, turn: 'withdrawn', reason: event.reason });
  }
}
