/** How many have signed each clause. Pure. */
import type { Policy } from '../../../rulebook/index.ts';
import { dutyBinds, whomClauseBinds } from '../decisions.ts';

/** So many asks of one kind of people that stand alike. */
export interface AskGroup {
  readonly kind: string;
  readonly open: boolean;
  /** The clauses still asked about; none in an open ask means the whole document. */
  readonly clauses: readonly string[];
  readonly count: number;
}

export interface ClauseFigure {
  readonly id: string;
  readonly number: string;
  readonly text: string;
  /** Of those asked to sign the policy, to how many the clause speaks. */
  readonly bound: number;
  readonly signed: number;
}

/**
 * The figures of each clause that asks something of those who sign. Whoever is asked again about some clauses has signed the others.
 * @param widened a kind with every wider one
 */
export function clauseFigures(document: Policy, groups: readonly AskGroup[], widened: (kind: string) => readonly string[]): ClauseFigure[] {
  return document.clauses.filter(clause => clause.rules.some(rule => rule.verb !== 'info' && rule.verb !== 'means')).map(clause => {
    const binds = whomClauseBinds(clause);
    const mine = groups.filter(group => dutyBinds({ clause: clause.id, binds }, widened(group.kind)));
    const open = (group: AskGroup): boolean => group.open && (group.clauses.length === 0 || group.clauses.includes(clause.id));
    const sum = (some: readonly AskGroup[]): number => some.reduce((total, group) => total + group.count, 0);
    return { id: clause.id, number: clause.number, text: clause.text, bound: sum(mine), signed: sum(mine.filter(group => !open(group))) };
  });
}
