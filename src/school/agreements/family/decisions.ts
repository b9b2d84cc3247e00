/** What a signer must read first, and what a guardian promises with the signature, both from the policy's own rules. Pure. */
import type { Clause, Policy, Rule } from '../../../rulebook/index.ts';
import { binds } from '../decisions.ts';
import type { Promised } from './words.ts';

/** Fields of a form; what else a clause needs is a statement. */
const FIELDS: ReadonlySet<string> = new Set(['signature', 'printed-name', 'date', 'form']);

const isStatement = (rule: Rule): boolean =>
  rule.verb === 'countersign' && rule.subject === 'countersign-policy' && (rule.attributes['needs'] ?? '').split('|').some(need => need !== '' && !FIELDS.has(need));
const isHelp = (rule: Rule): boolean => rule.verb === 'must' && rule.subject === 'help-child-follow-rules' && rule.who.kinds.includes('parent');

/** What a guardian says with the signature: the clauses that a parent accepts, and the duty to help the child. In the policy's words and order. */
export const promisesOf = (document: Policy): Promised[] =>
  document.clauses.filter(clause => clause.rules.some(rule => isStatement(rule) || isHelp(rule))).map(({ id, number, text }) => ({ clause: id, number, text }));

const saysRead = (clause: Clause, document: Policy, names: readonly string[]): boolean => clause.rules.some(rule =>
  rule.verb === 'must' && rule.subject === 'read-policy' && !rule.advice && binds(rule.who.kinds.length > 0 ? rule.who : { kinds: document.front.binds, except: rule.who.except }, names));

/**
 * Which of the documents named beside a policy somebody must read before they sign: those that a clause which tells them to
 * read names by their title; all of them where no such clause names any.
 * @param names the signer's kinds and offices
 */
export function requiredReading(document: Policy, of: { names: readonly string[]; beside: readonly { readonly id: string; readonly title: string }[] }): string[] {
  const clauses = document.clauses.filter(clause => saysRead(clause, document, of.names));
  if (clauses.length === 0) return [];
  const text = clauses.map(clause => clause.text.toLowerCase()).join('\n');
  const named = of.beside.filter(one => text.includes(one.title.toLowerCase()));
  return (named.length > 0 ? named : of.beside).map(one => one.id);
}
