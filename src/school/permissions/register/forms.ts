/** What the forms of the register take. */
import * as z from 'zod';
import { isDay } from '../../../platform/days.ts';
import { formOf } from '../../../platform/web/index.ts';

export const withdrawForm = formOf(z.object({
  reason: z.string('Say why').min(3, 'Say why').max(500, 'Use fewer words'),
}));

export const evidenceForm = formOf(z.object({
  shown: z.string('Say what you looked at').min(3, 'Say what you looked at').max(300, 'Use fewer words'),
  until: z.string('Give the day until which this holds').refine(isDay, 'Give the day until which this holds'),
}));

export const sureForm = formOf(z.object({}));
