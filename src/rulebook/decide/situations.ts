/**
 * The situations a question may mean: what is known of every fact, and every way the unknown ones can turn out.
 */
import type { Fact, Question } from '../words.ts';
import { UNKNOWN } from './logic.ts';
import type { Situation } from './permissions.ts';
import type { ActFact, ActTable } from './tables.ts';
import { everyReading, readingsOf } from './tables.ts';
import type { Reading } from './values.ts';

/** One situation: the raw values, and what they say about each test of the act. */
export interface Scenario {
  readonly values: Situation;
  readonly readings: readonly Reading[];
  /** Facts without a value that some rule of the act tests. */
  readonly open: readonly ActFact[];
}

/** More situations than this are not gone through one by one. */
const MOST = 1024;

/**
 * The situations of a question. There is one, unless a fact that holds one value is given as a list ("one of these"):
 * then one for each choice. With too many choices the longest lists count as unknown.
 */
export function scenariosOf(table: ActTable, question: Question, granted: (situation: Situation) => boolean): readonly Scenario[] {
  const choices = new Map<string, readonly (readonly string[])[]>();
  let count = 1;
  for (const [name, given] of Object.entries(question.facts ?? {})) {
    const fact = table.vocabulary.facts.get(name);
    const values = (typeof given === 'string' ? [given] : given).map((value) => tidy(fact, value));
    if (!fact || values.length === 0) continue;
    const ways = fact.several ? [values] : values.map((value) => [value]);
    if (count * ways.length > MOST) continue;
    count *= ways.length;
    choices.set(name, ways);
  }
  for (const { fact } of table.facts) if (fact.default !== undefined && !(fact.name in (question.facts ?? {}))) choices.set(fact.name, [[fact.default]]);
  const told = choices.has('grant-held');
  return combine([...choices]).map((values) => scenarioOf(table, !told && granted(values) ? new Map(values).set('grant-held', ['yes']) : values));
}

function tidy(fact: Fact | undefined, value: string): string {
  if (fact?.type !== 'yes/no') return value;
  return value === 'true' ? 'yes' : value === 'false' ? 'no' : value;
}

function combine(choices: readonly (readonly [string, readonly (readonly string[])[]])[]): readonly Situation[] {
  let situations: Map<string, readonly string[]>[] = [new Map()];
  for (const [name, ways] of choices) {
    if (ways.length === 1) for (const situation of situations) situation.set(name, ways[0]!);
    else situations = situations.flatMap((situation) => ways.map((way) => new Map(situation).set(name, way)));
  }
  return situations;
}

function scenarioOf(table: ActTable, values: Situation): Scenario {
  const readings: Reading[] = Array.from({ length: table.factOfTest.length }, () => UNKNOWN);
  const open: ActFact[] = [];
  for (const one of table.facts) {
    const given = values.get(one.fact.name);
    if (given) put(readings, one, readingsOf(one, given));
    else open.push(one);
  }
  return { values, readings, open };
}

function put(readings: Reading[], one: ActFact, mine: readonly Reading[]): void {
  for (let at = 0; at < mine.length; at += 1) readings[one.start + at] = mine[at]!;
}

/** Every way the facts named can turn out together; undefined where there are too many, or where they cannot be listed. */
export function completions(scenario: Scenario, facts: readonly ActFact[]): readonly (readonly Reading[])[] | undefined {
  let all: Reading[][] = [[...scenario.readings]];
  for (const one of facts) {
    const ways = everyReading(one);
    if (ways.length === 0 || all.length * ways.length > MOST) return undefined;
    all = all.flatMap((readings) => ways.map((way) => {
      const next = [...readings];
      put(next, one, way);
      return next;
    }));
  }
  return all;
}
