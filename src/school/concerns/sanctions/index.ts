/** The door of sanctions, within concerns. */
import { kinds } from '../../../platform/web/index.ts';
import type { NavEntry } from '../../feature.ts';

export { sanctionCards } from './cards.tsx';
export { sanctionWasSwitched } from './heard.ts';
export { operates as sanctionOperates } from './operates.ts';
export { runSanctions } from './run.ts';
export { exportSanctions, forgetInSanctions } from './store.ts';
export { sanctionPanels, sanctionRoutes } from './routes.tsx';

export const sanctionNav: readonly NavEntry[] = [
  { text: 'Switched off for somebody', path: '/switched-off', who: kinds('staff'), order: 87, under: 'school', says: 'Who is without the internet or another part of school ICT for a time, and until when.' },
];
