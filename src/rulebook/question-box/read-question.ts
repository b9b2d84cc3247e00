/**
 * Plain words in, act and facts out. Deterministic and pure.
 */
import type { Vocabulary } from '../words.ts';
import { isReport, leaningOf, scoreActs } from './acts.ts';
import type { ActScore } from './acts.ts';
import { isBesideThePoint } from './beside.ts';
import { emphasisOf, featuresOfMarked } from './box-words.ts';
import { readFacts } from './facts.ts';
import { find, mark } from './patterns.ts';
import type { Marked } from './patterns.ts';
import { agreeingNames, asksToLeaveUndone, asksWhetherDuty, asksWhomToTell, claimsIn, onlyTells, tellsOfAnOffer } from './polarity.ts';
import { respelt } from './spelling.ts';
import { tokensOf } from './text.ts';
import { actNamed } from './named.ts';
import type { BoxAsker, BoxWords, QuestionReading } from './words.ts';

/** A question longer than this is cut: nobody asks "May I" on two pages. */
const LONGEST = 1500;
/** A score at which a single act is taken as understood. */
const CLEAR = 9;
/** So much is left of it where the question seems to be about something else. */
const BESIDE = 0.2;

/** A question taken in: its words marked, and every act it may be about. */
export interface Hearing {
  readonly marked: Marked;
  readonly scores: readonly ActScore[];
  /** It asks whom to tell, or what is to be done now. */
  readonly tells: boolean;
  /** It asks for nothing: something happened. */
  readonly happened: boolean;
  readonly safety: boolean;
  /** It has to do with something else than the rules. */
  readonly beside: boolean;
  readonly words: BoxWords;
  readonly vocabulary: Vocabulary;
}

/**
 * Reads a question.
 *
 * @param text what a person typed or said
 * @param asker who asks, and of which acts their school's rulebook speaks
 */
export function readQuestion(text: string, asker: BoxAsker, words: BoxWords, vocabulary: Vocabulary): QuestionReading {
  return readAs(hear(text, asker, words, vocabulary), 0);
}

/** Takes a question in. */
export function hear(text: string, asker: BoxAsker, words: BoxWords, vocabulary: Vocabulary): Hearing {
  const tokens = tokensOf(text.slice(0, LONGEST)).map((token) => (token.capital ? token : { ...token, stem: words.spellings.get(token.stem) ?? respelt(token.stem, words.known()) }));
  const marked = mark(tokens, words.classes);
  const isOffer = !namesOf(asker, vocabulary).has('pupil') && tellsOfAnOffer(marked);
  const tells = !isOffer && asksWhomToTell(marked);
  const heard = scoreActs(emphasisOf(marked, agreeingNames(marked, vocabulary)), { words, asker, vocabulary, tells });
  const named = actNamed(text, vocabulary);
  const scores = named === undefined ? heard : [{ act: named, undone: false, cover: 1, score: 2 * CLEAR }, ...heard.filter((one) => one.act !== named)];
  return { marked, scores, tells, beside: named === undefined && !tells && isBesideThePoint(marked, words), happened: !isOffer && onlyTells(marked), safety: speaksOfHarm(marked, words, namesOf(asker, vocabulary)), words, vocabulary };
}

/** The reading of a question as being about the act that came out in a place: 0 for the likeliest. */
export function readAs({ marked, scores, safety, beside, words, vocabulary }: Hearing, place: number): QuestionReading {
  const chosen = scores[place];
  if (!chosen) return { act: '', facts: {}, guessed: [], omit: false, mustI: false, confidence: 0, alternatives: [], claims: [], safety };
  return { ...situation(chosen, marked, words, vocabulary), ...sureness(scores, place, beside ? BESIDE : 1), safety };
}

type Situation = Pick<QuestionReading, 'act' | 'facts' | 'guessed' | 'omit' | 'mustI' | 'claims'>;

/** The same words read as another act: the asker has said which of the best three they meant. */
export function rereadAs(act: string, text: string, words: BoxWords, vocabulary: Vocabulary): Situation {
  const { marked, scores } = hear(text, { who: [] }, words, vocabulary);
  return situation({ act, undone: scores.find((one) => one.act === act)?.undone ?? false }, marked, words, vocabulary);
}

function situation({ act, undone }: Pick<ActScore, 'act' | 'undone'>, marked: Marked, words: BoxWords, vocabulary: Vocabulary): Situation {
  const { facts, guessed } = readFacts(marked, act, words, vocabulary);
  const isTold = isReport(act, vocabulary.acts.get(act)?.group) || asksWhomToTell(marked);
  const claims = claimsIn(marked, act, vocabulary, (sentence) => isAbout(marked, sentence, act, words));
  const omit = !isTold && (undone || asksToLeaveUndone(marked));
  return { act, facts, guessed, omit, mustI: omit && asksWhetherDuty(marked), claims };
}

/** Whether a sentence shares a telling word with the ways of saying the act. */
function isAbout(marked: Marked, sentence: number, act: string, words: BoxWords): boolean {
  const at = marked.tokens.flatMap((token, index) => (token.sentence === sentence ? [index] : []));
  const features = featuresOfMarked({ tokens: at.map((index) => marked.tokens[index]!), spans: at.map((index) => marked.spans[index]!) });
  return features.some((feature) => feature.startsWith('@') && leaningOf(feature, act, words) > 1);
}

function sureness(scores: readonly ActScore[], place: number, share: number): Pick<QuestionReading, 'confidence' | 'alternatives'> {
  const chosen = scores[place]!;
  const others = scores.filter((one) => one !== chosen);
  const first = Math.max(chosen.score, others[0]?.score ?? 0);
  const lead = 1 - ((others[0]?.score ?? 0) / first) ** 4 * 0.6;
  const alternatives = [chosen, ...others].slice(0, 3).map(({ act, score }) => ({ act, confidence: round(Math.min(1, first / CLEAR) * (score / first) * lead * share) }));
  return { confidence: alternatives[0]!.confidence, alternatives };
}

function round(share: number): number {
  return Math.round(share * 100) / 100;
}

/** The kinds an asker is, with the wider ones. */
const namesOf = ({ who }: BoxAsker, vocabulary: Vocabulary): ReadonlySet<string> => new Set([who].flat().flatMap((kind) => [kind, ...(vocabulary.kinds.get(kind)?.within ?? [])]));

function speaksOfHarm(marked: Marked, words: BoxWords, asker: ReadonlySet<string>): boolean {
  return words.harm.some(({ pattern, unless, who }) => (who.length === 0 || who.some((kind) => asker.has(kind))) && find(pattern, marked) !== undefined && !marked.tokens.some((token) => unless.has(token.stem)));
}
