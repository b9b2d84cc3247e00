/** The forms of May I. */
import * as z from 'zod';
import { formOf } from '../../platform/web/index.ts';

/** The box, and the follow-up that comes back with it. Known facts travel as `fact.place=classroom`. */
export const questionForm = formOf(z.looseObject({
  question: z.string('Type your question').min(2, 'Type your question').max(400, 'Use fewer than 400 letters'),
  act: z.string().max(60).optional(),
  as: z.string().max(60).optional(),
  use: z.string().max(60).optional(),
}).transform(form => ({
  question: form.question, act: form.act || undefined, as: form.as || undefined, use: form.use || undefined,
  facts: Object.fromEntries(Object.entries(form).filter(([name, value]) => name.startsWith('fact.') && typeof value === 'string' && value !== '').map(([name, value]) => [name.slice(5), String(value).slice(0, 60)])),
})));

/** `sure` comes from the page that asks once more. */
export const removeForm = formOf(z.object({ id: z.uuid('Choose a question'), sure: z.literal('yes').optional() }));
