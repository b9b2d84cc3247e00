/** The panels that case work and clocks put on the page of a concern. */
import { ClocksPanel } from '../clocks/pages.tsx';
import { clockLines } from '../clocks/reads.ts';
import type { Panels } from '../words.ts';
import { NextPanel, WorkPanel } from './pages.tsx';
import { deals, viewOnce } from './reads.ts';

/** 15 what to do next, 20 clocks, 40 what is being done. Those with whom parts were shared see none of them. */
export const casePanels: Panels = async (asked, opened, shared) => {
  if (!opened.whole || !deals(asked, opened)) return [];
  const view = await viewOnce(asked, opened, shared);
  const here = `/${asked.school.slug}/concerns/${opened.concern.id}`;
  const drawn = { view, vocabulary: shared.vocabulary, here, today: asked.today };
  const lines = clockLines(view.clocks, opened.lock, view.rulebook);
  return [
    // Why: a clock that runs stands above; that none runs, and the way to start one, below what is being done.
    { order: lines.length > 0 ? 20 : 42, body: <ClocksPanel lines={lines} here={here} now={asked.now} works={view.works} notification={view.clocks.some(clock => clock.clock === 'breach')} /> },
    { order: 15, body: <NextPanel {...drawn} /> },
    { order: 40, body: <WorkPanel {...drawn} /> },
  ];
};
