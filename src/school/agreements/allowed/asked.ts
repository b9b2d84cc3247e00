/** The questions that a policy's own form asks a parent, on paper and on screen. */
import type { Clause, Policy, Rule, Vocabulary } from '../../../rulebook/index.ts';
import { valueWords } from '../../policies/index.ts';
import type { Capacity } from '../words.ts';
import type { Question } from './words.ts';

const ACTS: Readonly<Record<Capacity, readonly [verb: string, act: string]>> = { self: ['sign', 'sign-policy'], guardian: ['countersign', 'countersign-policy'] };

/** Whether a rule asks for a signer's part of the form. */
export const asksFor = (rule: Rule, capacity: Capacity): boolean => rule.verb === ACTS[capacity][0] && rule.subject === ACTS[capacity][1];

/** The stretch of a policy that is its form, from its first statement to its last: for one signer. Empty where the policy has no form of its own. */
export function formOfPolicy(document: Policy, capacity: Capacity): Clause[] {
  const fields = document.clauses.filter(clause => clause.rules.some(rule => asksFor(rule, capacity) && rule.attributes['needs'] !== undefined));
  const headings = new Set(fields.map(clause => clause.headings.join(' / ')));
  return document.clauses.filter(clause => headings.has(clause.headings.join(' / ')));
}

/** The questions with a yes and a no of their own that the form asks a parent: leave for the internet, and for e-mail. Leave for pictures of a child is no part of it. */
export function askedIn(document: Policy, vocabulary: Vocabulary): Question[] {
  return formOfPolicy(document, 'guardian').flatMap(clause => clause.rules.flatMap(rule => {
    if (rule.verb !== 'consent' || !rule.subject.startsWith('permit-') || !rule.offices.flat().includes('parent')) return [];
    const values = rule.when.flatMap(test => (test.operator === '=' ? test.values.map(value => [test.fact, value] as const) : []));
    const act = vocabulary.acts.get(rule.subject)?.meaning ?? rule.subject;
    if (values.length === 0) return [{ clause: clause.id, act: rule.subject, about: '', words: act, thing: act }];
    return values.map(([fact, value]) => {
      const thing = valueWords(fact, value, vocabulary).replace(/^[\w ]+: /, '');
      return { clause: clause.id, act: rule.subject, about: `${fact}=${value}`, words: `My child may use this at school: ${thing}`, thing };
    });
  }));
}

/** The questions of a sheet: all of them with the whole document, else those of the clauses that are shown. */
export const askedOn = (sheet: { readonly document: Policy; readonly whole: boolean; readonly clauses: readonly Clause[] }, vocabulary: Vocabulary): Question[] =>
  askedIn(sheet.document, vocabulary).filter(one => sheet.whole || sheet.clauses.some(clause => clause.id === one.clause));
