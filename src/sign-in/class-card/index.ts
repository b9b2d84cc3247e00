/** Class cards: how the youngest sign in. */
export { mayHoldCard } from './decisions.ts';
export { endCard, makeCard, unlockCard, type CardKeeper } from './deeds.ts';
export { wordOf, type CardPicture } from './pages.tsx';
export { listCards } from './reads.ts';
export { cardRoutes } from './routes.tsx';
export type { ClassCard, FreshCard } from './words.ts';
