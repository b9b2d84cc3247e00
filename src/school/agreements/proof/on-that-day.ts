/** Looking back: signatures, refusals and rules as they stood on a day. Pure. */
import type { Rule } from '../../../rulebook/index.ts';
import type { Agreement, Capacity, Decline, Signed } from '../words.ts';

/** The last signature of a capacity by a day; what was taken back later still stood. */
export function asSignedOn(agreements: readonly Agreement[], policy: string, capacity: Capacity, day: string): Signed | null {
  const last = agreements.filter(one => one.policy === policy && one.capacity === capacity && one.signedOn <= day).sort((a, b) => a.at.getTime() - b.at.getTime()).at(-1);
  if (!last) return null;
  return { id: last.id, edition: last.edition, on: last.signedOn, withdrawnOn: last.withdrawnOn !== null && last.withdrawnOn <= day ? last.withdrawnOn : null };
}

/** The last refusal by a day that no signature of the same capacity had answered by then. */
export function declinedOn(declines: readonly Decline[], agreements: readonly Agreement[], policy: string, day: string): string | null {
  const open = declines.filter(one => one.policy === policy && one.declinedOn <= day
    && !agreements.some(signed => signed.policy === policy && signed.capacity === one.capacity && signed.signedOn <= day && signed.at > one.at));
  return open.map(one => one.declinedOn).sort().at(-1) ?? null;
}

/** Whether a rule held on a day; a measure without days holds only when it is called for. */
export function ruleHolds(rule: Pick<Rule, 'from' | 'until' | 'period'>, day: string): boolean {
  if (rule.period !== undefined && rule.from === undefined && rule.until === undefined) return false;
  return (rule.from === undefined || rule.from <= day) && (rule.until === undefined || day <= rule.until);
}
