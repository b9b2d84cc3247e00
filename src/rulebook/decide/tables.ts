/**
 * The rules of one act, prepared for deciding: every test has a number, every value of a fact a row of readings.
 */
import type { BoundRule, ClauseId, Fact, OfficeGroups, Rulebook, Test, Vocabulary } from '../words.ts';
import { UNKNOWN } from './logic.ts';
import type { Truth } from './logic.ts';
import { AT_FIRST, everyValue, isReadable, readTest } from './values.ts';
import type { Reading } from './values.ts';

/** A fact as the rules of one act test it. Its tests stand side by side from `start`. */
export interface ActFact {
  readonly fact: Fact;
  readonly start: number;
  readonly tests: readonly Test[];
  /** Readings of the tests for a value; filled as values are met. */
  readonly readings: Map<string, readonly Reading[]>;
}

/** How a rule takes part in deciding. */
export type Part = 'forbid' | 'ask' | 'allow' | 'tell' | 'duty';

export interface ActRule {
  readonly rule: BoundRule;
  readonly index: number;
  readonly part: Part;
  /** Numbers of tests; all must hold. */
  readonly when: readonly number[];
  /** Alternatives, each a list of tests that must all hold. No alternative: there is no "unless". */
  readonly unless: readonly (readonly number[])[];
  /** A duty's own demand (`needs="encrypted=yes"`): known to be broken, it is a "no". */
  readonly demand: readonly number[];
  readonly offices: OfficeGroups;
  /** Rules that set this one aside where their own `who` and `when` hold. */
  readonly asideBy: readonly number[];
  /** It cannot be evaluated: it counts as an open "ask", and `offices` are told. */
  readonly broken: boolean;
  readonly dated: boolean;
}

export interface ActTable {
  readonly act: string;
  readonly vocabulary: Vocabulary;
  readonly rules: readonly ActRule[];
  readonly facts: readonly ActFact[];
  readonly factByName: ReadonlyMap<string, ActFact>;
  /** The fact of each test. */
  readonly factOfTest: readonly ActFact[];
  readonly dated: boolean;
}

const PARTS: Readonly<Partial<Record<string, Part>>> = { never: 'forbid', consent: 'forbid', ask: 'ask', may: 'allow', tell: 'tell', must: 'duty' };

/** Prepares the rules that speak of one act. */
export function tableOf(rulebook: Rulebook, act: string): ActTable {
  const speaking = (rulebook.rulesByAct.get(act) ?? []).filter((rule) => PARTS[rule.verb] !== undefined);
  const unreadable = rulebook.broken.filter((one) => one.act === act);
  const drafts = speaking.toSorted((one, other) => one.order - other.order).map((rule) => draft(rulebook, rule));
  const numbering = numberTests(rulebook.vocabulary, drafts.filter((one) => !one.broken).flatMap((one) => [...one.when, ...one.unless.flat(), ...one.demand]));
  const numbers = (tests: readonly Test[]) => tests.map((test) => numbering.numberOf.get(keyOf(test))!);
  const rules: ActRule[] = drafts.map((one, index): ActRule => ({
    rule: one.rule, index, part: one.part, broken: one.broken, offices: one.offices,
    when: one.broken ? [] : numbers(one.when),
    unless: one.broken ? [] : one.unless.map(numbers),
    demand: one.broken ? [] : numbers(one.demand),
    asideBy: one.rule.absolute ? [] : drafts.flatMap((other, at) => (setsAside(other.rule, one.rule) ? [at] : [])),
    dated: one.rule.from !== undefined || one.rule.until !== undefined || one.rule.period !== undefined,
  }));
  for (const one of unreadable) rules.push(brokenRule(rulebook, one.clauseId, act, rules.length));
  return { act, vocabulary: rulebook.vocabulary, rules, ...numbering, dated: rules.some((one) => one.dated) };
}

interface Draft { rule: BoundRule; part: Part; when: readonly Test[]; unless: readonly (readonly Test[])[]; demand: readonly Test[]; offices: OfficeGroups; broken: boolean }

function draft(rulebook: Rulebook, rule: BoundRule): Draft {
  const { facts } = rulebook.vocabulary;
  // Inside a temporary measure `period=covid` is met on the measure's days: being in force says it already.
  const when = rule.when.filter((test) => !(test.fact === 'period' && test.operator === '=' && rule.period !== undefined && test.values.includes(rule.period)));
  const unless = rule.absolute ? [] : [...(rule.unless.length > 0 ? [rule.unless] : []), ...(rule.verb === 'consent' ? [consentTests(rule)] : [])];
  const demand = rule.verb === 'must' ? demandOf(rule) : [];
  const readable = [...when, ...unless.flat()].every((test) => isReadable(facts.get(test.fact), test));
  const broken = !readable;
  const owner: OfficeGroups = [[ownerOf(rulebook, rule.clauseId)]];
  const offices = broken || (rule.verb === 'ask' && rule.offices.length === 0) ? owner : rule.offices;
  return { rule, part: broken ? 'ask' : PARTS[rule.verb]!, when, unless, offices, broken,
    demand: demand.every((test) => isReadable(facts.get(test.fact), test)) ? demand : [] };
}

/** Who answers for a clause that cannot be read or that says nothing of a case: the owner of its policy, else the head. */
export function ownerOf(rulebook: Rulebook, clause: ClauseId): string {
  return rulebook.clauses.get(clause)?.policy.front.owner ?? 'head';
}

