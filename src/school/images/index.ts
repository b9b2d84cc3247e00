/** The front door of images. */
import { either, kinds, offices, SIGNED_IN } from '../../platform/web/index.ts';
import type { Feature, Shared } from '../feature.ts';
import { holdCards } from './holds/cards.tsx';
import { holdPictures, lockFor } from './holds/deeds.ts';
import { countHeld } from './holds/reads.ts';
import { routes as holdRoutes } from './holds/routes.tsx';
import { exportHolds, forgetInHolds } from './holds/person.ts';
import type { Questions } from '../answers.ts';
import { operates } from './operates.ts';
import { askedRoutes } from './recordings/asked-routes.tsx';
import { recordingCards } from './recordings/cards.tsx';
import { OVERSEERS } from './recordings/decisions.ts';
import { exportRecordings, forgetInRecordings } from './recordings/store.ts';
import { routes } from './recordings/routes.tsx';
import { saidRoutes } from './recordings/said-routes.tsx';

export { forgetAgainInHolds } from './holds/person.ts';
export { agreedRecordings } from './recordings/reads.ts';
export { fillRecording } from './recordings/take-in.ts';
export { eraseRecordings, remindOfHolds } from './run.ts';

/** Who hears what of the bulletin. */
export const pictureListeners = (shared: Shared) => ({ 'picture-worry': holdPictures(shared) });

/** How many children's pictures are held back, for those who may look a child up. Answers a question of another feature. */
export const heldBack = (shared: Shared): Questions['heldBack'] => async (tx, { school, reader }) => {
  if (reader.person === null || !reader.kinds.includes('staff')) return null;
  return { children: await countHeld(tx, { reader, lock: await lockFor(shared, school) }), href: `/${school.slug}/picture-check` };
};

/** Images: recordings to which everybody in them has agreed, and pictures that are held back. */
export const images = (shared: Shared): Feature => ({
  name: 'images',
  // Why those first: their addresses would otherwise look like the id of a recording.
  routes: [...askedRoutes(shared), ...routes(shared), ...saidRoutes(shared), ...holdRoutes(shared)],
  nav: [
    { text: 'Recordings', path: '/recordings', who: either(kinds('staff', 'pupil'), offices(...OVERSEERS)), order: 66, under: 'school', says: 'Ask everybody before you record them, and read who may be in it.' },
    { text: 'Recordings you were asked about', path: '/recordings/asked', who: SIGNED_IN, order: 67, under: 'school', says: 'Who wanted to record you or your child, what you said, and how to take a yes back.' },
    { text: 'Look a child up before a picture is used', path: '/picture-check', who: either(kinds('staff'), offices('head', 'dsl')), order: 68, under: 'school', says: 'Whether pictures of a child are held back.' },
    { text: 'Pictures on hold', path: '/pictures-on-hold', who: offices('dsl'), order: 69, under: 'school', says: 'Children whose pictures are held back, and what is still to come down.' },
  ],
  startCards: async asked => [...await recordingCards(shared)(asked), ...await holdCards(shared)(asked)],
  operates,
  exportPerson: async (tx, person) => ({ recordings: await exportRecordings(tx, person), pictures: await exportHolds(tx, person) }),
  erasePerson: async (tx, person) => {
    await forgetInRecordings(tx, person);
    await forgetInHolds(tx, person);
  },
});
