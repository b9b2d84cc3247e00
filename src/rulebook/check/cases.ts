/** The cases beside a school's policies: each is decided, and one that is answered otherwise is found. */
import { decide } from '../decide/index.ts';
import { LISTS } from '../read/cases.ts';
import type { PackCase } from '../read/cases.ts';
import type { Answer, Finding, Rulebook } from '../words.ts';
import { findingAt, quote } from './words.ts';

/** Findings about the cases that the rulebook does not answer as they say, each at its case. */
export function checkCases(rulebook: Rulebook, cases: readonly PackCase[]): readonly Finding[] {
  return cases.flatMap(({ name, question, expected, at }) => {
    const differences = differencesOf(rulebook.pack, decide(rulebook, question), expected);
    if (differences.length === 0) return [];
    return [findingAt(at, { severity: 'error', code: 'case-fails', message: `"${quote(name, 90)}": ${differences.join('; ')}.`, remedy: 'Correct the rule; or the case, if the rule is meant.' })];
  });
}

function differencesOf(pack: string, answer: Answer, expected: PackCase['expected']): readonly string[] {
  const verdict = answer.says === expected.says ? [] : [`the answer is "${answer.says}" and should be "${expected.says}"`];
  const lists = LISTS.flatMap((list) => {
    const wanted = expected[list];
    if (wanted === undefined) return [];
    const [is, should] = [answer[list].map((name) => name.replace(`${pack}/`, '')), wanted.map((name) => name.replace(`${pack}/`, ''))].map((names) => [...names].sort().join(', '));
    return is === should ? [] : [`"${list}" is ${is || 'empty'} and should be ${should || 'empty'}`];
  });
  return [...verdict, ...lists];
}
