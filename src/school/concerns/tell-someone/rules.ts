/** What the rules of a school say of phones, for looking one up. */
import type { Tx } from '../../../platform/database/index.ts';
import { askFeature } from '../../answers.ts';
import { namesOf } from '../../people/index.ts';
import { cite, clauseHref, rulesInForce } from '../../policies/index.ts';
import type { Asking } from '../words.ts';

export interface Cited { readonly cite: string; readonly href: string; readonly words: string }

const PHONE_ACTS = ['bring-phone', 'use-phone', 'keep-phone-on', 'carry-personal-device'];
const MOST = 6;

/** The rules that let somebody have or use a phone, or say who may allow it. */
export async function phoneRules(tx: Tx, { school, shared, today }: Pick<Asking, 'school' | 'shared' | 'today'>): Promise<Cited[]> {
  const { rulebook } = await rulesInForce(tx, { school, vocabulary: shared.vocabulary, today });
  const found = PHONE_ACTS.flatMap(act => rulebook.rulesByAct.get(act) ?? []).filter(rule => (rule.verb === 'may' || rule.verb === 'ask') && (rule.from ?? '') <= today && (rule.until === undefined || rule.until >= today));
  return [...new Set(found.map(rule => rule.clauseId))].slice(0, MOST).map(id => ({ cite: cite(rulebook, id), href: clauseHref(id), words: rulebook.clauses.get(id)?.text ?? '' }));
}

/** Of these people, the names of those who hold a live permission for a phone. */
export async function phonePermissions(tx: Tx, persons: readonly string[], now: Date): Promise<string[]> {
  const holding: string[] = [];
  for (const person of persons.slice(0, 20)) {
    if ((await askFeature('livePermissions', tx, person, now)).some(one => one.live && PHONE_ACTS.includes(one.act))) holding.push(person);
  }
  const names = await namesOf(tx, holding);
  return holding.flatMap(id => names.get(id) ?? []);
}
