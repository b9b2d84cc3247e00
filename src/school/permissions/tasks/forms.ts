/** What the forms of tasks take. */
import * as z from 'zod';
import { isDay } from '../../../platform/days.ts';
import { formOf } from '../../../platform/web/index.ts';

const whole = (missing: string) => z.string(missing).trim().min(3, missing).max(2000, 'Use fewer words');

export const askItForm = formOf(z.object({ sort: z.enum(['question', 'fault'], 'Choose what it is'), words: whole('Write what you would like to know, or what does not work') }));
export const wordsForm = formOf(z.object({ words: whole('Say it in a sentence') }));
export const doneForm = formOf(z.object({
  device: z.string('Say on which device').trim().min(2, 'Say on which device').max(120, 'Use fewer words'),
  on: z.string('Give the day').refine(isDay, 'Give the day'),
  words: z.string().max(2000, 'Use fewer words').default(''),
}));
export const buttonForm = formOf(z.object({}));
