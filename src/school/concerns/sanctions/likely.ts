/** Which of everything that the rules provide is looked at first in a case. Pure. */
import type { Rulebook } from '../../../rulebook/index.ts';
import { actsFor } from '../case/decisions.ts';
import type { Concern } from '../words.ts';
import { fits } from './decisions.ts';
import type { Provided, SanctionKind } from './words.ts';

/** From the mildest to the hardest. */
const MILDEST_FIRST: readonly SanctionKind[] = ['warning', 'behaviour', 'confiscation', 'looked-into', 'switch-off', 'withdrawal', 'disciplinary', 'legal'];

/** One thing that the rules provide, with its place in the whole list. */
export interface PlacedProvided { readonly at: number; readonly one: Provided }

/** What fits the case; what is milder or harder than it; and what stands in other policies. */
export interface Likely {
  readonly fitting: readonly PlacedProvided[];
  readonly unfitting: readonly PlacedProvided[];
  readonly elsewhere: readonly PlacedProvided[];
}

const policyOf = (clause: string): string => clause.slice(0, clause.indexOf('#'));

/** The policies that speak of this kind of case: those under which it was told, and those that say how it is dealt with. */
export function policiesFor(rulebook: Rulebook, concern: Pick<Concern, 'kind' | 'clauses'>): ReadonlySet<string> {
  const acts = actsFor(concern.kind).slice(0, -1);
  const rules = rulebook.rules.filter(rule => acts.includes(rule.subject) || acts.includes(rule.attributes['to'] ?? ''));
  return new Set([...concern.clauses, ...rules.map(rule => rule.clauseId as string)].map(policyOf));
}

/** Puts first what stands in the policies of the case and fits how serious it is, the mildest at the head. Where those provide nothing, every policy counts. */
export function likelyFirst(provided: readonly Provided[], of: { readonly policies: ReadonlySet<string>; readonly severity: Concern['severity'] }): Likely {
  const all = provided.map((one, at) => ({ at, one })).sort((a, b) => MILDEST_FIRST.indexOf(a.one.kind) - MILDEST_FIRST.indexOf(b.one.kind) || a.at - b.at);
  const near = all.filter(({ one }) => of.policies.has(policyOf(one.clause)));
  const here = near.length > 0 ? near : all;
  const suits = ({ one }: PlacedProvided): boolean => fits(one.kind, of.severity);
  return { fitting: here.filter(suits), unfitting: here.filter(one => !suits(one)), elsewhere: all.filter(one => !here.includes(one)) };
}
