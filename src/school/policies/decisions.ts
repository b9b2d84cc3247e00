/** What changed between two editions, and who may approve. Pure. */
import type { Clause, Policy, Rule } from '../../rulebook/index.ts';
import type { ClauseChange, Mark, Refusal } from './words.ts';

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

/** Offices that may write any policy; the office that owns a policy may write that one too. */
export const WRITERS = ['head', 'deputy-head', 'deputy-head-academic', 'ict-lead'] as const;

/** Whether a holder of these offices may write a policy that `owner` owns. */
export function mayWrite(offices: readonly string[], owner?: string): boolean {
  return offices.some(office => (WRITERS as readonly string[]).includes(office) || office === owner);
}

/**
 * The body that approves the next edition: the one the present edition names. A draft that names another body is
 * itself a change for the present one to approve, so nobody writes themselves the right to approve.
 */
export function approvingBody(base: Policy | null, draft: Policy | null): string | null {
  return base?.front.approved?.by ?? draft?.front.approved?.by ?? null;
}

/** Whether a holder of these offices may approve for that body. */
export function mayApprove(offices: readonly string[], body: string | null): boolean {
  return body !== null && approversFor(body).some(office => offices.includes(office));
}

/** Why an edition may not come into force on a day: never in the past, never before the edition it follows. Null: it may. */
export function firstDayRefusal(inForce: string, { today, last }: { today: string; last: string | null }): Refusal | null {
  if (inForce < today) return 'first-day-past';
  return last !== null && inForce < last ? 'first-day-before-last' : null;
}

/** The clauses of an edition that are a new duty. */
export function newDutiesOf(changes: readonly ClauseChange[], marks: ReadonlyMap<string, Mark>): string[] {
  return changes.map(change => change.clause).filter(clause => marks.get(clause) === 'new-duty');
}

/** The kinds that sign a policy, or none. */
export function signersOf(document: Policy): readonly string[] {
  const { sign, binds } = document.front;
  return sign ? sign.who ?? binds : [];
}

/** Whether a policy's review is overdue on a day. */
export function reviewOverdue(document: Policy, today: string): boolean {
  const next = document.front.review?.next;
  return next !== undefined && next < today;
}

/** A temporary measure of a policy. */
export interface Measure {
  readonly period: string;
  readonly from?: string;
  readonly until?: string;
  readonly state: 'to-come' | 'in-force' | 'ended' | 'on-call';
}

/** The temporary measures of a policy, with how each stands on a day. */
export function measuresOf(document: Policy, today: string): Measure[] {
  return document.body.flatMap(block => (block.kind === 'meanwhile' ? [{
    period: block.period, ...(block.from ? { from: block.from } : {}), ...(block.until ? { until: block.until } : {}), state: measureState(block, today),
  }] : []));
}

function measureState({ from, until }: { from?: string; until?: string }, today: string): Measure['state'] {
  if (from === undefined && until === undefined) return 'on-call';
  if (until !== undefined && until < today) return 'ended';
  return from !== undefined && today < from ? 'to-come' : 'in-force';
}
