/** The front door of images. */
import { either, kinds, offices, SIGNED_IN } from '../../platform/web/index.ts';
import type { Feature, Shared } from '../feature.ts';
import { operates } from './operates.ts';
import { askedRoutes } from './recordings/asked-routes.tsx';
import { recordingCards } from './recordings/cards.tsx';
import { OVERSEERS } from './recordings/decisions.ts';
import { exportRecordings, forgetInRecordings } from './recordings/store.ts';
import { routes } from './recordings/routes.tsx';

export { agreedRecordings } from './recordings/reads.ts';
export { eraseRecordings } from './run.ts';

/** Images: recordings to which everybody in them has agreed. */
export const images = (shared: Shared): Feature => ({
  name: 'images',
  // Why those first: their addresses would otherwise look like the id of a recording.
  routes: [...askedRoutes(shared), ...routes(shared)],
  nav: [
    { text: 'Recordings', path: '/recordings', who: either(kinds('staff', 'pupil'), offices(...OVERSEERS)), order: 66, under: 'school', says: 'Ask everybody before you record them, and read who may be in it.' },
    { text: 'Recordings you were asked about', path: '/recordings/asked', who: SIGNED_IN, order: 67, under: 'school', says: 'Who wanted to record you or your child, what you said, and how to take a yes back.' },
  ],
  startCards: recordingCards(shared),
  operates,
  exportPerson: exportRecordings,
  erasePerson: forgetInRecordings,
});
