/** Temporary measures that never end, or have ended and are still there. */
import type { Finding } from '../words.ts';
import { findingAt } from './words.ts';
import type { PackDesk } from './words.ts';

/** One finding for each measure: its rules stand together. */
export function checkTemporary({ rulebook, on }: PackDesk): readonly Finding[] {
  const said = new Set<string>();
  return rulebook.rules.flatMap(({ at, policy, period, until }) => {
    if (period === undefined) return [];
    const key = `${at.file} ${policy} ${period} ${until ?? ''}`;
    if (said.has(key)) return [];
    said.add(key);
    if (until === undefined) return [findingAt(at, { severity: 'warning', code: 'temporary-without-end', message: `The temporary measure "${period}" has no last day.`, remedy: 'Add until=the day to its ":::meanwhile" line.' })];
    if (until < on) return [findingAt(at, { severity: 'warning', code: 'temporary-past-its-end', message: `The temporary measure "${period}" ended on ${until}.`, remedy: 'Take it out of the next edition.' })];
    return [];
  });
}
