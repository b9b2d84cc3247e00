/**
 * What a question tells about the situation.
 */
import type { Vocabulary } from '../words.ts';
import { isNotOutright, isWorthless } from './hedges.ts';
import { find, openingsOf } from './patterns.ts';
import type { Marked, Match } from './patterns.ts';
import type { BoxWords, Cue, Facts } from './words.ts';

interface Found {
  readonly value: string;
  readonly weak: boolean;
  readonly givesWay: boolean;
  readonly start: number;
  readonly end: number;
}

const NOT = new Set(['not', 'isnt', 'no', 'without', 'never', 'hasnt', 'nor', 'dont']);

/** The facts of a question about an act, and which of them are only guessed. */
export function readFacts(marked: Marked, act: string, words: BoxWords, vocabulary: Vocabulary): { facts: Facts; guessed: readonly string[] } {
  const found = new Map<string, Found[]>();
  /** "Not in the boot": what is denied in one place is not taken from another. */
  const denied = new Set<string>();
  const concerns = (cue: Cue) => cue.acts.size === 0 || cue.acts.has(act);
  for (const opening of openingsOf(marked)) {
    for (const cue of words.cues.get(opening) ?? []) {
      const match = concerns(cue) ? find(cue.pattern(), marked) : undefined;
      const value = match && valueOf(cue, match, marked, vocabulary);
      if (match && value === undefined) denied.add(`${cue.fact}=${cue.value}`);
      if (value === undefined || isEmptyWord(cue.fact, value, marked, marked.tokens[match!.start]!.sentence)) continue;
      const list = found.get(cue.fact) ?? [];
      list.push({ value, weak: cue.weak, givesWay: cue.givesWay, start: match!.start, end: match!.end });
      found.set(cue.fact, list);
    }
  }
  const facts: Record<string, string | readonly string[]> = {};
  const guessed: string[] = [];
  for (const [fact, list] of found) {
    const strong = list.filter((one) => !one.weak && !denied.has(`${fact}=${one.value}`));
    const values = settle(strong.length > 0 ? strong : list, fact, vocabulary);
    const [only] = values;
    if (only === undefined) continue;
    facts[fact] = values.length === 1 ? only : values;
    if (strong.length === 0) guessed.push(fact);
  }
  addGuesses(words.guesses.filter(concerns), facts, guessed, vocabulary);
  return { facts, guessed };
}

/** Whether a permission, an approval or a consent is spoken of in a way that cannot count. */
function isEmptyWord(fact: string, value: string, marked: Marked, sentence: number): boolean {
  if (fact === 'consent') return value !== 'none' && value !== 'implied' && isNotOutright(marked, sentence);
  return (fact === 'grant-held' || fact === 'authorised') && value === 'yes' && isWorthless(marked, sentence);
}

/** Facts that follow from others, and those taken as read where nothing was said. */
function addGuesses(cues: readonly Cue[], facts: Record<string, string | readonly string[]>, guessed: string[], vocabulary: Vocabulary): void {
  for (const cue of cues) {
    if (facts[cue.fact] !== undefined) continue;
    const given = cue.from && facts[cue.from.fact];
    const follows = cue.from === undefined || (typeof given === 'string' && (given === cue.from.value || vocabulary.facts.get(cue.from.fact)?.values.get(given)?.within.includes(cue.from.value)));
    if (!follows) continue;
    facts[cue.fact] = cue.value;
    if (cue.weak) guessed.push(cue.fact);
  }
}

/** The value a cue gives, turned round or dropped where a "not" stands before it. */
function valueOf(cue: Cue, match: Match, { tokens }: Marked, vocabulary: Vocabulary): string | undefined {
  if (cue.value === '#') return measured(match, tokens);
  const isDenied = NOT.has(wordBefore(match.start, tokens));
  if (!isDenied) return cue.value;
  if (vocabulary.facts.get(cue.fact)?.type !== 'yes/no') return undefined;
  return cue.value === 'yes' ? 'no' : 'yes';
}

/** Small words that may stand between a "not" and what it denies: "not in the boot". */
const SMALL: ReadonlySet<string> = new Set(['in', 'on', 'at', 'the', 'a', 'an', 'my', 'of', 'to', 'for', 'really', 'exactly']);
const MOST_SMALL = 2;

/** The stem before a place in its sentence, passing over a few small words. */
function wordBefore(start: number, tokens: Marked['tokens']): string {
  for (let at = start - 1; at >= 0 && at >= start - 1 - MOST_SMALL; at -= 1) {
    const { stem, sentence } = tokens[at]!;
    if (sentence !== tokens[start]!.sentence) return '';
    if (!SMALL.has(stem)) return stem;
  }
  return '';
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
  const kept = list.filter((one) => !list.some((other) => other.value !== one.value && (coversMore(other, one) || (one.givesWay && !other.givesWay))));
  const values = [...new Set(kept.map((one) => one.value))];
  // Where one says yes and another no, nobody has agreed.
  if (kind?.several && values.includes('none')) return ['none'];
  return values.filter((value) => !values.some((other) => other !== value && within(other).includes(value)));
}

function coversMore(longer: Found, shorter: Found): boolean {
  return longer.end - longer.start > shorter.end - shorter.start && longer.start < shorter.end && shorter.start < longer.end;
}
