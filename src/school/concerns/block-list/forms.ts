/** What the forms of the block list take. */
import * as z from 'zod';
import { isDay } from '../../../platform/days.ts';
import { formOf, type Form } from '../../../platform/web/index.ts';
import { addressOf } from './decisions.ts';
import { WHYS, type SiteGiven, type Why } from './words.ts';

const ADDRESS = 'Give a web address such as games.example/shooting';

export const proposeForm: Form<SiteGiven> = formOf(z.object({
  address: z.string(ADDRESS).max(2000, ADDRESS).transform((text, context) => {
    const address = addressOf(text);
    if (address === null) { context.addIssue({ code: 'custom', message: ADDRESS }); return z.NEVER; }
    return address;
  }),
  why: z.enum(WHYS as unknown as [Why, ...Why[]], 'Choose why'),
  fromDay: z.string('Give the day from which it is to be blocked').refine(isDay, 'Give the day from which it is to be blocked'),
}));

export interface DecideGiven { readonly says: 'block' | 'leave'; readonly fromDay: string; readonly reason: string }
export const decideForm: Form<DecideGiven> = formOf(z.object({
  says: z.enum(['block', 'leave'], 'Choose whether it is blocked'),
  fromDay: z.string().default(''),
  reason: z.string('Give the reason').min(3, 'Give the reason').max(500, 'Use fewer words'),
}).superRefine((form, context) => { if (form.says === 'block' && !isDay(form.fromDay)) context.addIssue({ code: 'custom', path: ['fromDay'], message: 'Give the day from which it is blocked' }); }));

export const doneForm = formOf(z.object({}));
