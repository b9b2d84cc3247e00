/** The door of paper: slips, piles, and what the rest of agreements asks of them. */
import type { Tx } from '../../../platform/database/index.ts';
import type { Route } from '../../../platform/web/index.ts';
import { pileRoutes } from './pile-routes.tsx';
import { forgetPictures } from './piles/store.ts';
import { starterRoutes } from './starter-routes.tsx';
import { slipRoutes, type PaperParts } from './routes.tsx';
import { slipsForExport } from './store.ts';

export { readSilentPiles, type PaperRound } from './piles/job.ts';
export { AT_THE_DESK } from './routes.tsx';

export const paperRoutes = (parts: PaperParts): Route[] => [...slipRoutes(parts), ...pileRoutes(parts), ...starterRoutes(parts)];

/** What is kept of a person's slips. */
export const exportPaper = (tx: Tx, person: string): Promise<unknown[]> => slipsForExport(tx, person);
/** Takes the pictures of what a person signed on paper away. That they signed stays. */
export const erasePaper = (tx: Tx, person: string): Promise<void> => forgetPictures(tx, person);
