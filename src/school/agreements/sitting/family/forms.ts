/** The forms of a family's sitting. */
import * as z from 'zod';
import { isId } from '../../../../platform/ids.ts';
import { formOf } from '../../../../platform/web/index.ts';

const mark = z.string('Open the page again').regex(/^[0-9a-f]{64}$/, 'Open the page again');

/** One document, read and answered; what is ticked and answered is read from what else is sent. */
export const partForm = formOf(z.looseObject({
  edition: z.string('Open the page again').refine(isId, 'Open the page again'),
  hash: mark,
  language: z.string().regex(/^[a-zA-Z]{2,3}(-[a-zA-Z0-9]{2,8})*$/, 'Open the page again').optional(),
}));

/** One name for all of them. */
export const togetherForm = formOf(z.object({
  typedName: z.string('Type your name').min(1, 'Type your name').max(120, 'Use 120 letters or fewer'),
  mark,
}));

export const noForm = formOf(z.object({}));
