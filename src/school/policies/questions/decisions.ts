/** Who answers a question about a clause, and whether an answer still fits it. Pure. */
import type { Clause, FrontMatter } from '../../../rulebook/index.ts';

/** The offices that may answer: those the clause asks or tells, and the one that looks after the policy. */
export function answerersOf(clause: Clause | undefined, front: FrontMatter): string[] {
  const named = clause?.rules.filter(rule => rule.verb === 'ask' || rule.verb === 'tell').flatMap(rule => rule.offices.flat()) ?? [];
  return [...new Set([...named, front.owner ?? 'head'])];
}

/** A clause as far as an answer can hang on it: its words and its rules, wherever they stand in the file. */
export const senseOf = (clause: Clause): string =>
  JSON.stringify([clause.text, clause.rules.map(({ at: _at, when, unless, ...rule }) => ({ ...rule, when: when.map(({ at: _w, ...test }) => test), unless: unless.map(({ at: _u, ...test }) => test) }))]);

/** How many questions one person may ask in a day. */
export const MOST_A_DAY = 10;
