/** On which permission a yes stands. */
import { dayOf } from '../../../platform/days.ts';
import type { Vocabulary } from '../../../rulebook/index.ts';
import type { Questions } from '../../answers.ts';
import type { Shared } from '../../feature.ts';
import { namesOf } from '../../people/index.ts';
import { capital, groupWords } from '../../policies/index.ts';
import { particularsOf } from '../ask/particulars.ts';
import { isAnothersWord, isForOneUse } from '../decisions.ts';
import { findRequest, heldBy } from '../reads.ts';
import type { Situation } from '../words.ts';
import { entryById } from './store.ts';
import type { Entry } from './words.ts';

const A_MILLISECOND = 1;

/** Whether a permission reaches what was told: what it names is told so, or more narrowly. What was not told stays open. */
export function reaches(covered: Situation, told: Readonly<Record<string, string>>, { facts }: Pick<Vocabulary, 'facts'>): boolean {
  return Object.entries(covered).every(([fact, wanted]) => {
    const said = told[fact];
    if (said === undefined) return true;
    const wide = facts.get(fact)?.values.get(said)?.within ?? [];
    return [wanted].flat().some(one => one === said || wide.includes(one));
  });
}

/** What a permission was given for, in its people's own words: the school's for a group, else what the request named and why. */
export function givenFor({ what, evidence, act, reason }: Pick<Entry, 'what' | 'evidence' | 'act' | 'reason'>): string {
  if (what) return what;
  const named = [...particularsOf(act).map(one => one.key), 'what'].flatMap(key => evidence[key] ?? []);
  return [...new Set([...named, reason])].filter(Boolean).join('; ');
}

/** Answers "on which of their permissions does it stand?". Wired in app.ts. */
export const restsOn = ({ vocabulary }: Shared): Questions['restsOn'] => async (tx, { school, person, act, facts, now }) => {
  const held = (await heldBy(tx, person, { from: now, until: new Date(now.getTime() + A_MILLISECOND), now, vocabulary })).filter(one => one.state === 'live' && one.act === act && reaches(one.facts, facts, vocabulary)).slice(0, 10);
  const names = await namesOf(tx, held.flatMap(one => one.grantedBy ?? []));
  const found = [];
  for (const one of held) {
    const kept = await entryById(tx, one.id);
    const request = kept?.request ? await findRequest(tx, kept.request) : null;
    const entry = kept && request && isAnothersWord(request, person) ? { ...kept, reason: '' } : kept;
    found.push({
      href: `/${school.slug}/permissions/${one.id}`, use: isForOneUse(one) ? one.id : null, what: (entry && givenFor(entry)) || capital(vocabulary.acts.get(act)?.plain ?? act), group: one.holders !== null, conditions: one.conditions,
      by: (one.grantedBy === null ? undefined : names.get(one.grantedBy)) ?? groupWords(one.offices.map(office => [office]), vocabulary), on: dayOf(one.grantedAt), until: dayOf(new Date(one.endsAt.getTime() - A_MILLISECOND)),
    });
  }
  return found;
};
