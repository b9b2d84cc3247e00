/** The address of the pupils whom no code reaches. */
import { get, page, type Route } from '../../../platform/web/index.ts';
import type { Vocabulary } from '../../../rulebook/index.ts';
import { inStep, placeOf } from '../in-step.ts';
import { KEEPERS } from '../register-routes.tsx';
import { pageOf } from '../routes.tsx';
import { UnaskedPage } from './pages.tsx';
import { unaskedView } from './reads.ts';

export const unaskedRoutes = ({ vocabulary }: { readonly vocabulary: Vocabulary }): Route[] => [
  get('/:school/agreements/without', {
    who: KEEPERS,
    page: async asked => page('Pupils without a code', <UnaskedPage {...await inStep(asked, vocabulary, tx => unaskedView(tx, { place: placeOf(asked, vocabulary), page: pageOf(asked) }))} />, { trail: [['Who has signed', `/${asked.school.slug}/agreements/register`]] }),
  }),
];
