/** The second question: the asker has said which act they meant, or has told a fact that was missing. */
import type { Rulebook } from '../words.ts';
import { decideReading, type Asking } from './answer.ts';
import { rereadAs } from './read-question.ts';
import type { BoxAnswer, BoxWords, Facts } from './words.ts';

/** What the asker chose: the act, and facts told one by one. Told facts are known, and stand above what was read. */
export interface Chosen {
  readonly text: string;
  readonly act: string;
  readonly facts: Facts;
}

/** Answers the same words again for the act and the facts that were chosen. */
export function answerChosen(rulebook: Rulebook, words: BoxWords, chosen: Chosen, asking: Asking): BoxAnswer {
  const read = rereadAs(chosen.act, chosen.text, words, rulebook.vocabulary);
  const told = new Set(Object.keys(chosen.facts));
  const reading = { ...read, confidence: 1, alternatives: [], safety: false, facts: { ...read.facts, ...chosen.facts }, guessed: read.guessed.filter((fact) => !told.has(fact)) };
  const answer = decideReading(rulebook, reading, asking);
  return { reading, unsure: false, onTheirWord: answer.says === 'yes' && reading.claims.length > 0, answer };
}
