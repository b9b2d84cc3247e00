/** The form of withdrawing a policy. */
import * as z from 'zod';
import { isDay } from '../../../platform/days.ts';
import { formOf } from '../../../platform/web/index.ts';
import { TOLD } from './words.ts';

export const withdrawForm = formOf(z.object({
  reason: z.string('Say why').min(2, 'Say why').max(2000, 'Use 2,000 letters or fewer'),
  from: z.string('Enter the day').refine(isDay, 'Enter a day like 2026-11-27'),
  told: z.enum(TOLD, 'Say who is told'),
}));
