/**
 * Rules that can never apply, and acts that nobody may ever do.
 */
import { NO, YES, evaluate, everyWay, isBound, readAsker, standardReading, testsOf } from '../decide/index.ts';
import type { ActFact, ActRule, ActTable, Asker, Truth } from '../decide/index.ts';
import type { BoundRule, ClauseId, Rulebook } from '../words.ts';
import { inForceOn, latestStart } from './days.ts';

export interface IdleRule {
  readonly clause: ClauseId;
  readonly rule: BoundRule;
  readonly why: 'binds-nobody' | 'conditions-exclude-each-other' | 'always-set-aside';
}

export interface ForbiddenAct {
  readonly act: string;
  /** The clauses that forbid it. */
  readonly because: readonly ClauseId[];
  /** Clauses that would allow it, in vain. */
  readonly inVain: readonly ClauseId[];
}

type Askers = readonly (readonly [string, Asker])[];

/** More situations than this are not gone through; the rule then counts as one that can apply. */
const MOST = 4096;

/** Everybody a rule can speak to, kinds first. */
export function everybody(rulebook: Rulebook): Askers {
  const { kinds, offices } = rulebook.vocabulary;
  return [...new Set([...kinds.keys(), ...offices.keys()])].map((name) => [name, readAsker(rulebook, name)] as const);
}

/** Rules that no situation ever brings into play. */
export function idleRules(tables: readonly ActTable[], askers: Askers): readonly IdleRule[] {
  return tables.flatMap((table) => table.rules.flatMap((one) => {
    const why = one.broken ? undefined : whyIdle(table, one, askers);
    return why ? [{ clause: one.rule.clauseId, rule: one.rule, why }] : [];
  }));
}

function whyIdle(table: ActTable, one: ActRule, askers: Askers): IdleRule['why'] | undefined {
  const { rule } = one;
  const bound = askers.filter(([, asker]) => isBound(asker, rule.binds));
  if (bound.length === 0) return 'binds-nobody';
  const applies = (speaking: readonly ActRule[]) => some(table, testsOf(one, table.rules), (truths) => (
    evaluate({ table, speaking, truths, permitted: () => NO }).voices.some((voice) => voice.one === one && voice.live === YES)));
  if (!applies([one])) return 'conditions-exclude-each-other';
  if (one.asideBy.length === 0) return undefined;
  const day = latestStart([rule]);
  const parties = new Map(bound.map(([, asker]) => {
    const setters = one.asideBy.map((at) => table.rules[at]!).filter((other) => isBound(asker, other.rule.binds) && inForceOn(other.rule, day));
    return [setters.map((other) => other.index).join(' '), [one, ...setters]] as const;
  }));
  return [...parties.values()].some(applies) ? undefined : 'always-set-aside';
}

/** Acts to which every answer is "no", for everybody whom their rules bind. */
export function forbiddenActs(tables: readonly ActTable[], askers: Askers): readonly ForbiddenAct[] {
  return tables.flatMap((table) => {
    const deciding = table.rules.filter((one) => !one.rule.advice && one.part !== 'duty');
    const forbidding = deciding.filter((one) => one.part === 'forbid');
    if (forbidding.length === 0) return [];
    const parties = new Map(askers.map(([, asker]) => {
      const speaking = deciding.filter((one) => isBound(asker, one.rule.binds) && inForceOn(one.rule, ''));
      return [speaking.map((one) => one.index).join(' '), speaking] as const;
    }));
    const isOpen = [...parties.values()].filter((speaking) => speaking.length > 0).some((speaking) => isEverOpen(table, speaking));
    if (isOpen) return [];
    const names = (rules: readonly ActRule[]) => [...new Set(rules.map((one) => one.rule.clauseId))];
    return [{ act: table.act, because: names(forbidding), inVain: names(deciding.filter((one) => one.part !== 'forbid')) }];
  });
}

function isEverOpen(table: ActTable, speaking: readonly ActRule[]): boolean {
  // A ban without conditions closes the matter at once.
  if (speaking.some((one) => one.part === 'forbid' && one.when.length === 0 && one.unless.length === 0 && one.asideBy.length === 0)) return false;
  return some(table, speaking.flatMap((one) => [...testsOf(one, table.rules)]), (truths) => {
    return evaluate({ table, speaking, truths, permitted: () => YES }).says !== 'no';
  });
}

/** Whether some way the tested facts may turn out does it. */
function some(table: ActTable, tests: readonly number[], does: (truths: readonly Truth[]) => boolean): boolean {
  const facts = [...new Set(tests.map((test) => table.factOfTest[test]!))];
  const ways = facts.map((fact) => [fact, everyWay(fact)] as const).filter(([, options]) => options.length > 0);
  if (ways.reduce((all, [, options]) => all * options.length, 1) > MOST) return true;
  const truths = table.facts.flatMap((one) => [...standardReading(one)]);
  return tryWays(ways, truths, 0, does);
}

function tryWays(ways: readonly (readonly [ActFact, ReturnType<typeof everyWay>])[], truths: Truth[], at: number, does: (truths: readonly Truth[]) => boolean): boolean {
  const way = ways[at];
  if (!way) return does(truths);
  const [fact, options] = way;
  return options.some((option) => {
    const next = [...truths];
    option.truths.forEach((truth, test) => (next[fact.start + test] = truth));
    return tryWays(ways, next, at + 1, does);
  });
}
