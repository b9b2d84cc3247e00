/** What the pages of copies ask. */
export { countRequests, exportRequests, findRequest, listRequests } from './store.ts';
