/** What the page of terms asks. */
export { listNamedTerms as namedTerms } from './store.ts';
