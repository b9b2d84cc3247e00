/** The quiz about an edition, made from its rules. */
export { forgetQuizzes } from './deeds.ts';
export { quizzesOf } from './reads.ts';
export { quizRoutes } from './routes.tsx';
