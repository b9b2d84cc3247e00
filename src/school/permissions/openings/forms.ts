/** What the forms of openings take. */
import * as z from 'zod';
import { formOf } from '../../../platform/web/index.ts';

const several = z.union([z.string(), z.array(z.string())]).optional().transform(value => (value === undefined || value === '' ? [] : [value].flat()));
const line = (missing: string) => z.string(missing).trim().min(3, missing).max(200, 'Use fewer words');

export const openForm = formOf(z.object({
  class: z.string('Choose a class').min(1, 'Choose a class').max(80),
  clause: z.string('Choose what to open').min(1, 'Choose what to open').max(200),
  pupils: several, content: z.string().max(60).default(''),
  lesson: line('Say which lesson it is for'), what: z.string().trim().max(200, 'Use fewer words').default(''),
  reason: line('Say why').refine(text => /\s/.test(text), 'Say it in more than one word'),
  until: z.string('Give the time at which it ends').regex(/^([01]\d|2[0-3]):[0-5]\d$/, 'Give the time at which it ends, such as 10:50'),
}));

export type OpenGiven = Extract<ReturnType<typeof openForm.read>, { ok: true }>['value'];

export const buttonForm = formOf(z.object({}));
