/** The forms of translations. */
import * as z from 'zod';
import { formOf } from '../../../platform/web/index.ts';

export const translationForm = formOf(z.object({
  language: z.string('Choose a language').regex(/^[a-zA-Z]{2,3}(-[a-zA-Z0-9]{2,8})*$/, 'Choose a language'),
  text: z.string().max(200_000, 'A policy is shorter than 200,000 letters').default(''),
}));

export const oneForm = formOf(z.object({ translation: z.uuid('Open the page again') }));
