/** What the forms of roles take. */
import * as z from 'zod';
import { isDay } from '../../../platform/days.ts';
import { formOf } from '../../../platform/web/index.ts';

const day = (missing: string) => z.string(missing).refine(isDay, missing);

export const nameForm = formOf(z.object({
  role: z.string('Choose a role').min(1, 'Choose a role').max(60),
  person: z.uuid('Choose who it is'),
  from: day('Give the first day'),
  until: z.union([z.literal(''), day('Give a day, or leave it empty')]).default('').transform(value => value || null),
  reason: z.string('Say why').min(3, 'Say why').max(300, 'Use fewer words'),
}).superRefine((form, context) => {
  if (form.until !== null && form.until < form.from) context.addIssue({ code: 'custom', path: ['until'], message: 'The last day is the first day or a later one' });
}));

export const offForm = formOf(z.object({
  id: z.uuid('Choose a line'),
  reason: z.string('Say why').min(3, 'Say why').max(300, 'Use fewer words'),
}));

export interface NameGiven { readonly person: string; readonly from: string; readonly until: string | null; readonly reason: string }
export interface OffGiven { readonly id: string; readonly reason: string }
