/**
 * Asks Cedar, level by level, what our engine is asked.
 */
import { preparsePolicySet, statefulIsAuthorized } from '@cedar-policy/cedar-wasm/nodejs';
import type { CedarValueJson, EntityJson } from '@cedar-policy/cedar-wasm/nodejs';
import { toCedarPolicy } from '../../src/rulebook/cedar.ts';
import { LEVELS, plainNumber, statementsOf } from '../../src/rulebook/conditions.ts';
import type { Statement } from '../../src/rulebook/conditions.ts';
import type { Question, Rulebook } from '../../src/rulebook/index.ts';
import { factsOf } from './questions.ts';

export interface CedarAnswer {
  readonly says: string;
  readonly because: readonly string[];
}

/** Hands a rulebook to Cedar, act by act and level by level. */
export function cedarOf(book: Rulebook): (question: Question) => CedarAnswer {
  const statements = new Map<string, Statement[]>();
  for (const one of statementsOf(book)) statements.set(`${one.act}:${one.level}`, [...(statements.get(`${one.act}:${one.level}`) ?? []), one]);
  for (const [key, some] of statements) {
    const parsed = preparsePolicySet(`${book.pack} ${key}`, { staticPolicies: Object.fromEntries(some.map((one) => [one.id, toCedarPolicy(book, one)])) });
    if (parsed.type === 'failure') throw new Error(parsed.errors.map((one) => one.message).join('\n'));
  }
  return (question) => {
    const request = requestOf(book, question);
    for (const level of LEVELS) {
      const key = `${question.act}:${level}`;
      const some = statements.get(key);
      if (!some) continue;
      const answer = statefulIsAuthorized({ ...request, action: { type: 'Action', id: key }, preparsedPolicySetId: `${book.pack} ${key}` });
      if (answer.type === 'failure') throw new Error(answer.errors.map((one) => one.message).join('\n'));
      const { decision, diagnostics } = answer.response;
      // Cedar skips a policy that fails to evaluate; here that must never happen.
      if (diagnostics.errors.length > 0) throw new Error(diagnostics.errors.map((one) => one.error.message).join('\n'));
      if (decision === 'allow') return { says: level, because: [...new Set(diagnostics.reason.map((id) => some.find((one) => one.id === id)!.clause))] };
    }
    return { says: 'silent', because: [] };
  };
}

/** The same question as a Cedar request. The question must give every fact that the rules of its act test. */
function requestOf(book: Rulebook, question: Question) {
  const who = typeof question.who === 'string' ? [question.who] : question.who;
  const kinds = new Set(who.flatMap((name) => [name, ...(book.vocabulary.kinds.get(name)?.within ?? [])]));
  const granted = (question.permissions ?? []).filter((one) => one.live && one.act === question.act).map((one) => one.office!);
  const period = question.facts?.['period'] ?? 'normal';
  const context: Record<string, CedarValueJson> = { granted, today: Number(question.on.replaceAll('-', '')), period: period as string };
  for (const fact of factsOf(book, question.act)) {
    const given = question.facts?.[fact.name] ?? fact.default!;
    const values = typeof given === 'string' ? [given] : [...given];
    const isText = fact.type === 'enum' || fact.type === 'yes/no';
    context[fact.name] = fact.several ? values : isText ? values[0]! : plainNumber(fact, values[0]!);
  }
  const asker = { type: 'Person', id: 'asker' };
  const entities: EntityJson[] = [{ uid: asker, attrs: {}, parents: [...kinds].map((id) => ({ type: 'Kind', id })) }];
  return { principal: asker, resource: { type: 'School', id: book.pack }, context, entities };
}
