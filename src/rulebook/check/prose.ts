/** What can be wrong with the words of a policy, whatever its rules say. */
import type { Finding } from '../words.ts';
import { cutOffIn } from './cut-off.ts';
import { outdatedIn } from './outdated.ts';
import { peopleNamedIn } from './people-named.ts';
import { placeholdersIn } from './placeholders.ts';
import type { PackDesk } from './words.ts';

export function checkProse({ rulebook, documents, standards, on }: PackDesk): readonly Finding[] {
  const holders = Object.values(rulebook.school.offices).filter((holder) => !holder.startsWith('office:'));
  return documents.flatMap(({ passages }) => [
    ...placeholdersIn(passages), ...cutOffIn(passages), ...peopleNamedIn(passages, holders), ...outdatedIn(passages, standards, on),
  ]);
}
