/**
 * Plain words in, act and facts out. Deterministic and pure.
 */
import type { Vocabulary } from '../words.ts';
import { scoreActs } from './acts.ts';
import type { ActScore } from './acts.ts';
import { emphasisOf, featuresOfMarked } from './box-words.ts';
import { readFacts } from './facts.ts';
import { find, mark } from './patterns.ts';
import type { Marked } from './patterns.ts';
import { asksToLeaveUndone, asksWhomToTell, claimsIn } from './polarity.ts';
import { tokensOf } from './text.ts';
import type { BoxAsker, BoxWords, QuestionReading } from './words.ts';

/** A question longer than this is cut: nobody asks "May I" on two pages. */
const LONGEST = 1500;

/**
 * Reads a question.
 *
 * @param text what a person typed or said
 * @param asker who asks, and of which acts their school's rulebook speaks
 */
export function readQuestion(text: string, asker: BoxAsker, words: BoxWords, vocabulary: Vocabulary): QuestionReading {
  const marked = mark(tokensOf(text.slice(0, LONGEST)), words.classes);
  const scores = scoreActs(emphasisOf(marked), { words, asker, vocabulary, tells: asksWhomToTell(marked) });
  const [best] = scores;
  const safety = speaksOfHarm(marked, words);
  if (!best) return { act: '', facts: {}, guessed: [], omit: false, confidence: 0, alternatives: [], claims: [], safety };
  return { ...readingFor(best.act, { marked, words, vocabulary, undone: best.undone }), ...sureness(scores), safety };
}

interface Hearing { readonly marked: Marked; readonly words: BoxWords; readonly vocabulary: Vocabulary; readonly undone: boolean }

function readingFor(act: string, { marked, words, vocabulary, undone }: Hearing): Pick<QuestionReading, 'act' | 'facts' | 'guessed' | 'omit' | 'claims'> {
  const { facts, guessed } = readFacts(marked, act, words, vocabulary);
  const isReport = vocabulary.acts.get(act)?.group === 'concerns';
  const claims = claimsIn(marked, act, vocabulary, (sentence) => isAbout(marked, sentence, act, words));
  return { act, facts, guessed, omit: !isReport && (undone || asksToLeaveUndone(marked)), claims };
}

/** The reading of the same words as another act: for "did you mean". */
export function rereadAs(act: string, text: string, words: BoxWords, vocabulary: Vocabulary): Pick<QuestionReading, 'act' | 'facts' | 'guessed' | 'omit' | 'claims'> {
  return readingFor(act, { marked: mark(tokensOf(text.slice(0, LONGEST)), words.classes), words, vocabulary, undone: false });
}

/** Whether a sentence shares a telling word with the ways of saying the act. */
function isAbout(marked: Marked, sentence: number, act: string, words: BoxWords): boolean {
  const at = marked.tokens.flatMap((token, index) => (token.sentence === sentence ? [index] : []));
  const features = featuresOfMarked({ tokens: at.map((index) => marked.tokens[index]!), spans: at.map((index) => marked.spans[index]!) });
  return features.some((feature) => feature.startsWith('@') && (words.leanings.get(feature)?.get(act) ?? 0) > 1);
}

/** A score at which a single act is taken as understood. */
const CLEAR = 9;

function sureness(scores: readonly ActScore[]): Pick<QuestionReading, 'confidence' | 'alternatives'> {
  const top = scores.slice(0, 3);
  const first = top[0]!.score;
  const second = top[1]?.score ?? 0;
  const strength = Math.min(1, first / CLEAR);
  const lead = 1 - (second / first) ** 4 * 0.6;
  const alternatives = top.map(({ act, score }) => ({ act, confidence: round(strength * (score / first) * lead) }));
  return { confidence: alternatives[0]!.confidence, alternatives };
}

function round(share: number): number {
  return Math.round(share * 100) / 100;
}

function speaksOfHarm(marked: Marked, words: BoxWords): boolean {
  return words.harm.some(({ pattern, unless }) => find(pattern, marked) !== undefined && !marked.tokens.some((token) => unless.has(token.stem)));
}
