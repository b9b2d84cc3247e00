/**
 * Clauses that contradict each other, each pair with the smallest situation in which they do.
 */
import { UNKNOWN, YES, evaluate, everyWay, isBound, readAsker, standardReading, testsOf } from '../decide/index.ts';
import type { ActFact, ActRule, ActTable, Asker, Truth } from '../decide/index.ts';
import type { ClauseId, Rulebook } from '../words.ts';
import { inForceOn, latestStart } from './days.ts';

/** `yes-no`: a "may" against a "never". `yes-ask`: a "may" against an "ask". `two-approvers`: two "ask" with nobody in common. */
export type ClashSort = 'yes-no' | 'yes-ask' | 'two-approvers';

export interface Clash {
  readonly sort: ClashSort;
  /** In the order of the rulebook. */
  readonly clauses: readonly [ClauseId, ClauseId];
  readonly act: string;
  /** The first kind of person, in vocabulary order, whom both bind. */
  readonly who: string;
  /** The fewest facts, first in vocabulary order, that make both speak. */
  readonly facts: Readonly<Record<string, string>>;
}

/** Every pair of clauses that contradict each other, once, in the order of the rulebook. */
export function clashesOf(rulebook: Rulebook, tables: readonly ActTable[]): readonly Clash[] {
  const askers = [...rulebook.vocabulary.kinds.keys()].map((kind) => [kind, readAsker(rulebook, kind)] as const);
  const found = new Map<string, Clash>();
  for (const table of tables) {
    const rules = table.rules.filter((one) => !one.rule.advice && !one.broken);
    for (const [at, one] of rules.entries()) {
      for (const other of rules.slice(at + 1)) {
        const sort = one.rule.clauseId === other.rule.clauseId ? undefined : sortOf(rulebook, one, other);
        const clash = sort && clashIn(table, askers, { sort, one, other });
        const key = clash && [clash.clauses.join(' '), clash.act].join(' ');
        if (clash && key && !isSmaller(found.get(key), clash)) found.set(key, clash);
      }
    }
  }
  return [...found.values()];
}

function isSmaller(known: Clash | undefined, other: Clash): boolean {
  return known !== undefined && Object.keys(known.facts).length <= Object.keys(other.facts).length;
}

function sortOf({ pack }: Rulebook, one: ActRule, other: ActRule): ClashSort | undefined {
  const [first, second] = one.part === 'allow' ? [one, other] : [other, one];
  if (first.part === 'allow') {
    // An absolute ban says itself that it wins, and a school may be stricter than its trust.
    if (second.rule.absolute || (second.rule.pack === pack && first.rule.pack !== pack)) return undefined;
    return second.part === 'forbid' ? 'yes-no' : second.part === 'ask' ? 'yes-ask' : undefined;
  }
  const shared = one.part === 'ask' && other.part === 'ask' && one.offices.flat().some((office) => other.offices.flat().includes(office));
  return one.part === 'ask' && other.part === 'ask' && !shared ? 'two-approvers' : undefined;
}

interface Pair { readonly sort: ClashSort; readonly one: ActRule; readonly other: ActRule }

function clashIn(table: ActTable, askers: readonly (readonly [string, Asker])[], pair: Pair): Clash | undefined {
  const involved = [pair.one, pair.other, ...[...pair.one.asideBy, ...pair.other.asideBy].map((at) => table.rules[at]!)];
  const tried = new Set<string>();
  for (const [who, asker] of askers) {
    if (!isBound(asker, pair.one.rule.binds) || !isBound(asker, pair.other.rule.binds)) continue;
    const day = latestStart([pair.one.rule, pair.other.rule]);
    const speaking = [...new Set(involved)].filter((one) => isBound(asker, one.rule.binds) && inForceOn(one.rule, day));
    const key = speaking.map((one) => one.index).join(' ');
    if (tried.has(key)) continue;
    tried.add(key);
    const facts = smallest(table, pair, speaking);
    if (facts) return { sort: pair.sort, clauses: [pair.one.rule.clauseId, pair.other.rule.clauseId], act: table.act, who, facts };
  }
  return undefined;
}

interface Option { readonly value: string; readonly truths: readonly Truth[] }
interface Choice { readonly one: ActFact; readonly options: readonly Option[]; readonly required: boolean }

/** The fewest facts that make both rules speak, or undefined where they never do together. */
function smallest(table: ActTable, pair: Pair, speaking: readonly ActRule[]): Record<string, string> | undefined {
  if (!speaking.includes(pair.one) || !speaking.includes(pair.other)) return undefined;
  const truths = table.facts.flatMap((one) => [...standardReading(one)]);
  const choices = choicesOf(table, pair, truths);
  if (!choices) return undefined;
  const optional = choices.filter((choice) => !choice.required);
  for (let extra = 0; extra <= Math.min(optional.length, 3); extra += 1) {
    for (const more of subsets(optional, extra)) {
      const chosen = choices.filter((choice) => choice.required || more.includes(choice));
      const facts = firstThatClashes({ table, pair, speaking, chosen }, [...truths], {}, 0);
      if (facts) return facts;
    }
  }
  return undefined;
}

/** The facts that bear on the pair with the values worth trying; undefined where the conditions exclude each other. */
function choicesOf(table: ActTable, { one, other }: Pair, truths: readonly Truth[]): readonly Choice[] | undefined {
  const needed = new Set([...one.when, ...other.when]);
  const facts = new Set([...testsOf(one, table.rules), ...testsOf(other, table.rules)].map((test) => table.factOfTest[test]!));
  const choices: Choice[] = [];
  for (const fact of table.facts.filter((known) => facts.has(known))) {
    const own = fact.tests.map((_, at) => fact.start + at).filter((test) => needed.has(test));
    const options = everyWay(fact).filter((option) => own.every((test) => option.truths[test - fact.start] === YES));
    const required = own.some((test) => truths[test] !== YES);
    if (required && options.length === 0) return undefined;
    choices.push({ one: fact, options, required });
  }
  return choices;
}

function* subsets(choices: readonly Choice[], size: number, from = 0): Generator<readonly Choice[]> {
  if (size === 0) yield [];
  else for (let at = from; at <= choices.length - size; at += 1) for (const rest of subsets(choices, size - 1, at + 1)) yield [choices[at]!, ...rest];
}

interface Search { readonly table: ActTable; readonly pair: Pair; readonly speaking: readonly ActRule[]; readonly chosen: readonly Choice[] }

function firstThatClashes(search: Search, truths: Truth[], facts: Readonly<Record<string, string>>, at: number): Record<string, string> | undefined {
  const choice = search.chosen[at];
  if (!choice) return bothSpeak(search, truths) ? { ...facts } : undefined;
  for (const { value, truths: mine } of choice.options) {
    const next = [...truths];
    mine.forEach((truth, test) => (next[choice.one.start + test] = truth));
    const found = firstThatClashes(search, next, { ...facts, [choice.one.fact.name]: value }, at + 1);
    if (found) return found;
  }
  return undefined;
}

function bothSpeak({ table, pair, speaking }: Search, truths: readonly Truth[]): boolean {
  const { voices } = evaluate({ table, speaking, truths, permitted: () => 0 });
  const decided = (one: ActRule) => voices.some((voice) => voice.one === one && voice.live !== UNKNOWN && (one.part === 'allow' ? voice.yes : one.part === 'ask' ? voice.ask : voice.no) === YES);
  return decided(pair.one) && decided(pair.other);
}
