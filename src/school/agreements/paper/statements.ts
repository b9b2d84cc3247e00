/** What a policy's own form asks for: the statements that are accepted one by one, the questions, and where it goes when it is signed. */
import type { Clause, Policy, Rule, Vocabulary } from '../../../rulebook/index.ts';
import { officeWords, valueWords } from '../../policies/index.ts';
import type { Capacity } from '../words.ts';
import type { AskedOnPaper, SlipPart } from './words.ts';

const ACTS: Readonly<Record<Capacity, readonly [verb: string, act: string]>> = { self: ['sign', 'sign-policy'], guardian: ['countersign', 'countersign-policy'] };
/** What a form is given by the school and by whoever signs it; these are no statements. */
const FIELDS = new Set(['signature', 'printed-name', 'date', 'form']);
/** Acts that a form has its signer state beside the signature: what they have read, and what they accept. */
const STATED = new Set(['read-policy', 'follow-code', 'help-child-follow-rules']);

const asksFor = (rule: Rule, capacity: Capacity): boolean => rule.verb === ACTS[capacity][0] && rule.subject === ACTS[capacity][1];
const needsOf = (rule: Rule): string[] => (rule.attributes['needs'] ?? '').split('|').filter(Boolean);
const isStatement = (clause: Clause, capacity: Capacity): boolean => clause.rules.some(rule => asksFor(rule, capacity) && needsOf(rule).some(need => !FIELDS.has(need)));

/** The stretch of a policy that is its form, from its first statement to its last: for one signer. Empty where the policy has no form of its own. */
export function formOfPolicy(document: Policy, capacity: Capacity): Clause[] {
  const fields = document.clauses.filter(clause => clause.rules.some(rule => asksFor(rule, capacity) && rule.attributes['needs'] !== undefined));
  const headings = new Set(fields.map(clause => clause.headings.join(' / ')));
  return document.clauses.filter(clause => headings.has(clause.headings.join(' / ')));
}

/** The statements that are accepted one by one, in the policy's order and words. */
export function acceptedIn(document: Policy, capacity: Capacity): SlipPart['accepts'] {
  const form = formOfPolicy(document, capacity);
  if (!form.some(clause => isStatement(clause, capacity))) return [];
  const stated = (clause: Clause) => isStatement(clause, capacity) || clause.rules.some(rule => STATED.has(rule.subject));
  return form.filter(stated).map(clause => ({ clause: clause.id, words: clause.text }));
}

/** The questions with a yes and a no of their own that the form asks a parent: leave for the internet, and for e-mail. Leave for pictures of a child is no part of it. */
export function askedIn(document: Policy, vocabulary: Vocabulary): AskedOnPaper[] {
  return formOfPolicy(document, 'guardian').flatMap(clause => clause.rules.flatMap(rule => {
    if (rule.verb !== 'consent' || !rule.subject.startsWith('permit-') || !rule.offices.flat().includes('parent')) return [];
    const values = rule.when.flatMap(test => (test.operator === '=' ? test.values.map(value => [test.fact, value] as const) : []));
    const act = vocabulary.acts.get(rule.subject)?.meaning ?? rule.subject;
    if (values.length === 0) return [{ clause: clause.id, act: rule.subject, about: '', words: act }];
    return values.map(([fact, value]) => ({ clause: clause.id, act: rule.subject, about: `${fact}=${value}`, words: `My child may use this at school: ${valueWords(fact, value, vocabulary).replace(/^[\w ]+: /, '')}` }));
  }));
}

/** Where a signed slip goes, and whether it is due on the child's first day. */
export function returnOf(document: Policy, vocabulary: Vocabulary): { office: string; words: string; onFirstDay: boolean; clause: string | null } {
  for (const clause of document.clauses) {
    const rule = clause.rules.find(one => one.verb === 'tell' && one.subject === 'return-signed-slip');
    const office = rule?.offices[0]?.[0];
    if (rule && office) return { office, words: officeWords(office, vocabulary), onFirstDay: rule.attributes['by'] === 'start date', clause: clause.id };
  }
  return { office: 'office', words: officeWords('office', vocabulary), onFirstDay: false, clause: null };
}
