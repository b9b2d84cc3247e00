/** Clauses that say yes and no to the same thing, as `analyse` finds them, each pair at its first clause. */
import type { Clash } from '../analyse/index.ts';
import type { Finding } from '../words.ts';
import { findingAt } from './words.ts';
import type { PackDesk } from './words.ts';

export function checkContradictions({ rulebook, clashes }: PackDesk): readonly Finding[] {
  return clashes.filter(({ sort }) => sort !== 'two-approvers').flatMap((clash) => {
    const [first, second] = clash.clauses;
    const at = rulebook.clauses.get(first)?.at;
    if (!at) return [];
    const says = clash.sort === 'yes-no' ? 'one says yes and the other no' : 'one says yes and the other "ask first"';
    return [findingAt(at, {
      severity: 'warning', code: 'contradiction', message: `"${shortName(first)}" and "${shortName(second)}" contradict each other: ${says} to "${clash.act}" ${situation(clash)}.`,
      remedy: 'Narrow one of them, or let the stronger one name the other in "over".',
    })];
  });
}

function situation({ who, facts }: Clash): string {
  const tests = Object.entries(facts).map(([fact, value]) => `${fact}=${value}`);
  return `by ${who}${tests.length > 0 ? ` with ${tests.join(', ')}` : ''}`;
}

function shortName(clause: string): string {
  return clause.slice(clause.indexOf('/') + 1);
}
