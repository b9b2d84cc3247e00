/** Clause by clause: how many of those it speaks to have signed it. */
import { remember, type Tx } from '../../../platform/database/index.ts';
import type { Vocabulary } from '../../../rulebook/index.ts';
import type { Questions } from '../../answers.ts';
import { widened } from '../../people/index.ts';
import { countByClauses } from '../asks/store.ts';
import { policiesToSign } from '../reads.ts';
import { clauseFigures, type ClauseFigure } from './decisions.ts';

/** The figures of a policy and its title; null where nobody signs it. */
export async function clauseProof(tx: Tx, policy: string, vocabulary: Vocabulary): Promise<{ title: string; edition: number; figures: readonly ClauseFigure[] } | null> {
  const signing = (await policiesToSign(tx, vocabulary)).get(policy);
  if (!signing) return null;
  const groups = await remember(tx, `signed clauses ${policy}`, () => countByClauses(tx, policy));
  return { title: signing.title, edition: signing.edition, figures: clauseFigures(signing.document, groups, kind => widened([kind], vocabulary)) };
}

/** Answers how many have signed each clause. */
export const clauseSignatures = ({ vocabulary }: { readonly vocabulary: Vocabulary }): Questions['clauseSignatures'] => async (tx, policy) =>
  new Map(((await clauseProof(tx, policy, vocabulary))?.figures ?? []).map(({ id, bound, signed }) => [id, { bound, signed }]));
