/** What parents allow, as another feature may ask for it. */
import type { Vocabulary } from '../../../rulebook/index.ts';
import type { Questions } from '../../answers.ts';
import { familyOf, listAsks, policiesToSign } from '../reads.ts';
import { groupBy } from '../asks/refresh.ts';
import { allowedTo } from './reads.ts';
import { keyOf } from './words.ts';

/** Answers what is on record for somebody who asks: for a pupil their own, for a parent what stands alike for each of their children. */
export const parentsSaid = ({ vocabulary }: { readonly vocabulary: Vocabulary }): Questions['parentsSaid'] => async (tx, person, today) => {
  const policies = await policiesToSign(tx, vocabulary);
  if (![...policies.values()].some(policy => policy.countersign)) return [];
  const family = await familyOf(tx, person, today);
  const asks = family.length > 0 ? family.flatMap(one => one.asks) : await listAsks(tx, [person]);
  const children = [...groupBy(asks, ask => ask.person)].map(([id, theirs]) => ({ id, policies: theirs.flatMap(ask => policies.get(ask.policy) ?? []) }));
  const rows = [...(await allowedTo(tx, { children, reader: null, place: { today, vocabulary } })).values()].flat();
  return [...groupBy(rows, row => keyOf(row.question)).values()].flatMap(([first, ...others]) =>
    (first && others.every(row => row.now === first.now) ? [{ act: first.question.act, about: first.question.about, allowed: first.now }] : []));
};
