/**
 * From plain words to an answer with its clauses. A yes is given only where nothing about it is guessed.
 */
import { DECIDING_VERBS } from '../words.ts';
import type { Answer, ClauseId, Day, Permission, Rulebook } from '../words.ts';
import { decide } from '../decide/index.ts';
import { isBound, readAsker } from '../decide/who.ts';
import { isReport } from './acts.ts';
import { hear, readAs } from './read-question.ts';
import type { Hearing } from './read-question.ts';
import type { BoxAnswer, BoxWords, QuestionReading } from './words.ts';

export interface Asking {
  readonly who: string | readonly string[];
  readonly permissions?: readonly Permission[];
  /** The use of a permission that the asker means. */
  readonly use?: string;
  readonly on: Day;
}

/** Below this the box does not take its best guess for understood. */
const UNSURE = 0.3;
/** Below this it gives no yes; nor to somebody who asks whom to tell. */
const SURE_OF_YES = 0.42;
/** Below this it has understood nothing. */
const LOST = 0.2;
/** An act no further than this from the best one might be meant: where it is stricter, no yes is given. */
const RIVAL = 0.55;
/** An act this near to the best one is meant where the best one leaves the question open and this one settles it. */
const FITTING = 0.74;
/** Where something happened, a report this near to the best act is what is meant. */
const HAPPENING = 0.5;

/** Answers a question in plain words. Low confidence never gives a yes: the best three acts are offered instead. */
export function answerQuestion(rulebook: Rulebook, words: BoxWords, text: string, asking: Asking): BoxAnswer {
  const hearing = hear(text, { who: asking.who, spoken: spokenTo(rulebook, asking.who) }, words, rulebook.vocabulary);
  const { reading, answer } = bestFit(rulebook, hearing, asking);
  const lost = reading.confidence < LOST;
  // Whom to tell is said even on a hunch: nobody comes to harm by telling.
  const unsure = reading.confidence < (answer.says === 'tell' ? LOST : UNSURE);
  const isShaky = answer.says === 'yes' && (reading.confidence < SURE_OF_YES || hearing.tells || hasStricterRival(rulebook, hearing, reading, asking));
  const isBesideThePoint = hearing.happened && answer.says !== 'tell' && answer.says !== 'depends';
  const settled = lost || isShaky || isBesideThePoint ? nothingFits(rulebook, reading) : answer;
  const onTheirWord = settled.says === 'yes' && (reading.claims.length > 0 || reading.facts['grant-held'] === 'yes')
    && decideReading(rulebook, { ...reading, claims: [], facts: without(reading.facts, ['grant-held']) }, asking).says !== 'yes';
  return { reading, unsure: unsure || isShaky || isBesideThePoint, onTheirWord, answer: settled };
}

interface Fit { readonly reading: QuestionReading; readonly answer: Answer }

/**
 * The likeliest act; but where its rules stay open for want of facts, a near one whose rules are settled by what was
 * said (never by a yes) fits better.
 */
function bestFit(rulebook: Rulebook, hearing: Hearing, asking: Asking): Fit {
  const fitAt = (place: number): Fit => {
    const reading = readAs(hearing, place);
    return { reading, answer: reading.act === '' ? nothingFits(rulebook, reading) : decideReading(rulebook, reading, asking) };
  };
  const best = fitAt(0);
  if (hearing.happened && best.answer.says !== 'tell') {
    const told = placesFrom(1, hearing, HAPPENING).map(fitAt).find(({ answer }) => answer.says === 'tell');
    if (told) return told;
  }
  // What hangs on a permission's use alone is understood: that is asked by itself.
  if (best.answer.says !== 'silent' && (best.answer.says !== 'depends' || hangsOnUse(best, asking))) return best;
  return placesFrom(1, hearing, FITTING).map(fitAt).find(({ answer }) => answer.says === 'no' || answer.says === 'ask' || answer.says === 'tell') ?? best;
}

/** The places, from one on, of the few acts whose score is no less than this share of the best. */
function placesFrom(first: number, { scores }: Hearing, share: number): readonly number[] {
  const floor = (scores[0]?.score ?? 0) * share;
  return scores.slice(0, 5).flatMap(({ score }, place) => (place >= first && score >= floor ? [place] : []));
}

/** Whether nothing is open but whether a permission that the asker holds is for this. */
const hangsOnUse = ({ reading, answer }: Fit, { permissions = [] }: Asking): boolean =>
  answer.missing.every((fact) => fact === 'grant-held') && permissions.some((one) => one.act === reading.act && one.use !== undefined);

