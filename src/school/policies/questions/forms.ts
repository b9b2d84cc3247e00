/** What the forms of questions take. */
import * as z from 'zod';
import { formOf } from '../../../platform/web/index.ts';

export const askForm = formOf(z.object({
  question: z.string('Write your question').min(5, 'Write your question').max(500, 'Use fewer than 500 letters'),
  anyway: z.string().optional().transform(value => value === 'yes'),
}));

export const answerForm = formOf(z.object({
  question: z.string('Write the question as everybody will read it').min(5, 'Write the question as everybody will read it').max(500, 'Use fewer than 500 letters'),
  answer: z.string('Write the answer').min(2, 'Write the answer').max(1500, 'Use fewer than 1,500 letters'),
}));
