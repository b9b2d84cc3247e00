/** Which clauses a poster may show, and when a copy on a wall is out of date. Pure. */
import type { Clause, Policy } from '../../../rulebook/index.ts';
import { isBound, whomOf } from '../margin.ts';
import { AUDIENCES, MOST_CLAUSES, type Place } from './words.ts';

/** The clauses that ask something of these people. `names` are the kind with every wider one. */
export const clausesFor = (document: Policy, names: readonly string[]): Clause[] =>
  document.clauses.filter(clause => clause.rules.some(rule => !['info', 'means', 'publish', 'keep', 'check', 'train', 'duty-of', 'sanction'].includes(rule.verb) && isBound(whomOf(rule, document.front), { kinds: names, offices: [] })));

/** The audiences that a policy speaks to. */
export const audiencesOf = (document: Policy, widened: (kind: string) => readonly string[]): string[] =>
  AUDIENCES.filter(kind => clausesFor(document, widened(kind)).length > 0);

/** Clauses as chosen, in the order of the policy, each once, as many as fit on a sheet. */
export const chosenIn = (document: Policy, ids: readonly string[]): Clause[] =>
  document.clauses.filter(clause => ids.includes(clause.id)).slice(0, MOST_CLAUSES);

/** A copy is out of date when it hangs and is not of the edition in force. */
export const isStale = (place: Pick<Place, 'editionId' | 'takenDownOn'>, current: { readonly id: string } | undefined): boolean =>
  place.takenDownOn === null && place.editionId !== current?.id;
