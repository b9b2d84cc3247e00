/** What the forms of opening by two take. */
import * as z from 'zod';
import { formOf } from '../../../platform/web/index.ts';

export const askForm = formOf(z.object({
  code: z.string('Type the code').transform(code => code.toUpperCase().replaceAll(/[^A-Z0-9]/g, '').replace(/^(.{4})/, '$1-')).refine(code => /^[A-Z2-9]{4}-[A-Z2-9]{4}$/.test(code), 'A code has eight letters and numbers, such as K7QM-3XTP'),
  reason: z.string('Say why it cannot wait').min(10, 'Say why it cannot wait').max(2000, 'Use fewer words'),
}));

export const agreeForm = formOf(z.object({ opening: z.uuid('Choose which') }));
