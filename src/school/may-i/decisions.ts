/** What to say beside an answer, and what to ask next. Pure. */
import type { Answer, BoundRule, ClauseId, Rulebook } from '../../rulebook/index.ts';
import type { ParentsSaid, RolesKept } from '../answers.ts';
import type { FollowUp } from './words.ts';

/** None of the values that were offered: the person did not say which, so nothing is known. */
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
  return { fact: fact.name, question: fact.question, type: 'enum', choices: [...shown.map(value => ({ value: value.value, text: value.plain })), { value: SOMETHING_ELSE, text: 'None of these' }] };
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

/** The clauses that the ones of a yes set aside for now: what holds otherwise is said beside it. */
export function setAsideBy(rulebook: Rulebook, answer: Answer, act: string): ClauseId[] {
  if (answer.says !== 'yes') return [];
  const because = new Set<string>(answer.because);
  const rules = rulebook.rulesByAct.get(act) ?? [];
  const speaks = new Set(rules.map(rule => rule.clauseId));
  return [...new Set(rules.filter(rule => rule.verb === 'may' && because.has(rule.clauseId)).flatMap(rule => rule.sets))].filter(clause => speaks.has(clause) && !because.has(clause));
}

/** Whether some rule of the act lets these people ask for it. */
export const mayAskFor = (rulebook: Rulebook, act: string, who: readonly string[]): boolean => (rulebook.rulesByAct.get(act) ?? [])
  .some(({ verb, binds: { kinds, except } }) => verb === 'ask' && (kinds.length === 0 || kinds.some(kind => who.includes(kind))) && !except.some(kind => who.includes(kind)));

const ROLE = 'person-status';

/**
 * The role that somebody has for the rules of an act, from the school's lists; null where these rules look at no role
 * that the school keeps a list of. Whatever was typed about such a role, the list counts.
 */
export function rolesOnRecord(rulebook: Rulebook, reading: { readonly act: string; readonly facts: Readonly<Record<string, string | readonly string[]>> }, { kept, held }: RolesKept): Readonly<Record<string, readonly string[]>> | null {
  const looked = new Set((rulebook.rulesByAct.get(reading.act) ?? []).flatMap(rule => [...rule.when, ...rule.unless]).filter(test => test.fact === ROLE).flatMap(test => test.values));
  if (!kept.some(role => looked.has(role))) return null;
  const said = [reading.facts[ROLE] ?? []].flat().filter(role => role !== 'none' && !kept.includes(role));
  const has = [...new Set([...said, ...held])];
  return { [ROLE]: has.length > 0 ? has : ['none'] };
}

/** A fact that the record tells, and the people whom the rules about it bind. */
export interface OnRecord {
  readonly facts: Readonly<Record<string, string>>;
  readonly who: readonly string[];
}

/**
 * What the school has on record for the act that was asked about, or null: nothing, or it does not settle what was asked.
 * Whatever was typed about a parent's yes, the record counts; not enough said is never a yes.
 */
export function onRecord(rulebook: Rulebook, reading: { readonly act: string; readonly facts: Readonly<Record<string, string | readonly string[]>> }, said: readonly ParentsSaid[]): OnRecord | null {
  const named = ({ about }: ParentsSaid): boolean => {
    const [fact = '', value = ''] = about.split('=');
    const told = reading.facts[fact];
    return about === '' || told === undefined || [told].flat().includes(value);
  };
  const fitting = said.filter(one => one.act === reading.act && named(one));
  const [first] = fitting;
  const bound = (rulebook.rulesByAct.get(reading.act) ?? []).filter(rule => rule.verb === 'consent' && rule.offices.flat().includes('parent'));
  if (!first || bound.length === 0 || fitting.some(one => (one.allowed === 'yes') !== (first.allowed === 'yes'))) return null;
  return { facts: { consent: first.allowed === 'yes' ? 'parent' : 'none' }, who: [...new Set(bound.flatMap(rule => rule.binds.kinds))] };
}

/** Whether a pupil asks. */
export const isPupil = ({ vocabulary }: Rulebook, who: readonly string[]): boolean => who.some(kind => kind === 'pupil' || vocabulary.kinds.get(kind)?.within.includes('pupil') === true);

/** Whether an act is one that pupils do: nobody asks a child whether they meant to answer a subject access request. */
export const isDoneByPupils = ({ vocabulary }: Rulebook, act: string): boolean => (vocabulary.acts.get(act)?.doneBy ?? []).some(doer => doer === 'pupil' || vocabulary.kinds.get(doer)?.within.includes('pupil') === true);
