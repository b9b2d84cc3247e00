/** Which offices a text needs, and which of them nobody holds. Pure. */
import { dutyHolders, withRealOffices, type Policy, type SchoolSheet, type Vocabulary } from '../../../rulebook/index.ts';
import { isHeld } from '../../people/index.ts';

/** The offices a text needs, as groups: one of each group is enough. A group with somebody nobody need hold ("parent") needs no holder. */
export function officesNeeded(document: Policy, sheet: Pick<SchoolSheet, 'offices' | 'standIns'>, vocabulary: Vocabulary): string[][] {
  const real = withRealOffices(document, sheet);
  const alone = (name: string): boolean => vocabulary.offices.has(name) && !vocabulary.kinds.has(name);
  const groups = real.clauses.flatMap(clause => clause.rules.flatMap(rule => [...rule.offices.map(group => [...group]), ...[...rule.who.kinds, ...dutyHolders(rule)].filter(alone).map(name => [name])]));
  if (real.front.owner) groups.push([real.front.owner]);
  const needed = groups.filter(group => group.length > 0 && group.every(office => isHeld(office, vocabulary)));
  return [...new Map(needed.map(group => [[...group].sort().join(' '), group])).values()];
}

/** The offices of groups in which nobody holds one, each once. */
export function vacantOf(groups: readonly (readonly string[])[], held: ReadonlySet<string>): string[] {
  return [...new Set(groups.filter(group => !group.some(office => held.has(office))).flat())];
}
