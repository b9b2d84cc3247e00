/** The front door of the question box: plain words in, act and facts out, and the answer with its clauses. */
export { readBoxWords } from './box-words.ts';
export { readQuestion } from './read-question.ts';
export { answerQuestion } from './answer.ts';
export type { Asking } from './answer.ts';
export type { BoxAnswer, BoxAsker, BoxText, BoxWords, QuestionReading } from './words.ts';
export { answerChosen } from './chosen.ts';
export type { Chosen } from './chosen.ts';
