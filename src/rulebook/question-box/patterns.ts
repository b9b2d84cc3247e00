/**
 * Patterns over a tokenised question, as the data files write them: words in order, `a/b` either, `..` up to three
 * words between, `@class` any phrase of a word class, `#` a number, `2#` a number in the twenties.
 */
import { stemsOf } from './text.ts';
import type { Token } from './text.ts';

/** Phrases of every word class, by the first stem of the phrase, or by its first two where it has more. */
export type ClassIndex = ReadonlyMap<string, readonly ClassPhrase[]>;

interface ClassPhrase {
  readonly name: string;
  readonly stems: readonly string[];
  /** A phrase with a gap in it, "take .. home", is found as a pattern. */
  readonly gapped?: Pattern;
}

/** A question with the word classes that stand in it. */
export interface Marked {
  readonly tokens: readonly Token[];
  /** For each token the classes that begin there, with the position after their phrase. */
  readonly spans: readonly (readonly { readonly name: string; readonly end: number }[])[];
}

type Step =
  | { readonly kind: 'word'; readonly stems: readonly string[] }
  | { readonly kind: 'class'; readonly name: string }
  | { readonly kind: 'number'; readonly tens: string }
  | { readonly kind: 'gap' };

export interface Pattern {
  readonly steps: readonly Step[];
  readonly text: string;
}

export interface Match {
  readonly start: number;
  readonly end: number;
  /** The number the pattern met, where it has a `#`. */
  readonly number?: string;
}

const GAP = 3;

/** Reads one pattern. */
export function patternOf(text: string): Pattern {
  const steps: Step[] = [];
  for (const part of text.replaceAll("'", '').split(' ')) {
    if (part === '') continue;
    if (part === '..') steps.push({ kind: 'gap' });
    else if (part.startsWith('@')) steps.push({ kind: 'class', name: part.slice(1) });
    else if (part === '#' || /^\d#$/.test(part)) steps.push({ kind: 'number', tens: part.slice(0, -1) });
    else if (part.includes('/')) steps.push({ kind: 'word', stems: part.split('/').map((choice) => stemsOf(choice)[0] ?? '') });
    else for (const stem of stemsOf(part)) steps.push({ kind: 'word', stems: [stem] });
  }
  return { steps, text };
}

/** What a pattern begins with, to look it up by: stems, `@class`, or `#` for a number. Quicker than reading it whole. */
export function beginningsOf(text: string): readonly string[] {
  const first = text.slice(0, text.includes(' ') ? text.indexOf(' ') : undefined);
  if (first.startsWith('@')) return [first];
  if (/^\d?#$/.test(first)) return ['#'];
  return first.split('/').flatMap((choice) => stemsOf(choice).slice(0, 1));
}

/** A value made when it is first asked for. */
export function lazily<Value>(make: () => Value): () => Value {
  let made: { readonly value: Value } | undefined;
  return () => (made ??= { value: make() }).value;
}

/** Everything a pattern could begin with in a question. */
export function openingsOf({ tokens, spans }: Marked): ReadonlySet<string> {
  const openings = new Set<string>();
  tokens.forEach(({ stem }, at) => {
    openings.add(stem);
    if (/^\d+$/.test(stem)) openings.add('#');
    for (const { name } of spans[at] ?? []) openings.add(`@${name}`);
  });
  return openings;
}

/** The class of a capitalised word that means nothing else: a person's name, as far as can be told. */
const PERSON = 'person';
const CALENDAR: ReadonlySet<string> = new Set(stemsOf('monday tuesday wednesday thursday friday saturday sunday january february march april may june july august september october november december easter christmas year id ill ive im'));

/** Marks the classes in a question. */
export function mark(tokens: readonly Token[], classes: ClassIndex): Marked {
  const spans = tokens.map((token, at) => {
    const next = tokens[at + 1];
    const longer = next?.sentence === token.sentence ? classes.get(`${token.stem} ${next.stem}`) ?? [] : [];
    const found: { name: string; end: number }[] = [];
    for (const { name, gapped } of classes.get(token.stem) ?? []) {
      const end = gapped ? fitsAt(gapped.steps, 0, { tokens, spans: [] }, at)?.end : at + 1;
      if (end !== undefined) found.push({ name, end });
    }
    for (const { name, stems } of longer) if (isAt(stems, tokens, at)) found.push({ name, end: at + stems.length });
    return found.length === 0 && token.capital && !CALENDAR.has(token.stem) ? [{ name: PERSON, end: at + 1 }] : found;
  });
  return { tokens, spans };
}

function isAt(stems: readonly string[], tokens: readonly Token[], at: number): boolean {
  for (let offset = 2; offset < stems.length; offset += 1) {
    const token = tokens[at + offset];
    if (!token || token.stem !== stems[offset] || token.sentence !== tokens[at]!.sentence) return false;
  }
  return true;
}

/** Puts class phrases under what they begin with. */
export function classIndexOf(classes: ReadonlyMap<string, readonly string[]>): ClassIndex {
  const index = new Map<string, ClassPhrase[]>();
  for (const [name, phrases] of classes) {
    const seen = new Set<string>();
    for (const phrase of phrases) {
      const stems = stemsOf(phrase);
      const gapped = phrase.includes(' .. ') ? patternOf(phrase) : undefined;
      const whole = gapped ? phrase : stems.join(' ');
      if (stems.length === 0 || seen.has(whole)) continue;
      seen.add(whole);
      const key = stems.slice(0, gapped ? 1 : 2).join(' ');
      const entry = { name, stems, ...(gapped ? { gapped } : {}) };
      const list = index.get(key);
      if (list) list.push(entry);
      else index.set(key, [entry]);
    }
  }
  return index;
}

/** The first place, from a token on, where a pattern fits, or nothing. It never crosses the end of a sentence. */
export function find(pattern: Pattern, marked: Marked, from = 0): Match | undefined {
  for (let start = from; start < marked.tokens.length; start += 1) {
    const found = fitsAt(pattern.steps, 0, marked, start);
    if (found) return { start, ...found };
  }
  return undefined;
}

function fitsAt(steps: readonly Step[], step: number, marked: Marked, at: number): Omit<Match, 'start'> | undefined {
  const current = steps[step];
  if (current === undefined) return { end: at };
  if (current.kind === 'gap') {
    for (let skip = 0; skip <= GAP; skip += 1) {
      if (skip > 0 && !follows(marked, at + skip - 1)) return undefined;
      const found = fitsAt(steps, step + 1, marked, at + skip);
      if (found) return found;
    }
    return undefined;
  }
  const token = marked.tokens[at];
  if (!token || (step > 0 && !follows(marked, at))) return undefined;
  if (current.kind === 'class') {
    for (const span of marked.spans[at] ?? []) {
      const found = span.name === current.name ? fitsAt(steps, step + 1, marked, span.end) : undefined;
      if (found) return found;
    }
    return undefined;
  }
  const fits = current.kind === 'number' ? /^\d+$/.test(token.stem) && (current.tens === '' || (token.stem.length === 2 && token.stem.startsWith(current.tens))) : current.stems.includes(token.stem);
  if (!fits) return undefined;
  const found = fitsAt(steps, step + 1, marked, at + 1);
  return found && current.kind === 'number' ? { ...found, number: found.number ?? token.stem } : found;
}

/** Whether the token stands in the sentence of the one before it. */
function follows(marked: Marked, at: number): boolean {
  return at === 0 || marked.tokens[at]?.sentence === marked.tokens[at - 1]?.sentence;
}
