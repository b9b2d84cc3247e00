/** Clause ids from one edition of a policy to the next: permissions and signatures hang on them. */
import type { Clause, Finding, Policy } from '../words.ts';
import { findingAt } from './words.ts';

/** Ids that have vanished or been renamed since the edition before. Ids given twice are found by the reader. */
export function checkEditions(before: Policy, after: Policy): readonly Finding[] {
  const ids = new Set(after.clauses.map(({ id }) => id));
  const old = new Set(before.clauses.map(({ id }) => id));
  return before.clauses.filter(({ id }) => !ids.has(id)).map((clause) => {
    const renamed = after.clauses.find((other) => !old.has(other.id) && sameWords(other, clause));
    if (renamed) {
      return findingAt(renamed.at, { severity: 'warning', code: 'renamed-id', message: `The clause "${clause.id}" of the edition before is now called "${renamed.id}".`, remedy: `Keep its id {#${clause.id}}: signatures and permissions hang on it.` });
    }
    const neighbour = after.clauses.find(({ headings }) => headings.join('/') === clause.headings.join('/'));
    return findingAt(neighbour?.at ?? { file: after.file, line: 1, column: 1 }, {
      severity: 'warning', code: 'vanished-id', message: `The clause "${clause.id}" (${clause.number}) of the edition before has vanished.`, remedy: 'Put it back, or make sure that nobody is bound by it any more.',
    });
  });
}

function sameWords(one: Clause, other: Clause): boolean {
  return plain(one.text) === plain(other.text);
}

function plain(text: string): string {
  return text.toLowerCase().replace(/[^\p{L}\p{N}]+/gu, ' ').trim();
}
