/** Policies that a policy sends its readers to, and that are not here. */
import type { Finding } from '../words.ts';
import type { Passage } from './passages.ts';
import { findingAt } from './words.ts';
import type { PackDesk } from './words.ts';

export function checkReferences({ rulebook, documents }: PackDesk): readonly Finding[] {
  const ids = new Set(rulebook.policies.map((policy) => policy.id));
  const names = rulebook.policies.map((policy) => words(`${policy.front.title} ${policy.id}`));
  const said = new Set<string>();
  return documents.flatMap(({ policy, passages, head }) => [
    ...policy.front.readWith.filter((id) => !ids.has(id)).map((id) => findingAt(head('read-with'), {
      severity: 'error', code: 'dangling-reference', message: `"read-with" names the policy "${id}", which is not here.`, remedy: `The policies here are ${[...ids].join(', ')}.`,
    })),
    ...passages.flatMap((passage) => sentTo(passage).flatMap(({ name, at }) => {
      const isHere = names.some((own) => words(name).every((word) => own.includes(word)));
      const key = name.toLowerCase();
      if (isHere || said.has(key)) return [];
      said.add(key);
      return [findingAt(passage.at(at), { severity: 'warning', code: 'policy-not-here', message: `Readers are sent to the ${name}, which is not here.`, remedy: 'Add that policy, or say where readers find it.' })];
    })),
  ]);
}

/** "See the mobile phone policy", "in line with our complaints policy". */
const SENT = /\b(?:see|read|refer to|consult|look (?:it )?up in|turn to|in line with|set out in|as (?:it is )?laid down in|found in|follow)\s+(?:also\s+)?(?:the|our)\s+(?:school['’]?s?\s+|trust['’]?s?\s+)?((?:[\p{L}-]+\s+){0,3}[\p{L}-]+\s+(?:policy|code of conduct|procedure))\b/giu;
const NOT_NAMES = /^(?:this|that|same|new|old|main|next|whole|current|latest|above|other|school|trust|ict|staff)\s+(?:policy|code|procedure)/i;
/** Where readers find it is said in the sentence itself. */
const SAYS_WHERE = /\b(?:website|web site|staffroom|office has|from the office|ask (?:the|for)|on the (?:school|staff) (?:drive|portal))\b/i;

function sentTo({ text, kind }: Passage): readonly { name: string; at: number }[] {
  if (kind === 'heading' || SAYS_WHERE.test(text)) return [];
  return [...text.matchAll(SENT)].map((found) => ({ name: found[1]!.replace(/\s+/g, ' '), at: found.index })).filter(({ name }) => !NOT_NAMES.test(name));
}

function words(name: string): readonly string[] {
  return name.toLowerCase().replace(/[^\p{L}]+/gu, ' ').split(' ').filter((word) => word !== '' && !['policy', 'code', 'of', 'conduct', 'procedure', 'the', 'and', 'our'].includes(word));
}

