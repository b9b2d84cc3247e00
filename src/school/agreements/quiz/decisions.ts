/** What a quiz came to, and how far somebody is with a document. Pure. */
import { CHOICES, fieldOfQuestion, type Answered, type Choice, type Far, type QuizQuestion } from './words.ts';

/** The answers in a form as it was sent, with an error at each question that has none. */
export function repliesIn(form: Readonly<Record<string, unknown>>, questions: readonly QuizQuestion[]): { said: (Choice | null)[]; errors: Record<string, string> } {
  const said = questions.map((_, at) => CHOICES.find(choice => choice === form[fieldOfQuestion(at)]) ?? null);
  return { said, errors: Object.fromEntries(said.flatMap((one, at) => (one === null ? [[fieldOfQuestion(at), `Choose an answer to question ${at + 1}`]] : []))) };
}

/** Each question beside its answer. All must be answered. */
export const answeredOf = (questions: readonly QuizQuestion[], said: readonly (Choice | null)[]): Answered[] =>
  questions.map((question, at) => ({ ...question, said: said[at]! }));

/** How many were answered as the rules do. */
export const correctIn = (answers: readonly Answered[]): number => answers.filter(one => one.said === one.right).length;

/** First the document is signed; then its quiz is done, about the edition that is in force. Where an edition asks too little for a quiz, signing is all. */
export function farOf(of: { readonly open: boolean; readonly edition: number; readonly quizEdition: number | null; readonly hasQuiz: boolean }): Far {
  if (of.open) return 'to-sign';
  return of.hasQuiz && of.quizEdition !== of.edition ? 'to-quiz' : 'finished';
}
