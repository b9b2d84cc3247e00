/**
 * From what each rule says to what the clauses together answer.
 */
import type { Verdict } from '../words.ts';
import { evaluate } from './evaluate.ts';
import type { Ruling, Scene, Voice } from './evaluate.ts';
import { NO, UNKNOWN, YES } from './logic.ts';
import type { Truth } from './logic.ts';
import { completions } from './situations.ts';
import type { Scenario } from './situations.ts';
import type { ActFact, ActRule } from './tables.ts';
import { AT_FIRST, BEFORE_A_YES } from './values.ts';
import type { Reading } from './values.ts';

export interface Outcome {
  readonly says: Verdict;
  /** Rules that made the verdict; for "depends", those that are undecided. */
  readonly cited: ReadonlySet<ActRule>;
  readonly voices: readonly Voice[];
  /** Names of the facts that some test leaves open. */
  readonly open: ReadonlySet<string>;
}

type Setting = Omit<Scene, 'truths'>;

/** What the rules say in one situation. */
export function outcomeOf(setting: Setting, scenario: Scenario): Outcome {
  const first = rule(setting, scenario.readings);
  if (first.says !== 'depends' || scenario.open.length === 0) return settled(setting, first);
  const undecided = first.voices.filter((voice) => voice.live === UNKNOWN || says(voice, UNKNOWN));
  const facts = factsOf(undecided, setting).filter((one) => scenario.open.includes(one));
  return agreeing(setting, completions(scenario, facts)) ?? settled(setting, first);
}

function settled({ table }: Setting, ruling: Ruling): Outcome {
  const open = ruling.says === 'depends' ? table.facts.filter((one) => one.tests.some((_, at) => ruling.truths[one.start + at] === UNKNOWN)) : [];
  return { says: ruling.says, voices: ruling.voices, cited: citedIn(ruling), open: new Set(open.map((one) => one.fact.name)) };
}

/** A value broader than the one tested does not meet the test; but no yes may rest on that. */
function rule(setting: Setting, readings: readonly Reading[]): Ruling {
  const first = evaluate({ ...setting, truths: readings.map((reading) => AT_FIRST[reading]!) });
  if (first.says !== 'yes' || !readings.some((reading) => reading > UNKNOWN)) return first;
  return evaluate({ ...setting, truths: readings.map((reading) => BEFORE_A_YES[reading]!) });
}

/** The one verdict that the rules give however the unknown facts turn out, if there is one. */
function agreeing(setting: Setting, ways: readonly (readonly Reading[])[] | undefined): Outcome | undefined {
  if (!ways || ways.length === 0) return undefined;
  const cited = new Set<ActRule>();
  let first: Ruling | undefined;
  for (const readings of ways) {
    const ruling = rule(setting, readings);
    first ??= ruling;
    if (ruling.says === 'depends' || ruling.says !== first.says) return undefined;
    for (const one of citedIn(ruling)) cited.add(one);
  }
  return { says: first!.says, cited, voices: first!.voices, open: NOTHING };
}

const LEVELS = ['no', 'ask', 'tell', 'yes'] as const;

function says(voice: Voice, truth: Truth): boolean {
  return LEVELS.some((level) => voice[level] === truth);
}

function citedIn({ says: verdict, voices }: Ruling): ReadonlySet<ActRule> {
  if (verdict === 'silent') return NOBODY;
  if (verdict !== 'depends') return new Set(voices.filter((voice) => voice[verdict] === YES).map((voice) => voice.one));
  return new Set(openVoices(voices).map((voice) => voice.one));
}
const NOBODY: ReadonlySet<ActRule> = new Set();
const NOTHING: ReadonlySet<string> = new Set();

/** The undecided rules that could still make the answer stricter than what is certain, or make one at all. */
export function openVoices(voices: readonly Voice[]): readonly Voice[] {
  const deciding = voices.filter((voice) => voice.live !== NO && !voice.one.rule.advice);
  const certain = LEVELS.findIndex((level) => deciding.some((voice) => voice[level] === YES));
  const open = certain < 0 ? LEVELS : LEVELS.slice(0, certain);
  return deciding.filter((voice) => open.some((level) => voice[level] === UNKNOWN));
}

/** The facts that rules test, with those of the rules that may set them aside. */
function factsOf(voices: readonly Voice[], { table }: Setting): readonly ActFact[] {
  const used = new Set<ActFact>();
  for (const { one } of voices) for (const test of testsOf(one, table.rules)) used.add(table.factOfTest[test]!);
  return [...used];
}

/** The numbers of every test that bears on a rule. */
export function testsOf(one: ActRule, rules: readonly ActRule[]): readonly number[] {
  return [...one.when, ...one.unless.flat(), ...one.demand, ...one.asideBy.flatMap((other) => rules[other]!.when)];
}

/** Strictness between the situations that a list of values may mean. Silence is stricter than a yes: it is never a yes. */
const STRICTEST: readonly Verdict[] = ['no', 'depends', 'ask', 'silent', 'tell', 'yes'];

/** The strictest of several outcomes; those that share its verdict are cited together. */
export function strictest(outcomes: readonly Outcome[]): Outcome {
  if (outcomes.length === 1) return outcomes[0]!;
  const verdict = STRICTEST.find((one) => outcomes.some((outcome) => outcome.says === one))!;
  const mine = outcomes.filter((outcome) => outcome.says === verdict);
  return { says: verdict, cited: new Set(mine.flatMap((outcome) => [...outcome.cited])), voices: mine.flatMap((outcome) => outcome.voices), open: new Set(mine.flatMap((outcome) => [...outcome.open])) };
}