function setsAside(one: BoundRule, other: BoundRule): boolean {
  // Advice sets nothing aside, and no school sets aside a clause of its trust.
  return !one.advice && one.pack === other.pack && one.sets.includes(other.clauseId);
}

/** `consent{from=parent+pictured-person}`: a test for each group; several consents may hold at once. */
function consentTests(rule: BoundRule): readonly Test[] {
  const value = (office: string) => (office === 'everyone' ? 'everyone-recorded' : office);
  return rule.offices.map((group) => ({ fact: 'consent', operator: '=', values: group.map(value), at: rule.at }));
}

const DEMAND = /^\s*([a-z-]+)\s*(<=|>=|!=|=|<|>)\s*([^<>=!]+)$/;
/** A duty whose `needs` is written as tests demands them; any other `needs` is evidence in words. */
function demandOf(rule: BoundRule): readonly Test[] {
  const parts = (rule.attributes['needs'] ?? '').split(';').map((part) => DEMAND.exec(part));
  return parts.every((part) => part !== null)
    ? parts.map((part) => ({ fact: part[1]!, operator: part[2] as Test['operator'], values: part[3]!.split('|').map((value) => value.trim()), at: rule.at }))
    : [];
}

function keyOf(test: Test): string {
  return `${test.fact}${test.operator}${test.values.join('|')}`;
}

function numberTests(vocabulary: Vocabulary, tests: readonly Test[]) {
  const byFact = new Map<string, Map<string, Test>>();
  for (const test of tests) {
    const known = byFact.get(test.fact) ?? new Map<string, Test>();
    byFact.set(test.fact, known.set(keyOf(test), test));
  }
  // Facts in vocabulary order, so that questions come back in a settled order.
  const facts: ActFact[] = [];
  const numberOf = new Map<string, number>();
  for (const fact of vocabulary.facts.values()) {
    const known = byFact.get(fact.name);
    if (!known) continue;
    facts.push({ fact, start: numberOf.size, tests: [...known.values()], readings: new Map() });
    for (const key of known.keys()) numberOf.set(key, numberOf.size);
  }
  const factOfTest = facts.flatMap((one) => one.tests.map(() => one));
  return { facts, numberOf, factOfTest, factByName: new Map(facts.map((one) => [one.fact.name, one])) };
}

function brokenRule(rulebook: Rulebook, clauseId: ClauseId, act: string, index: number): ActRule {
  const clause = rulebook.clauses.get(clauseId);
  const offices: OfficeGroups = [[ownerOf(rulebook, clauseId)]];
  const [pack, policy] = clauseId.split(/[/#]/) as [string, string];
  const everybody = { kinds: [], except: [] };
  const rule: BoundRule = { verb: 'ask', subject: act, who: everybody, when: [], unless: [], offices, over: [], absolute: false, advice: false,
    attributes: {}, at: clause?.at ?? { file: '', line: 1, column: 1 }, clauseId, pack, policy, order: Number.MAX_SAFE_INTEGER, sets: [],
    binds: { kinds: clause?.policy.front.binds ?? [], except: [] } };
  return { rule, index, part: 'ask', when: [], unless: [], demand: [], offices, asideBy: [], broken: true, dated: false };
}

/** What the values of a fact say about its tests. Kept, for the same values come again and again. */
export function readingsOf(one: ActFact, values: readonly string[]): readonly Reading[] {
  const key = values.length === 1 ? values[0]! : values.join('\n');
  const known = one.readings.get(key);
  if (known) return known;
  const readings = one.tests.map((test) => readTest(one.fact, test, values));
  if (one.readings.size < 500) one.readings.set(key, readings);
  return readings;
}

/** Every way an unknown fact can turn out, told apart by what it says about the tests; none where it cannot be listed. */
export function everyReading(one: ActFact): readonly (readonly Reading[])[] {
  const singles = everyValue(one.fact, one.tests).map((value) => [value]);
  // A fact that holds several values at once can also hold any two of them; more add no new reading to pairs of tests.
  const sets = one.fact.several && singles.length < 40 ? [...singles, ...singles.flatMap(([first], at) => singles.slice(at + 1).map(([second]) => [first!, second!]))] : singles;
  const distinct = new Map<string, readonly Reading[]>();
  for (const values of sets) {
    const readings = one.tests.map((test) => readTest(one.fact, test, values));
    distinct.set(readings.join(''), readings);
  }
  return [...distinct.values()];
}

/** A value of a fact and what it says about the act's tests; the first value of each sort, in vocabulary order. */
export interface Way { readonly value: string; readonly truths: readonly Truth[] }

/** Every way a fact can turn out, with a value for each. */
export function everyWay(one: ActFact): readonly Way[] {
  const distinct = new Map<string, Way>();
  for (const value of everyValue(one.fact, one.tests)) {
    const truths = readingsOf(one, [value]).map((reading) => AT_FIRST[reading]!);
    if (!distinct.has(truths.join(''))) distinct.set(truths.join(''), { value, truths });
  }
  return [...distinct.values()];
}

/** What is known of a fact's tests when nobody has said anything: its default, else nothing. */
export function standardReading(one: ActFact): readonly Truth[] {
  return one.fact.default === undefined ? one.tests.map(() => UNKNOWN) : readingsOf(one, [one.fact.default]).map((reading) => AT_FIRST[reading]!);
}
