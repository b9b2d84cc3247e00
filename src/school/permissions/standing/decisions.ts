/** What a group may be given, and what speaks against it. Pure. */
import { addDays, type Day } from '../../../platform/days.ts';
import type { BoundRule, Rulebook, Vocabulary } from '../../../rulebook/index.ts';
import { weighRequest } from '../ask/asking.ts';
import { untilOf } from '../decisions.ts';
import type { Seat, Situation } from '../words.ts';

/** A rule under which somebody may grant for a group. */
export interface Grantable {
  readonly rule: BoundRule;
  /** For each group of offices of the rule, the one for which this person speaks. */
  readonly offices: readonly string[];
}

/** Offices that are one person's in one matter: nobody holds them for a group. */
const PERSONAL: readonly string[] = ['file-owner', 'teacher', 'trip-leader', 'pictured-person', 'parent'];

const inForce = (rule: BoundRule, on: Day): boolean => (rule.from === undefined || rule.from <= on) && (rule.until === undefined || on <= rule.until) && (rule.period === undefined || rule.from !== undefined);

/** The rules in force that let somebody ask, and name offices that the school holds for everybody. */
export const grantableRules = (rulebook: Pick<Rulebook, 'rules'>, on: Day): BoundRule[] =>
  rulebook.rules.filter(rule => rule.verb === 'ask' && !rule.advice && inForce(rule, on) && rule.offices.length > 0 && !rule.offices.flat().every(office => PERSONAL.includes(office)));

/** The offices for which one person may speak under a rule; null where the rule needs somebody else's yes as well. `alike` as `alikeIn` gives it. */
export function speaksFor(seats: readonly (readonly Seat[])[], alike: readonly number[], person: string): string[] | null {
  const mine = seats.map(group => group.find(seat => seat.person === person)?.office);
  return mine.length > 0 && new Set(alike).size === 1 && mine.every(office => office !== undefined) ? mine : null;
}

/** The situation of which a rule speaks: each fact with the values it names. What is said otherwise than by "is" stays open. */
export const situationOf = (rule: Pick<BoundRule, 'when'>): Situation =>
  Object.fromEntries(rule.when.filter(test => test.operator === '=' && test.fact !== 'grant-held').map(test => [test.fact, test.values.length === 1 ? test.values[0]! : [...test.values]]));

/** The kinds that a group under a rule may be made of: those it binds, and what lies within them. */
export function groupsOf(rule: Pick<BoundRule, 'binds'>, { kinds }: Pick<Vocabulary, 'kinds'>): string[] {
  const bound = rule.binds.kinds;
  return [...kinds.values()].filter(kind => (bound.length === 0 || bound.includes(kind.name) || kind.within.some(wide => bound.includes(wide))) && !rule.binds.except.includes(kind.name)).map(kind => kind.name);
}

/** The last day that a yes from a day on may have: what the rule says, else the longest that the school gives. */
export const lastDayOf = (rule: Pick<BoundRule, 'attributes'>, from: Day, longestDays: number): Day => {
  const longest = addDays(from, longestDays - 1);
  const said = untilOf(rule, from);
  return said !== null && said < longest ? said : longest;
};

/** The clauses that forbid it to a kind even with a yes; empty where nothing does. */
export function forbids(rulebook: Rulebook, of: { readonly who: readonly string[]; readonly act: string; readonly facts: Situation; readonly on: Day }): readonly string[] {
  const weighed = weighRequest(rulebook, of);
  return weighed.kind === 'no' ? weighed.because : [];
}
