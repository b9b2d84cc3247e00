/** The front door of the rulebook. */
export type * from './words.ts';
export { VERBS, DECIDING_VERBS, VERDICTS } from './words.ts';
export { readVocabulary } from './vocabulary.ts';
export type { VocabularyText } from './vocabulary.ts';
export { read } from './read/index.ts';
export type { Reading } from './read/index.ts';
export { readSchool, readCoverage } from './read/school.ts';
export { isDay } from './read/day.ts';
export { readTable } from './tables.ts';
export { didYouMean } from './nearest.ts';
export { compile } from './compile.ts';
export type { CompileInput, PackPolicies } from './compile.ts';
export { check, checkText } from './check/index.ts';
export type { CheckInput, CheckTextInput } from './check/index.ts';
export { decide, prepare } from './decide/index.ts';
export { toCedar } from './cedar.ts';
export { answerChosen, answerQuestion, readBoxWords, readQuestion } from './question-box/index.ts';
export type { Asking, BoxAnswer, BoxAsker, BoxText, BoxWords, QuestionReading } from './question-box/index.ts';
