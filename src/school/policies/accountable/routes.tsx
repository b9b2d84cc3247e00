/** The addresses of who answers for what. */
import { csv, get, kinds, page, type Route } from '../../../platform/web/index.ts';
import type { Shared } from '../../feature.ts';
import { AccountablePage } from './pages.tsx';
import { whoAnswersFor } from './reads.ts';

/** The grown-ups who keep the school running or watch over it. */
export const ACCOUNTABLE_READERS = kinds('staff', 'governor', 'trustee', 'inspector');

export const accountableRoutes = ({ vocabulary }: Shared): Route[] => [
  get('/:school/accountable', {
    who: ACCOUNTABLE_READERS,
    page: async asked => {
      const rows = await asked.remembered({ key: `accountable ${asked.today}`, work: tx => whoAnswersFor(tx, { school: asked.school, vocabulary, today: asked.today }) });
      return page('Who answers for what', <AccountablePage slug={asked.school.slug} rows={rows} />, { look: 'wide' });
    },
  }),
  get('/:school/accountable.csv', {
    who: ACCOUNTABLE_READERS,
    page: async asked => {
      const rows = await asked.read(tx => whoAnswersFor(tx, { school: asked.school, vocabulary, today: asked.today }));
      return csv(`who-answers-${asked.today}.csv`, [['policy', 'clause', 'for', 'office', 'held by'],
        ...rows.flatMap(row => row.offices.map(one => [row.policyTitle, row.clause?.number ?? '', row.what, one.title, one.vacant ? 'nobody' : one.holders.join(', ')]))]);
    },
  }),
];
