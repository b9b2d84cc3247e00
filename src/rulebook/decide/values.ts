/**
 * Values of facts: what a value says about a test.
 */
import type { Fact, Test } from '../words.ts';
import { NO, UNKNOWN, YES } from './logic.ts';
import type { Truth } from './logic.ts';

/**
 * What a known value says about a test. Besides no, yes and unknown there are two marks for a value that is broader
 * than the one tested ("in school" where the rule speaks of the classroom): it does not meet the test, but a yes may
 * not rest on that.
 */
export type Reading = Truth | typeof BROADER | typeof NOT_BROADER;
/** No at first, unknown once the answer would otherwise be yes. */
export const BROADER = 3;
/** Yes at first (a `!=` test), unknown once the answer would otherwise be yes. */
export const NOT_BROADER = 4;

/** Readings as truths where a broader value simply does not meet the test. */
export const AT_FIRST: readonly Truth[] = [NO, YES, UNKNOWN, NO, YES];
/** Readings as truths where the answer would otherwise be yes. */
export const BEFORE_A_YES: readonly Truth[] = [NO, YES, UNKNOWN, UNKNOWN, UNKNOWN];

const DAYS: Readonly<Record<string, number>> = {
  second: 1 / 86_400, minute: 1 / 1440, hour: 1 / 24, day: 1, night: 1, week: 7, month: 365.25 / 12, year: 365.25,
};

/** Spans that are words rather than lengths. */
const SPAN_WORDS: ReadonlySet<string> = new Set(['permanent', 'temporary', 'unstated']);

/** A number, a span in days or a date as YYYYMMDD; `permanent` is endless; NaN for what cannot be measured. */
export function measure(fact: Fact, value: string): number {
  if (fact.type === 'number') return value.trim() === '' ? Number.NaN : Number(value);
  if (fact.type === 'date') return measureDate(value);
  if (value === 'permanent') return Number.POSITIVE_INFINITY;
  const parts = /^\s*(\d+(?:\.\d+)?)\s*([a-z]+?)s?\s*$/.exec(value);
  return parts ? Number(parts[1]) * (DAYS[parts[2]!] ?? Number.NaN) : Number.NaN;
}

function measureDate(value: string): number {
  const parts = /^(\d{4})-(\d{2})(?:-(\d{2}))?$/.exec(value);
  return parts ? Number(parts[1]) * 10_000 + Number(parts[2]) * 100 + Number(parts[3] ?? 0) : Number.NaN;
}

export function isMeasured(fact: Fact): boolean {
  return fact.type === 'number' || fact.type === 'span' || fact.type === 'date';
}

/** What one or (for facts that hold several values at once) some values say about a test. */
export function readTest(fact: Fact, test: Test, values: readonly string[]): Reading {
  if (isMeasured(fact)) return readMeasured(fact, test, values[0]!);
  let reading: Reading = NO;
  for (const value of values) {
    const one = readEqual(fact, test.values, value);
    if (one === YES) reading = YES;
    else if (reading !== YES && one !== NO && reading !== UNKNOWN) reading = one;
  }
  return test.operator === '!=' ? negate(reading) : reading;
}

function readEqual(fact: Fact, wanted: readonly string[], value: string): Reading {
  if (wanted.includes(value)) return YES;
  const known = fact.values.get(value);
  if (!known) return fact.values.size === 0 ? NO : UNKNOWN;
  if (known.within.some((wider) => wanted.includes(wider))) return YES;
  return wanted.some((narrow) => fact.values.get(narrow)?.within.includes(value)) ? BROADER : NO;
}

function negate(reading: Reading): Reading {
  if (reading === UNKNOWN) return UNKNOWN;
  if (reading === BROADER) return NOT_BROADER;
  return reading === YES ? NO : YES;
}

function readMeasured(fact: Fact, test: Test, value: string): Reading {
  if (test.operator === '=' || test.operator === '!=') {
    if (Number.isNaN(measure(fact, value)) && !SPAN_WORDS.has(value)) return UNKNOWN;
    const equal = test.values.some((wanted) => sameMeasure(fact, wanted, value));
    return equal === (test.operator === '=') ? YES : NO;
  }
  const reach = measure(fact, value);
  let reading: Truth = NO;
  for (const wanted of test.values) {
    const one = compare(test.operator, reach, measure(fact, wanted), fact.type === 'date');
    if (one === YES) return YES;
    if (one === UNKNOWN) reading = UNKNOWN;
  }
  return reading;
}

function sameMeasure(fact: Fact, wanted: string, value: string): boolean {
  return wanted === value || measure(fact, wanted) === measure(fact, value);
}

function compare(operator: string, left: number, right: number, dates: boolean): Truth {
  if (Number.isNaN(left) || Number.isNaN(right)) return UNKNOWN;
  // A month without its day ("2026-09") is compared by months only.
  const byMonth = dates && (left % 100 === 0 || right % 100 === 0);
  const [one, other] = byMonth ? [Math.floor(left / 100), Math.floor(right / 100)] : [left, right];
  const holds = operator === '<' ? one < other : operator === '<=' ? one <= other : operator === '>' ? one > other : one >= other;
  return holds ? YES : NO;
}

/** Whether a test can be evaluated at all: a rule with one that cannot counts as "ask". */
export function isReadable(fact: Fact | undefined, test: Test): boolean {
  if (!fact || test.values.length === 0) return false;
  if (isMeasured(fact)) return test.operator === '=' || test.operator === '!=' || test.values.every((value) => !Number.isNaN(measure(fact, value)));
  if (test.operator !== '=' && test.operator !== '!=') return false;
  return fact.values.size === 0 || test.values.every((value) => fact.values.has(value));
}

/**
 * Values that between them show every way a fact without a value can turn out; none where they cannot be listed
 * (dates).
 */
export function everyValue(fact: Fact, tests: readonly Test[]): readonly string[] {
  if (fact.type === 'yes/no') return ['yes', 'no'];
  if (fact.type === 'date') return [];
  if (fact.type === 'enum') return [...fact.values.keys()];
  const named = tests.flatMap((test) => test.values);
  const measures = named.map((value) => measure(fact, value)).filter((value) => Number.isFinite(value));
  if (fact.type === 'number') return [...new Set(measures.flatMap((value) => [`${value}`, `${value - 1}`, `${value + 1}`]))];
  const near = measures.flatMap((value) => [`${value} days`, `${Math.max(0, value - 0.01)} days`, `${value + 0.01} days`]);
  return [...new Set([...named, ...near, ...SPAN_WORDS])];
}
