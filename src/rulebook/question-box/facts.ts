/**
 * What a question tells about the situation.
 */
import type { Vocabulary } from '../words.ts';
import { isDoubtful, isNotOutright, isWorthless } from './hedges.ts';
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

const NOT = new Set(['not', 'isnt', 'no', 'without', 'never', 'hasnt', 'nor', 'dont', 'nobody', 'none', 'neither', 'nothing', 'hardly', 'cannot', 'wont']);
/** Facts of which a wrong reading could make a no into a yes: a "not" a few words before makes them unknown. */
const TOUCHY: ReadonlySet<string> = new Set(['consent', 'trigger', 'sender', 'person-status', 'purpose', 'place', 'moment', 'kept-how']);
/** How far a "not" reaches. */
const REACH = 4;

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
      if (match && cue.fact === 'recipient' && isSpokenAbout(match, marked)) continue;
      if (match && value === undefined) denied.add(`${cue.fact}=${cue.value}`);
      if (value === undefined || isEmptyWord(cue.fact, value, marked, marked.tokens[match!.start]!.sentence)) continue;
      const list = found.get(cue.fact) ?? [];
      const weak = cue.weak || (OPENS_THE_WAY.has(cue.fact) && isDoubtful(marked, marked.tokens[match!.start]!.sentence, OWN_DOING.has(cue.fact)));
      list.push({ value, weak, givesWay: cue.givesWay, start: match!.start, end: match!.end });
      found.set(cue.fact, list);
    }
  }
  const facts: Record<string, string | readonly string[]> = {};
  const guessed: string[] = [];
  const guesses = words.guesses.filter(concerns).toSorted((one, other) => Number(one.weak) - Number(other.weak));
  for (const [fact, met] of found) {
    const list = met.filter((one) => !denied.has(`${fact}=${one.value}`));
    const strong = list.filter((one) => !one.weak);
    // What goes without saying is surer than a guess.
    if (strong.length === 0 && guesses.some((cue) => cue.fact === fact && !cue.weak && !cue.from)) continue;
    const values = settle(strong.length > 0 ? strong : list, fact, vocabulary);
    const [only] = values;
    if (only === undefined) continue;
    facts[fact] = values.length === 1 ? only : values;
    if (strong.length === 0) guessed.push(fact);
  }
  // Where two places are named for one picture, the consent may be for the other one.
  if (Array.isArray(facts['destination']) && facts['consent'] !== undefined) guessed.push('consent');
  addGuesses(guesses, facts, guessed, vocabulary);
  return { facts, guessed };
}

const ABOUT: ReadonlySet<string> = new Set(['about', 'regarding', 'concerning']);
const BEFORE_A_NAME: ReadonlySet<string> = new Set(['a', 'an', 'the', 'my', 'his', 'her', 'their', 'our', 'this', 'that', 'another', 'one']);

/** "What it says about a child": a person who is spoken about gets nothing. */
function isSpokenAbout({ start }: Match, { tokens }: Marked): boolean {
  const before = tokens.slice(0, start).findLast(({ stem }) => !BEFORE_A_NAME.has(stem));
  return before !== undefined && ABOUT.has(before.stem);
}

/** Facts that often turn a no into a yes: said in doubt, they are only guessed. */
const OPENS_THE_WAY: ReadonlySet<string> = new Set([
  'encrypted', 'password-protected', 'second-adult', 'screen-locked', 'kept-how', 'credit-given', 'person-status', 'moment', 'necessary', 'consent', 'authorised', 'adult-led', 'old-enough', 'phone-mode', 'address-field',
]);

/** Of these, what lies in the asker's own hands. */
const OWN_DOING: ReadonlySet<string> = new Set(['kept-how', 'screen-locked', 'credit-given', 'moment', 'phone-mode', 'address-field']);

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

/** The value a cue gives; a "not" before it turns yes and no round, and makes other touchy facts unknown. */
function valueOf(cue: Cue, match: Match, { tokens }: Marked, vocabulary: Vocabulary): string | undefined {
  if (cue.value === '#') return measured(match, tokens);
  const { clause } = tokens[match.start]!;
  const isYesNo = vocabulary.facts.get(cue.fact)?.type === 'yes/no';
  if (!isYesNo && !TOUCHY.has(cue.fact)) return cue.value;
  if (tokens.slice(match.start, match.end).some((token) => NOT.has(token.stem))) return cue.value;
  const before = tokens.slice(Math.max(0, match.start - REACH), match.start).filter((token) => token.clause === clause);
  const denied = before.findLastIndex((token) => NOT.has(token.stem));
  if (denied < 0) return cue.value;
  const isNext = denied === before.length - 1;
  if (isYesNo) return isNext ? (cue.value === 'yes' ? 'no' : undefined) : cue.value === 'no' ? 'no' : undefined;
  return isNext || OPENING.has(cue.fact) ? undefined : cue.value;
}

/** Of these a "not" anywhere near is heeded; of place, moment and purpose only one right before. */
const OPENING: ReadonlySet<string> = new Set(['consent', 'trigger', 'sender', 'person-status']);

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
  const kept = list.filter((one) => !list.some((other) => other.value !== one.value && ((coversMore(other, one) && !within(one.value).includes(other.value)) || (one.givesWay && !other.givesWay))));
  const values = [...new Set(kept.map((one) => one.value))];
  // Where one says yes and another no, nobody has agreed.
  if (kind?.several && values.includes('none')) return ['none'];
  return values.filter((value) => !values.some((other) => other !== value && within(other).includes(value)));
}

function coversMore(longer: Found, shorter: Found): boolean {
  return longer.end - longer.start > shorter.end - shorter.start && longer.start < shorter.end && shorter.start < longer.end;
}
