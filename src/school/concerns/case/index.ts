/** The door of case work and its clocks, within concerns. */
import type { Tx } from '../../../platform/database/index.ts';
import type { Route } from '../../../platform/web/index.ts';
import type { Shared } from '../../feature.ts';
import { clockRoutes } from '../clocks/routes.tsx';
import { caseRoutes } from './routes.tsx';
import { exportSteps, forgetInSteps } from './store.ts';

export { caseCards } from './cards.tsx';
export { operates as caseOperates } from './operates.ts';
export { casePanels } from './panels.tsx';
export { remindOfCases } from './run.ts';

/** The addresses of case work and of its clocks. */
export const workRoutes = (shared: Shared): Route[] => [...caseRoutes(shared), ...clockRoutes(shared)];

/** What somebody was to do in cases, and when they wrote something down: not a word of what. */
export const exportWork = (tx: Tx, person: string): Promise<unknown> => exportSteps(tx, person);

/** Forgets who did what in cases. What was written stays, locked. */
export const forgetWork = (tx: Tx, person: string): Promise<void> => forgetInSteps(tx, person);
