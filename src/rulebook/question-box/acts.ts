/**
 * Which act a question is about: every way of saying an act is compared with the question, and the evidence added up.
 */
import type { Vocabulary } from '../words.ts';
import type { BoxAsker, BoxWords } from './words.ts';

export interface ActScore {
  readonly act: string;
  readonly score: number;
  /** The best way of saying it that speaks of leaving it undone beats the best that does not. */
  readonly undone: boolean;
  /** How much of the best way of saying it stands in the question, 0 to 1. */
  readonly cover: number;
}

/** How the weights of evidence stand to each other. */
const SECOND = 0.35;
const THIRD = 0.2;
const LEANING = 0.3;
const BARE_WORD = 0.6;
const SMOOTHING = 0.02;
const NOT_SPOKEN = 0.55;
const TO_OTHERS = 0.85;
const NOT_DONE_BY = 0.82;
/** So much of a way of leaving it undone must stand in the question before it counts as asked. */
const UNDONE_COVER = 0.55;
const TELLING = 1.5;
const NOT_TELLING = 0.62;
const NOT_A_REPORT = 0.75;
/** How much it tells against an act when telling words of the question are never said of it. */
const UNEXPLAINED = 0.5;
/** Without any of the words an act needs. */
const LACKING = 0.55;

interface Best { doing: number; undone: number; cover: number; rest: number[] }

/** Scores of all acts that share a word with the question, the likeliest first. */
export function scoreActs(features: ReadonlyMap<string, number>, input: { words: BoxWords; asker: BoxAsker; vocabulary: Vocabulary; tells: boolean }): readonly ActScore[] {
  const { words, asker, vocabulary, tells } = input;
  const best = new Map<string, Best>();
  for (const [at, matched] of matchedWeights(features, words)) {
    const phrase = words.phrases[at]!;
    const cover = matched / phrase.total;
    add(best, phrase.act, phrase.sense === 'undone', matched * Math.sqrt(cover), cover);
  }
  return [...best].flatMap(([act, one]): ActScore[] => {
    const known = vocabulary.acts.get(act);
    if (!known) return [];
    const [first = 0, second = 0, third = 0] = one.rest.toSorted((a, b) => b - a);
    const base = first + SECOND * second + THIRD * third + LEANING * leaningsOf(features, act, words);
    const lacks = words.needs.get(act)?.every((need) => !features.has(need)) ?? false;
    const score = base * (lacks ? LACKING : 1) * (1 - UNEXPLAINED * unexplained(features, act, words)) * priorOf(act, asker, vocabulary) * (isReport(act, known.group) ? (tells ? TELLING : NOT_TELLING) : tells ? NOT_A_REPORT : 1);
    return [{ act, score, undone: one.undone > one.doing && one.cover >= UNDONE_COVER, cover: one.cover }];
  }).toSorted((one, other) => other.score - one.score);
}

/** Reports outside the group of concerns: they too are told to somebody. */
const ALSO_TOLD: ReadonlySet<string> = new Set(['request-erasure', 'complain-image-misuse', 'return-signed-slip', 'restrict-child-email', 'refer-to-outside-agency', 'contact-service-provider']);

/** Whether an act is to tell somebody of something. */
export function isReport(act: string, group: string | undefined): boolean {
  return group === 'concerns' || ALSO_TOLD.has(act);
}

function matchedWeights(features: ReadonlyMap<string, number>, words: BoxWords): ReadonlyMap<number, number> {
  const matched = new Map<number, number>();
  for (const [feature, emphasis] of features) {
    const weight = emphasis * (words.weights.get(feature) ?? 0);
    for (const at of words.phrasesByFeature.get(feature) ?? []) matched.set(at, (matched.get(at) ?? 0) + weight);
  }
  return matched;
}

function add(best: Map<string, Best>, act: string, undone: boolean, score: number, cover: number): void {
  const one = best.get(act) ?? { doing: 0, undone: 0, cover: 0, rest: [] };
  if (score > Math.max(one.doing, one.undone)) one.cover = cover;
  if (undone) one.undone = Math.max(one.undone, score);
  else one.doing = Math.max(one.doing, score);
  one.rest.push(score);
  best.set(act, one);
}

/** How much more often a feature is said of this act than of all acts together (log odds, smoothed). */
export function leaningOf(feature: string, act: string, words: BoxWords): number {
  const acts = words.counts.get(feature);
  const count = acts?.get(act);
  if (acts === undefined || count === undefined) return 0;
  let everywhere = 0;
  for (const other of acts.values()) everywhere += other;
  return Math.max(0, Math.log((count / words.sizes.get(act)! + SMOOTHING) / (everywhere / words.phrases.length + SMOOTHING)));
}

/** The share of the question's weight, 0 to 1, that no way of saying the act has a word for. */
function unexplained(features: ReadonlyMap<string, number>, act: string, words: BoxWords): number {
  let all = 0;
  let open = 0;
  for (const [feature, emphasis] of features) {
    const weight = emphasis * (words.weights.get(feature) ?? 0);
    all += weight;
    if (!words.counts.get(feature)?.has(act)) open += weight;
  }
  return all === 0 ? 0 : open / all;
}

function leaningsOf(features: ReadonlyMap<string, number>, act: string, words: BoxWords): number {
  let sum = 0;
  for (const [feature, emphasis] of features) sum += leaningOf(feature, act, words) * emphasis * (feature.startsWith('@') ? 1 : BARE_WORD);
  return sum;
}

function priorOf(act: string, asker: BoxAsker, vocabulary: Vocabulary): number {
  const spoken = asker.spoken === undefined ? 1 : asker.spoken.get(act) === 'to-asker' ? 1 : asker.spoken.has(act) ? TO_OTHERS : NOT_SPOKEN;
  return spoken * (isDoneBy(act, asker, vocabulary) ? 1 : NOT_DONE_BY);
}

function isDoneBy(act: string, { who }: BoxAsker, vocabulary: Vocabulary): boolean {
  const doers = vocabulary.acts.get(act)?.doneBy ?? [];
  const asking = (typeof who === 'string' ? [who] : who).flatMap((kind) => [kind, ...(vocabulary.kinds.get(kind)?.within ?? []), ...(vocabulary.offices.has(kind) ? ['staff', 'school'] : [])]);
  // What a school does, its staff do.
  return doers.some((doer) => asking.includes(doer) || (doer === 'school' && asking.includes('staff')));
}
