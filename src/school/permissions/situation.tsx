/** The situation that a permission, a task or an entry speaks of, in the words in which it was asked for. Pure. */
import { say } from '../../platform/languages/index.ts';
import type { Vocabulary } from '../../rulebook/index.ts';
import { capital, listed } from '../policies/index.ts';
import type { Situation } from './words.ts';

const PLAIN = { yes: say('Yes'), no: say('No'), else: say('Something else') };
/** More values than these are whatever no rule speaks of. */
const MOST_NAMED = 6;

/** Each fact as question and answer: "What sort of device is it?" "A phone". */
export function situationLines(facts: Situation, vocabulary: Vocabulary): { readonly question: string; readonly answer: string }[] {
  return Object.entries(facts).flatMap(([name, value]) => {
    const fact = vocabulary.facts.get(name);
    if (!fact) return [];
    const wordsOf = (one: string): string => (fact.type === 'yes/no' ? (one === 'yes' ? PLAIN.yes : PLAIN.no) : fact.values.get(one)?.plain ?? one);
    const values = [value].flat();
    return [{ question: fact.question || fact.meaning, answer: values.length > MOST_NAMED ? PLAIN.else : capital(listed(values.map(wordsOf), 'or')) }];
  });
}

/** The same as one text, for a file. */
export const situationText = (facts: Situation, vocabulary: Vocabulary): string => situationLines(facts, vocabulary).map(({ question, answer }) => `${question} ${answer}`).join('; ');

/** The same as a list; nothing where nothing was said. */
export function SituationList({ facts, vocabulary }: { facts: Situation; vocabulary: Vocabulary }) {
  const lines = situationLines(facts, vocabulary);
  return lines.length === 0 ? null : <ul class="plain-list">{lines.map(({ question, answer }) => <li key={question}>{question} <strong>{answer}</strong></li>)}</ul>;
}
