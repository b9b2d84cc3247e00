/** What the form for a held file takes. */
import * as z from 'zod';
import { formOf } from '../../../platform/web/index.ts';

export const askForm = formOf(z.object({
  reason: z.string('Say why the file is needed').min(10, 'Say why the file is needed').max(2000, 'Use fewer words'),
  reference: z.string('Give the reference of the police').min(3, 'Give the reference of the police').max(100, 'Use fewer words'),
}));

export const agreeForm = formOf(z.object({ release: z.uuid('Choose which') }));
