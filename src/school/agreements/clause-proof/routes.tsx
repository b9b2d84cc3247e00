/** The addresses of the clause-by-clause proof, for those who keep the register and for governors. */
import { csv, get, NOT_FOUND, page, type Asked, type Route } from '../../../platform/web/index.ts';
import type { Vocabulary } from '../../../rulebook/index.ts';
import { inStep } from '../in-step.ts';
import { KEEPERS_AND_GOVERNORS } from '../register-routes.tsx';
import { ClauseProofPage } from './pages.tsx';
import { clauseProof } from './reads.ts';

export function clauseProofRoutes({ vocabulary }: { readonly vocabulary: Vocabulary }): Route[] {
  const read = (asked: Asked<unknown>, policy: string) => inStep(asked, vocabulary, tx => clauseProof(tx, policy, vocabulary));
  return [
    get('/:school/agreements/clauses/:policy', {
      who: KEEPERS_AND_GOVERNORS,
      page: async asked => {
        const policy = asked.params['policy']!;
        const asTable = policy.endsWith('.csv');
        const proof = await read(asked, asTable ? policy.slice(0, -4) : policy);
        if (!proof) return NOT_FOUND;
        if (asTable) return csv(`clauses-${policy.slice(0, -4)}-${asked.today}.csv`, [['Clause', 'Words', 'Speaks to', 'Signed', 'Missing'], ...proof.figures.map(one => [one.number, one.text, one.bound, one.signed, one.bound - one.signed])]);
        return page(`Clause by clause: ${proof.title}`, <ClauseProofPage slug={asked.school.slug} policy={policy} {...proof} />, { look: 'wide', trail: [['Who has signed', `/${asked.school.slug}/agreements/register`]] });
      },
    }),
  ];
}
