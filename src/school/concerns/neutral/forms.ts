/** What the forms of neutral notifications take. */
import * as z from 'zod';
import { isDay } from '../../../platform/days.ts';
import { formOf } from '../../../platform/web/index.ts';
import { REGARDED } from './words.ts';

const MOST = 8000;
const maybe = (most: number) => z.string().max(most, 'Please use fewer words').default('');

export const noteForm = formOf(z.object({
  subject: z.enum(['self', 'other-adult'], 'Say whom it is about'),
  person: z.union([z.literal(''), z.uuid('Choose somebody from the list')]).optional().transform(id => id || null),
  name: maybe(200),
  what: z.string('Say what happened').min(5, 'Say what happened').max(MOST, 'Please use fewer words'),
  when: z.string('Say when it was').min(1, 'Say when it was').max(100, 'Please use fewer words'),
  context: maybe(MOST),
  harm: z.enum(['yes', 'unsure', 'no'], 'Say whether a child might have been harmed'),
}).superRefine((form, context) => {
  if (form.subject === 'other-adult' && form.person === null && form.name === '') context.addIssue({ code: 'custom', path: ['person'], message: 'Choose who it is, or write the name' });
}));

export const speakForm = formOf(z.object({ on: z.string('Give the day').refine(isDay, 'Give the day'), words: maybe(2000) }));
export const spokenForm = formOf(z.object({ words: z.string('Say what was said, in short').min(3, 'Say what was said, in short').max(4000, 'Please use fewer words') }));
export const regardForm = formOf(z.object({ as: z.enum(REGARDED, 'Choose what it is'), reasons: z.string('Give your reasons').min(5, 'Give your reasons').max(4000, 'Please use fewer words') }));
export const keepingForm = formOf(z.object({
  from: z.enum(['noted', 'leaving'], 'Choose from when it is counted'),
  years: z.coerce.number('Give a number of years').int('Give whole years').min(0, 'Give a number of years').max(100, 'Give fewer years'),
  since: z.string('Give the day').refine(isDay, 'Give the day'),
}));
export const openForm = formOf(z.object({ key: z.string().min(1).max(100) }));
export const noForm = formOf(z.object({}));
