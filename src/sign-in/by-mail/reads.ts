/** What the pages of signing in by mail ask. */
export { isLive } from './store.ts';
