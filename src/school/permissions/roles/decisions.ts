/** Which roles the rules look at, who keeps their lists, and who has one on a day. Pure. */
import type { Day } from '../../../platform/days.ts';
import type { BoundRule, Rulebook } from '../../../rulebook/index.ts';
import { realOf } from '../decisions.ts';
import type { Named, NamedState, Role } from './words.ts';

const ROLE = 'person-status';
/** Has lists of its own: those of the trips. */
const ELSEWHERE = 'named-trip-carrier';
const NOBODY = 'none';
/** Keep every list. */
const LEADERS: readonly string[] = ['head', 'deputy-head'];

const looksAt = (rule: BoundRule): string[] => [...rule.when, ...rule.unless].filter(test => test.fact === ROLE && test.operator === '=').flatMap(test => test.values).filter(role => role !== NOBODY && role !== ELSEWHERE);

/** A measure without days is in force only where a question says so. */
const isInForce = ({ from, until, period }: BoundRule, on: Day): boolean => (from === undefined || from <= on) && (until === undefined || on <= until) && (period === undefined || from !== undefined || until !== undefined);

/** Every role that a rule of the school looks at, those of ended measures too, in the order of the policies. */
export function rolesIn(rulebook: Rulebook, on: Day): Role[] {
  const rulesOf = new Map<string, BoundRule[]>();
  for (const rule of rulebook.rules) for (const role of looksAt(rule)) rulesOf.set(role, [...rulesOf.get(role) ?? [], rule]);
  return [...rulesOf].map(([name, rules]) => ({
    name, clauses: [...new Set(rules.map(rule => rule.clauseId))], looked: rules.some(rule => isInForce(rule, on)),
    kinds: [...new Set(rules.flatMap(rule => rule.binds.kinds))], measure: measureOf(rules),
    keepers: [...new Set([...rules.flatMap(rule => rulebook.clauses.get(rule.clauseId)?.policy.front.owner ?? []).map(office => realOf(office, rulebook.school.offices)), ...LEADERS])],
  }));
}

function measureOf(rules: readonly BoundRule[]): Role['measure'] {
  if (!rules.every(rule => rule.period !== undefined)) return null;
  const firsts = rules.flatMap(rule => rule.from ?? []).sort();
  const lasts = rules.map(rule => rule.until);
  return { from: firsts[0] ?? null, until: lasts.includes(undefined) ? null : (lasts as string[]).sort().at(-1)! };
}

/** Whether somebody keeps the list of a role. Nobody names themselves. */
export const keeps = (role: Pick<Role, 'keepers'>, offices: readonly string[]): boolean => role.keepers.some(office => offices.includes(office));

/** Whether anybody may be named on a day or later: not once the measure is over, and not while it has no days. */
export const mayBeNamed = ({ measure }: Pick<Role, 'measure'>, today: Day): boolean => measure === null || (measure.from !== null && (measure.until === null || measure.until >= today));

/** The last day of a line: the measure ends it whatever was said. */
export function lastDayOf({ until }: Pick<Named, 'until'>, { measure }: Pick<Role, 'measure'>): Day | null {
  const end = measure?.until ?? null;
  if (until === null || end === null) return until ?? end;
  return until < end ? until : end;
}

/** How a line stands on a day. */
export function namedState(named: Pick<Named, 'from' | 'until' | 'endedAt'>, role: Pick<Role, 'measure'>, today: Day): NamedState {
  const last = lastDayOf(named, role);
  if (named.endedAt !== null || (last !== null && last < today)) return 'over';
  return named.from > today ? 'coming' : 'now';
}

/** Lines that their measure ended without anybody having said a last day, with that day. */
export const openOver = (listed: readonly Named[], role: Pick<Role, 'measure'>, today: Day): { id: string; last: Day }[] =>
  listed.flatMap(one => { const last = lastDayOf(one, role); return one.endedAt === null && one.until === null && last !== null && last < today ? [{ id: one.id, last }] : []; });

/** Of these lines the roles that somebody has on a day: named, not over, and looked at by a rule in force. */
export const heldOn = (named: readonly Named[], roles: readonly Role[], today: Day): string[] =>
  [...new Set(roles.filter(role => role.looked && named.some(one => one.role === role.name && namedState(one, role, today) === 'now')).map(role => role.name))];

/** The roles of which the school keeps a list: those of temporary measures always, others from their first line on. */
export const keptOf = (roles: readonly Role[], listed: readonly string[]): string[] => roles.filter(role => role.measure !== null || listed.includes(role.name)).map(role => role.name);

/** What speaks against naming somebody for these days; null where nothing does. */
export type NamingFault = 'not-now' | 'before-the-measure' | 'after-the-measure' | 'named-already' | 'themselves';

export function namingFault(role: Role, given: { readonly person: string; readonly from: Day; readonly until: Day | null; readonly by: string; readonly today: Day }, listed: readonly Named[]): NamingFault | null {
  const { person, from, until, by, today } = given;
  if (!mayBeNamed(role, today)) return 'not-now';
  if (person === by) return 'themselves';
  const { measure } = role;
  if (measure?.from !== undefined && measure.from !== null && from < measure.from) return 'before-the-measure';
  if (measure?.until !== undefined && measure.until !== null && (from > measure.until || (until !== null && until > measure.until))) return 'after-the-measure';
  const overlaps = (one: Named): boolean => { const last = lastDayOf(one, role); return one.endedAt === null && (last === null || from <= last) && (until === null || one.from <= until); };
  return listed.some(one => one.person === person && overlaps(one)) ? 'named-already' : null;
}
