/** The front door of questions about clauses. */
export { questionCards } from './cards.tsx';
export { AnswersBeside } from './pages.tsx';
export { answersBeside, exportQuestions } from './reads.ts';
export { questionRoutes } from './routes.tsx';
export { forgetInQuestions } from './store.ts';
export type { ShownAnswer } from './words.ts';
