/**
 * What a question tells about the situation.
 */
import type { Vocabulary } from '../words.ts';
import { find } from './patterns.ts';
import type { Marked, Match } from './patterns.ts';
import type { BoxWords, Cue, Facts } from './words.ts';

interface Found {
  readonly value: string;
  readonly weak: boolean;
  readonly start: number;
  readonly end: number;
}

const NOT = new Set(['not', 'isnt', 'no', 'without', 'never', 'hasnt', 'nor', 'dont']);

/** The facts of a question about an act, and which of them are only guessed. */
export function readFacts(marked: Marked, act: string, words: BoxWords, vocabulary: Vocabulary): { facts: Facts; guessed: readonly string[] } {
  const found = new Map<string, Found[]>();
  for (const cue of words.cues) {
    if (cue.acts.size > 0 && !cue.acts.has(act)) continue;
    const match = find(cue.pattern, marked);
    const value = match && valueOf(cue, match, marked, vocabulary);
    if (value !== undefined) found.set(cue.fact, [...(found.get(cue.fact) ?? []), { value, weak: cue.weak, start: match!.start, end: match!.end }]);
  }
  const facts: Record<string, string | readonly string[]> = {};
  const guessed: string[] = [];
  for (const [fact, list] of found) {
    const strong = list.filter((one) => !one.weak);
    const values = settle(strong.length > 0 ? strong : list, fact, vocabulary);
    const [only] = values;
    if (only === undefined) continue;
    facts[fact] = values.length === 1 ? only : values;
    if (strong.length === 0) guessed.push(fact);
  }
  return { facts, guessed };
}

/** The value a cue gives, turned round or dropped where a "not" stands before it. */
function valueOf(cue: Cue, match: Match, { tokens }: Marked, vocabulary: Vocabulary): string | undefined {
  if (cue.value === '#') return measured(match, tokens);
  const before = tokens[match.start - 1];
  const isDenied = before !== undefined && before.sentence === tokens[match.start]!.sentence && NOT.has(before.stem);
  if (!isDenied) return cue.value;
  if (vocabulary.facts.get(cue.fact)?.type !== 'yes/no') return undefined;
  return cue.value === 'yes' ? 'no' : 'yes';
}

const UNITS: Readonly<Record<string, (count: number) => string>> = {
  day: (count) => `${count} days`, week: (count) => `${count * 7} days`, month: (count) => `${count} months`, year: (count) => `${count * 12} months`,
};

function measured(match: Match, tokens: Marked['tokens']): string | undefined {
  const number = match.number;
  if (number === undefined) return undefined;
  const unit = tokens.slice(match.start, match.end).map((token) => UNITS[token.stem]).find((one) => one !== undefined);
  return unit ? unit(Number(number)) : number;
}

/**
 * From all values met: of two cues that share words the longer knows better, and of two values the more precise.
 * What stays undecided stays a list ("one of these"), which is answered by the strictest.
 */
function settle(list: readonly Found[], fact: string, vocabulary: Vocabulary): readonly string[] {
  const kind = vocabulary.facts.get(fact);
  const within = (value: string) => kind?.values.get(value)?.within ?? [];
  const kept = list.filter((one) => !list.some((other) => other.value !== one.value && coversMore(other, one)));
  const values = [...new Set(kept.map((one) => one.value))];
  return values.filter((value) => !values.some((other) => other !== value && within(other).includes(value)));
}

function coversMore(longer: Found, shorter: Found): boolean {
  return longer.end - longer.start > shorter.end - shorter.start && longer.start < shorter.end && shorter.start < longer.end;
}
