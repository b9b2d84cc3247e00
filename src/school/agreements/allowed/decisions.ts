/** Whether something is allowed, from what each adult said. Pure. */
import type { Allowed, Answer, Question } from './words.ts';
import { fieldOf } from './words.ts';

/**
 * Whether something is allowed. One no of an adult who may agree means no. Where every adult must agree a yes needs them
 * all, two at the least; else one is enough. Not knowing is never a yes.
 * @param said the newest answer of each adult
 */
export function allowedFrom(said: readonly { readonly by: string; readonly answer: Answer }[], of: { readonly mayAgree: readonly string[]; readonly mustAgree: readonly string[] | null }): Allowed {
  const counted = said.filter(one => of.mayAgree.includes(one.by));
  if (counted.some(one => one.answer === 'no')) return 'no';
  const yes = counted.map(one => one.by);
  if (of.mustAgree === null) return yes.length > 0 ? 'yes' : 'unknown';
  return yes.length >= 2 && of.mustAgree.every(one => yes.includes(one)) ? 'yes' : 'unknown';
}

const isAnswer = (value: unknown): value is Answer => value === 'yes' || value === 'no';

/** The answers in a form as it was sent, in the order of the questions, with an error at each that has none. */
export function answersIn(form: Readonly<Record<string, unknown>>, questions: readonly Question[]): { answers: (Answer | null)[]; errors: Record<string, string> } {
  const answers = questions.map((_, at) => form[fieldOf(at)]).map(value => (isAnswer(value) ? value : null));
  return { answers, errors: Object.fromEntries(answers.flatMap((answer, at) => (answer === null ? [[fieldOf(at), 'Choose yes or no']] : []))) };
}
