/** What a policy's own form asks for: the statements that are accepted one by one, and where it goes when it is signed. Its questions are in allowed/asked.ts. */
import type { Clause, Policy, Rule, Vocabulary } from '../../../rulebook/index.ts';
import { officeWords } from '../../policies/index.ts';
import { asksFor, formOfPolicy } from '../allowed/asked.ts';
import { declaredIn } from '../decisions.ts';
import type { Capacity } from '../words.ts';
import type { SlipPart } from './words.ts';

/** What a form is given by the school and by whoever signs it; these are no statements. */
const FIELDS = new Set(['signature', 'printed-name', 'date', 'form']);
/** Acts that a form has its signer state beside the signature: what they have read, and what they accept. */
const STATED = new Set(['read-policy', 'follow-code', 'help-child-follow-rules']);

const needsOf = (rule: Rule): string[] => (rule.attributes['needs'] ?? '').split('|').filter(Boolean);
const isStatement = (clause: Clause, capacity: Capacity): boolean => clause.rules.some(rule => asksFor(rule, capacity) && needsOf(rule).some(need => !FIELDS.has(need)));

/** The statements that are accepted one by one, in the policy's order and words; those a clause has its signers declare without a form come as sentences. */
export function acceptedIn(document: Policy, capacity: Capacity): SlipPart['accepts'] {
  const form = formOfPolicy(document, capacity);
  if (!form.some(clause => isStatement(clause, capacity))) return capacity === 'self' ? declaredIn(document) : [];
  const stated = (clause: Clause) => isStatement(clause, capacity) || clause.rules.some(rule => STATED.has(rule.subject));
  return form.filter(stated).map(clause => ({ clause: clause.id, words: clause.text }));
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
