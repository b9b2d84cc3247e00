/** The addresses of pupils and their code. */
import { csv, get, page, type Route, type Who } from '../../../platform/web/index.ts';
import type { Shared } from '../../feature.ts';
import { inStepRemembered } from '../in-step.ts';
import { CodesPage } from './pages.tsx';
import { codesView } from './reads.ts';

const A_PAGE = 50;

export const pupilCodeRoutes = ({ vocabulary, keepers }: Shared & { readonly keepers: Who }): Route[] => [
  get('/:school/agreements/pupil-codes', {
    who: keepers,
    page: async asked => {
      const view = await inStepRemembered(asked, vocabulary, { key: 'pupil codes', work: tx => codesView(tx, { today: asked.today, vocabulary }) });
      const n = Math.min(Math.max(Number.parseInt(asked.query['page'] ?? '1', 10) || 1, 1), 2000);
      return page('Pupils and their code', <CodesPage {...view} slug={asked.school.slug} page={n} pages={Math.ceil(view.wrong.length / A_PAGE)} />, { look: 'wide' });
    },
  }),
  get('/:school/agreements/pupil-codes.csv', {
    who: keepers,
    page: async asked => {
      const { wrong } = await inStepRemembered(asked, vocabulary, { key: 'pupil codes', work: tx => codesView(tx, { today: asked.today, vocabulary }) });
      return csv(`pupils-without-one-code-${asked.today}.csv`, [['name', 'year group', 'class', 'codes'], ...wrong.map(one => [one.name, one.yearGroup, one.class, one.codes.join('; ')])]);
    },
  }),
];
