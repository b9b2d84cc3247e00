/** What pages and signing in ask about a trust. */
export { asksOf, asksWaiting, elsewhereOf, findAsk, listTied, sisterSchools, trustOf } from './store.ts';
