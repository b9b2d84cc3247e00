/** The front door of May I. */
import { EVERYONE, offices } from '../../platform/web/index.ts';
import type { Feature, Shared } from '../feature.ts';
import { routes } from './routes.tsx';

export { examplesFor } from './examples.ts';

/** The question box: plain words in, an answer with its clause out. */
export const mayI = (shared: Shared): Feature => ({
  name: 'may-i',
  routes: routes(shared),
  nav: [
    { text: 'May I …?', path: '/may-i', who: EVERYONE, order: 10 },
    { text: 'Questions', path: '/may-i/questions', who: offices('head', 'deputy-head', 'deputy-head-academic', 'ict-lead', 'network-manager', 'online-safety-officer', 'dpo'), order: 80, under: 'rules', says: 'What people asked, never who; and what the rules do not say.' },
  ],
});
