/** The addresses of a sitting: everybody's own. */
import * as z from 'zod';
import { isId } from '../../../platform/ids.ts';
import { formOf, get, goTo, NOT_FOUND, page, post, SIGNED_IN, type Route } from '../../../platform/web/index.ts';
import type { Vocabulary } from '../../../rulebook/index.ts';
import { inStep, placeOf } from '../in-step.ts';
import { home, signerOf } from '../routes.tsx';
import { sitDown } from './deeds.ts';
import { SummaryPage, WalkPage } from './pages.tsx';
import { documentsOf, findSitting, walkOf } from './reads.ts';

const noForm = formOf(z.object({}));

export function sittingRoutes({ vocabulary }: { readonly vocabulary: Vocabulary }): Route[] {
  return [
    get('/:school/agreements/sitting', {
      who: SIGNED_IN,
      page: async asked => {
        const { sitting, ...walk } = await inStep(asked, vocabulary, tx => walkOf(tx, asked.reader.person!, placeOf(asked, vocabulary)));
        return page('Read and sign', <WalkPage slug={asked.school.slug} begun={sitting !== null} {...walk} />, { trail: [home(asked.school.slug)] });
      },
    }),

    post('/:school/agreements/sitting', {
      who: SIGNED_IN, form: noForm, perMinute: 60, again: async () => NOT_FOUND,
      deed: async asked => {
        await inStep(asked, vocabulary, async () => undefined); // the asks are of today
        const next = await asked.change(tx => sitDown(tx, signerOf(asked, vocabulary)));
        return next === null ? goTo(`/${asked.school.slug}/agreements`, 'There is nothing to sign.') : goTo(`/${asked.school.slug}/agreements/${next}`);
      },
    }),

    get('/:school/agreements/sitting/:id', {
      who: SIGNED_IN,
      page: async asked => {
        const id = asked.params['id']!;
        if (!isId(id)) return NOT_FOUND;
        const view = await inStep(asked, vocabulary, async tx => {
          const sitting = await findSitting(tx, id);
          return sitting && sitting.person === asked.reader.person ? { sitting, documents: await documentsOf(tx, sitting, placeOf(asked, vocabulary)) } : null;
        });
        if (!view) return NOT_FOUND;
        const { startedAt, finishedAt } = view.sitting;
        return page(finishedAt ? 'Signed' : 'So far', <SummaryPage slug={asked.school.slug} documents={view.documents} startedAt={startedAt} finishedAt={finishedAt} />, { trail: [home(asked.school.slug)] });
      },
    }),
  ];
}
