/** The door of the block list, within concerns. */
export { siteCards } from './cards.tsx';
export { operates as siteOperates } from './operates.ts';
export { DecidedLine } from './pages.tsx';
export { exportSites } from './reads.ts';
export { siteNav, sitePanels, siteRoutes } from './routes.tsx';
export { forgetInSites } from './store.ts';
export type { DecidedWords } from './words.ts';