/** The answer to what was read. A yes that hangs on a guess becomes *depends*. */
export function decideReading(rulebook: Rulebook, reading: Pick<QuestionReading, 'act' | 'facts' | 'guessed' | 'omit' | 'claims'>, asking: Asking): Answer {
  const ask = (facts: QuestionReading['facts']) => decide(rulebook, {
    who: asking.who, act: reading.act, facts, permissions: [...(asking.permissions ?? []), ...reading.claims], ...(asking.use === undefined ? {} : { use: asking.use }), on: asking.on,
  });
  const answer = toldOfAny(rulebook, reading, ask) ?? ask(reading.facts);
  if (reading.omit) return leftUndone(rulebook, reading.act, answer);
  return answer.says === 'yes' && reading.guessed.length > 0 ? ask(without(reading.facts, reading.guessed)) : answer;
}

/** What is told of may be several things at once: a message both threatening and racist is told to whoever hears of either. */
function toldOfAny(rulebook: Rulebook, { act, facts }: Pick<QuestionReading, 'act' | 'facts'>, ask: (facts: QuestionReading['facts']) => Answer): Answer | undefined {
  const { content } = facts;
  if (!Array.isArray(content) || !isReport(act, rulebook.vocabulary.acts.get(act)?.group)) return undefined;
  return content.map((one: string) => ask({ ...facts, content: one })).find(({ says }) => says === 'tell');
}

/** Leaving a live duty undone is *no*; where there is no such duty, only what forbids or asks still counts. */
function leftUndone(rulebook: Rulebook, act: string, answer: Answer): Answer {
  const [first, ...others] = answer.duties;
  if (first !== undefined) {
    return { ...answer, says: 'no', because: [first, ...others], sources: sourcesOf(rulebook, answer.duties, act), duties: [], missing: [], considered: [], instead: {} };
  }
  return answer.says === 'yes' ? { ...answer, says: 'silent', because: [], sources: [], considered: answer.because } : answer;
}

/** A yes stands only where no act that might as well be meant says something stricter. */
function hasStricterRival(rulebook: Rulebook, hearing: Hearing, chosen: QuestionReading, asking: Asking): boolean {
  const floor = (hearing.scores.find((one) => one.act === chosen.act)?.score ?? 0) * RIVAL;
  return hearing.scores.slice(0, 5).some(({ act, score }, place) => {
    if (act === chosen.act || score < floor) return false;
    const { says } = decideReading(rulebook, readAs(hearing, place), asking);
    return says === 'no' || says === 'ask';
  });
}

/** No act is taken as understood: silent, with the clauses of the likeliest ones to look at. */
function nothingFits(rulebook: Rulebook, reading: QuestionReading): Answer {
  const considered = [...new Set(reading.alternatives.flatMap(({ act }) => (rulebook.rulesByAct.get(act) ?? []).map((rule) => rule.clauseId)))].slice(0, 5);
  return { says: 'silent', because: [], sources: [], ask: [], askGroups: [], tell: [], tellGroups: [], duties: [], missing: [], instead: {}, considered };
}

function without(facts: QuestionReading['facts'], names: readonly string[]): QuestionReading['facts'] {
  return Object.fromEntries(Object.entries(facts).filter(([name]) => !names.includes(name)));
}

function sourcesOf(rulebook: Rulebook, clauses: readonly ClauseId[], act: string): readonly string[] {
  const named = new Set(clauses.flatMap((clause) => [clause, clause.slice(clause.indexOf('/') + 1)]));
  return [...new Set(rulebook.coverage.filter((line) => named.has(line.clause as ClauseId) && (line.act === '' || line.act === act)).map((line) => line.source))];
}

const SPOKEN = new WeakMap<Rulebook, Map<string, ReadonlyMap<string, 'to-asker' | 'to-others'>>>();

/** The acts of which a rulebook speaks, to these people or only to others. */
function spokenTo(rulebook: Rulebook, who: string | readonly string[]): ReadonlyMap<string, 'to-asker' | 'to-others'> {
  const known = SPOKEN.get(rulebook) ?? new Map<string, ReadonlyMap<string, 'to-asker' | 'to-others'>>();
  SPOKEN.set(rulebook, known);
  const key = typeof who === 'string' ? who : who.join('\n');
  const found = known.get(key);
  if (found) return found;
  const asker = readAsker(rulebook, who);
  const deciding: ReadonlySet<string> = new Set(DECIDING_VERBS);
  const spoken = new Map([...rulebook.rulesByAct].flatMap(([act, rules]) => {
    const speaking = rules.filter((rule) => deciding.has(rule.verb));
    return speaking.length === 0 ? [] : [[act, speaking.some((rule) => isBound(asker, rule.binds)) ? 'to-asker' as const : 'to-others' as const] as const];
  }));
  if (known.size < 1000) known.set(key, spoken);
  return spoken;
}
