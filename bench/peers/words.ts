/**
 * What the peers are given: the statements of a rulebook, sorted by act and level, and questions with plain facts.
 */
import type { Condition, Level, Statement } from '../../src/rulebook/conditions.ts';
import { LEVELS, plainNumber, statementsOf } from '../../src/rulebook/conditions.ts';
import type { Question, Rulebook } from '../../src/rulebook/index.ts';
import { factsOf } from '../../tests/rulebook/questions.ts';

export interface Peer {
  readonly name: string;
  /** It answers later: `decide` gives a promise. */
  readonly later?: boolean;
  /** The verdict on a question. */
  /** Whether it can name the clauses that made the verdict. */
  readonly names: boolean;
  readonly decide: (asked: Asked) => string | Promise<string>;
}

/** A question as peers take it: prepared before the clock starts. */
export interface Asked {
  readonly question: Question;
  readonly act: string;
  readonly who: readonly string[];
  readonly granted: readonly string[];
  readonly today: string;
  readonly period: string;
  readonly facts: Readonly<Record<string, string | number | readonly string[]>>;
}

export function askedOf(book: Rulebook, question: Question): Asked {
  const who = [question.who].flat();
  const facts = factsOf(book, question.act).map((fact) => {
    const value = (question.facts?.[fact.name] ?? fact.default) as string;
    const isText = fact.type === 'enum' || fact.type === 'yes/no';
    return [fact.name, fact.several ? [value] : isText ? value : plainNumber(fact, value)] as const;
  });
  return {
    question, act: question.act, who: [...new Set(who.flatMap((name) => [name, ...(book.vocabulary.kinds.get(name)?.within ?? [])]))],
    granted: (question.permissions ?? []).filter((one) => one.live).map((one) => one.office!), today: question.on,
    period: (question.facts?.['period'] as string | undefined) ?? 'normal', facts: Object.fromEntries(facts),
  };
}

/** Act → the levels of it that have statements, strictest first. */
export function byActAndLevel(book: Rulebook): ReadonlyMap<string, readonly { level: Level; statements: readonly Statement[] }[]> {
  const statements = statementsOf(book);
  return new Map([...new Set(statements.map((one) => one.act))].map((act) => [act, LEVELS.map((level) => (
    { level, statements: statements.filter((one) => one.act === act && one.level === level) })).filter((one) => one.statements.length > 0)]));
}

export type { Condition };
