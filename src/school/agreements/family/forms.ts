/** The forms round a signature. */
import * as z from 'zod';
import { isId } from '../../../platform/ids.ts';
import { formOf } from '../../../platform/web/index.ts';

const id = z.string('Open the page again').refine(isId, 'Open the page again');

export const readForm = formOf(z.object({ child: id.optional() }));

export const wrongForm = formOf(z.object({
  says: z.string('Say what is wrong').min(3, 'Say what is wrong').max(1000, 'Use 1,000 letters or fewer'), once: id,
}));
