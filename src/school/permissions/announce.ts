/** What permissions tell other features: that somebody may do something from a day on, or no longer. */
import type { School, Tx } from '../../platform/database/index.ts';
import { dayOf } from '../../platform/days.ts';
import { announce, type Events } from '../bulletin.ts';
import { findGrant } from './store.ts';

/** Tells that a person's permission counts from now on, or ended before its day. What was granted to a group is told to nobody. */
export async function tellOthers(tx: Tx, { school, by, at }: { readonly school: School; readonly by: string | null; readonly at: Date }, of: { readonly permission: string; readonly outcome: Events['permission-decided']['outcome'] }): Promise<void> {
  const grant = await findGrant(tx, of.permission);
  if (!grant || grant.holder === null) return;
  await announce(tx, 'permission-decided', {
    school: school.id, permission: grant.id, person: grant.holder, act: grant.act, facts: grant.facts, shown: grant.evidence, outcome: of.outcome, conditions: grant.conditions, clauses: grant.clauses, offices: grant.offices,
    from: dayOf(grant.startsAt), until: dayOf(new Date(grant.endsAt.getTime() - 1)), by: of.outcome === 'granted' ? grant.grantedBy : by, at,
  });
}
