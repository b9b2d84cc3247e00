export { endEverySession, makeLink, open, sessionOf, shutOut, signOut, touchSession, type Door } from './deeds.ts';
export { cardRoutes, endCard, listCards, makeCard, mayHoldCard, unlockCard, wordOf, type CardKeeper, type CardPicture, type ClassCard, type FreshCard } from './class-card/index.ts';
export { mayHaveLink } from './first-link.ts';
export { mailLinkRoutes } from './by-mail/routes.tsx';
export { routes } from './routes.tsx';
export { addName, erase } from './store.ts';
export { LONGEST_MS, SESSION_COOKIE } from './words.ts';
