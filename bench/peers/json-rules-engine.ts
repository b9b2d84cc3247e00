/**
 * json-rules-engine: one engine for each act and level, one rule for each statement.
 */
import { Engine } from 'json-rules-engine';
import type { NestedCondition, TopLevelCondition } from 'json-rules-engine';
import type { Rulebook } from '../../src/rulebook/index.ts';
import { byActAndLevel } from './words.ts';
import type { Asked, Condition, Peer } from './words.ts';

const OPERATORS = { '=': 'equal', '!=': 'notEqual', '<': 'lessThan', '<=': 'lessThanInclusive', '>': 'greaterThan', '>=': 'greaterThanInclusive' } as const;

export function jsonRulesEngine(book: Rulebook): Peer {
  const engines = new Map([...byActAndLevel(book)].map(([act, levels]) => [act, levels.map(({ level, statements }) => {
    const engine = new Engine([], { allowUndefinedFacts: true });
    engine.addOperator('hasAny', (values: readonly string[], among: readonly string[]) => values.some((value) => among.includes(value)));
    engine.addOperator('notBefore', (day: string, from: string) => day >= from);
    engine.addOperator('notAfter', (day: string, until: string) => day <= until);
    for (const one of statements) engine.addRule({ conditions: top(one.holds), event: { type: one.id } });
    return { level, engine };
  })]));
  const decide = async (asked: Asked): Promise<string> => {
    const facts = { ...asked.facts, 'asker-who': asked.who, 'asker-granted': asked.granted, 'asked-today': asked.today, 'asked-period': asked.period };
    for (const { level, engine } of engines.get(asked.act) ?? []) {
      const { events } = await engine.run(facts);
      if (events.length > 0) return level;
    }
    return 'silent';
  };
  return { name: 'json-rules-engine', decide, names: true, later: true };
}

function top(condition: Condition): TopLevelCondition {
  const made = write(condition);
  return 'fact' in made ? { all: [made] } : (made as TopLevelCondition);
}

function write(condition: Condition): NestedCondition {
  if ('all' in condition) return { all: condition.all.map(write) };
  if ('any' in condition) return { any: condition.any.map(write) };
  if ('not' in condition) return { not: write(condition.not) };
  if ('who' in condition) return { fact: 'asker-who', operator: 'hasAny', value: [condition.who] };
  if ('granted' in condition) return { fact: 'asker-granted', operator: 'hasAny', value: [...condition.granted] };
  if ('period' in condition) return { fact: 'asked-period', operator: 'equal', value: condition.period };
  if ('notBefore' in condition) return { fact: 'asked-today', operator: 'notBefore', value: condition.notBefore };
  if ('notAfter' in condition) return { fact: 'asked-today', operator: 'notAfter', value: condition.notAfter };
  if ('number' in condition) return { fact: condition.fact.name, operator: OPERATORS[condition.operator], value: condition.number };
  return { fact: condition.fact.name, operator: condition.fact.several ? 'hasAny' : 'in', value: [...condition.among] };
}
