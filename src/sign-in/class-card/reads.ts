/** What pages ask about class cards. */
export { cardOfToken, listCards } from './store.ts';
