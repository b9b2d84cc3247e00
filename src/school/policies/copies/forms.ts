/** What the forms of copies take. */
import * as z from 'zod';
import { formOf } from '../../../platform/web/index.ts';
import { WAYS } from './words.ts';

export const copyForm = formOf(z.object({
  how: z.enum(WAYS, 'Choose what you need'),
  language: z.string().max(60, 'Use fewer words').default(''),
  name: z.string().max(120, 'Use fewer words').default(''),
  address: z.string().max(500, 'Use fewer words').default(''),
}).superRefine((form, context) => {
  if (form.how === 'language' && form.language === '') context.addIssue({ code: 'custom', path: ['language'], message: 'Say which language' });
}));

export const doneForm = formOf(z.object({ outcome: z.enum(['given', 'not-given'], 'Say what became of it') }));
