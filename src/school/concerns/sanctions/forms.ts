/** What the forms of sanctions take. */
import * as z from 'zod';
import { isDay } from '../../../platform/days.ts';
import { formOf, type Form } from '../../../platform/web/index.ts';
import type { Proposal } from './words.ts';

const MOST = 4000;
const text = (missing: string) => z.string(missing).min(3, missing).max(MOST, 'Use fewer words');
const maybe = z.string().max(MOST, 'Use fewer words').default('');
const day = (missing: string) => z.string(missing).refine(isDay, missing);
const maybeDay = z.union([z.literal(''), day('Give the day')]).default('');

export const proposalForm: Form<Proposal> = formOf(z.object({
  person: z.uuid('Choose who it is for'), provided: z.coerce.number('Choose what follows').int('Choose what follows').min(0, 'Choose what follows').max(200, 'Choose what follows'),
  reason: text('Write the reason as it is told to them'), reasons: text('Give the reasons'), fits: maybe,
  intent: z.enum(['deliberate', 'accidental', 'unknown'], 'Say whether it was on purpose').default('unknown'),
  permanent: z.string().optional().transform(value => value === 'yes'), startsOn: maybeDay, endsOn: maybeDay, reviewOn: maybeDay,
  appealBy: day('Give the day until which they may appeal'), appealTo: z.string('Choose who hears an appeal').min(1, 'Choose who hears an appeal').max(60),
}));

export const decideForm = formOf(z.object({ says: z.enum(['agree', 'refuse'], 'Choose whether you agree'), text: maybe })
  .superRefine((form, context) => { if (form.says === 'refuse' && form.text === '') context.addIssue({ code: 'custom', path: ['text'], message: 'Say why not' }); }));
export const toldForm = formOf(z.object({ on: day('Give the day on which they were told'), text: text('Say who told them, and what they said') }));
export const liftForm = formOf(z.object({ text: text('Give the reasons') }));
export const reviewForm = formOf(z.object({ reviewOn: day('Give the next day to look again'), text: text('Give the reasons') }));
export const appealForm = formOf(z.object({ text: text('Write what you think is wrong about it') }));
export const answerForm = formOf(z.object({ says: z.enum(['keep', 'lift'], 'Choose how the appeal ends'), text: text('Give the reasons, as they are told') }));
