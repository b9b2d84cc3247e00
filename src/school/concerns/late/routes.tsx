/** The address of late cases. It is there for everybody who is signed in: an empty list tells nobody anything. */
import { page, SIGNED_IN, type Route } from '../../../platform/web/index.ts';
import { registerRoutes, type Register } from '../../../registers/index.ts';
import type { Shared } from '../../feature.ts';
import { rulesInForce } from '../../policies/index.ts';
import { lockFor } from '../asking.ts';
import { clausesOfFirstStep } from './decisions.ts';
import { lateColumns, LatePage } from './pages.tsx';
import { lateFor, type LateRow } from './reads.ts';

export const lateRoutes = (shared: Shared): Route[] => registerRoutes(late(shared));

const late = (shared: Shared): Register<LateRow> => ({
  path: '/concerns-late', who: SIGNED_IN, file: 'late-first-steps',
  fields: () => ({ search: { label: 'Code', id: 'late-search' } }),
  find: async (asked, ask) => { const lock = await lockFor(shared, asked.school); return asked.read(tx => lateFor(tx, asked, lock, ask)); },
  columns: ({ now }) => lateColumns({ vocabulary: shared.vocabulary, now }),
  page: async (asked, list) => {
    const { rulebook } = await asked.read(tx => rulesInForce(tx, { school: asked.school, vocabulary: shared.vocabulary, today: asked.today }));
    return page('First steps that are late', <LatePage list={list} clauses={clausesOfFirstStep(rulebook)} rulebook={rulebook} />, { look: 'wide', headers: { 'cache-control': 'no-store' }, trail: [['Concerns', `/${asked.school.slug}/concerns`]] });
  },
});
