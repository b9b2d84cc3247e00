/** What the pages of signing in ask for. */
export { listPasskeys, listSessions, nameOf, personOfLink } from './store.ts';
