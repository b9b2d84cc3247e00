/** What to say beside an answer, and what to ask next. Pure. */
import type { Answer, BoundRule, ClauseId, Rulebook } from '../../rulebook/index.ts';
import type { FollowUp } from './words.ts';

/** A value none of the rules speak of: the person said "something else". */
export const SOMETHING_ELSE = 'something-else';

/** The question for the most telling missing fact: the values the rules speak of first, then "something else". */
export function followUpFor(rulebook: Rulebook, act: string, missing: readonly string[]): FollowUp | null {
  const fact = rulebook.vocabulary.facts.get(missing[0] ?? '');
  if (!fact) return null;
  if (fact.type === 'yes/no') return { fact: fact.name, question: fact.question, type: 'yes/no', choices: [{ value: 'yes', text: 'Yes' }, { value: 'no', text: 'No' }] };
  if (fact.type !== 'enum') return { fact: fact.name, question: fact.question, type: fact.type, choices: [] };
  const spoken = valuesSpokenOf(rulebook.rulesByAct.get(act) ?? [], fact.name);
  const narrow = [...fact.values.values()].filter(value => value.within.some(wide => spoken.has(wide)) && !spoken.has(value.value));
  const shown = [...[...fact.values.values()].filter(value => spoken.has(value.value)), ...(spoken.size <= 3 ? narrow : [])].slice(0, 12);
  return { fact: fact.name, question: fact.question, type: 'enum', choices: [...shown.map(value => ({ value: value.value, text: value.plain })), { value: SOMETHING_ELSE, text: 'Something else' }] };
}

function valuesSpokenOf(rules: readonly BoundRule[], fact: string): Set<string> {
  return new Set(rules.flatMap(rule => [...rule.when, ...rule.unless]).filter(test => test.fact === fact).flatMap(test => test.values));
}

/** While an "ask" is open, the clauses it would set aside still hold: those people keep to until somebody has said yes. */
export function meanwhileClauses(rulebook: Rulebook, answer: Answer, act: string): ClauseId[] {
  if (answer.says !== 'ask') return [];
  const because = new Set<string>(answer.because);
  const asking = (rulebook.rulesByAct.get(act) ?? []).filter(rule => rule.verb === 'ask' && because.has(rule.clauseId));
  return [...new Set(asking.flatMap(rule => rule.sets))].filter(clause => !because.has(clause));
}
