/** The forms of class cards. */
import * as z from 'zod';
import { isId } from '../../../platform/ids.ts';
import { formOf } from '../../../platform/web/index.ts';

export const makeForm = formOf(z.object({ whose: z.union([z.literal('missing'), z.literal('all'), z.string().refine(isId)], 'Choose whose cards') }));
export const childForm = formOf(z.object({ child: z.string('Choose a child').refine(isId, 'Choose a child') }));
