/** Makes a quiz from the rulebook: nobody writes its questions, and they follow each edition. */
import { sha256 } from '../../../platform/ids.ts';
import { decide, type BoundRule, type ClauseId, type Day, type Rulebook } from '../../../rulebook/index.ts';
import { isBound, meeting } from '../../policies/index.ts';
import { CHOICES, QUIZ_SETTINGS, type Choice, type QuizQuestion } from './words.ts';

export interface QuizAsk {
  readonly rulebook: Rulebook;
  readonly policy: string;
  /** Lots are drawn by it: the same edition asks the same. */
  readonly editionId: string;
  /** What the reader is at the school, wide kinds and offices included. */
  readonly reader: { readonly kinds: readonly string[]; readonly offices: readonly string[] };
  readonly on: Day;
}

/** Facts that a person who is asked could not picture: they are about what somebody else has said or found. */
const UNSEEN: ReadonlySet<string> = new Set(['grant-held', 'consent', 'period', 'trigger']);
const MOST_FACTS = 2;

/** The quiz of an edition for a reader: so many questions with as many different answers, acts and clauses as there are; null where too little can be asked. */
export function quizOf(ask: QuizAsk): QuizQuestion[] | null {
  const setting = QUIZ_SETTINGS.findLast(line => line.from <= ask.on) ?? QUIZ_SETTINGS[0]!;
  const lots = new Map(candidates(ask).map(one => [one, sha256(`${ask.editionId} ${one.act} ${JSON.stringify(one.facts)}`)]));
  const drawn = [...lots].sort(([, a], [, b]) => (a < b ? -1 : 1)).map(([one]) => one);
  const chosen = chooseFrom(drawn, setting.questions);
  return chosen.length < setting.fewest ? null : chosen;
}

/** The three answers in turn, each act once; what comes first by lot is taken first. */
function chooseFrom(drawn: readonly QuizQuestion[], most: number): QuizQuestion[] {
  const chosen: QuizQuestion[] = [];
  const next = (right: Choice) => drawn.find(one => one.right === right && !chosen.some(other => other.act === one.act || other.because[0] === one.because[0]));
  for (let turn = 0; chosen.length < most; turn++) {
    const found = next(CHOICES[(turn + 2) % CHOICES.length]!);
    if (found) chosen.push(found);
    else if (CHOICES.every(right => !next(right))) break;
  }
  // Why by lot again: else the answers would follow a pattern.
  return drawn.filter(one => chosen.includes(one));
}

/** Every question that a rule of the policy answers clearly for this reader. */
function candidates({ rulebook, policy, reader, on }: QuizAsk): QuizQuestion[] {
  const found = new Map<string, QuizQuestion>();
  const who = [...reader.kinds, ...reader.offices];
  for (const rule of rulebook.rules) {
    if (rule.policy !== policy || !asksClearly(rule) || !isBound(rule.binds, reader)) continue;
    for (const facts of [{}, meeting(rule.when, rulebook.vocabulary)]) {
      const question = questionOf(rulebook, { rule, who, facts, on });
      if (question) found.set(`${question.act} ${JSON.stringify(facts)}`, question);
    }
  }
  return [...found.values()];
}

// Why without what holds absolutely: nobody is in doubt about it, and some of it is not for a quiz.
const asksClearly = (rule: BoundRule): boolean =>
  ['may', 'never', 'ask'].includes(rule.verb) && !rule.advice && !rule.absolute && rule.period === undefined && rule.when.length <= MOST_FACTS && !rule.when.some(test => UNSEEN.has(test.fact));

/** The question, where this rule is among the reasons of a clear answer. */
function questionOf(rulebook: Rulebook, of: { rule: BoundRule; who: readonly string[]; facts: Readonly<Record<string, string>>; on: Day }): QuizQuestion | null {
  const { rule, facts } = of;
  const answer = decide(rulebook, { who: of.who, act: rule.subject, facts, on: of.on });
  const right = CHOICES.find(one => one === answer.says);
  const because: readonly ClauseId[] = answer.because;
  if (!right || !because.includes(rule.clauseId) || !rulebook.vocabulary.acts.get(rule.subject)?.plain) return null;
  return { act: rule.subject, facts, right, because: [rule.clauseId, ...because.filter(one => one !== rule.clauseId)] };
}
