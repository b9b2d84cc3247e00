/** What changed between two editions, and who may approve. Pure. */
import type { Clause, Policy, Rule } from '../../rulebook/index.ts';
import type { ClauseChange, Mark } from './words.ts';

/** A rule as far as it binds anybody: everything but where it stands. */
const sense = ({ at: _at, when, unless, ...rule }: Rule): string =>
  JSON.stringify({ ...rule, when: when.map(({ at: _w, ...test }) => test), unless: unless.map(({ at: _u, ...test }) => test) });

const sameRules = (a: Clause, b: Clause): boolean => JSON.stringify(a.rules.map(sense)) === JSON.stringify(b.rules.map(sense));

/** Clause by clause, what differs between two editions, in the order of the new one; removed clauses last. */
export function changesBetween(before: Policy | null, after: Policy): ClauseChange[] {
  const old = new Map(before?.clauses.map(clause => [clause.id, clause]));
  const changes: ClauseChange[] = [];
  for (const clause of after.clauses) {
    const was = old.get(clause.id);
    old.delete(clause.id);
    if (!was) changes.push({ clause: clause.id, number: clause.number, kind: 'added', before: null, after: clause.text, suggested: binds(clause) ? 'new-duty' : 'clarification' });
    else if (!sameRules(was, clause)) changes.push({ clause: clause.id, number: clause.number, kind: 'rules', before: was.text, after: clause.text, suggested: binds(clause) ? 'new-duty' : 'clarification' });
    else if (was.text !== clause.text) changes.push({ clause: clause.id, number: clause.number, kind: 'words', before: was.text, after: clause.text, suggested: 'wording' });
  }
  for (const gone of old.values()) changes.push({ clause: gone.id, number: gone.number, kind: 'removed', before: gone.text, after: null, suggested: 'removed' });
  return changes;
}

/** Whether a clause asks anything of anybody. */
const binds = (clause: Clause): boolean => clause.rules.some(rule => !['info', 'means', 'may'].includes(rule.verb));

/** The mark that counts for each change: the writer's where it is given, else the suggestion. A removed clause is always removed. */
export function marksFor(changes: readonly ClauseChange[], given: ReadonlyMap<string, Mark>): Map<string, Mark> {
  return new Map(changes.map(change => [change.clause, change.kind === 'removed' ? 'removed' : given.get(change.clause) ?? change.suggested]));
}

/** The offices whose holders speak for an approving body. */
export function approversFor(body: string): string[] {
  if (body === 'governing-body' || body === 'board-of-trustees') return [body, 'chair-of-governors'];
  return [body];
}
