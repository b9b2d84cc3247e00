/**
 * casbin, in two arrangements. As its handbook has it for rules on attributes: one policy line for each statement, so
 * that it can name a clause. And as fast as it goes: everything an act's level says written into one matcher, which
 * casbin compiles once, but which can name nothing.
 */
import { newEnforcer, newModelFromString } from 'casbin';
import type { Enforcer } from 'casbin';
import type { Statement } from '../../src/rulebook/conditions.ts';
import type { Rulebook } from '../../src/rulebook/index.ts';
import { byActAndLevel } from './words.ts';
import type { Asked, Condition, Peer } from './words.ts';

const model = (matcher: string) => newModelFromString(`
[request_definition]
r = q
[policy_definition]
p = id, rule
[policy_effect]
e = some(where (p.eft == allow))
[matchers]
m = ${matcher}
`);

/** One policy line for each statement. */
export async function casbinByLines(book: Rulebook): Promise<Peer> {
  const enforcers = await enforcersOf(book, async (statements) => {
    const enforcer = await newEnforcer(model('eval(p.rule)'));
    await enforcer.addPolicies(statements.map((one) => [one.id, write(one.holds)]));
    return enforcer;
  });
  const decide = (asked: Asked): string => enforcers.get(asked.act)?.find(({ enforcer }) => enforcer.enforceExSync(asked)[0])?.level ?? 'silent';
  return { name: 'casbin, a policy line a rule', decide, names: true };
}

/** One matcher for each act and level. */
export async function casbinByMatcher(book: Rulebook): Promise<Peer> {
  const enforcers = await enforcersOf(book, async (statements) => {
    const enforcer = await newEnforcer(model(statements.map((one) => `(${write(one.holds)})`).join(' || ')));
    await enforcer.addPolicy('any', 'any');
    return enforcer;
  });
  const decide = (asked: Asked): string => enforcers.get(asked.act)?.find(({ enforcer }) => enforcer.enforceSync(asked))?.level ?? 'silent';
  return { name: 'casbin, an act in one matcher', decide, names: false };
}

async function enforcersOf(book: Rulebook, make: (statements: readonly Statement[]) => Promise<Enforcer>) {
  const enforcers = new Map<string, { level: string; enforcer: Enforcer }[]>();
  for (const [act, levels] of byActAndLevel(book)) {
    const made = [];
    for (const { level, statements } of levels) {
      const enforcer = await make(statements);
      await enforcer.addFunction('has', (value: string, among: string) => among.includes(`/${value}/`));
      await enforcer.addFunction('hasAny', (values: readonly string[], among: string) => values.some((value) => among.includes(`/${value}/`)));
      made.push({ level, enforcer });
    }
    enforcers.set(act, made);
  }
  return enforcers;
}

function write(condition: Condition): string {
  if ('all' in condition) return condition.all.length === 0 ? 'true' : `(${condition.all.map(write).join(' && ')})`;
  if ('any' in condition) return condition.any.length === 0 ? 'false' : `(${condition.any.map(write).join(' || ')})`;
  if ('not' in condition) return `!${write(condition.not)}`;
  if ('who' in condition) return `hasAny(r.q.who, "/${condition.who}/")`;
  if ('granted' in condition) return `hasAny(r.q.granted, "/${condition.granted.join('/')}/")`;
  if ('period' in condition) return `(r.q.period == "${condition.period}")`;
  if ('notBefore' in condition) return `(r.q.today >= "${condition.notBefore}")`;
  if ('notAfter' in condition) return `(r.q.today <= "${condition.notAfter}")`;
  const value = `r.q.facts["${condition.fact.name}"]`;
  if ('number' in condition) return `(${value} ${condition.operator === '=' ? '==' : condition.operator} ${condition.number})`;
  return `${condition.fact.several ? 'hasAny' : 'has'}(${value}, "/${condition.among.join('/')}/")`;
}
