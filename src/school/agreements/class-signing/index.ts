/** Signing with a class: the whiteboard, each child's mark, and who teaches which class. */
export { forgetTeachings } from './deeds.ts';
export { mayRunClass, teachingsOf } from './reads.ts';
export { classRoutes } from './routes.tsx';
export { classCards } from './start-cards.tsx';
