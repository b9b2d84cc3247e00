/** The forms of signing with a class. */
import * as z from 'zod';
import { isDay } from '../../../platform/days.ts';
import { isId } from '../../../platform/ids.ts';
import { formOf } from '../../../platform/web/index.ts';

const id = z.string('Open the page again').refine(isId, 'Open the page again');

export const markForm = formOf(z.object({
  drawing: z.string().max(8000, 'The drawing is too large: clear it and draw again').regex(/^[ML0-9 ]*$/, 'The drawing could not be read: clear it and draw again').optional(),
  edition: id,
  hash: z.string('Open the page again').regex(/^[0-9a-f]{64}$/, 'Open the page again'),
  once: id,
  /** The language it was shown in, where that was not English. */
  language: z.string().regex(/^[a-zA-Z]{2,3}(-[a-zA-Z0-9]{2,8})*$/, 'Open the page again').optional(),
}));

export const talkForm = formOf(z.object({ reason: z.string().max(2000, 'Use 2,000 letters or fewer').default(''), once: id }));

export const noForm = formOf(z.object({}));

const day = z.string('Enter a day').refine(isDay, 'Enter a day like 2026-11-23');

export const teachingForm = formOf(z.object({
  class: z.string('Choose a class').min(1, 'Choose a class').max(80, 'Choose a class'),
  person: z.string('Choose a person').refine(isId, 'Choose a person'),
  from: day,
  until: z.union([z.literal(''), day], 'Enter a day like 2026-11-23').default(''),
}).refine(form => form.until === '' || form.until >= form.from, { path: ['until'], message: 'The last day is not before the first' }));

export const endTeachingForm = formOf(z.object({ teaching: id }));
