/** What the pages of May I ask for. */
export { findQuestion, listQuestions, type KeptQuestion } from './store.ts';
