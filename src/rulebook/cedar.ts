/**
 * A rulebook in Cedar, the policy language of https://www.cedarpolicy.com: one action for each level of an act.
 */
import { statementsOf } from './conditions.ts';
import type { Condition, Statement } from './conditions.ts';
import type { Rulebook } from './words.ts';

const HEAD = `// This file is written by "countersign export --cedar". Change the policies, not this file.
//
// Every act has four actions, one for each level: Action::"act:no", "act:ask", "act:tell" and "act:yes". Ask about
// them in this order; the first that is allowed is the answer, and its determining policies name the clauses. If none
// is allowed, the policies are silent: ask the policy's owner. Silence is never a yes.
//
// The principal is a member of its Kinds and Offices. The context holds every fact that the policies of the act test
// (a policy whose facts are missing would be skipped, and a ban that is skipped permits): text, or a set of texts for
// a fact that holds several values; whole numbers for counts; minutes for spans (-1 where a span has no length);
// YYYYMMDD for days. It also holds "today" (YYYYMMDD), "period" (the temporary measure that is on, else "normal") and
// "granted": the offices whose live permission covers the situation, never the asker's own.
`;

/** The whole rulebook as one Cedar text, with comments and an @id for each policy. */
export function toCedar(rulebook: Rulebook): string {
  const advice = rulebook.rules.filter((rule) => rule.advice).map((rule) => `// Advice, which decides nothing: ${rule.clauseId} (${rule.verb} ${rule.subject})`);
  return `${[HEAD, ...statementsOf(rulebook).map((one) => toCedarPolicy(rulebook, one)), ...advice].join('\n')}\n`;
}

/** One statement as a Cedar policy, its clause above it as a comment. */
export function toCedarPolicy(rulebook: Rulebook, { id, act, level, clause, holds }: Statement): string {
  const read = rulebook.clauses.get(clause);
  const words = read ? `${read.number} ${read.text}`.replace(/\s+/g, ' ').trim() : 'A clause that could not be read.';
  const conditions = 'all' in holds && holds.all.length > 0 ? holds.all.map((one) => write(rulebook, one)) : ['true'];
  return `// ${words}
@id(${quote(id)})
permit (principal, action == Action::${quote(`${act}:${level}`)}, resource)
when {
  ${conditions.join(' &&\n  ')}
};
`;
}

function write(rulebook: Rulebook, condition: Condition): string {
  if ('all' in condition) return join(condition.all.map((one) => write(rulebook, one)), '&&', 'true');
  if ('any' in condition) return join(condition.any.map((one) => write(rulebook, one)), '||', 'false');
  if ('not' in condition) return `!(${write(rulebook, condition.not)})`;
  if ('who' in condition) return writeWho(rulebook, condition.who);
  if ('granted' in condition) return `context.granted.containsAny([${condition.granted.map(quote).join(', ')}])`;
  if ('period' in condition) return `context.period == ${quote(condition.period)}`;
  if ('notBefore' in condition) return `context.today >= ${condition.notBefore.replaceAll('-', '')}`;
  if ('notAfter' in condition) return `context.today <= ${condition.notAfter.replaceAll('-', '')}`;
  return writeTest(condition);
}

/** A name can be both a kind of person and an office: "teacher". */
function writeWho({ vocabulary }: Rulebook, who: string): string {
  const types = [...(vocabulary.kinds.has(who) ? ['Kind'] : []), ...(vocabulary.offices.has(who) ? ['Office'] : [])];
  return join(types.map((type) => `principal in ${type}::${quote(who)}`), '||', 'false');
}

function writeTest(test: Extract<Condition, { fact: unknown }>): string {
  const value = `context[${quote(test.fact.name)}]`;
  if ('number' in test) return `${value} ${test.operator === '=' ? '==' : test.operator} ${test.number}`;
  const values = `[${test.among.map(quote).join(', ')}]`;
  return test.fact.several ? `${value}.containsAny(${values})` : `${values}.contains(${value})`;
}

function join(parts: readonly string[], sign: '&&' | '||', none: 'true' | 'false'): string {
  return parts.length === 0 ? none : parts.length === 1 ? parts[0]! : `(${parts.join(` ${sign} `)})`;
}

function quote(text: string): string {
  return JSON.stringify(text);
}
