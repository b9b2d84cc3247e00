/** The form of proof: whom, and which day. */
import * as z from 'zod';
import { isDay } from '../../../platform/days.ts';
import { formOf } from '../../../platform/web/index.ts';

export const toldForm = formOf(z.object({
  search: z.string('Type a name').min(2, 'Type at least two letters of the name').max(80, 'Use 80 letters or fewer'),
  day: z.string('Choose a day').refine(isDay, 'Choose a day, such as 2026-09-07'),
}));
