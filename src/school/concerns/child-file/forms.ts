/** What the form of a child's file takes. */
import * as z from 'zod';
import { isDay } from '../../../platform/days.ts';
import { isId } from '../../../platform/ids.ts';
import { formOf } from '../../../platform/web/index.ts';

export const saidForm = formOf(z.object({
  child: z.uuid('Choose whose file'),
  state: z.enum(['received', 'not-needed'], 'Say how it stands'),
  day: z.string('Give the day').refine(isDay, 'Give the day'),
  text: z.string('Say who has it, or why nothing is owed').min(3, 'Say who has it, or why nothing is owed').max(2000, 'Use fewer words'),
}));

export const childFileForm = formOf(z.object({
  child: z.string('Give the child’s whole name').min(3, 'Give the child’s whole name').max(200, 'Use fewer words'),
  school: z.string('Say which school gets it').min(3, 'Say which school gets it').max(200, 'Use fewer words'),
  person: z.string('Say who gets it there').min(3, 'Say who gets it there').max(200, 'Use fewer words'),
  /** The second page: what goes along was chosen. */
  chosen: z.literal('yes').optional(),
  concerns: z.union([z.string(), z.array(z.string())]).optional().transform(value => [value ?? []].flat().filter(isId)),
}));
