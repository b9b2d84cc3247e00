/**
 * Where a rule says what, as one plain condition: for other engines, and for people who check ours against them.
 */
import { isMeasured, measure, prepare, tableFor } from './decide/index.ts';
import type { ActRule, ActTable } from './decide/index.ts';
import type { ClauseId, Day, Fact, OfficeGroups, Operator, Rulebook, Test, Whom } from './words.ts';

export const LEVELS = ['no', 'ask', 'tell', 'yes'] as const;
export type Level = (typeof LEVELS)[number];

/** A condition in two-valued logic: every fact it tests must be known. */
export type Condition =
  | { readonly all: readonly Condition[] }
  | { readonly any: readonly Condition[] }
  | { readonly not: Condition }
  /** The asker is of this kind or holds this office. */
  | { readonly who: string }
  /** The fact holds one of these values; what is part of a named value is written out. */
  | { readonly fact: Fact; readonly among: readonly string[] }
  /** The measured fact compares so with a number (spans in minutes, days as YYYYMMDD). */
  | { readonly fact: Fact; readonly operator: Operator; readonly number: number }
  /** One of these offices has given a live permission that covers the situation. */
  | { readonly granted: readonly string[] }
  | { readonly notBefore: Day }
  | { readonly notAfter: Day }
  /** The question says that this temporary measure is on. */
  | { readonly period: string };

/** What a rule says of its act, and where. */
export interface Statement {
  /** Unique: the clause, the act, the level, and a number where a clause says it in several ways. */
  readonly id: string;
  readonly act: string;
  readonly level: Level;
  readonly clause: ClauseId;
  readonly holds: Condition;
}

/**
 * Everything a rulebook says, rule by rule; `over` has become "unless". The strictest level with a statement that
 * holds is the answer: no, ask, tell, yes; none is silence. Advice is left out, for it decides nothing.
 */
export function statementsOf(rulebook: Rulebook): readonly Statement[] {
  const prepared = prepare(rulebook);
  const acts = new Set([...rulebook.rulesByAct.keys(), ...rulebook.broken.map((one) => one.act)]);
  const taken = new Map<string, number>();
  return [...acts].flatMap((act) => {
    const table = tableFor(prepared, act);
    return table.rules.filter((one) => !one.rule.advice).flatMap((one) => levelsOf(one).map((level): Statement => {
      const name = `${one.rule.clauseId}/${act}:${level}`;
      const count = (taken.get(name) ?? 0) + 1;
      taken.set(name, count);
      return { id: count === 1 ? name : `${name}/${count}`, act, level, clause: one.rule.clauseId, holds: holds(table, one, level) };
    }));
  });
}

function levelsOf(one: ActRule): readonly Level[] {
  switch (one.part) {
    case 'forbid': return one.unless.length > 0 ? ['no', 'yes'] : ['no'];
    case 'ask': return one.broken || (one.rule.absolute && one.unless.length === 0) ? ['ask'] : ['ask', 'yes'];
    case 'allow': return ['yes'];
    case 'tell': return ['tell'];
    case 'duty': return one.demand.length > 0 ? ['no'] : [];
  }
}

/** Whom the rule binds, when it is in force, its "when", what sets it aside, and what makes it speak at this level. */
function holds(table: ActTable, one: ActRule, level: Level): Condition {
  const aside = one.asideBy.map((at): Condition => ({ not: { all: applies(table, table.rules[at]!) } }));
  return { all: [...applies(table, one), ...aside, ...speaks(table, one, level)] };
}

function applies(table: ActTable, one: ActRule): readonly Condition[] {
  const { rule } = one;
  const holders: Condition[] = rule.verb === 'may' && rule.offices.length > 0 ? [{ any: rule.offices.flat().map((who) => ({ who })) }] : [];
  return [...bound(rule.binds), ...holders, ...inForce(one), ...one.when.map((number) => tested(table, number))];
}

function bound({ kinds, except }: Whom): readonly Condition[] {
  return [...(kinds.length > 0 ? [{ any: kinds.map((who) => ({ who })) }] : []), ...except.map((who) => ({ not: { who } }))];
}

function inForce({ rule }: ActRule): readonly Condition[] {
  const days: Condition[] = [...(rule.from ? [{ notBefore: rule.from }] : []), ...(rule.until ? [{ notAfter: rule.until }] : [])];
  if (rule.period === undefined) return days;
  const period = { period: rule.period };
  return [days.length > 0 ? { any: [period, { all: days }] } : period];
}

function speaks(table: ActTable, one: ActRule, level: Level): readonly Condition[] {
  const excepted: Condition[] = one.unless.map((way) => ({ all: way.map((number) => tested(table, number)) }));
  const granted: Condition[] = one.broken || one.rule.absolute ? [] : [{ all: grantedBy(one.offices) }];
  const ways = one.part === 'ask' ? [...excepted, ...granted] : excepted;
  if (level === 'yes' && one.part !== 'allow') return [{ any: ways }];
  const not = ways.map((way): Condition => ({ not: way }));
  return one.part === 'duty' ? [...not, { not: { all: one.demand.map((number) => tested(table, number)) } }] : not;
}

function grantedBy(groups: OfficeGroups): readonly Condition[] {
  return groups.map((group) => ({ granted: group }));
}

function tested(table: ActTable, number: number): Condition {
  const { fact, start, tests } = table.factOfTest[number]!;
  const test = tests[number - start]!;
  if (isMeasured(fact)) return measured(fact, test);
  const among = [...fact.values.values()].filter(({ value, within }) => test.values.some((wanted) => wanted === value || within.includes(wanted))).map((one) => one.value);
  return test.operator === '!=' ? { not: { fact, among } } : { fact, among };
}

function measured(fact: Fact, { operator, values }: Test): Condition {
  const ways = values.map((value): Condition => ({ fact, operator, number: plainNumber(fact, value) }));
  return operator === '!=' ? { all: ways } : { any: ways };
}

/** A measured value as a whole number: a count, a span in minutes (-1 where it cannot be measured), a day as YYYYMMDD. */
export function plainNumber(fact: Fact, value: string): number {
  const length = measure(fact, value);
  if (Number.isNaN(length)) return -1;
  return Math.min(fact.type === 'span' ? Math.round(length * 1440) : length, Number.MAX_SAFE_INTEGER);
}
