/** The front door of companion documents. */
export { companionCards } from './cards.tsx';
export { CompanionList } from './pages.tsx';
export { companionsOf, publicationsOf, stoppersOf } from './reads.ts';
export { companionRoutes } from './routes.tsx';
export { checkLinks, type LinkRound } from './run.ts';
export { addCompanion, noteLook, takeInLinks } from './deeds.ts';
export type { Companion, CompanionToRead } from './words.ts';
