/** The form of one question. */
import * as z from 'zod';
import { formOf } from '../../../platform/web/index.ts';

export const answerForm = formOf(z.object({ answer: z.enum(['yes', 'no'], 'Choose yes or no') }));
