/** To whom a case goes in which nobody acts. Pure. */
import type { ClauseId, Rulebook } from '../../../rulebook/index.ts';
import { actsFor } from '../case/decisions.ts';
import { ALL_KINDS } from '../kinds.ts';

/** The policy that wants a kind of case acted on: who owns it, and the clause that says so. */
export interface PolicyOwner {
  readonly office: string;
  readonly clause: ClauseId;
}

/** The owner of the policy whose duty to deal with this kind asks for something to be done; null where no rule does, or the policy names no owner. */
export function ownerFor(rulebook: Rulebook, kind: string): PolicyOwner | null {
  const acts = actsFor(kind);
  for (const rule of rulebook.rules) {
    const asks = rule.verb === 'duty-of' && acts.includes(rule.attributes['to'] ?? '') && (rule.attributes['steps'] ?? '').split(/\s+/).includes('action');
    const office = asks ? rulebook.clauses.get(rule.clauseId)?.policy.front.owner : undefined;
    if (office !== undefined) return { office, clause: rule.clauseId };
  }
  return null;
}

/** The kinds of case that go on to an owner in this school. */
export const kindsWithOwner = (rulebook: Rulebook): string[] => ALL_KINDS.filter(kind => ownerFor(rulebook, kind) !== null);

/** The clauses that say how soon the first step in a case comes. */
export const clausesOfFirstStep = (rulebook: Rulebook): ClauseId[] =>
  [...new Set(rulebook.rules.filter(rule => rule.verb === 'duty-of' && rule.attributes['within'] !== undefined && (rule.attributes['steps'] ?? '').split(/\s+/).includes('first-step')).map(rule => rule.clauseId))];
