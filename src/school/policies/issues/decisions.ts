/** To whom a policy is given. Pure. */
import type { Policy } from '../../../rulebook/index.ts';
import { signersOf } from '../decisions.ts';

export interface GivenTo {
  /** Kinds of people who each get it. */
  readonly kinds: readonly string[];
  /** Whether the parents of the pupils among them get it too. */
  readonly parents: boolean;
}

/**
 * Whoever signs a policy is given it, and so are the parents who countersign. A policy that nobody signs is given to
 * those whom its own rules of giving out name, or to all whom it binds where they name nobody. Null: to nobody.
 */
export function givenTo(document: Policy): GivenTo | null {
  const { sign, binds } = document.front;
  if (sign) return { kinds: signersOf(document), parents: (sign.countersign?.length ?? 0) > 0 };
  const rules = document.clauses.flatMap(clause => clause.rules.filter(rule => rule.verb === 'publish' && rule.subject === 'distribute-policy'));
  if (rules.length === 0) return null;
  const named = rules.flatMap(rule => (rule.attributes['whom'] ?? '').split(/\s+/).filter(Boolean));
  return { kinds: [...new Set(named.length > 0 ? named : binds)], parents: false };
}
