/** The clause that is kept by the quiz. */
import type { Operates } from '../../feature.ts';

export const quizOperates: readonly Operates[] = [
  { clause: 'day-school/staff-ict-code#aim-know', by: 'keepQuiz', test: 'somebody signs, does the quiz, reads why, and the office sees the day, the edition, the score and who has not finished' },
  { clause: 'day-school/staff-ict-code#aim-know', by: 'finishedView', test: 'a quiz may be done again, sent twice it is kept once, and a new edition asks for it anew' },
];
