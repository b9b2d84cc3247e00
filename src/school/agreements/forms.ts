/** The forms of agreements: fields, limits and what to say when one is wrong. */
import * as z from 'zod';
import { isId } from '../../platform/ids.ts';
import { formOf } from '../../platform/web/index.ts';

const id = z.string('Open the page again').refine(isId, 'Open the page again');

const signing = {
  typedName: z.string('Type your name').min(1, 'Type your name').max(120, 'Use 120 letters or fewer'),
  drawing: z.string().max(8000, 'The drawing is too large: clear it and draw again').regex(/^[ML0-9 ]*$/, 'The drawing could not be read: clear it and draw again').optional(),
  edition: id,
  hash: z.string('Open the page again').regex(/^[0-9a-f]{64}$/, 'Open the page again'),
  once: id,
  /** The language it was shown in, where that was not English. */
  language: z.string().regex(/^[a-zA-Z]{2,3}(-[a-zA-Z0-9]{2,8})*$/, 'Open the page again').optional(),
};

/** A signature; what was ticked and what was answered beside it are read from what else is sent. */
export const signForm = formOf(z.looseObject(signing));

export const declineForm = formOf(z.object({
  reason: z.string('Say in a few words what stands in the way').min(2, 'Say in a few words what stands in the way').max(2000, 'Use 2,000 letters or fewer'),
  once: id,
}));

export const withdrawForm = formOf(z.object({
  reason: z.string().max(2000, 'Use 2,000 letters or fewer').default(''),
}));

export const searchForm = formOf(z.object({ search: z.string().max(80).default('') }));
