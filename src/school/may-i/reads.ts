/** What the pages of May I ask for. */
export { listQuestions, type KeptQuestion } from './store.ts';
